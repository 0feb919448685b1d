//go:build js && wasm

package main

import (
	"strings"

	"cleanbreak/wasm/view"
)

const firstRows = 30

func (p *panel) drawToday() {
	t := p.today
	m := view.MakeToday(t.dues.Due, t.dues.All, p.now(), local)
	t.rows, t.parts = nil, nil
	sheet := el("div", "sheet", el("header", "today-head", text("h1", "who", m.Title).with("tabindex", "-1"), maybe("p", "quiet", m.Brief)))
	sheet.add(p.todayTrouble(), p.todayBack())
	switch {
	case !t.full && t.coming != nil && len(t.dues.Due) == 0:
		sheet.add(el("div", "bones rows", el("i", ""), el("i", ""), el("i", ""), text("p", "unseen", view.LabelWaits)).with("aria-busy", "true"))
	case m.Progress != "":
		sheet.add(el("div", "progress", text("p", "quiet", m.Progress), meter(int(100*m.Part))).with("role", "status"))
	}
	if m.Empty != nil && t.full && t.wrong == "" {
		sheet.add(p.notice(m.Empty))
	}
	for _, s := range m.Sections {
		sheet.add(p.todaySection(s))
	}
	if len(t.rows) > 0 {
		sheet.add(p.todayKeys())
	}
	next := &node{tag: "main"}
	next.add(sheet)
	patch(p.root, next)
	p.root = next
}

func (p *panel) todayTrouble() *node {
	t := p.today
	if t.wrong == "" && t.open == "" {
		return p.trouble() // of a press in the list
	}
	if t.wrong == "" {
		return nil
	}
	again := p.button("again", "", view.LabelRetry, "link", t.retry)
	return el("div", "trouble", icon("warn"), text("span", "", t.wrong), again).as("trouble").with("role", "alert")
}

// todayBack says what was done last, with the way back.
func (p *panel) todayBack() *node {
	last := len(p.today.back) - 1
	if last < 0 || p.today.back[last].Do == "" {
		return nil
	}
	b := p.today.back[last]
	undo := p.waits(p.button("take-back", "", view.LabelUndo, "link", p.takeBack), "take-back/")
	return el("div", "noted last-done", icon("check"), name("span", "", b.name+": "+b.what), undo).as("last-done")
}

func (p *panel) todaySection(s view.TodaySection) *node {
	t := p.today
	list := el("ul", "today")
	most := max(t.shown[s.Name], firstRows)
	for i, r := range s.Rows {
		if i == most {
			break
		}
		t.rows, t.parts = append(t.rows, r), append(t.parts, s.Name)
		list.add(p.todayRow(r).as(r.Key))
	}
	box := el("section", "", text("h2", "label", s.Title), list).as(s.Name)
	if len(s.Rows) > most {
		box.add(p.button("more", s.Name, view.LabelMore, "button plain", func() {
			t.shown[s.Name] = most + 10*firstRows
			p.draw()
		}))
	}
	return box
}

func (p *panel) todayRow(r view.TodayRow) *node {
	open := p.today.open == r.Key
	says := el("span", "today-says", text("span", "today-verdict", r.Headline), maybe("span", "", r.Next))
	words := el("span", "today-words",
		el("span", "today-name", name("b", "", r.Name), maybe("span", "chip reunion", r.Tag), name("span", "quiet", r.About), maybe("span", "worth", r.Worth)),
		says, name("span", "quiet", r.Because), maybe("span", "today-missing", r.Missing), maybe("span", "quiet", r.Unsure))
	if r.Clock != nil {
		left := text("b", "clock-left", r.Clock.Left(p.now(), calm())).with("aria-hidden", "true")
		words.add(el("span", "today-clock", left, text("span", "quiet", " · "), text("span", "", r.Clock.Text)))
	}
	main := p.button("row", r.Key, "", "today-main", func() { p.toggle(r) }).add(el("span", "verdict-icon", icon(r.Icon)), words)
	main.with("aria-expanded", "false")
	if p.busy == "row/"+r.Key {
		main.with("aria-busy", "true")
	}
	row := el("li", "today-row", main).with("data-tone", r.Tone).with("data-row", r.Key)
	if r.Open != nil {
		row.add(text("a", "button small", r.Open.Text).with("href", r.Open.URL).with("target", "_blank").with("rel", "noreferrer").with("data-open", r.Key))
	}
	if p.asking == quickOpen && p.today.at == r.Key {
		row.add(el("div", "today-open-box", p.quick(p.model.Quick)).as("quick"))
	}
	if open {
		main.with("aria-expanded", "true")
		inside := el("div", "today-open", p.person(&p.model)...).add(p.leave(p.state.Tracked))
		row.add(el("div", "today-open-box", p.trouble(), inside).as("open " + identity(p.state)))
	}
	return row
}

// todayKeys says which keys work in the list, and turns them off.
func (p *panel) todayKeys() *node {
	if p.noKeys {
		return el("div", "", p.keysSwitch()).as("keys")
	}
	list := el("dl", "keys").with("aria-label", view.LabelListKeys)
	for _, one := range view.TodayKeys {
		keys := el("dt", "")
		for _, k := range strings.Fields(one.Key) {
			keys.add(verbatim("kbd", "", k))
		}
		list.add(el("div", "", keys, text("dd", "", one.Label)))
	}
	return el("div", "", list, p.keysSwitch()).as("keys")
}
