//go:build js && wasm

package main

import (
	"strconv"

	"cleanbreak/wasm/view"
)

// more is everything one press down.
func (s *scene) more(p view.Panel) *node {
	return filled(el("div", "more", s.crm(p.CRM), s.counts(p.Counts), s.score(p.Score),
		s.logForm(p.Log), s.history(p.History), s.flips(p.Flips), s.voices(p.Voices)))
}

// fold is a section that opens. Whether it is open belongs to the page: it is
// never described here, so a new drawing leaves it alone. What a closed one
// holds is drawn when it opens.
func (s *scene) fold(key, title, brief string, count int, body func() *node) *node {
	summary := el("summary", "", icon("chevron"), text("span", "fold-title", title), name("span", "fold-brief", brief))
	if count > 1 {
		summary.add(text("span", "fold-count", strconv.Itoa(count)))
	}
	inside := el("div", "fold-body")
	if s.open[key] {
		inside.add(body())
	}
	return el("details", "fold", summary, inside).as(key).with("data-fold", key)
}

func (s *scene) counts(c *view.Counts) *node {
	if c == nil {
		return nil
	}
	return s.fold("counts", view.LabelCounts, c.Words, 0, func() *node { return countTable(c) })
}

func countTable(c *view.Counts) *node {
	body := el("div", "", maybe("p", "quiet", c.Basis))
	if len(c.Rows) > 0 {
		rows := el("tbody", "")
		for _, r := range c.Rows {
			rows.add(el("tr", "", text("th", "", r.Channel).with("scope", "row"),
				text("td", "", strconv.Itoa(r.Touches)), text("td", "", strconv.Itoa(r.Replies))).as(r.Channel))
		}
		head := el("tr", "", text("th", "", view.LabelChannel).with("scope", "col"),
			text("th", "", view.LabelTouches).with("scope", "col"),
			text("th", "", view.LabelReplies).with("scope", "col"))
		body.add(el("table", "counts", el("thead", "", head), rows))
	}
	return body
}

func (s *scene) score(sc *view.Score) *node {
	if sc == nil || len(sc.Parts) == 0 {
		return nil
	}
	return s.fold("score", view.LabelScoreTitle, sc.Words, 0, func() *node {
		list := el("ol", "parts")
		for i, p := range sc.Parts {
			list.add(part(p).as(strconv.Itoa(i)))
		}
		return el("div", "", maybe("p", "quiet", sc.Source), list)
	})
}

func part(p view.Part) *node {
	bar := el("svg", "bar mirrored", rect("bar-back", 0, 100), rect("bar-part", p.Start, p.Width)).
		with("aria-hidden", "true")
	item := el("li", p.Sign, el("p", "part-head", name("span", "part-because", p.Because),
		text("b", "part-points", p.Points)), bar, maybe("p", "quiet", p.Source))
	if len(p.Evidence) > 0 {
		list := el("ul", "evidence")
		for _, e := range p.Evidence {
			list.add(el("li", "", text("span", "date", e.Date), name("span", "quote", e.Quote)))
		}
		item.add(list)
	}
	return item
}

func (s *scene) voices(all []view.Voice) *node {
	if len(all) == 0 {
		return nil
	}
	return s.fold("voices", view.LabelVoices, "", len(all), func() *node {
		list := el("dl", "voices")
		for _, v := range all {
			list.add(el("div", "", text("dt", "", v.Source),
				el("dd", "", text("b", "", v.Verdict), maybe("span", "", v.Because))).as(v.Source))
		}
		return list
	})
}

func (s *scene) flips(all []string) *node {
	if len(all) == 0 {
		return nil
	}
	return s.fold("flips", view.LabelFlips, "", len(all), func() *node {
		list := el("ul", "plain-list")
		for _, f := range all {
			list.add(text("li", "", f))
		}
		return list
	})
}

func (s *scene) crm(c *view.CRM) *node {
	if c == nil {
		return nil
	}
	words := c.Note
	if words == "" {
		words = c.Reason
	}
	return s.fold("crm", view.LabelCRM, c.Reason, 0, func() *node {
		return el("div", "", name("p", "body", c.Note), el("div", "presses", s.copyButton("crm", view.LabelCopy, words)))
	})
}

func (s *scene) logForm(f *view.LogForm) *node {
	if f == nil {
		return nil
	}
	return s.fold("log", view.LabelLogTitle, "", 0, func() *node { return s.form(f) })
}

func (s *scene) form(f *view.LogForm) *node {
	form := el("form", "log", text("p", "quiet", view.LabelLogHelp),
		choice("log-channel", view.LabelChannel, f.Channels)).with("data-form", "log")
	if s.channel == "" || s.channel == view.WithOutcome {
		form.add(choice("log-outcome", view.LabelOutcome, f.Outcomes))
	}
	form.add(s.button("log", "", view.LabelLog, "button primary").with("type", "submit"))
	return form
}

// choice is a labelled list; the page keeps what was chosen.
func choice(id, label string, options []view.Option) *node {
	list := el("select", "").with("id", id)
	for _, o := range options {
		list.add(text("option", "", o.Text).with("value", o.Code).as(o.Code))
	}
	return el("p", "choice", text("label", "", label).with("for", id), list).as(id)
}

func (s *scene) history(h *view.History) *node {
	if h == nil {
		return nil
	}
	return s.fold("history", view.LabelHistory, "", len(h.Events), func() *node { return s.events(h) })
}

func (s *scene) events(h *view.History) *node {
	body := el("div", "")
	if len(h.Events) == 0 {
		body.add(text("p", "quiet", view.LabelNoHistory))
	}
	shown := min(len(h.Events), max(s.shown, firstLines))
	list := el("ol", "events")
	for _, e := range h.Events[:shown] {
		list.add(s.event(e))
	}
	body.add(filled(list))
	if shown < len(h.Events) {
		body.add(s.button("more", "", view.LabelMore, "button plain"))
	}
	return body
}

func (s *scene) event(e view.Event) *node {
	words := el("div", "event-words", el("p", "event-head", text("span", "", e.Title), text("span", "date", e.Date)),
		name("p", "quote", e.Quote))
	foot := el("div", "event-foot", maybe("p", "quiet", e.Note))
	if e.ByHand {
		foot.add(s.button("unlog", e.ID, view.LabelTakeBack, "button plain small"))
	}
	words.add(filled(foot))
	return el("li", e.Icon, icon(e.Icon), words).as(e.ID)
}
