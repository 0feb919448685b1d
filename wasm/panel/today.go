//go:build js && wasm

package main

import (
	"encoding/json"
	"strings"
	"syscall/js"
	"time"

	"cleanbreak/wasm/view"
)

// todayList is the page Today (today.html): everybody who needs something. The
// person in hand is the panel's: what it shows of them opens in their row.
type todayList struct {
	dues   view.Dues      // what is shown
	coming *view.Dues     // while everybody is judged, anew or for the first time
	again  bool           // something has happened since that began
	full   bool           // everybody was judged once
	wrong  string         // why it went no further
	retry  func()         // what did not work
	shown  map[string]int // rows of a section, where more are shown than at first
	rows   []view.TodayRow
	parts  []string // the section of each row
	at     string   // the row in hand
	open   string   // the row that is open
	back   []taken  // what was done, the last at the end, to be taken back
	got    float64  // when dues came, by the browser's steady clock
	day    string   // the rep's, of the last look at the calendar
}

// isToday reports that this is the page Today and not the panel.
func isToday() bool {
	return strings.HasSuffix(global.Get("location").Get("pathname").String(), "/today.html")
}

// startToday asks for everybody, some at a time, and again when something was
// written elsewhere, the rep comes back to the page, or the day is over. While
// nobody sees it nobody is judged.
func (p *panel) startToday() {
	p.tab = -2 - int(global.Get("Math").Call("random").Float()*(1<<30)) // no tab's: by it this page knows what it did itself
	p.today = &todayList{shown: map[string]int{}, day: dayNow()}
	p.loadPhrases()
	p.readKeysOff()
	p.moreToday()
	p.draw()
	p.later(minute, p.watchDay)
	global.Call("addEventListener", "focus", p.callback(func([]js.Value) { p.newDay() }))
	document.Call("addEventListener", "visibilitychange", p.callback(func([]js.Value) { p.refresh() }))
	document.Call("addEventListener", "keydown", p.callback(func(args []js.Value) { p.listKey(args[0]) }))
	chrome.Get("runtime").Get("onMessage").Call("addListener", p.callback(func(args []js.Value) {
		m := arg(args, 0)
		if m.Type() != js.TypeObject || !fromBackground(arg(args, 1)) || !p.grown(m) {
			return
		}
		p.refresh()
		if p.today.open != "" {
			p.lookByHand()
		}
	}))
}

// minute is how often the page looks at the calendar, in ms. One long wait until
// midnight would stand still while the computer sleeps.
const minute = 60_000

// watchDay judges everybody anew once the day is over: what is due is another.
func (p *panel) watchDay() {
	p.newDay()
	p.later(minute, p.watchDay)
}

func (p *panel) newDay() {
	if day := dayNow(); p.today.day != day {
		p.today.day = day
		p.refresh()
	}
}

func dayNow() string { return local(time.Now()).Format(time.DateOnly) }

// refresh judges everybody anew, behind what is shown; of a hidden page when the
// rep comes back to it.
func (p *panel) refresh() {
	t := p.today
	if document.Get("hidden").Bool() {
		return
	}
	if t.coming != nil {
		t.again = true
		return
	}
	p.moreToday()
}

func (p *panel) moreToday() {
	t := p.today
	if t.coming == nil {
		t.coming = &view.Dues{}
	}
	failed := func(why string) {
		t.coming = nil
		p.todayFails(why, p.refresh)
	}
	ask := map[string]any{"ask": "today", "from": len(t.coming.Due)}
	p.message(ask, mostSent, func(v js.Value) {
		came, fault := dues(v)
		if came == nil {
			failed(fault)
			return
		}
		p.came(came)
	}, failed)
}

// came adds some of everybody; when all are there, they take the place of what is
// shown. The first time they are shown as they come.
func (p *panel) came(came *view.Dues) {
	t := p.today
	if came.From > 0 {
		came.Due = append(t.coming.Due, came.Due...)
	}
	t.coming, t.wrong = came, ""
	whole := len(came.Due) == came.All
	if whole || !t.full {
		t.dues, t.got = *came, elapsed()
	}
	if whole {
		t.coming = nil
	}
	if first := whole && !t.full; first {
		t.full = true
		p.draw()
		p.focusFirst()
	} else {
		p.draw()
	}
	switch {
	case !whole:
		p.moreToday()
	case t.again:
		t.again = false
		p.moreToday()
	}
}

