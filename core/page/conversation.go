package page

import (
	"slices"
	"strings"
)

// conversation fills the Context from one LinkedIn conversation: the page's, or
// one chat window.
func conversation(c *Context, p part) {
	c.Kind = Conversation
	header := Address{Name: p.line("title")}
	header.Slug, header.Member = profileOf(p.line("link"))
	linked := header.Slug != "" || header.Member != ""
	c.Messages = liveMessages(c, p.items("messages"))
	doubtSides(c, header)
	others := senders(c.Messages)
	switch {
	case len(others) == 0 && linked:
		one(c, header, p.line("headline"))
	case len(others) == 1 && linked && sameMember(others[0], header) && !alike(others[0].Name, header.Name):
		several(c, header, linked, others)
		c.mistrust("identity")
	case len(others) == 1 && linked && sameMember(others[0], header):
		one(c, joined(header, others[0]), p.line("headline"))
	case len(others) == 1 && !linked && header.Name != "" && others[0].Name == header.Name:
		one(c, others[0], p.line("headline"))
		c.mistrust("link") // of a conversation with one person the header has one
	default:
		several(c, header, linked, others)
	}
	if len(c.Messages) == 0 || p.cut("messages") {
		c.missing("messages")
	}
	if c.Prospect.Name == "" && len(c.Candidates) == 0 {
		c.missing("prospect")
	}
}

// overlay reads the chat windows that lie over a page. Two open ones leave open
// which of them the rep means.
func (s snapshot) overlay(c *Context) {
	bubbles := s.items("bubbles")
	if len(bubbles) == 1 {
		conversation(c, bubbles[0])
		return
	}
	c.Kind = Conversation
	for _, b := range bubbles {
		who := Address{Name: b.line("title")}
		who.Slug, who.Member = profileOf(b.line("link"))
		c.Candidates = append(c.Candidates, person(who))
	}
	c.missing("messages")
}

// liveMessages reads the events. The page names a sender on the first event of a
// group only, so the name is carried while the direction stays.
func liveMessages(c *Context, items []part) []Message {
	messages := []Message{}
	last := Message{Direction: Unknown}
	for _, item := range items {
		m := Message{Direction: Out, To: []Address{}, CC: []Address{}, Read: ReadNone}
		if item.has("other") {
			m.Direction = In
		}
		var owner string
		m.ID, owner, m.At = liveID(item.line("id"))
		if owner != "" && c.Mailbox == "" {
			c.Mailbox = owner
			c.Viewer.Member = owner
		}
		m.From.Name = item.line("name")
		m.From.Slug, m.From.Member = profileOf(item.line("link"))
		if m.Direction == last.Direction && continues(m.From, last.From) {
			m.From = last.From
		}
		if m.Text = item.text("text"); m.Text != "" {
			m.Read = ReadFull
		}
		if m.At.IsZero() {
			c.missing("at")
		}
		messages = append(messages, m)
		last = m
	}
	return messages
}

// doubtSides takes the direction from messages that have no mark of the other
// side and yet are not the viewer's: the mark is one class, and a page may have
// lost it. They are under the name of somebody who wrote with the mark, or under
// another name than the viewer's, or two names share what should be the
// viewer's; or one without a name stands behind the other side's, though the
// viewer's groups begin with a name.
func doubtSides(c *Context, header Address) {
	theirs := senders(c.Messages)
	marked := len(theirs) > 0
	theirs = append(theirs, header)
	ours := []Address{}
	for _, m := range c.Messages {
		known := slices.ContainsFunc(ours, func(a Address) bool { return sameMember(a, m.From) })
		if m.Direction == Out && m.From != (Address{}) && !known {
			ours = append(ours, m.From)
		}
	}
	viewer := c.Viewer.Name
	if len(ours) == 1 && (marked || viewer == "") {
		viewer = ours[0].Name
	}
	before := Unknown
	for i := range c.Messages {
		m := &c.Messages[i]
		named, side := m.From.Name != "", m.Direction
		if m.Direction == Out && (slices.ContainsFunc(theirs, func(a Address) bool { return sameMember(a, m.From) }) ||
			named && !strings.EqualFold(m.From.Name, viewer) ||
			m.From == (Address{}) && before == In && len(ours) > 0) {
			m.Direction = Unknown
			c.missing("direction")
		}
		before = side
	}
}

// continues tells whether an event belongs to the group of the one before.
func continues(from, last Address) bool {
	return from == (Address{}) || from.Name == "" && sameMember(from, last)
}

// senders are the different people who wrote to the viewer.
func senders(messages []Message) []Address {
	others := []Address{}
	for _, m := range messages {
		if m.Direction != In || m.From.Name == "" && m.From.Slug == "" && m.From.Member == "" {
			continue
		}
		known := false
		for i := range others {
			if sameMember(others[i], m.From) {
				others[i], known = joined(others[i], m.From), true
			}
		}
		if !known {
			others = append(others, m.From)
		}
	}
	return others
}

// sameMember compares by id, by slug, or, where these cannot be compared, by
// name.
func sameMember(a, b Address) bool {
	switch {
	case a.Member != "" && b.Member != "":
		return a.Member == b.Member
	case a.Slug != "" && b.Slug != "":
		return a.Slug == b.Slug
	}
	return a.Name != "" && strings.EqualFold(a.Name, b.Name)
}

// joined is a with what b knows besides.
func joined(a, b Address) Address {
	if a.Name == "" {
		a.Name = b.Name
	}
	if a.Slug == "" {
		a.Slug = b.Slug
	}
	if a.Member == "" {
		a.Member = b.Member
	}
	return a
}

func person(a Address) Person {
	return Person{Name: a.Name, Slug: a.Slug, Member: a.Member}
}

// one is a conversation with one person, who wrote every inbound message.
func one(c *Context, who Address, headline string) {
	c.Prospect = person(who)
	c.Prospect.Title = headline
	for i := range c.Messages {
		m := &c.Messages[i]
		switch m.Direction {
		case In:
			m.From = who
		case Out:
			m.To = []Address{who}
		}
	}
}

// several is a conversation among more people, or one whose header and senders
// disagree. Inbound messages without a sender are nobody's.
func several(c *Context, header Address, linked bool, others []Address) {
	if linked {
		c.Candidates = append(c.Candidates, person(header))
	}
	for _, who := range others {
		if !linked || !sameMember(who, header) {
			c.Candidates = append(c.Candidates, person(who))
		}
	}
	for i := range c.Messages {
		m := &c.Messages[i]
		if m.Direction == In && m.From == (Address{}) {
			m.Direction = Unknown
			c.missing("from")
		}
	}
}
