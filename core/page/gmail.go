package page

import (
	"strconv"
	"strings"
)

// gmail fills the Context of a Gmail page.
func (s snapshot) gmail(c *Context) {
	c.Viewer.Email = s.account()
	if c.Viewer.Email == "" {
		c.missing("viewer")
	}
	c.Mailbox = c.Viewer.Email
	c.Compose = s.compose()
	switch {
	case s.layout == "thread":
		c.Kind = Thread
		s.thread(c)
	case c.Compose.Open:
		c.Kind = Draft
		c.Subject = c.Compose.Subject
		addressed(c)
	case s.layout == "list":
		c.Kind = List
		s.list(c)
	case s.layout == "other" || s.layout == "empty" || s.layout == "compose":
		c.Kind = Other
		c.Unread = []string{}
	default:
		c.Kind = Unreadable
	}
}

// account is the signed-in address: in the account button, or at the end of
// the title, "Subject - me@example.com - Gmail" or "… - Example Mail". The number
// in /u/0 is the order of sign-in and tells nothing.
func (s snapshot) account() string {
	if a := findAddress(s.line("account")); a != "" {
		return a
	}
	segments := strings.Split(visible(s.title), " - ")
	for i := len(segments) - 1; i > 0; i-- {
		segment := strings.ToLower(strings.TrimSpace(segments[i-1]))
		if segment != "" && findAddress(segment) == segment {
			return segment
		}
	}
	return ""
}

// compose is the open draft; of several, the one opened last.
func (s snapshot) compose() Compose {
	open := Compose{To: []Address{}}
	drafts := s.items("composes")
	if len(drafts) == 0 {
		return open
	}
	d := drafts[len(drafts)-1]
	open.Open = true
	open.To = addresses(d, "to")
	open.Subject = d.line("subject")
	open.Text = d.text("text")
	return open
}

// addressed names the prospect of a draft: its only recipient.
func addressed(c *Context) {
	var p people
	for _, a := range c.Compose.To {
		p.add(a, c.Viewer)
	}
	p.choose(c)
}

func (s snapshot) thread(c *Context) {
	p := people{list: s.has("list")}
	items := s.items("messages")
	for _, item := range items {
		m := mail(item, c.Viewer.Email, s.zone)
		if isPlaceholder(item, m) {
			continue
		}
		c.Messages = append(c.Messages, m)
		if sameMailbox(m.From.Email, c.Viewer.Email) && c.Viewer.Name == "" {
			c.Viewer.Name = m.From.Name
		}
		for _, a := range append(append([]Address{m.From}, m.To...), m.CC...) {
			p.add(a, c.Viewer)
		}
		noteUnread(c, m)
	}
	c.Messages = append(unseen(items), c.Messages...)
	if len(c.Messages) == 0 || s.cut("messages") || len(unseen(items)) > 0 {
		c.missing("messages")
	}
	c.Subject = s.line("subject")
	if c.Subject == "" {
		c.missing("subject")
	}
	p.choose(c)
}

// mail reads one message of a thread. One that only may have been sent has no
// ID, so that nobody counts it.
func mail(item part, viewer, zone string) Message {
	m := Message{From: addressOf(item), To: addresses(item, "to"), CC: []Address{}}
	m.ID, m.At = mailID(item.text("id"))
	if m.At.IsZero() {
		m.At = shownTime(item.line("shown"), zone)
	}
	m.Direction = mailDirection(m.From.Email, viewer, item.has("own"))
	switch {
	case item.has("body"):
		m.Read, m.Text = ReadFull, item.text("text")
	case item.has("snippet"):
		m.Read, m.Text = ReadSnippet, item.text("snippet")
	default:
		m.Read = ReadNone
	}
	if item.has("own") && (m.Read != ReadFull || len(m.To) == 0) {
		m.ID = "" // perhaps a draft shown closed: its hex id changes with each save
	}
	return m
}

// mailDirection compares addresses, never names: "me" is a word of the page's
// language. own is Gmail's mark of mail written in this mailbox, which also
// covers the viewer's other addresses. No sender shown is no direction.
func mailDirection(from, viewer string, own bool) string {
	switch {
	case from == "" || viewer == "":
		return Unknown
	case own || sameMailbox(from, viewer):
		return Out
	}
	return In
}

// isPlaceholder tells the "n more" row, which stands for messages and is none.
func isPlaceholder(item part, m Message) bool {
	return item.has("more") && m.ID == "" && m.From.Email == "" && m.Read == ReadNone
}

// unseen are the messages that "n more" counts and the page does not hold: they
// are there, and nothing about them was read.
func unseen(items []part) []Message {
	count := 0
	for _, item := range items {
		if n, err := strconv.Atoi(item.line("more")); err == nil {
			count += n
		}
	}
	for _, item := range items {
		if item.has("hidden") && (item.has("id") || item.has("email")) {
			count--
		}
	}
	messages := []Message{}
	for range min(max(count, 0), maxUnseen) {
		messages = append(messages, Message{To: []Address{}, CC: []Address{}, Read: ReadNone})
	}
	return messages
}

// maxUnseen bounds what a page can claim to hide.
const maxUnseen = 500

func noteUnread(c *Context, m Message) {
	if m.From.Email == "" {
		c.missing("from")
	}
	if m.At.IsZero() {
		c.missing("at")
	}
	if m.Read != ReadFull {
		c.missing("text")
	}
	if m.Direction == Out && len(m.To) > 1 { // the page does not tell To from CC
		c.missing("recipients")
	}
}

// list reads search or inbox rows. A row tells who is in the thread and when its
// last message came, not who wrote it: the message has no sender and no
// direction, and To holds the people of the row.
func (s snapshot) list(c *Context) {
	p := people{list: true}
	for _, row := range s.items("rows") {
		m := Message{To: []Address{}, CC: []Address{}, Read: ReadNone}
		m.ID, m.At = mailID(row.text("id"))
		if m.At.IsZero() {
			m.At = shownTime(row.line("shown"), s.zone)
		}
		if row.has("snippet") {
			m.Read, m.Text = ReadSnippet, row.text("snippet")
		}
		for _, a := range addresses(row, "people") {
			if !sameMailbox(a.Email, c.Viewer.Email) {
				m.To = append(m.To, a)
			}
			p.add(a, c.Viewer)
		}
		c.Messages = append(c.Messages, m)
	}
	if s.cut("rows") {
		c.missing("messages")
	}
	p.choose(c)
}

// addresses reads a list of people, each once.
func addresses(p part, list string) []Address {
	all := []Address{}
	seen := map[string]bool{}
	for _, item := range p.items(list) {
		a := addressOf(item)
		if a.Email == "" || seen[a.Email] {
			continue
		}
		seen[a.Email] = true
		all = append(all, a)
	}
	return all
}
