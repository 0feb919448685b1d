package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// gmail fills the Context of a Gmail page.
func (s snapshot) gmail(c *Context) {
	c.Viewer.Email = s.account()
	if c.Viewer.Email == "" {
		c.missing("viewer")
	}
	c.Mailbox = c.Viewer.Email
	c.Draft = s.openDraft()
	switch {
	case s.layout == "thread":
		c.Kind = Thread
		s.thread(c)
	case c.Draft.Open:
		c.Kind = Draft
		s.addressed(c)
	case s.layout == "list":
		c.Kind = List
		s.list(c)
	case s.layout == nobody && s.has("none") && strings.Contains(s.url, "#search/"):
		c.Kind = List
		s.list(c)
	case s.layout == "other" || s.layout == nobody || s.layout == "compose":
		c.Kind = Other
		c.Unread = []string{}
	default:
		c.Kind = Unreadable
	}
}

// account is the signed-in address: in the account button, or at the end of
// the title. The number in /u/0 is the order of sign-in and tells nothing. Where
// button and title disagree, it is not known whose mailbox this is.
func (s snapshot) account() string {
	button, title := findAddress(s.line("account")), s.titleAccount()
	switch {
	case button == "":
		return title
	case title != "" && !SameMailbox(button, title):
		return ""
	}
	return button
}

// titleAccount reads "Subject - me@example.com - Gmail" and "… - Example Mail".
func (s snapshot) titleAccount() string {
	segments := strings.Split(withoutMarks(s.title), " - ")
	for i := len(segments) - 1; i > 0; i-- {
		segment := strings.ToLower(strings.TrimSpace(segments[i-1]))
		if segment != "" && findAddress(segment) == segment {
			return segment
		}
	}
	return ""
}

// openDraft is whom the open draft goes to; of several, the one opened last.
func (s snapshot) openDraft() OpenDraft {
	open := OpenDraft{To: []Address{}, CC: []Address{}}
	drafts := s.items("composes") // as the page map calls them, after Gmail
	if len(drafts) == 0 {
		return open
	}
	d := drafts[len(drafts)-1]
	open.Open = true
	open.To = addresses(d, "to")
	open.CC = addresses(d, "cc")
	open.To = slices.DeleteFunc(open.To, func(a Address) bool { return slices.Contains(open.CC, a) })
	return open
}

// hidesSomebody reports whether one of a list's people has no address that could
// be read: whoever is left is not alone then.
func hidesSomebody(p part, list string) bool {
	return slices.ContainsFunc(p.items(list), func(one part) bool { return findAddress(one.line("email")) == "" })
}

// addressed names the prospect of a draft: its only recipient.
func (s snapshot) addressed(c *Context) {
	p := people{reps: s.reps}
	for _, draft := range s.items("composes") {
		p.list = hidesSomebody(draft, "to") || hidesSomebody(draft, "cc") || len(c.Draft.To) == 0
	}
	for _, a := range slices.Concat(c.Draft.To, c.Draft.CC) {
		p.add(a, c.Viewer)
	}
	p.choose(c)
}

func (s snapshot) thread(c *Context) {
	p := people{list: s.has("list"), reps: s.reps}
	items := s.items("messages")
	for _, item := range items {
		m := mail(item, c.Viewer.Email, s.zone)
		if isPlaceholder(item, m) {
			continue
		}
		if m.Direction == In && s.reps.Sends(m.From.Email) {
			m.Direction = Out
		}
		c.Messages = append(c.Messages, m)
		if SameMailbox(m.From.Email, c.Viewer.Email) && c.Viewer.Name == "" {
			c.Viewer.Name = m.From.Name
		}
		if m.Direction == Out {
			p.sentFrom = append(p.sentFrom, m.From.Email) // another address of the viewer's
		}
		noteUnread(c, m)
		if isTorn(item) {
			p.torn = append(p.torn, item.line("name"))
		}
		if hidesSomebody(item, "to") {
			p.list = true
			c.missing("recipients")
		}
	}
	open := func(m Message) bool { return m.Read == ReadFull }
	if slices.ContainsFunc(c.Messages, open) && !slices.ContainsFunc(c.Messages, func(m Message) bool { return len(m.To) > 0 }) {
		p.list = true // whom the mails went to was not read: there may be more people
		c.missing("recipients")
	}
	for _, m := range c.Messages {
		for _, a := range slices.Concat([]Address{m.From}, m.To, m.CC) {
			p.add(a, c.Viewer)
		}
	}
	p.list = p.list || p.hides(c.Viewer.Name)
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
	m := Message{From: addressOf(item)}
	m.To, m.CC = recipients(item)
	m.ID, m.At = mailID(item.text("id"))
	if m.At.IsZero() {
		m.At = shownTime(item.line("shown"), zone)
	}
	m.Direction = mailDirection(m.From.Email, viewer, item.has("own"))
	switch {
	case item.has("body"):
		m.Read, m.Text = ReadFull, item.text("text")
		m.Attached, m.Links = item.has("attached"), links(item)
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

func links(item part) (words []string) {
	for _, link := range item.items("links") {
		if text := link.line("text"); text != "" {
			words = append(words, text)
		}
	}
	return words
}

// mailDirection compares addresses, never names: "me" is a word of the page's
// language. own is Gmail's mark of mail written in this mailbox, which also
// covers the viewer's other addresses. No sender shown is no direction.
func mailDirection(from, viewer string, own bool) string {
	switch {
	case from == "" || viewer == "":
		return Unknown
	case own || SameMailbox(from, viewer):
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
	if m.Direction == Out && len(m.To) > 1 && len(m.CC) == 0 { // the page does not tell To from CC
		c.missing("recipients")
	}
}

// recipients of a mail. The page writes them in groups, "to Finn, Eva, cc: Sam",
// in words of its language: what lies between two people of one group has no
// letter, and what begins a group ends in a colon. Everything after the first
// group is CC or BCC.
func recipients(item part) (to, cc []Address) {
	first := item.items("to")
	for i := range first {
		if i > 0 && beginsGroup(first[i].line("before")) {
			first = first[:i]
			break
		}
	}
	all := addresses(item, "to")
	to = addressesIn(first)
	return to, append([]Address{}, all[len(to):]...)
}

func beginsGroup(before string) bool {
	return strings.ContainsFunc(before, unicode.IsLetter) && (strings.HasSuffix(before, ":") || strings.HasSuffix(before, "："))
}

// addresses reads a list of people, each once.
func addresses(p part, list string) []Address { return addressesIn(p.items(list)) }

func addressesIn(items []part) []Address {
	all := []Address{}
	seen := map[string]bool{}
	for _, item := range items {
		a := addressOf(item)
		if a.Email == "" || seen[a.Email] {
			continue
		}
		seen[a.Email] = true
		all = append(all, a)
	}
	return all
}
