//go:build js && wasm

package main

import (
	"encoding/json"
	"strconv"
	"syscall/js"

	"cleanbreak/wasm/view"

	"honnef.co/go/js/dom/v2"
)

// listen puts one listener of each kind on the page; presses are told apart by
// the data-do of the element pressed.
func (p *panel) listen() {
	on := func(event string, do func(event, target js.Value)) {
		p.root.el.Underlying().Call("addEventListener", event, p.callback(func(args []js.Value) {
			do(args[0], args[0].Get("target"))
		}), true) // while it comes down: toggle does not bubble
	}
	on("toggle", func(_, fold js.Value) {
		if key := fold.Get("dataset").Get("fold"); fold.Get("open").Truthy() && !p.scene.open[key.String()] {
			p.draw()
		}
	})
	on("click", func(_, target js.Value) {
		if pressed := target.Call("closest", "[data-do]"); pressed.Truthy() {
			p.press(wrap(pressed))
		}
	})
	on("submit", func(event, _ js.Value) {
		event.Call("preventDefault")
		p.send(view.Action{Do: view.Log, Channel: chosen("log-channel"), Disposition: chosen("log-outcome")}, "log/")
	})
	on("change", func(_, target js.Value) {
		if target.Get("id").String() == "log-channel" {
			p.scene.channel = target.Get("value").String()
			p.draw()
		}
	})
	on("keydown", func(event, _ js.Value) {
		if event.Get("key").String() == "Escape" && p.scene.confirm {
			p.answerConfirm(false)
		}
	})
}

func (p *panel) press(pressed dom.Element) {
	do, id := pressed.GetAttribute("data-do"), pressed.GetAttribute("data-id")
	switch do {
	case "grant":
		p.grant()
	case view.Look:
		p.clear(view.State{Tab: p.tab, Phase: view.Reading})
		p.look()
	case view.Track, view.Untrack:
		p.send(view.Action{Do: do}, do+"/")
	case view.Choose:
		candidate, err := strconv.Atoi(id)
		if err == nil && candidate < len(p.state.Candidates) {
			p.send(view.Action{Do: do, Person: p.state.Candidates[candidate]}, do+"/"+id)
		}
	case view.Decide:
		p.send(view.Action{Do: do, Verdict: id, Kind: pressed.GetAttribute("data-kind")}, do+"/"+id)
	case view.Unlog:
		p.send(view.Action{Do: do, ID: id}, do+"/"+id)
	case "untrack-ask":
		p.answerConfirm(true)
	case "untrack-no":
		p.answerConfirm(false)
	case "copy":
		p.copy(id)
	case "more":
		p.scene.shown = max(p.scene.shown, firstLines) + moreLines
		p.draw()
	}
}

// answerConfirm opens or closes the question, with focus on the careful answer.
func (p *panel) answerConfirm(open bool) {
	p.scene.confirm = open
	p.draw()
	if open {
		focus("[data-do=untrack-no]")
	} else {
		focus("[data-do=untrack-ask]")
	}
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

// send asks for something to be done about the State that is shown, and shows
// at once that it was asked. A second press waits for the first one's answer.
func (p *panel) send(a view.Action, busy string) {
	if p.scene.busy != "" {
		return
	}
	a.Tab, a.URL = p.tab, p.state.URL
	if a.Do != view.Choose {
		a.Person = p.state.Person
	}
	p.scene.busy, p.scene.problem = busy, ""
	p.draw()
	p.ask(a, func(s view.State) {
		if s.Phase == view.Broken { // the press failed; the person is still in view
			p.fail(s.Problem)
			return
		}
		p.scene.busy, p.scene.confirm = "", false
		p.show(s)
		p.keepFocus(a.Do)
	}, p.fail)
}

// keepFocus finds a new place for the focus when what was pressed is gone.
func (p *panel) keepFocus(did string) {
	if lost := document.Get("activeElement"); lost.Truthy() && !lost.Equal(document.Get("body")) {
		return
	}
	if did == view.Unlog {
		focus("details[data-fold=history] > summary")
		return
	}
	focus("h1")
}

// ask sends an Action; the answer is a State as a JSON string. An answer that
// comes after the page changed is dropped.
func (p *panel) ask(a view.Action, done func(view.State), failed func(string)) {
	turn := p.turn
	current := func() bool { return turn == p.turn }
	answer := chrome.Get("runtime").Call("sendMessage", object(a))
	p.then(answer, func(v js.Value) {
		if !current() {
			return
		}
		s, ok := parse(v)
		if !ok || s.Tab != p.tab {
			failed("")
			return
		}
		done(s)
	}, func(why string) {
		if current() {
			failed(why)
		}
	})
}

// fail says why something did not work: beside the person when one is shown,
// else instead of everything.
func (p *panel) fail(why string) {
	p.scene.busy = ""
	if p.state.Phase == view.Someone || p.state.Phase == view.Several {
		p.scene.problem = view.Problem(why)
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
}

// told draws a State nobody asked for. On another page, or about nobody, it also
// outdates every answer that is still on its way.
func (p *panel) told(s view.State) {
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
	return s, json.Unmarshal([]byte(v.String()), &s) == nil
}

// grant must reach the browser inside the press itself: it counts as the rep's
// own act only then.
func (p *panel) grant() {
	notice := view.Make(p.state, local).Notice
	if notice == nil {
		return
	}
	asked := chrome.Get("permissions").Call("request", object(map[string]any{"origins": notice.Origins}))
	p.then(asked, func(granted js.Value) {
		if granted.Truthy() {
			p.follow(p.tab)
			return
		}
		p.scene.problem = view.LabelNotGranted
		p.draw()
	}, p.fail)
}

func (p *panel) copy(id string) {
	words, known := p.scene.copies[id]
	clipboard := global.Get("navigator").Get("clipboard")
	if !known {
		return
	}
	failed := func(string) { p.announce(view.LabelNotCopied); p.scene.problem = view.LabelNotCopied; p.draw() }
	if !clipboard.Truthy() {
		failed("")
		return
	}
	p.then(clipboard.Call("writeText", words), func(js.Value) {
		p.scene.copied, p.scene.problem = id, ""
		p.draw()
		p.announce(view.LabelCopied)
		p.later(2000, func() {
			if p.scene.copied == id {
				p.scene.copied = ""
				p.draw()
			}
		})
	}, failed)
}

// openFolds are the sections that stand open on the page.
func openFolds() map[string]bool {
	open := map[string]bool{}
	found := document.Call("querySelectorAll", "details[open]")
	for i := range found.Length() {
		open[found.Index(i).Get("dataset").Get("fold").String()] = true
	}
	return open
}

func chosen(id string) string {
	if list := document.Call("getElementById", id); list.Truthy() {
		return list.Get("value").String()
	}
	return ""
}

func focus(selector string) {
	if found := document.Call("querySelector", selector); found.Truthy() {
		found.Call("focus")
	}
}
