//go:build js && wasm

package main

import (
	"strconv"

	"cleanbreak/wasm/view"
)

// sheet draws a panel.
func (p *panel) sheet(m *view.Panel) []*node {
	out := []*node{p.trouble(), warnings(m.Mail)}
	switch {
	case m.Notice != nil:
		out = append(out, p.notice(m.Notice), p.nameForm(m.Name))
	case m.Pick != nil:
		out = append(out, p.pick(m.Pick), gaps(m.Gaps), p.nameForm(m.Name))
	case m.Header != nil:
		out = append(out, p.header(m.Header, m.Correct), p.offer(m.Offer))
		out = append(append(out, p.person(m)...), p.nameForm(m.Name), p.leave(m.Header.Tracked), maybe("p", "flash", p.flash))
	}
	return out
}

// person is what there is to say and to do about one who is tracked.
func (p *panel) person(m *view.Panel) []*node {
	return []*node{p.ties(m.Ties), clash(m.Clash), p.verdict(m.Verdict), p.undoable(), written(m.Mail), p.promised(m.Promise),
		p.steps(m.Steps), p.decide(m.Decide), p.bar(m), gaps(m.Gaps), timeline(m.Timeline), p.more(m)}
}

func (p *panel) trouble() *node {
	if p.problem == "" {
		return nil
	}
	return el("p", "trouble", icon("warn"), text("span", "", p.problem)).as("trouble").with("role", "alert")
}

func (p *panel) notice(n *view.Notice) *node {
	box := el("section", "notice").as(n.Title).add(el("span", "notice-icon", icon(n.Icon)),
		text("h1", "notice-title", n.Title), maybe("p", "notice-text", n.Text))
	if n.Waiting {
		box.with("aria-busy", "true").add(el("div", "bones", el("i", ""), el("i", ""), el("i", "")))
	}
	switch n.Do {
	case "grant":
		box.add(p.button(n.Do, "", n.Button, "button primary", p.grant))
	case view.Look:
		box.add(p.button(n.Do, "", n.Button, "button primary", p.back))
	}
	if n.Link != nil {
		box.add(text("a", "button primary", n.Link.Text).with("href", n.Link.URL))
	}
	return box
}

func (p *panel) pick(m *view.Pick) *node {
	list := el("ul", "people")
	for i, person := range m.People {
		id := strconv.Itoa(i)
		button := p.sends(view.Choose, id, "", "person", view.Action{Do: view.Choose, Person: p.state.Candidates[i]})
		button.add(icon("person"), el("span", "person-words",
			name("b", "", person.Name), name("span", "", person.About)), icon("chevron"))
		list.add(el("li", "", button).as(id))
	}
	return el("section", "pick", text("h1", "pick-title", m.Title), text("p", "quiet", m.Text), list)
}

func (p *panel) header(h *view.Header, wrong *view.FactGroup) *node {
	title := name("h1", "who", h.Name).with("tabindex", "-1")
	if h.Missing {
		title.with("class", "who missing")
	}
	chipIcon, class := "circle", "chip"
	if h.Tracked {
		chipIcon, class = "check", "chip tracked"
	}
	head := el("header", "person-head", title, el("span", class, icon(chipIcon), text("span", "", h.Chip)),
		dotted("about", h.About), dotted("known", h.Known))
	if h.Reunion != "" {
		head.add(el("span", "chip reunion", icon("answer"), text("span", "", h.Reunion)))
	}
	if h.Back {
		head.add(p.button("back", "", view.LabelBack, "link", p.back))
	}
	return head.add(p.correct(wrong))
}

// dotted sets parts side by side. The dots stand outside the parts, whose
// directions may differ.
func dotted(class string, parts []string) *node {
	line := el("p", class)
	for i, part := range parts {
		if i > 0 {
			line.add(text("span", "quiet", " · "))
		}
		line.add(name("span", "", part))
	}
	return filled(line)
}

func (p *panel) offer(o *view.Offer) *node {
	if o == nil {
		return nil
	}
	box := el("section", "offer", text("h2", "", o.Title), text("p", "", o.Text), maybe("p", "quiet", o.Shows))
	if !o.Nameless && !o.Refused {
		box.add(p.sends(view.Track, "", view.LabelTrack, "button primary", view.Action{Do: view.Track}))
	}
	return box
}

// leave asks before it forgets anything.
func (p *panel) leave(tracked bool) *node {
	if !tracked {
		return nil
	}
	const ask = "untrack"
	if p.asking != ask {
		open := p.asks(ask, "[data-do=untrack-no]")
		return el("footer", "leave", p.button("untrack-ask", "", view.LabelUntrack, "button plain", open)).as("leave")
	}
	close := p.closes(ask, "[data-do=untrack-ask]")
	return el("footer", "leave asking", text("p", "", view.UntrackAsk(p.state)).with("id", "leave-ask"),
		p.sends(view.Untrack, "", view.LabelUntrackYes, "button danger", view.Action{Do: view.Untrack}),
		p.button("untrack-no", "", view.LabelKeep, "button", close),
	).as("asking").with("role", "group").with("aria-labelledby", "leave-ask").with("data-esc", ask)
}

func gaps(all []string) *node {
	if len(all) == 0 {
		return nil
	}
	list := el("ul", "gaps").with("aria-label", view.LabelGaps)
	for _, g := range all {
		list.add(el("li", "", icon("blind"), text("span", "", g)))
	}
	return list
}
