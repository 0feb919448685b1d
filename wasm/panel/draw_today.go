//go:build js && wasm

package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"syscall/js"

	"cleanbreak/wasm/view"
)

// todayList is the page Today (today.html): everybody who needs something.
type todayList struct {
	dues  view.Dues      // all that came so far
	wrong string         // why it went no further
	shown map[string]int // rows of a section, where more are shown than at first
}

const firstRows = 30

// isToday reports that this is the page Today and not the panel.
func isToday() bool {
	return strings.HasSuffix(global.Get("location").Get("pathname").String(), "/today.html")
}

// startToday asks for everybody, some at a time, and again when the rep comes back
// to the page.
func (p *panel) startToday() {
	t := &todayList{shown: map[string]int{}}
	p.moreToday(t)
	document.Call("addEventListener", "visibilitychange", p.callback(func([]js.Value) {
		if !document.Get("hidden").Bool() && len(t.dues.Due) == t.dues.All {
			t = &todayList{shown: t.shown}
			p.moreToday(t)
		}
	}))
}

func (p *panel) moreToday(t *todayList) {
	failed := func(why string) {
		t.wrong = view.Problem(why)
		p.drawToday(t)
	}
	ask := map[string]any{"team": "today", "from": len(t.dues.Due)}
	p.then(chrome.Get("runtime").Call("sendMessage", ask), func(v js.Value) {
		came, fault := dues(v)
		if came == nil {
			failed(fault)
			return
		}
		if came.From > 0 {
			came.Due = append(t.dues.Due, came.Due...)
		}
		t.dues = *came
		p.drawToday(t)
		if len(t.dues.Due) < t.dues.All {
			p.moreToday(t)
		}
	}, failed)
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

func (p *panel) drawToday(t *todayList) {
	m := view.MakeToday(t.dues.Due, t.dues.All, t.dues.Now, local)
	p.presses = map[string]func(){}
	sheet := el("div", "sheet", el("header", "today-head", text("h1", "who", m.Title), maybe("p", "quiet", m.Brief)))
	if t.wrong != "" {
		sheet.add(el("p", "trouble", icon("warn"), text("span", "", t.wrong)).with("role", "alert"))
	}
	if m.Progress != "" {
		sheet.add(el("div", "progress", text("p", "quiet", m.Progress), meter(int(100*m.Part))).with("role", "status"))
	}
	if m.Empty != nil {
		sheet.add(p.notice(m.Empty))
	}
	for _, s := range m.Sections {
		sheet.add(p.todaySection(t, s))
	}
	next := &node{tag: "main"}
	next.add(sheet)
	patch(p.root, next)
	p.root = next
	p.paint()
}

func (p *panel) todaySection(t *todayList, s view.TodaySection) *node {
	list := el("ul", "today")
	most := max(t.shown[s.Name], firstRows)
	for i, r := range s.Rows {
		if i == most {
			break
		}
		list.add(todayRow(r).as(strconv.Itoa(i) + r.Name))
	}
	box := el("section", "", text("h2", "label", s.Title), list).as(s.Name)
	if len(s.Rows) > most {
		box.add(p.button("more", s.Name, view.LabelMore, "button plain", func() {
			t.shown[s.Name] = most + 10*firstRows
			p.drawToday(t)
		}))
	}
	return box
}

func todayRow(r view.TodayRow) *node {
	words := el("div", "today-words",
		el("p", "today-name", name("b", "", r.Name), name("span", "quiet", r.About), maybe("span", "worth", r.Worth)),
		el("p", "today-says", text("span", "today-verdict", r.Headline), maybe("span", "", r.Next)),
		name("p", "quiet", r.Because), maybe("p", "quiet", r.Unsure))
	if r.Clock != nil {
		words.add(text("p", "today-clock", r.Clock.Text))
	}
	row := el("li", "today-row", el("span", "verdict-icon", icon(r.Icon)), words).with("data-tone", r.Tone)
	if r.Open != nil {
		row.add(text("a", "button small", r.Open.Text).with("href", r.Open.URL).with("target", "_blank").with("rel", "noreferrer"))
	}
	return row
}
