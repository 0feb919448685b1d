//go:build js && wasm

package main

import (
	"strconv"

	"cleanbreak/wasm/view"
)

func verdict(v *view.Verdict) *node {
	if v == nil {
		return nil
	}
	card := el("section", "verdict").with("data-tone", v.Tone)
	card.add(
		el("div", "verdict-head", el("span", "verdict-icon", icon(v.Icon)), text("h2", "", v.Headline)),
		maybe("p", "because", v.Because),
	)
	if v.Unsure != "" {
		card.add(el("p", "unsure", icon("blind"), text("span", "", v.Unsure)))
	}
	facts := el("dl", "facts")
	facts.add(fact(view.LabelScore, v.Words, meter(v.Score)))
	for _, d := range v.Dates {
		facts.add(fact(d.Label, d.Text, nil))
	}
	if v.Kind != "" {
		facts.add(fact(view.LabelClosedReason, v.Kind, nil))
	}
	return card.add(facts)
}

func fact(label, words string, extra *node) *node {
	return el("div", "", text("dt", "", label), el("dd", "", text("span", "", words), extra)).as(label)
}

func meter(score int) *node {
	return el("svg", "meter mirrored", rect("meter-back", 0, 100), rect("meter-fill", 0, float64(score))).
		with("aria-hidden", "true")
}

func rect(class string, start, width float64) *node {
	return el("rect", class).with("x", percent(start)).with("width", percent(width)).with("height", "100%")
}

func percent(n float64) string { return strconv.FormatFloat(n, 'f', 2, 64) + "%" }

// steps shows the first in full and folds the others.
func (s *scene) steps(all []view.Step) *node {
	if len(all) == 0 {
		return nil
	}
	box := el("section", "steps", text("h2", "label", view.LabelNextStep), s.step(all[0], "0"))
	if len(all) > 1 {
		box.add(s.fold("later", view.LabelLaterSteps, all[1].What, len(all)-1, func() *node {
			later := el("div", "later")
			for i, st := range all[1:] {
				later.add(s.step(st, strconv.Itoa(i+1)))
			}
			return later
		}))
	}
	return box
}

func (s *scene) step(st view.Step, id string) *node {
	head := el("p", "step-head", text("b", "", st.What), text("span", "when", st.When), maybe("span", "quiet", st.Aloud))
	box := el("div", "step", head).as(id)
	switch {
	case st.Draft:
		box.add(s.draft(st, id))
	case st.Body != "":
		box.add(name("p", "step-text", st.Body))
	}
	if st.Link != nil {
		box.add(text("a", "button", st.Link.Text).with("href", st.Link.URL).
			with("target", "_blank").with("rel", "noopener noreferrer"))
	}
	return box
}

func (s *scene) draft(st view.Step, id string) *node {
	box := el("div", "draft")
	presses := el("div", "presses", s.copyButton("body-"+id, view.LabelCopyMessage, st.Body))
	if st.Subject != "" {
		box.add(el("p", "subject", text("span", "quiet", view.LabelSubject), name("span", "", st.Subject)))
		presses.add(s.copyButton("subject-"+id, view.LabelCopySubject, st.Subject))
	}
	box.add(name("div", "body", st.Body))
	return el("div", "", box, maybe("p", "quiet blanks", st.Blanks), presses)
}

// decide offers what the rep can decide now. It can be taken back in the history.
func (s *scene) decide(all []view.Decision) *node {
	row := el("div", "decide")
	for _, d := range all {
		class := "button"
		if d.Primary {
			class = "button primary"
		}
		row.add(s.button("decide", d.Verdict, d.Label, class).with("data-kind", d.Kind))
	}
	return filled(row)
}
