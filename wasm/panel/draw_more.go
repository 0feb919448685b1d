//go:build js && wasm

package main

import (
	"strconv"
	"strings"

	"cleanbreak/wasm/view"
)

func contains(text, part string) bool { return part != "" && strings.Contains(text, part) }

const firstLines, moreLines = 30, 100

// more is everything one press down.
func (p *panel) more(m *view.Panel) *node {
	first, last := p.after(m.After), (*node)(nil)
	if m.After != nil && !m.After.Due {
		first, last = nil, first
	}
	return filled(el("div", "more", first, p.reasons(m.Reasons), p.voices(m.Voices), p.flips(m.Flips),
		p.tell(m.Tell), p.logForm(m.Log), p.replyForm(m.Log), p.account(m.Account), p.history(m.History), p.counts(m.Counts), p.tied(m.Tied), last))
}

// fold is a section that opens. Whether it is open belongs to the page: it is
// never described here, so a new drawing leaves it alone. What a closed one
// holds is drawn when it opens.
func (p *panel) fold(key, title, brief string, count int, body func() *node) *node {
	head := el("span", "fold-head", text("span", "fold-title", title), name("span", "fold-brief", brief))
	if count > 1 {
		head.add(text("span", "fold-count", view.Number(count)))
	}
	return p.foldAs(key, head, body)
}

func (p *panel) foldAs(key string, head *node, body func() *node) *node {
	if head.tag == "p" { // a summary holds words, no paragraphs
		head.tag = "span"
	}
	inside := el("div", "fold-body")
	if p.open[key] {
		inside.add(body())
	}
	return el("details", "fold", el("summary", "", icon("chevron"), head), inside).as(key).with("data-fold", key)
}

func (p *panel) after(a *view.After) *node {
	if a == nil {
		return nil
	}
	return p.fold("after", view.LabelAfter, a.Brief, 0, func() *node {
		body := el("div", "after")
		if a.Freed != "" {
			body.add(el("p", "freed", icon("clock"), text("span", "", a.Freed)))
		}
		rows := el("dl", "rows")
		for _, r := range a.Rows {
			rows.add(el("div", "", text("dt", "", r.Label), name("dd", "", r.Text)).as(r.Label))
		}
		body.add(filled(rows))
		if len(a.List) > 0 {
			body.add(p.paste("suppress", view.LabelSuppress, a.Words(), ""))
		}
		if a.Note != "" {
			body.add(p.paste("note", view.LabelNote, a.Note, "n"))
		}
		return body
	})
}

// paste is a text for another program, with a press that copies it.
func (p *panel) paste(id, label, words, key string) *node {
	copy := p.copyButton(id, view.LabelCopy, words)
	if key != "" {
		keyed(copy, key)
	}
	return el("div", "paste", text("p", "label", label), name("p", "body", words),
		el("div", "presses", copy)).as(id)
}

func (p *panel) reasons(r *view.Reasons) *node {
	if r == nil || len(r.Parts) == 0 && len(r.LeftOut) == 0 {
		return nil
	}
	return p.fold("reasons", view.LabelReasons, r.Words, 0, func() *node {
		body := el("div", "reasons")
		if r.Rule != "" {
			line := el("p", "decided", text("span", "", r.Rule))
			if r.Without != nil {
				line.add(p.cross("rule", view.LabelDismissRule, *r.Without))
			}
			body.add(line)
		}
		body.add(maybe("p", "quiet", r.Note), p.leftOut(r.LeftOut))
		list := el("ol", "parts")
		for i, part := range r.Parts {
			list.add(p.part(part, strconv.Itoa(i)))
		}
		foot := el("p", "quiet", maybe("span", "", r.Source))
		if r.Note == "" {
			foot.add(text("span", "", " "+view.Say(view.LabelDismissHelp)))
		}
		return body.add(filled(list), filled(foot))
	})
}

func (p *panel) part(part view.Part, id string) *node {
	head := el("p", "part-head", name("span", "part-because", part.Because), maybe("b", "part-points", part.Points))
	if part.Without != nil {
		head.add(p.cross("part "+id, part.Dismiss, *part.Without))
	}
	item := el("li", part.Sign, head).as(id)
	if part.Points != "" {
		item.add(el("svg", "bar mirrored", rect("bar-back", 0, 100), rect("bar-part", part.Start, part.Width)).with("aria-hidden", "true"))
	}
	item.add(maybe("p", "quiet", part.Source))
	list := el("ul", "evidence")
	for i, e := range part.Evidence {
		line := el("li", "", text("span", "date", e.Date), name("span", "quote", e.Quote)).as(strconv.Itoa(i))
		if e.Without != nil {
			line.add(p.cross("evidence "+id+" "+strconv.Itoa(i), e.Dismiss, *e.Without))
		}
		list.add(line)
	}
	return item.add(filled(list))
}

// leftOut is what the rep said does not count, struck through.
func (p *panel) leftOut(all []view.LeftOut) *node {
	if len(all) == 0 {
		return nil
	}
	list := el("ul", "left-out")
	for _, l := range all {
		undo := p.sends("restore", l.ID, view.LabelUndo, "link", view.Action{Do: view.Unlog, ID: l.ID})
		list.add(el("li", "", name("s", "", l.Text), undo.with("aria-label", view.Say(view.LabelUndo)+": "+l.Text)).as(l.ID))
	}
	return el("div", "leaving", text("p", "quiet", view.LabelLeftOut), list).as("left out")
}

