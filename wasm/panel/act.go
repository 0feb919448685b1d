//go:build js && wasm

package main

import (
	"encoding/json"
	"strings"
	"syscall/js"

	"cleanbreak/wasm/view"

	"honnef.co/go/js/dom/v2"
)

// listen puts one listener of each kind on the page; presses are told apart by
// the data-do and data-id of the element pressed.
func (p *panel) listen() {
	on := func(event string, do func(event, target js.Value)) {
		p.root.el.Underlying().Call("addEventListener", event, p.callback(func(args []js.Value) {
			do(args[0], args[0].Get("target"))
		}), true) // while it comes down: toggle does not bubble
	}
	on("toggle", func(_, fold js.Value) {
		if key := fold.Get("dataset").Get("fold"); fold.Get("open").Truthy() && !p.open[key.String()] {
			p.draw()
		}
	})
	on("click", func(_, target js.Value) {
		if pressed := target.Call("closest", "[data-do]"); pressed.Truthy() && pressed.Get("tagName").String() != "FORM" {
			p.pressed(wrap(pressed))
		}
	})
	on("submit", func(event, form js.Value) {
		event.Call("preventDefault")
		p.pressed(wrap(form))
	})
	on("input", func(_, target js.Value) { p.typed(target) })
	on("keydown", func(event, target js.Value) {
		if event.Get("key").String() != "Escape" {
			return
		}
		if inside := target.Call("closest", "[data-esc]"); inside.Truthy() {
			event.Call("preventDefault") // it closes this, and nothing around it
			p.run("esc/" + inside.Get("dataset").Get("esc").String())
		}
	})
}

func (p *panel) pressed(e dom.Element) {
	p.within = ""
	if fold := e.Underlying().Call("closest", "[data-fold]"); fold.Truthy() {
		p.within = fold.Get("dataset").Get("fold").String()
	}
	p.run(e.GetAttribute("data-do") + "/" + e.GetAttribute("data-id"))
}

func (p *panel) run(press string) {
	if do := p.presses[press]; do != nil {
		do()
	}
}

// typed remembers what stands in a field, and draws what follows from it.
func (p *panel) typed(target js.Value) {
	field := target.Get("dataset").Get("field")
	if field.Type() != js.TypeString {
		return
	}
	p.fields[field.String()] = target.Get("value").String()
	p.draw()
}

// look asks for the State of the tab in view. What the background tells while
// the answer is on its way is newer than the answer.
func (p *panel) look() {
	heard := p.heard
	p.ask(view.Action{Do: view.Look, Tab: p.tab}, func(s view.State) {
		if heard == p.heard {
			p.show(s)
		}
	}, p.fail)
}

// press is what was asked for, and its id. What is asked for once more, because no
// answer came, has the same id: it may have been done.
type press struct{ asked, id string }

func (p *panel) idOf(a view.Action) string {
	asked, err := json.Marshal(a)
	if err != nil {
		panic(err)
	}
	if p.sent.asked != string(asked) {
		p.sent = press{string(asked), freshID()}
	}
	return p.sent.id
}

// send asks for something to be done about the State that is shown, and shows
// at once that it was asked. A second press waits for the first one's answer.
// Done runs once it is.
func (p *panel) send(a view.Action, busy string, done func()) {
	if p.busy != "" {
		return
	}
	a.Tab, a.URL = p.tab, p.state.URL
	place, part := 0, ""
	if p.today != nil {
		place, part = p.today.begun(view.KeyOf(p.state.Person))
	}
	if a.Do != view.Choose {
		a.Person, a.ByHand = p.state.Person, p.state.ByHand
	}
	a.New = p.idOf(a)
	p.busy, p.problem, p.flash = busy, "", ""
	p.draw()
	p.press(a, func(s view.State) {
		before := p.state
		p.busy, p.asking, p.sent = "", "", press{}
		p.note(a, before, s)
		if done != nil {
			done()
		}
		p.show(s)
		if p.today != nil {
			p.worked(a, place, part)
			return
		}
		p.remark()
		p.keepFocus()
	}, p.fail)
}

// note remembers what a press entered, so that it can be taken back.
func (p *panel) note(a view.Action, before, now view.State) {
	p.noted, p.before = nil, nil
	switch a.Do {
	case view.Log:
		if p.noted = view.NotedBetween(before, now, a.New); p.noted != nil {
			p.logged = append(p.logged, p.noted.ID)
		}
	case view.Describe:
		p.noted, p.before = &view.Noted{Text: view.NotedDeal()}, &before.Deal
	}
}

// remark says what was noted, after what has changed with it.
func (p *panel) remark() {
	if p.noted != nil {
		p.announce(p.noted.Text + ". " + p.model.Say)
	}
}

// undo takes back what the last press entered.
func (p *panel) undo() {
	if p.before != nil {
		p.send(view.Action{Do: view.Describe, Deal: *p.before}, "undo/", func() { p.noted, p.before = nil, nil })
		return
	}
	p.send(view.Action{Do: view.Unlog, ID: p.noted.ID}, "undo/", nil)
}

// log sends one event in the rep's words.
func (p *panel) log(e view.Entered, busy string, done func()) {
	p.send(view.Action{Do: view.Log, Entered: e}, busy, done)
}