// dues reads the background's answer; nil, and its words, where it is a fault.
func dues(v js.Value) (came *view.Dues, fault string) {
	if v.Type() != js.TypeObject {
		return nil, ""
	}
	result, said := v.Get("result"), v.Get("fault")
	if said.Type() == js.TypeString {
		return nil, said.String()
	}
	if result.Type() != js.TypeString || json.Unmarshal([]byte(result.String()), &came) != nil {
		return nil, ""
	}
	return came, ""
}

// update puts a person who was judged anew in their place, in what is shown and in
// what is on its way, which may have been judged before that.
func (t *todayList) update(s view.State) {
	t.dues.Update(s)
	if t.coming != nil {
		t.coming.Update(s)
		t.again = true
	}
}

// place is where somebody's row is; -1 where they have none.
func (t *todayList) place(key string) int {
	for i := range t.rows {
		if t.rows[i].Key == key {
			return i
		}
	}
	return -1
}

// inHand has a person as the panel's, and does something then.
func (p *panel) inHand(r view.TodayRow, then func()) {
	t := p.today
	if p.busy != "" {
		return
	}
	if t.at == r.Key && view.KeyOf(p.state.Person) == r.Key && p.state.Assessment != nil {
		then()
		return
	}
	if t.open != r.Key {
		t.open = ""
	}
	t.at, t.wrong = r.Key, ""
	p.turn++
	p.putAway()
	p.memory = memory{busy: "row/" + r.Key}
	p.state, p.model = view.State{Tab: p.tab}, view.Panel{}
	p.draw()
	failed := func(why string) {
		p.todayFails(why, func() { p.inHand(r, then) })
	}
	p.press(view.Action{Do: view.Choose, Tab: p.tab, Person: r.Person, ByHand: true}, func(s view.State) {
		p.busy = ""
		p.show(s)
		then()
	}, failed)
}

// openRow shows what the panel shows of the person in hand, in their row.
func (p *panel) openRow(key string) {
	p.today.open = key
	p.draw()
}

// toggle opens a row, or closes it.
func (p *panel) toggle(r view.TodayRow) {
	if p.today.open == r.Key {
		p.closeRow()
		return
	}
	p.inHand(r, func() {
		p.openRow(r.Key)
		p.announce(p.model.Say)
	})
}

func (p *panel) closeRow() {
	p.today.open, p.asking = "", ""
	p.focus = rowOf(p.today.at)
	p.draw()
}

// begun remembers where a person stood before a press is sent.
func (t *todayList) begun(key string) (place int, part string) {
	if place = t.place(key); place >= 0 {
		part = t.parts[place]
	}
	return place, part
}

// worked says what a press did. Whoever has left their section makes room for the
// next one, who gets the focus.
func (p *panel) worked(a view.Action, before int, part string) {
	t, key, title := p.today, view.KeyOf(p.state.Person), view.NameOf(p.state.Person)
	said := p.model.Say
	t.settle(a)
	switch {
	case p.noted != nil:
		said = p.noted.Text
		b := view.Action{Do: view.Unlog, ID: p.noted.ID, Person: p.state.Person}
		if p.before != nil {
			b = view.Action{Do: view.Describe, Deal: *p.before, Person: p.state.Person}
		}
		t.remember(taken{b, title, said})
	case a.Do == view.Unlog:
		said = view.SaidUndone(title)
	default:
		t.remember(taken{name: title})
	}
	if place := t.place(key); place >= 0 && t.parts[place] == part {
		p.draw()
		p.announce(said)
		if t.open == "" {
			focus(rowOf(key))
		} else {
			p.keepFocus()
		}
		return
	}
	next := ""
	t.open = ""
	if n := len(t.rows); n > 0 && before >= 0 {
		r := t.rows[min(before, n-1)]
		next, p.focus = r.Name, rowOf(r.Key)
	}
	p.draw()
	if next == "" {
		focus("h1")
	}
	p.announce(view.SaidDone(title, said, view.SaidNext(next)))
}

// todayFails says why something did not work, and how to try it again.
func (p *panel) todayFails(why string, again func()) {
	p.busy, p.today.wrong, p.today.retry = "", view.Problem(why), again
	p.draw()
}
