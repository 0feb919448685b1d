//go:build js && wasm

package main

import (
	"strconv"

	"cleanbreak/wasm/view"
)

func (p *panel) verdict(v *view.Verdict) *node {
	if v == nil {
		return nil
	}
	card := el("section", "verdict").with("data-tone", v.Tone)
	card.add(
		el("div", "verdict-head", el("span", "verdict-icon", icon(v.Icon)), text("h2", "", v.Headline)),
		p.runningClock(v.Clock),
		name("p", "because", v.Because),
		name("p", "odds", v.Odds),
		p.unsure(v.Unsure),
	)
	facts := el("dl", "facts")
	facts.add(fact(view.LabelScore, v.Words, meter(v.Score)))
	for _, d := range v.Dates {
		facts.add(fact(d.Label, d.Text, nil))
	}
	if v.Kind != "" {
		facts.add(fact(view.LabelKind, v.Kind, nil))
	}
	return card.add(facts, p.verdictFoot(v), p.disagree(v.Disagree), p.lift(v.Lift))
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

// runningClock counts down. A screen reader reads by when, and hears the last
// minute from the live region: seconds would never let it speak.
func (p *panel) runningClock(c *view.Clock) *node {
	if c == nil {
		return nil
	}
	left := text("b", "clock-left", c.Left(p.now(), calm())).with("aria-hidden", "true")
	return el("p", "clock", icon("clock"), left, text("span", "", c.Text)).with("role", "timer").with("aria-live", "off")
}

func (p *panel) unsure(words string) *node {
	if words == "" {
		return nil
	}
	return el("div", "unsure", el("p", "", icon("blind"), text("span", "", words)),
		p.sends(view.Looked, "", view.LabelLooked, "button small", view.Action{Do: view.Looked}))
}

// verdictFoot names the rule, and is where the rep disagrees.
func (p *panel) verdictFoot(v *view.Verdict) *node {
	foot := el("div", "verdict-foot", maybe("p", "rule", v.Rule))
	switch {
	case v.Disagree != nil && p.asking != "disagree" && p.asking != "sure":
		foot.add(p.button("disagree", "", view.LabelDisagree, "link", p.asks("disagree", ".disagree .pill")))
	case v.Lift != nil && p.asking != "lift":
		foot.add(p.button("lift-ask", "", v.Lift.Label, "link", p.asks("lift", "[data-do=no][data-id=lift]")))
	}
	return filled(foot)
}

const insteadField, kindField, whenField, whyField = "instead", "instead-kind", "instead-when", "instead-why"

// disagree asks for another verdict and one line why.
func (p *panel) disagree(d *view.Disagree) *node {
	if d == nil || (p.asking != "disagree" && p.asking != "sure") {
		return nil
	}
	close := p.closes("disagree", "[data-do=disagree]")
	if p.asking == "sure" {
		e, _ := p.instead(d)
		if ask := e.Sure(); ask != nil {
			yes := p.logs("decide", "sure", ask.Yes, "button danger", e, p.forgetInstead)
			return p.question("sure", ask, yes, "[data-do=disagree]")
		}
	}
	chips := el("div", "pills").with("role", "group").with("aria-label", d.Title)
	picked := p.fields[insteadField]
	for _, o := range d.Options {
		chips.add(pressed(p.button("instead", o.Code, o.Text, "pill", func() {
			p.fields[insteadField], p.wrong["disagree"] = o.Code, ""
			p.draw()
		}), picked == o.Code))
	}
	form := p.form("disagree", "disagree", func() { p.decideInstead(d) }, text("h3", "", d.Title), chips)
	switch picked {
	case "break-up":
		form.add(p.choice(kindField, d.Kind, d.Kinds))
	case "pause":
		form.add(p.input(whenField, "date", d.When, "", ""))
	}
	do := p.waits(text("button", "button primary", d.Do).with("type", "submit"), "submit/disagree")
	return form.add(p.input(whyField, "text", d.Why, "", ""), p.wrongly("disagree"),
		el("div", "presses", do, p.button("disagree-no", "", view.LabelClose, "button", close)),
	).with("data-esc", "disagree")
}

func (p *panel) instead(d *view.Disagree) (view.Entered, string) {
	return d.Enter(p.fields[insteadField], p.fields[kindField], p.fields[whyField], view.Noon(p.fields[whenField]))
}

func (p *panel) decideInstead(d *view.Disagree) {
	e, problem := p.instead(d)
	switch {
	case problem != "":
		p.mistaken("disagree", problem)
	case e.Sure() != nil:
		p.asks("sure", "[data-do=no][data-id=sure]")()
	default:
		p.log(e, "submit/disagree", p.forgetInstead)
	}
}

func (p *panel) forgetInstead() {
	for _, f := range []string{insteadField, kindField, whenField, whyField} {
		delete(p.fields, f)
	}
	delete(p.wrong, "disagree")
}

// lift asks before a stop is ended.
func (p *panel) lift(q *view.Question) *node {
	if q == nil || p.asking != "lift" {
		return nil
	}
	const why = "lift-why"
	yes := p.logs("lift", "", q.Yes, "button danger", view.Lift(p.fields[why]), nil)
	return p.question("lift", q, yes, "[data-do=lift-ask]", p.input(why, "text", view.LabelWhy, "", ""))
}

// decide offers what the rep can decide now. It can be taken back.
func (p *panel) decide(all []view.Decision) *node {
	row := el("div", "decide")
	for i, d := range all {
		id := decideID(i)
		class := "button"
		if d.Primary {
			class = "button primary"
		}
		switch {
		case d.Ask == nil:
			row.add(p.logs("decide", d.Verdict, d.Label, class, d.Entered(), nil))
		case p.asking == id:
			yes := p.logs("decide", d.Verdict, d.Ask.Yes, "button danger", d.Entered(), nil)
			row.add(p.question(id, d.Ask, yes, "[data-do=decide-ask]"))
		default:
			row.add(p.button("decide-ask", id, d.Label, class, p.asks(id, "[data-do=no][data-id="+id+"]")))
		}
	}
	return filled(row)
}

func decideID(i int) string { return "decide" + strconv.Itoa(i) }

// undoable says what the last press entered, and takes it back.
func (p *panel) undoable() *node {
	if p.noted == nil || p.today != nil { // the list says it, at its top
		return nil
	}
	undo := keyed(p.waits(p.button("undo", "", view.LabelUndo, "link", p.undo), "undo/"), "u")
	return el("div", "noted", icon("check"), name("span", "", p.noted.Text), undo).as("noted")
}

func pressed(n *node, is bool) *node { return n.with("aria-pressed", strconv.FormatBool(is)) }
