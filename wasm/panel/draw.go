//go:build js && wasm

package main

import (
	"strconv"

	"cleanbreak/wasm/view"
)

// memory is what the panel remembers between two drawings of one person: what
// is being done and opened, nothing of what is known about them.
type memory struct {
	busy    string // the press that waits for its answer
	confirm bool   // asked whether to stop tracking
	channel string // chosen in the log form
	shown   int    // lines of history
	copied  string // the draft that was copied just now
	problem string // why the last press did not work
}

const firstLines, moreLines = 30, 100

// scene draws a panel. Copies collects what each Copy button copies.
type scene struct {
	memory
	copies map[string]string
	open   map[string]bool // the sections that the rep has opened
}

func (s *scene) draw(p view.Panel) []*node {
	out := []*node{s.trouble()}
	switch {
	case p.Notice != nil:
		out = append(out, s.notice(p.Notice))
	case p.Pick != nil:
		out = append(out, s.pick(p.Pick), gaps(p.Gaps))
	case p.Header != nil:
		out = append(out, header(p.Header), s.offer(p.Offer), verdict(p.Verdict), s.steps(p.Steps),
			s.decide(p.Decide), gaps(p.Gaps), s.more(p), s.leave(p.Header.Tracked))
	}
	return out
}

func (s *scene) trouble() *node {
	if s.problem == "" {
		return nil
	}
	return el("p", "trouble", icon("warn"), text("span", "", s.problem)).as("trouble").with("role", "alert")
}

func (s *scene) notice(n *view.Notice) *node {
	box := el("section", "notice").as(n.Title).add(el("span", "notice-icon", icon(n.Icon)),
		text("h1", "notice-title", n.Title), maybe("p", "notice-text", n.Text))
	if n.Waiting {
		box.with("aria-busy", "true").add(el("div", "bones", el("i", ""), el("i", ""), el("i", "")))
	}
	if n.Do != "" {
		box.add(s.button(n.Do, "", n.Button, "button primary"))
	}
	return box
}

func (s *scene) pick(p *view.Pick) *node {
	list := el("ul", "people")
	for i, person := range p.People {
		id := strconv.Itoa(i)
		button := s.button("choose", id, "", "person")
		button.text = ""
		button.add(icon("person"), el("span", "person-words",
			name("b", "", person.Name), name("span", "", person.About)), icon("chevron"))
		list.add(el("li", "", button).as(id))
	}
	return el("section", "pick", text("h1", "pick-title", p.Title), text("p", "quiet", p.Text), list)
}

func header(h *view.Header) *node {
	title := name("h1", "who", h.Name).with("tabindex", "-1")
	if h.Missing {
		title.with("class", "who missing")
	}
	chipIcon, class := "circle", "chip"
	if h.Tracked {
		chipIcon, class = "check", "chip tracked"
	}
	chips := el("div", "chips", el("span", class, icon(chipIcon), text("span", "", h.Chip)))
	if h.Reunion != "" {
		chips.add(el("span", "chip reunion", icon("answer"), text("span", "", h.Reunion)))
	}
	return el("header", "person-head", title, dotted("about", h.About), dotted("known", h.Known), chips)
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

// filled leaves out an element that would be empty.
func filled(n *node) *node {
	if len(n.kids) == 0 {
		return nil
	}
	return n
}

func (s *scene) offer(o *view.Offer) *node {
	if o == nil {
		return nil
	}
	return el("section", "offer", text("h2", "", o.Title), text("p", "", o.Text),
		text("p", "quiet", o.Shows), s.button("track", "", view.LabelTrack, "button primary"))
}

// leave asks before it forgets anything.
func (s *scene) leave(tracked bool) *node {
	if !tracked {
		return nil
	}
	if !s.confirm {
		return el("footer", "leave", s.button("untrack-ask", "", view.LabelUntrack, "button plain")).as("leave")
	}
	return el("footer", "leave asking", text("p", "", view.LabelUntrackAsk).with("id", "leave-ask"),
		s.button("untrack", "", view.LabelUntrackYes, "button danger"),
		s.button("untrack-no", "", view.LabelKeep, "button"),
	).as("asking").with("role", "group").with("aria-labelledby", "leave-ask")
}

// button keeps focus while it waits: aria-disabled, never disabled.
func (s *scene) button(do, id, label, class string) *node {
	b := text("button", class, label).as(do+"/"+id).with("type", "button").with("data-do", do)
	if id != "" {
		b.with("data-id", id)
	}
	if s.busy == "" {
		return b
	}
	b.with("aria-disabled", "true")
	if s.busy == do+"/"+id {
		b.with("aria-busy", "true")
		if label != "" {
			b.text = view.LabelSaving
		}
	}
	return b
}

func (s *scene) copyButton(id, label, words string) *node {
	s.copies[id] = words
	picture := "copy"
	if s.copied == id {
		picture, label = "check", view.LabelCopied
	}
	return el("button", "button small", icon(picture), text("span", "", label)).
		as("copy/"+id).with("type", "button").with("data-do", "copy").with("data-id", id)
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
