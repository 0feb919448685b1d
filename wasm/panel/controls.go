//go:build js && wasm

package main

import (
	"strings"

	"cleanbreak/wasm/view"
)

// button is something to press that stays on this page: it opens, copies, shows.
// Do and id together name the press; do alone is for those who look for one.
func (p *panel) button(do, id, label, class string, press func()) *node {
	p.presses[do+"/"+id] = press
	b := text("button", class, label).as(do+"/"+id).with("type", "button").with("data-do", do)
	if id != "" {
		b.with("data-id", id)
	}
	return b
}

// waits makes a button show what is being sent. It keeps focus while it waits:
// aria-disabled, never disabled.
func (p *panel) waits(b *node, press string) *node {
	if p.busy == "" {
		return b
	}
	b.with("aria-disabled", "true")
	if p.busy == press {
		b.with("aria-busy", "true")
		if b.text != "" {
			b.text = view.Say(view.LabelSaving)
		}
	}
	return b
}

// sends is a button that asks the background for something.
func (p *panel) sends(do, id, label, class string, a view.Action) *node {
	press := do + "/" + id
	return p.waits(p.button(do, id, label, class, func() { p.send(a, press, nil) }), press)
}

// logs is a button that says that something happened; done runs when it is kept.
func (p *panel) logs(do, id, label, class string, e view.Entered, done func()) *node {
	press := do + "/" + id
	return p.waits(p.button(do, id, label, class, func() { p.log(e, press, done) }), press)
}

// asks opens a question, with the focus on its careful answer.
func (p *panel) asks(question, careful string) func() {
	return func() {
		p.asking, p.focus = question, careful
		p.draw()
	}
}

// closes takes a question back, by its button or by Escape, with the focus on
// what opened it.
func (p *panel) closes(question, opener string) func() {
	close := func() {
		p.asking, p.focus = "", opener
		p.draw()
	}
	p.presses["esc/"+question] = close
	return close
}

// question asks before a press that is hard to take back.
func (p *panel) question(key string, q *view.Question, yes *node, opener string, extra ...*node) *node {
	box := el("div", "asking", text("p", "", q.Text).with("id", "ask-"+key)).add(extra...)
	return box.add(el("div", "presses", yes, p.button("no", key, q.No, "button", p.closes(key, opener)))).
		as("ask/"+key).with("role", "group").with("aria-labelledby", "ask-"+key).with("data-esc", key)
}

func (p *panel) copyButton(id, label, words string) *node {
	picture := "copy"
	if p.copied == id {
		picture, label = "check", view.LabelCopied
	}
	b := p.button("copy", id, "", "button small", func() { p.copy(id, words) })
	return b.add(icon(picture), text("span", "", label))
}

// cross leaves one thing out; the words are for who cannot see what it is beside.
func (p *panel) cross(id, words string, e view.Entered) *node {
	b := p.logs("dismiss", id, "", "cross", e, nil)
	return b.with("aria-label", words).with("title", words).add(icon("x"))
}

// value is what stands in a field; given what it begins with.
func (p *panel) value(field, given string) string {
	if typed, ok := p.fields[field]; ok {
		return typed
	}
	return given
}

// input is a labelled field of one line.
func (p *panel) input(field, kind, label, given, hint string) *node {
	id := ident(field)
	in := el("input", "field").with("id", id).with("type", kind).with("data-field", field).with("autocomplete", "off").
		prop("value", p.value(field, given))
	if hint != "" {
		in.with("placeholder", hint)
	}
	if kind == "text" {
		in.with("dir", "auto").with("maxlength", "140")
	}
	return el("p", "choice", text("label", "", label).with("for", id), in).as(field)
}

// ident is a name as the attribute id takes it, without spaces.
func ident(parts ...string) string {
	return strings.ReplaceAll("f-"+strings.Join(parts, "-"), " ", "-")
}

// choice is a labelled list to choose one of.
func (p *panel) choice(field, label string, options []view.Option) *node {
	list := el("select", "field").with("id", field).with("data-field", field)
	for _, o := range options {
		list.add(text("option", "", o.Text).with("value", o.Code).as(o.Code))
	}
	given := ""
	if len(options) > 0 {
		given = options[0].Code
	}
	list.prop("value", p.value(field, given))
	return el("p", "choice", text("label", "", label).with("for", field), list).as(field)
}

// form sends what is typed in it on Enter.
func (p *panel) form(key, class string, submit func(), kids ...*node) *node {
	p.presses["submit/"+key] = submit
	return el("form", class, kids...).as(key).with("data-do", "submit").with("data-id", key).with("novalidate", "")
}

// wrongly says what is wrong with what was typed in a form.
func (p *panel) wrongly(key string) *node {
	if p.wrong[key] == "" {
		return nil
	}
	return text("p", "wrong", p.wrong[key]).as("wrong").with("role", "alert")
}

// mistaken shows what is wrong in a form.
func (p *panel) mistaken(key, problem string) {
	p.wrong[key] = problem
	p.draw()
}
