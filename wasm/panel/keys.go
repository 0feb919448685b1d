//go:build js && wasm

package main

import (
	"slices"
	"strings"
	"syscall/js"

	"cleanbreak/wasm/view"
)

// What stands open by a key.
const (
	quickOpen = "quick"
	keysOpen  = "keys"
)

// keysOff is under what the browser remembers that the rep wants no keys: who
// speaks to the computer, or types by accident, can turn them off.
const keysOff = "keys-off"

// keyed tells what key presses a button, for who hears it and for who sees it.
//
//go:noinline
func keyed(b *node, key string) *node { return b.with("aria-keyshortcuts", key).with("data-key", key) }

func (p *panel) listenToKeys() {
	p.readKeysOff()
	document.Call("addEventListener", "keydown", p.callback(func(args []js.Value) {
		event := args[0]
		if p.model.Header == nil || ofBrowser(event) || isTyping(event.Get("target")) {
			return
		}
		if p.key(strings.ToLower(event.Get("key").String())) {
			event.Call("preventDefault")
		}
	}))
}

func (p *panel) readKeysOff() {
	p.noKeys = global.Get("localStorage").Call("getItem", keysOff).Truthy()
	p.markKeys()
}

func (p *panel) markKeys() {
	document.Get("documentElement").Get("classList").Call("toggle", "no-keys", p.noKeys)
}

// ofBrowser reports a key that is the browser's, or another program's.
func ofBrowser(event js.Value) bool {
	return slices.ContainsFunc([]string{"ctrlKey", "metaKey", "altKey", "isComposing", "repeat", "defaultPrevented"}, func(name string) bool {
		return event.Get(name).Truthy()
	})
}

// isTyping reports something that takes the keys itself.
func isTyping(target js.Value) bool {
	return target.Get("closest").Truthy() && target.Call("closest", "input, textarea, select, [contenteditable]").Truthy()
}

// key does what a key stands for; false where it stands for nothing.
func (p *panel) key(key string) bool {
	if key == "escape" {
		if p.asking != quickOpen && p.asking != keysOpen {
			return false
		}
		p.run("esc/" + p.asking)
		return true
	}
	if p.noKeys {
		return false
	}
	if p.asking == quickOpen { // Tab, Enter and the like are for the buttons
		return p.quickKey(key)
	}
	switch key {
	case "l":
		p.run("quick-open/")
	case "?":
		p.run("keys/")
	case "u":
		p.undoLast()
	case "c", "i":
		p.keyDraft(key)
	case "n":
		p.copyNote()
	case "o":
		if p.model.Record == "" {
			p.nothing(key)
			return true
		}
		global.Call("open", p.model.Record, "_blank", "noopener,noreferrer")
	default:
		return false
	}
	return true
}

// quickKey logs what the second key stands for; false where it stands for nothing.
func (p *panel) quickKey(key string) bool {
	known := p.presses["quick/"+key] != nil
	p.run("quick/" + key)
	return known
}

func (p *panel) copyNote() {
	if m := p.model.After; m != nil && m.Note != "" {
		p.flash = view.CopiedNote
		p.copy("note", m.Note)
		return
	}
	p.nothing("n")
}

// nothing says why a key did nothing.
func (p *panel) nothing(key string) {
	p.flash = view.NothingFor(key)
	p.draw()
	p.announce(p.flash)
}

// keyStep is the step whose draft a key is for: the first that has one, and for a
// mail the first that may go into it. Later says that it stands in a closed section.
func (p *panel) keyStep(key string) (st view.Step, later, found bool) {
	if s := p.model.Steps; s != nil {
		for i, st := range slices.Concat(s.Now, s.Then) {
			if st.Draft != nil && st.Logged == "" && (key == "c" || st.Draft.Mail) {
				return st, i >= len(s.Now), true
			}
		}
	}
	return st, false, false
}

// keyedFor is keyed for the button of the draft that the key is for.
func (p *panel) keyedFor(b *node, key, step string) *node {
	if st, _, found := p.keyStep(key); found && st.Key == step {
		return keyed(b, key)
	}
	return b
}

// keyDraft copies a draft, or puts it into the mail.
func (p *panel) keyDraft(key string) {
	st, later, found := p.keyStep(key)
	if !found {
		p.nothing(key)
		return
	}
	if later {
		unfold("later")
	}
	body := p.value(bodyField(st.Key), st.Draft.Body)
	if key == "i" {
		p.put(st.Key, p.value(subjectField(st.Key), st.Draft.Subject), body)
		return
	}
	p.flash = view.CopiedDraft
	p.copy("body "+st.Key, body)
}

// unfold opens a section, as a press on it would.
func unfold(key string) {
	if fold := document.Call("querySelector", "details[data-fold="+quoted(key)+"]"); fold.Truthy() {
		fold.Set("open", true)
	}
}

