//go:build js && wasm

package main

import (
	"encoding/json"
	"strconv"
	"syscall/js"

	"cleanbreak/wasm/view"
)

// warnings tell whom the mail that the rep is writing should not go to, before
// all else.
func warnings(m *view.Mail) *node {
	if m == nil {
		return nil
	}
	box := el("section", "mail")
	for i, w := range m.Warnings {
		box.add(el("div", "warned", icon(w.Icon), el("div", "", name("b", "", w.Title), name("p", "", w.Because))).
			with("data-tone", w.Tone).with("role", "alert").as(strconv.Itoa(i)))
	}
	return filled(box)
}

// written is what is to mend in that mail.
func written(m *view.Mail) *node {
	if m == nil || m.Text == "" {
		return nil
	}
	now, fine := m.Check()
	return el("section", "writing", text("h2", "label", m.Title), marked(&now), maybe("p", "fine", fine))
}

// marked lists what is to mend in a text that stands elsewhere.
func marked(now *view.Checked) *node {
	list := el("ul", "")
	for i, f := range now.Findings {
		list.add(el("li", "", text("b", "", f.Rule), name("q", "quoted", f.Quote), maybe("span", "quiet", f.Better)).as(strconv.Itoa(i)))
	}
	head := el("p", "mend", maybe("span", "blanks", now.Blanks), maybe("span", "count", now.Mend)).with("role", "status")
	return el("div", "findings", head, filled(list))
}

// putButton puts a draft into the mail that is open.
func (p *panel) putButton(st view.Step, subject, body string) *node {
	if !st.Draft.Mail {
		return nil
	}
	b := p.button("put", st.Key, "", "button primary small", func() { p.put(st.Key, subject, body) })
	p.waits(b.add(icon("mail"), text("span", "", view.LabelPut)), "put/"+st.Key)
	return p.keyedFor(b, "i", st.Key)
}

// put asks the background, which asks Gmail's page, and says what came of it. A
// second press waits for the first one's answer.
func (p *panel) put(key, subject, body string) {
	if p.busy != "" {
		return
	}
	into := p.state.Into
	if into == nil {
		p.putSays(key, view.Put{}, body)
		return
	}
	p.busy = "put/" + key
	p.draw()
	turn := p.turn
	ask := object(map[string]any{
		"do": "put", "tab": p.tab, "url": p.state.URL, "box": into.Box, "to": into.To, "subject": subject, "body": body,
	})
	p.message(ask, mostSent, func(answer js.Value) {
		if turn != p.turn {
			return
		}
		p.busy = ""
		var done view.Put
		if answer.Type() == js.TypeObject {
			// An answer that is none is no: nothing was put in.
			_ = json.Unmarshal([]byte(global.Get("JSON").Call("stringify", answer).String()), &done)
		}
		p.putSays(key, done, body)
	}, func(why string) {
		if turn == p.turn {
			p.fail(why)
		}
	})
}

func (p *panel) putSays(key string, done view.Put, body string) {
	said := view.PutSays(done, p.state, body)
	p.putAt, p.putSaid, p.problem = key, said, ""
	p.draw()
	p.announce(said)
}

// putNote is what came of the last press, under the draft it was of.
func (p *panel) putNote(key string) *node {
	if p.putAt != key {
		return nil
	}
	return maybe("p", "put", p.putSaid)
}
