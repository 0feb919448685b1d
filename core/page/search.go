package page

import "strings"

// searched is what a Gmail address searches for, decoded, and whether it is a
// later page of the results: "#search/from%3A(kim%40acme.example)/p2". In the
// query, a plus is a space.
func searched(address string) (query string, later bool) {
	_, route, _ := strings.Cut(address, "#")
	route, _, _ = strings.Cut(route, "?")
	written, found := strings.CutPrefix(route, "search/")
	if !found {
		return "", false
	}
	written, rest, _ := strings.Cut(written, "/")
	query, ok := unescape(strings.ReplaceAll(written, "+", " "))
	if !ok {
		return "", false
	}
	return oneLine(query), rest != "" && rest != "p1"
}

// list reads search or inbox rows. A row tells who is in the thread and when its
// last message came, not who wrote it: the message has no sender and no
// direction, and To holds the people of the row.
func (s snapshot) list(c *Context) {
	query, later := searched(s.url)
	c.Search = query
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
		m.Thread, m.Subject = hexID(row.line("thread")), row.line("subject")
		for _, a := range addresses(row, "people") {
			if !SameMailbox(a.Email, c.Viewer.Email) {
				m.To = append(m.To, a)
			}
			p.add(a, c.Viewer)
		}
		c.Messages = append(c.Messages, m)
	}
	if s.cut("rows") || later {
		c.missing("messages")
	}
	p.choose(c)
}