// undoLast takes back what was logged last about the person in view, then what
// was logged before that.
func (p *panel) undoLast() {
	if p.before != nil {
		p.undo()
		return
	}
	for _, id := range slices.Backward(p.logged) {
		if slices.ContainsFunc(p.state.Entries, func(e view.Entry) bool { return e.ID == id && e.ByHand }) {
			p.send(view.Action{Do: view.Unlog, ID: id}, "undo/", func() { p.flash = view.Undone })
			return
		}
	}
	p.nothing("u")
}

// bar is what keys open, for the mouse.
func (p *panel) bar(m *view.Panel) *node {
	row := el("div", "bar-keys")
	switch {
	case m.Quick == nil:
		return nil
	case p.today != nil: // the list has keys of its own
		return filled(row.add(p.record(m.Record)))
	}
	quick := p.button("quick-open", "", view.LabelQuick, "button small", p.opens(quickOpen, ".quick button"))
	keys := p.button("keys", "", view.LabelKeys, "button plain small", p.toggleKeys)
	row.add(keyed(quick, "l").with("aria-expanded", truth(p.asking == quickOpen)), p.record(m.Record),
		keyed(keys, "?").with("aria-expanded", truth(p.asking == keysOpen)))
	return el("div", "keyed", row, p.quick(m.Quick), p.keys())
}

// record opens the person's record in the CRM.
func (p *panel) record(address string) *node {
	if address == "" {
		return nil
	}
	link := text("a", "button small", view.LabelOpenRecord).with("href", address).with("target", "_blank").with("rel", "noopener noreferrer")
	if p.today != nil { // where the key opens their page
		return link
	}
	return keyed(link, "o")
}

// quick is the legend of the second key; each line can be pressed too.
func (p *panel) quick(q *view.QuickLog) *node {
	if p.asking != quickOpen {
		return nil
	}
	p.closes(quickOpen, p.quickOpener())
	box := el("section", "quick", text("h2", "label", q.Title).with("id", "quick-title")).
		with("role", "group").with("aria-labelledby", "quick-title").with("data-esc", quickOpen)
	for _, g := range q.Groups {
		list := el("ul", "")
		for _, one := range g.Logs {
			b := p.logs("quick", one.Key, "", "keycap", one.Entered, p.leaveQuick)
			b.with("aria-keyshortcuts", "l "+one.Key).add(verbatim("kbd", "", strings.ToUpper(one.Key)), verbatim("span", "", one.Label))
			list.add(el("li", "", b).as(one.Key))
		}
		box.add(el("div", "", text("h3", "quiet", g.Title), list).as(g.Title))
	}
	return box
}

func (p *panel) leaveQuick() {
	p.asking, p.focus = "", p.quickOpener()
}

// quickOpener is what opened the legend of the second key.
func (p *panel) quickOpener() string {
	if p.today != nil {
		return rowOf(p.today.at)
	}
	return "[data-do=quick-open]"
}

func (p *panel) toggleKeys() {
	if p.asking == keysOpen {
		p.run("esc/" + keysOpen)
		return
	}
	p.opens(keysOpen, "[data-do=keys-off]")()
}

// opens shows what a key opens, wherever the panel was scrolled to.
func (p *panel) opens(what, first string) func() {
	open := p.asks(what, first)
	return func() {
		open()
		if shown := document.Call("querySelector", ".quick"); shown.Truthy() { // whose row went has none
			shown.Call("scrollIntoView", map[string]any{"block": "nearest"})
		}
	}
}

// keys lists the keys, and turns them off.
func (p *panel) keys() *node {
	if p.asking != keysOpen {
		return nil
	}
	p.closes(keysOpen, "[data-do=keys]")
	list := el("dl", "rows")
	for _, k := range view.Keys() {
		list.add(el("div", "", el("dt", "", verbatim("kbd", "", k.Key)), text("dd", "", k.Label)).as(k.Key))
	}
	return el("section", "quick", text("h2", "label", view.LabelKeys).with("id", "keys-title"), text("p", "quiet", view.KeysHelp()), list, p.keysSwitch()).
		with("role", "group").with("aria-labelledby", "keys-title").with("data-esc", keysOpen).as("keys")
}

// keysSwitch turns the keys off, or on again, here and in every other page.
func (p *panel) keysSwitch() *node {
	label := view.LabelKeysOff
	if p.noKeys {
		label = view.LabelKeysOn
	}
	return p.button("keys-off", "", label, "button small", func() {
		p.noKeys = !p.noKeys
		if p.noKeys {
			global.Get("localStorage").Call("setItem", keysOff, "1")
		} else {
			global.Get("localStorage").Call("removeItem", keysOff)
		}
		p.markKeys()
		p.draw()
	})
}

//go:noinline
func truth(is bool) string {
	if is {
		return "true"
	}
	return "false"
}
