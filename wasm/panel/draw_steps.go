//go:build js && wasm

package main

import (
	"strconv"

	"cleanbreak/wasm/view"
)

// steps shows what to do now in full and folds the rest.
func (p *panel) steps(s *view.Steps) *node {
	if s == nil {
		return nil
	}
	box := el("section", "steps", text("h2", "label", s.Title))
	if s.Checklist {
		box.add(p.checklist(s.Now))
	} else {
		for _, st := range s.Now {
			box.add(p.step(st))
		}
	}
	if len(s.Then) > 0 {
		box.add(p.fold("later", view.LabelLaterSteps, s.Brief, 0, func() *node {
			later := el("div", "later")
			for _, st := range s.Then {
				later.add(p.step(st))
			}
			return later
		}))
	}
	return box
}

// checklist shows the first kind that was not said yet in full.
func (p *panel) checklist(all []view.Step) *node {
	list := el("ol", "checklist")
	open := true
	for _, st := range all {
		item := el("li", "").as(st.Key)
		switch {
		case st.Logged != "":
			item.with("class", "done").add(p.stepHead(st, ring(true)))
		case open:
			open = false
			item.add(p.stepHead(st, ring(false)), p.stepBody(st))
		default:
			item.add(p.foldAs("step "+st.Key, p.stepHead(st, ring(false)), func() *node { return p.stepBody(st) }))
		}
		list.add(item)
	}
	return list
}

func ring(done bool) *node {
	if done {
		return el("span", "ring done", icon("check"))
	}
	return el("span", "ring")
}

func (p *panel) step(st view.Step) *node {
	box := el("div", "step").as(st.Key)
	if st.Tick != nil {
		return box.add(p.tickHead(st), p.stepBody(st))
	}
	return box.add(p.stepHead(st, nil), p.stepBody(st))
}

func (p *panel) stepHead(st view.Step, ring *node) *node {
	what := text("b", "", st.What)
	if st.Note {
		what = name("span", "", st.What)
	}
	words := el("span", "step-words", what, maybe("span", "when", st.When), maybe("span", "quiet", st.Logged))
	if st.Draft != nil && st.Draft.Spoken && st.Logged == "" {
		words.add(text("span", "quiet", p.checked(st).Aloud))
	}
	return el("p", "step-head").add(ring, icon(st.Icon), words)
}

// tickHead is a box to tick; ticking it again takes that back.
func (p *panel) tickHead(st view.Step) *node {
	var box *node
	if st.Tick.Done {
		box = p.sends("tick", st.Key, "", "tick", view.Action{Do: view.Unlog, ID: st.Tick.ID})
	} else {
		box = p.logs("tick", st.Key, "", "tick", st.Tick.Entered, nil)
	}
	class := "step-head"
	if st.Tick.Done {
		class += " done"
	}
	words := el("span", "step-words", text("b", "", st.What), maybe("span", "when", st.When))
	return el("div", class, box.with("role", "checkbox").with("aria-checked", strconv.FormatBool(st.Tick.Done)).
		add(ring(st.Tick.Done), icon(st.Icon), words))
}

func (p *panel) stepBody(st view.Step) *node {
	box := el("div", "step-body")
	if st.Draft != nil {
		box.add(p.draft(st))
	}
	box.add(name("p", "step-text", st.Text))
	if st.Link != nil {
		box.add(text("a", "button small", st.Link.Text).with("href", st.Link.URL).
			with("target", "_blank").with("rel", "noopener noreferrer"))
	}
	if st.Draft == nil {
		box.add(p.logRow(st))
	}
	return filled(box)
}

// logRow says what came of it, with one press each.
func (p *panel) logRow(st view.Step) *node {
	if st.Asks == "" {
		return filled(el("div", "presses").add(p.logButtons(st, "button small")...))
	}
	id := ident("asks", st.Key)
	return el("div", "outcomes", text("p", "quiet", st.Asks).with("id", id),
		el("div", "pills", p.logButtons(st, "pill")...).with("role", "group").with("aria-labelledby", id)).as("asks")
}

func (p *panel) logButtons(st view.Step, class string) []*node {
	var out []*node
	for i, l := range st.Logs {
		out = append(out, p.logs("did", st.Key+strconv.Itoa(i), l.Label, class, l.Entered, func() { p.forgetDraft(st.Key) }))
	}
	return out
}

func bodyField(key string) string { return "body " + key }

func subjectField(key string) string { return "subject " + key }

// forgetDraft drops what the rep changed in a draft.
func (p *panel) forgetDraft(key string) {
	delete(p.fields, bodyField(key))
	delete(p.fields, subjectField(key))
}

// checked reads a draft as it stands now.
func (p *panel) checked(st view.Step) view.Checked {
	return st.Draft.Check(p.value(subjectField(st.Key), st.Draft.Subject), p.value(bodyField(st.Key), st.Draft.Body))
}