func (p *panel) voices(all []view.Voice) *node {
	if len(all) == 0 {
		return nil
	}
	return p.fold("voices", view.LabelVoices, "", 0, func() *node {
		list := el("div", "voices")
		for _, v := range all {
			head := el("span", "voice", text("span", "voice-name", v.Source), name("span", "voice-says", v.Verdict))
			list.add(p.foldAs("voice "+v.Code, head, func() *node {
				return el("div", "", name("p", "", v.Because), maybe("p", "quiet", v.Title))
			}))
		}
		return list
	})
}

func (p *panel) flips(all []view.Flip) *node {
	if len(all) == 0 {
		return nil
	}
	return p.fold("flips", view.LabelFlips, "", len(all), func() *node {
		list := el("ul", "flips")
		for _, f := range all {
			list.add(el("li", "", name("span", "flip-if", f.If), el("span", "flip-to", icon(f.Icon), name("span", "", f.Verdict)).with("data-tone", f.Tone)))
		}
		return list
	})
}

const channelField, outcomeField, minutesField, logWhenField = "log-channel", "log-outcome", "log-minutes", "log-when"

func (p *panel) logForm(f *view.LogForm) *node {
	if f == nil {
		return nil
	}
	return p.fold("log", view.LabelLogTitle, "", 0, func() *node {
		channel := p.value(channelField, f.Channels[0].Code)
		e := view.Entered{Type: "touch", Channel: channel}
		form := p.form("log", "log", func() { p.logTouch(e) }, text("p", "quiet", view.LabelLogHelp),
			p.choice(channelField, view.LabelChannel, f.Channels))
		if channel == view.WithOutcome {
			e.Disposition = p.value(outcomeField, f.Outcomes[0].Code)
			form.add(p.choice(outcomeField, view.LabelOutcome, f.Outcomes))
		}
		press := text("button", "button primary", view.LabelLog).with("type", "submit")
		return form.add(p.input(minutesField, "number", view.LabelMinutes, "", ""),
			p.input(logWhenField, "datetime-local", view.LabelWhen, "", ""), p.wrongly("log"), p.waits(press, "submit/log"))
	})
}

func (p *panel) logTouch(e view.Entered) {
	e.At = moment(p.fields[logWhenField])
	e.Minutes, _ = strconv.Atoi(p.fields[minutesField]) // empty is unknown
	if problem := view.Happened(e.At, p.now()); problem != "" {
		p.mistaken("log", problem)
		return
	}
	delete(p.wrong, "log")
	p.log(e, "submit/log", p.forget(logWhenField, minutesField))
}

func (p *panel) history(h *view.History) *node {
	if h == nil {
		return nil
	}
	return p.fold("history", view.LabelHistory, "", h.Count, func() *node {
		body := el("div", "")
		if h.Count == 0 {
			body.add(text("p", "quiet", view.LabelNoHistory))
		}
		lines := h.Lines(max(p.shown, firstLines))
		list := el("ol", "events")
		for _, e := range lines {
			list.add(p.event(e))
		}
		body.add(filled(list))
		if len(lines) < h.Count {
			body.add(p.button("more", "", view.LabelMore, "button plain", func() {
				p.shown = max(p.shown, firstLines) + moreLines
				p.draw()
			}))
		}
		return body
	})
}

func (p *panel) event(e view.Event) *node {
	words := el("div", "event-words", el("p", "event-head", text("span", "", e.Title), text("span", "date", e.Date)),
		name("p", "quote", e.Quote))
	foot := el("div", "event-foot", maybe("p", "quiet", e.Note))
	if e.ByHand {
		back := p.sends(view.Unlog, e.ID, view.LabelTakeBack, "link", view.Action{Do: view.Unlog, ID: e.ID})
		foot.add(back)
	}
	words.add(filled(foot))
	return el("li", e.Class, icon(e.Icon), words).as(e.ID)
}

func (p *panel) counts(c *view.Counts) *node {
	if c == nil {
		return nil
	}
	return p.fold("counts", view.LabelCounts, c.Words, 0, func() *node {
		body := el("div", "", maybe("p", "quiet", c.Basis))
		if len(c.Rows) == 0 {
			return body.add(text("p", "quiet", view.LabelNoHistory))
		}
		rows := el("tbody", "")
		for _, r := range c.Rows {
			rows.add(el("tr", "", text("th", "", r.Channel).with("scope", "row"), counted("out", r.Touches, c.Most), counted("in", r.Replies, c.Most)).as(r.Channel))
		}
		head := el("tr", "", text("th", "", view.LabelChannel).with("scope", "col"),
			text("th", "", view.LabelTouches).with("scope", "col"),
			text("th", "", view.LabelReplies).with("scope", "col"))
		return body.add(el("table", "counts", el("thead", "", head), rows))
	})
}

// counted is a number and a bar as long as it is of the most.
func counted(class string, n, most int) *node {
	bar := el("svg", "bar mirrored", rect("bar-back", 0, 100), rect("bar-part", 0, 100*float64(n)/float64(most))).with("aria-hidden", "true")
	return el("td", class, verbatim("span", "", view.Number(n)), bar)
}
