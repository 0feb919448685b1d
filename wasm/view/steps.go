package view

import (
	"strings"

	"cleanbreak/core/page"
	"cleanbreak/core/plan"
)

// Step is one thing to do. A draft is copied; a sentence is only read.
type Step struct {
	When    string // "today", "24 Nov"
	What    string
	Aloud   string // "" or how long the draft takes when spoken
	Subject string
	Body    string
	Draft   bool
	Blanks  string // "" or that the draft has blanks to fill
	Link    *Link  // "check": where to look
}

// Link opens a page when the rep presses it.
type Link struct{ Text, URL string }

// blank is how a draft marks what only the rep knows.
const blank = "____"

func steps(p plan.Plan, s State, c calendar) []Step {
	var out []Step
	for _, st := range p.Steps {
		step := Step{
			When: c.soon(st.On), What: stepTitle(st),
			Subject: st.Subject, Body: st.Body,
			Draft: (st.Do == plan.Send || st.Do == plan.Ask) && st.Body != "",
		}
		if step.Draft && strings.Contains(st.Subject+st.Body, blank) {
			step.Blanks = blanksText
		}
		if st.Seconds != nil {
			step.Aloud = fill(secondsText, number(*st.Seconds))
		}
		if st.Do == plan.Check {
			step.Link = whereToLook(st.Channel, s)
		}
		out = append(out, step)
	}
	return out
}

func stepTitle(st plan.Step) string {
	if w, ok := stepWords[st.Do+" "+st.Channel]; ok {
		return w
	}
	return word(stepWords, st.Do)
}

// whereToLook is the one press that shows whether they answered.
func whereToLook(channel string, s State) *Link {
	who := s.Person
	switch {
	case (channel == "linkedin" || who.Email == "") && who.Slug != "":
		return &Link{LabelOpenProfile, "https://www.linkedin.com/in/" + escaped(who.Slug) + "/"}
	case channel != "linkedin" && who.Email != "":
		return &Link{LabelSearchMail, mailbox(s) + "#search/" + escaped("from:"+who.Email+" OR to:"+who.Email)}
	}
	return nil
}

// escaped is a text for any part of an address: all but letters, digits and
// -._~ become %41 and its likes. Package net/url is 260 kB of the brain.
func escaped(text string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for i := range len(text) {
		c := text[i]
		switch {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', strings.IndexByte("-._~", c) >= 0:
			out.WriteByte(c)
		default:
			out.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return out.String()
}

// mailbox is the address of the Gmail account in view, or of the first one.
func mailbox(s State) string {
	const first = "https://mail.google.com/mail/u/0/"
	if s.Site != page.Gmail {
		return first
	}
	_, rest, found := strings.Cut(s.URL, "://mail.google.com/mail/u/")
	account, _, _ := strings.Cut(rest, "/")
	if !found || account == "" || strings.Trim(account, "0123456789") != "" {
		return first
	}
	return "https://mail.google.com/mail/u/" + account + "/"
}
