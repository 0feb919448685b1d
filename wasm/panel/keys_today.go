//go:build js && wasm

package main

import (
	"slices"
	"strings"
	"syscall/js"

	"cleanbreak/wasm/view"
)

// rowOf finds somebody's row.
func rowOf(key string) string { return "[data-do=row][data-id=" + quoted(key) + "]" }

// focusFirst begins at the top of the list, unless the rep has begun elsewhere.
func (p *panel) focusFirst() {
	if len(p.today.rows) > 0 && document.Get("activeElement").Equal(document.Get("body")) {
		focus(rowOf(p.today.rows[0].Key))
	}
}

// key works the list by keyboard. The keys mean something only in the list, and
// not where something is typed.
func (p *panel) listKey(event js.Value) {
	target := event.Get("target")
	for _, held := range []string{"ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"} {
		if event.Get(held).Truthy() {
			return
		}
	}
	if target.Call("closest", "input, textarea, select, summary").Truthy() {
		return
	}
	key := strings.ToLower(event.Get("key").String()) // Caps Lock changes nothing
	if p.noKeys && len(key) == 1 || event.Get("repeat").Truthy() && !slices.Contains(moves, key) {
		return // turned off; or held down: one press does one thing
	}
	row := target.Call("closest", "[data-row]")
	if p.asking == quickOpen && p.secondKey(event, row, key) {
		return
	}
	if !row.Truthy() {
		if key == "arrowdown" || key == "j" {
			p.move(event, 0)
		}
		return
	}
	i := p.today.place(row.Get("dataset").Get("row").String())
	if i < 0 {
		return
	}
	if do := p.keyed(event, i, key); do != nil {
		event.Call("preventDefault")
		do()
	}
}

// moves are the keys that go on while they are held down.
var moves = []string{"arrowdown", "arrowup", "j", "k"}

// secondKey takes the key after the first of two, where the focus is still on whom
// the first was for; elsewhere the first is forgotten.
func (p *panel) secondKey(event, row js.Value, key string) bool {
	if event.Get("repeat").Truthy() {
		return true
	}
	if !row.Truthy() || row.Get("dataset").Get("row").String() != p.today.at {
		p.asking = ""
		p.draw()
		return false
	}
	if !p.quickKey(key) {
		return false
	}
	event.Call("preventDefault")
	return true
}

// keyed is what a key does on a row; nil where it means nothing.
func (p *panel) keyed(event js.Value, i int, key string) func() {
	r := p.today.rows[i]
	switch key {
	case "arrowdown", "j":
		return func() { p.move(event, i+1) }
	case "arrowup", "k":
		return func() { p.move(event, i-1) }
	case "home":
		return func() { p.move(event, 0) }
	case "end":
		return func() { p.move(event, len(p.today.rows)-1) }
	case "d":
		return func() { p.inHand(r, func() { p.done(r) }) }
	case "s":
		return func() { p.inHand(r, func() { p.insteadOf(r, "pause", "[data-field="+whenField+"]") }) }
	case "b":
		return func() { p.inHand(r, func() { p.letGo(r) }) }
	case "c":
		return func() { p.inHand(r, p.copyDraft) }
	case "n":
		return func() { p.inHand(r, p.copyNote) }
	case "o":
		return func() { p.openPage(r) }
	case "l":
		return func() { p.inHand(r, func() { p.quickLog(r) }) }
	case "u":
		return p.takeBack
	case "escape":
		if p.today.open == r.Key && p.asking == "" {
			return p.closeRow
		}
	}
	return nil
}

// move puts the focus on another row, and not past the ends.
func (p *panel) move(event js.Value, to int) {
	rows := p.today.rows
	if len(rows) == 0 {
		return
	}
	event.Call("preventDefault")
	at := rowOf(rows[max(0, min(to, len(rows)-1))].Key)
	focus(at)
	if found := document.Call("querySelector", at); found.Truthy() {
		found.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// done does the next step of a person, or opens them where the rep has to pick.
func (p *panel) done(r view.TodayRow) {
	d := p.model.DoneOf()
	switch {
	case d == nil:
		p.openRow(r.Key)
		p.announce(view.NoStep)
	case d.Pick:
		p.openRow(r.Key)
		focus(".outcomes .pill")
		p.announce(view.PickOne)
	case d.Looked:
		p.send(view.Action{Do: view.Looked}, "row/"+r.Key, nil)
	default:
		p.log(*d.Entered, "row/"+r.Key, nil)
	}
}

// letGo breaks up as the verdict says, or asks for the kind.
func (p *panel) letGo(r view.TodayRow) {
	for i, d := range p.model.Decide {
		if d.Verdict != "break-up" {
			continue
		}
		if d.Ask == nil {
			p.log(d.Entered(), "row/"+r.Key, nil)
			return
		}
		p.today.open = r.Key
		p.asks(decideID(i), "[data-do=no][data-id="+decideID(i)+"]")()
		return
	}
	p.insteadOf(r, "break-up", "#"+kindField)
}

// insteadOf opens the question what the rep would do instead, with its answer.
func (p *panel) insteadOf(r view.TodayRow, verdict, at string) {
	if p.model.Verdict == nil || p.model.Verdict.Disagree == nil {
		p.openRow(r.Key)
		p.announce(view.NoStep)
		return
	}
	p.today.open, p.asking = r.Key, "disagree"
	p.fields[insteadField] = verdict
	p.focus = at
	p.draw()
}

// quickLog shows what the next key logs, in the row.
func (p *panel) quickLog(r view.TodayRow) {
	if p.model.Quick == nil {
		p.openRow(r.Key)
		p.announce(view.NoStep)
		return
	}
	p.opens(quickOpen, ".quick button")()
}

func (p *panel) copyDraft() {
	key, d := p.model.DraftNow()
	if d == nil {
		p.announce(view.NoDraft)
		return
	}
	p.copy("body "+key, p.value(bodyField(key), d.Body))
}

// openPage presses the row's link.
func (p *panel) openPage(r view.TodayRow) {
	if link := document.Call("querySelector", "a[data-open="+quoted(r.Key)+"]"); link.Truthy() {
		link.Call("click")
		return
	}
	p.announce(view.NoPage)
}