// draft is edited where it stands. What is marked in it lies behind the field,
// and makes the field as high as its text.
func (p *panel) draft(st view.Step) *node {
	d, now := st.Draft, p.checked(st)
	body, subject := p.value(bodyField(st.Key), d.Body), p.value(subjectField(st.Key), d.Subject)
	findings := ident("findings", st.Key)
	box := el("div", "draft")
	presses := el("div", "presses", p.putButton(st, subject, body), p.keyedFor(p.copyButton("body "+st.Key, view.LabelCopyMessage, body), "c", st.Key))
	if d.Subject != "" {
		box.add(editor("subject", subjectField(st.Key), view.LabelSubject, subject, now.Subject, findings))
		presses.add(p.copyButton("subject "+st.Key, view.LabelCopySubject, subject))
	}
	box.add(editor("body", bodyField(st.Key), d.Label, body, now.Body, findings))
	if body != d.Body || subject != d.Subject {
		presses.add(p.button("reset", st.Key, view.LabelReset, "button plain small", func() {
			p.forgetDraft(st.Key)
			p.focus = "[data-field=" + quoted(bodyField(st.Key)) + "]"
			p.draw()
		}))
	}
	if st.Asks == "" {
		presses.add(p.logButtons(st, "button small")...)
	}
	out := el("div", "drafting", box, p.aloudTimer(st.Key, d, now), p.findings(st.Key, findings, now), presses, p.putNote(st.Key), p.hooks(st, body))
	if st.Asks != "" {
		out.add(p.logRow(st))
	}
	return out
}

// editor is a field with what is marked in it behind.
func editor(class, field, label, value string, pieces []view.Piece, described string) *node {
	behind := el("div", "marks").with("aria-hidden", "true").with("dir", "auto")
	for _, piece := range pieces {
		if piece.Mark == "" {
			behind.add(verbatim("span", "", piece.Text))
		} else {
			behind.add(verbatim("mark", piece.Mark, piece.Text))
		}
	}
	behind.add(text("span", "end", "\u200b"))
	area := el("textarea", "").with("rows", "1").with("dir", "auto").with("aria-label", label).
		with("aria-describedby", described).with("data-field", field).prop("value", value)
	return el("div", "editor "+class, behind, area).as(field)
}

// aloudTimer is the timer to read something aloud by.
func (p *panel) aloudTimer(key string, d *view.Draft, now view.Checked) *node {
	if !d.Spoken || now.Seconds == 0 {
		return nil
	}
	second, on := 0, false
	if p.aloud != nil && p.aloud.key == key {
		second, on = p.second(), p.reading()
	}
	picture, label := "play", view.LabelPlay
	if on {
		picture, label = "halt", view.LabelHalt
	}
	button := p.button("play", key, "", "round", func() { p.play(key, now.Seconds) })
	button.with("aria-label", label).with("title", label).add(icon(picture))
	reach := second
	if on && !calm() {
		reach++ // the bar runs towards the second that comes
	}
	bar := el("svg", "timer mirrored", rect("bar-back", 0, 100), rect("bar-part", 0, 100*float64(min(reach, now.Seconds))/float64(now.Seconds))).
		with("role", "progressbar").with("aria-label", view.LabelPlay).
		with("aria-valuemin", "0").with("aria-valuemax", strconv.Itoa(now.Seconds)).with("aria-valuenow", strconv.Itoa(second))
	class := "band quiet"
	if now.Outside {
		class = "band outside"
	}
	return el("div", "aloud", button, el("div", "aloud-words", bar, el("p", "",
		text("span", "seconds", view.Timer(second, now.Seconds)), maybe("span", class, now.Band)))).as("aloud")
}

// findings says what is left to fill in and to mend. Each quote leads to its
// place in the draft.
func (p *panel) findings(key, id string, now view.Checked) *node {
	status := el("p", "mend").with("role", "status")
	status.add(maybe("span", "blanks", now.Blanks), maybe("span", "count", now.Mend))
	box := el("div", "findings", status).as("findings").with("id", id)
	list := el("ul", "")
	for i, f := range now.Findings {
		item := el("li", "").as(strconv.Itoa(i)).add(text("b", "", f.Rule))
		if f.Quote != "" {
			show := p.button("show", key+strconv.Itoa(i), f.Quote, "quoted", func() { p.showFinding(key, f) })
			item.add(show.with("dir", "auto"))
		}
		list.add(item.add(maybe("span", "quiet", f.Better)))
	}
	return box.add(filled(list))
}

// showFinding marks a finding in its field, as if the rep had selected it.
func (p *panel) showFinding(key string, f view.Finding) {
	name := bodyField(key)
	if f.InSubject {
		name = subjectField(key)
	}
	if area := field(name); area.Truthy() {
		area.Call("focus")
		area.Call("setSelectionRange", f.From, f.To)
	}
}

// hooks are personal things to open with; pressed again, one is taken out.
func (p *panel) hooks(st view.Step, body string) *node {
	if len(st.Draft.Hooks) == 0 {
		return nil
	}
	id := ident("hooks", st.Key)
	list := el("div", "hooks").with("role", "group").with("aria-labelledby", id)
	for i, h := range st.Draft.Hooks {
		b := p.button("hook", st.Key+strconv.Itoa(i), "", "hook", func() {
			p.fields[bodyField(st.Key)] = st.Draft.WithHook(p.value(bodyField(st.Key), st.Draft.Body), h.Text)
			p.draw()
		})
		list.add(pressed(b, contains(body, h.Text)).add(name("span", "", h.Text), name("small", "quiet", h.From)))
	}
	return el("div", "hooking", text("p", "quiet", view.LabelHooks).with("id", id), list).as("hooks")
}