// keepFocus finds a new place for the focus when what was pressed is gone: its
// section, else the top. Nothing scrolls.
func (p *panel) keepFocus() {
	if lost := document.Get("activeElement"); lost.Truthy() && !lost.Equal(document.Get("body")) {
		return
	}
	if p.within != "" {
		focus("details[data-fold=" + quoted(p.within) + "] > summary")
	}
	if document.Get("activeElement").Equal(document.Get("body")) {
		focus("h1")
	}
}

// unheard is how browsers say that no background took a message: it is just
// ending. The next message begins another one.
const unheard = "Receiving end does not exist"

// mostSent is how often a message is sent that nobody hears, and pause how many
// milliseconds lie between.
const mostSent, pause = 20, 250

// message sends one to the background, until it is heard.
func (p *panel) message(m any, times int, done func(js.Value), failed func(string)) {
	p.then(chrome.Get("runtime").Call("sendMessage", m), done, func(why string) {
		if times > 1 && strings.Contains(why, unheard) {
			p.later(pause, func() { p.message(m, times-1, done, failed) })
			return
		}
		failed(why)
	})
}

// ask sends an Action; the answer is a State as a JSON string. An answer that
// comes after the page changed is dropped.
func (p *panel) ask(a view.Action, done func(view.State), failed func(string)) {
	turn := p.turn
	p.message(object(a), mostSent, func(v js.Value) {
		if turn != p.turn {
			return
		}
		s, ok := parse(v)
		if !ok || s.Tab != p.tab {
			failed("")
			return
		}
		done(s)
	}, func(why string) {
		if turn == p.turn {
			failed(why)
		}
	})
}

// press asks for something to be done; what the brain refused has failed, too.
func (p *panel) press(a view.Action, done func(view.State), failed func(string)) {
	p.ask(a, func(s view.State) {
		if s.Phase == view.Broken {
			failed(s.Problem)
			return
		}
		done(s)
	}, failed)
}

// fail says why something did not work: beside the person when one is shown,
// else instead of everything.
func (p *panel) fail(why string) {
	p.busy = ""
	if p.state.Phase == view.Someone || p.state.Phase == view.Several {
		p.problem = view.Problem(why)
		p.draw()
		return
	}
	p.show(view.State{Tab: p.tab, URL: p.state.URL, Phase: view.Broken, Problem: view.Problem(why)})
}

// hear takes what the background tells every open panel. A content script can
// send messages too: those come from a tab, and are none of ours.
func (p *panel) hear(m, sender js.Value) {
	if m.Type() != js.TypeObject || p.tab == noTab || !fromBackground(sender) {
		return
	}
	if s, ok := parse(m.Get("state")); ok && s.Tab == p.tab {
		p.told(s)
	}
	if p.grown(m) {
		p.lookByHand()
	}
}

// grown reports a message that the log has changed, by no press of this page.
func (p *panel) grown(m js.Value) bool {
	tab := m.Get("tab")
	return m.Get("type").String() == "log" && (tab.Type() != js.TypeNumber || tab.Int() != p.tab)
}

// lookByHand asks anew about somebody whom the rep named: no page's State brings
// what has changed.
func (p *panel) lookByHand() {
	if s := p.state; s.ByHand && p.busy == "" {
		p.press(view.Action{Do: view.Choose, Tab: p.tab, URL: s.URL, Person: s.Person, ByHand: true}, p.show, func(string) {}) // what is shown stays
	}
}

// told draws a State nobody asked for. On another page, or about nobody, it also
// outdates every answer that is still on its way.
func (p *panel) told(s view.State) {
	if p.state.ByHand && s.URL == p.state.URL && s.URL != "" {
		return // the page goes on, and the panel is not about it
	}
	p.heard++
	if s.URL != p.state.URL || s.Phase != p.state.Phase {
		p.clear(s)
		return
	}
	p.show(s)
}

func fromBackground(sender js.Value) bool {
	if sender.Type() != js.TypeObject {
		return false
	}
	return sender.Get("id").Equal(chrome.Get("runtime").Get("id")) && !sender.Get("tab").Truthy()
}

func parse(v js.Value) (s view.State, ok bool) {
	if v.Type() != js.TypeString {
		return s, false
	}
	err := json.Unmarshal([]byte(v.String()), &s)
	return s, err == nil
}

// grant must reach the browser inside the press itself: it counts as the rep's
// own act only then.
func (p *panel) grant() {
	notice := p.model.Notice
	if notice == nil {
		return
	}
	asked := chrome.Get("permissions").Call("request", object(map[string]any{"origins": notice.Origins}))
	p.then(asked, func(granted js.Value) {
		if granted.Truthy() {
			p.follow(p.tab)
			return
		}
		p.problem = view.LabelNotGranted
		p.draw()
	}, p.fail)
}

func (p *panel) copy(id, words string) {
	clipboard := global.Get("navigator").Get("clipboard")
	failed := func(string) { p.announce(view.LabelNotCopied); p.problem = view.LabelNotCopied; p.draw() }
	if !clipboard.Truthy() {
		failed("")
		return
	}
	p.then(clipboard.Call("writeText", words), func(js.Value) {
		p.copied, p.problem = id, ""
		p.draw()
		p.announce(view.LabelCopied)
		p.later(2000, func() {
			if p.copied == id {
				p.copied = ""
				p.draw()
			}
		})
	}, failed)
}
