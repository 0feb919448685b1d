package view

import (
	"cmp"
	"strings"
	"time"

	"cleanbreak/core/page"
)

// Tie proposes that two are one person, with the reason.
type Tie struct {
	Pair   []string
	Title  string
	About  string // the other one
	Reason string
}

// Tied is a link that the rep made, to be taken apart.
type Tied struct {
	Pair  []string
	Name  string
	About string
	Note  string
}

// ties lists the proposals, the surest first.
func ties(s State) []Tie {
	var out []Tie
	for _, l := range s.Links {
		t := Tie{Pair: l.Pair, Title: fill(linkTitle, calledIn(l.With)), About: joinDots(aboutLine(l.With), addressOf(l.With)),
			Reason: fill(linkReasons[l.Reason], l.Proof)}
		if l.Seen.Email != "" && l.Seen.Email != s.Person.Email && calledIn(l.With) == calledIn(s.Person) { // another address of theirs
			t.Title, t.About = fill(linkAddress, l.Seen.Email), ""
		}
		switch t.About { // nothing is said twice
		case calledIn(l.With):
			t.About = ""
		case joinDots(addressOf(l.With), addressOf(l.With)):
			t.About = addressOf(l.With)
		}
		out = append(out, t)
	}
	return out
}

func tied(s State, c calendar) []Tied {
	var out []Tied
	for _, l := range s.Linked {
		out = append(out, Tied{Pair: l.Pair, Name: calledIn(l.With), About: addressOf(l.With),
			Note: joinDots(fill(linkedSince, c.day(l.At)), fill(linkReasons[l.Reason], calledIn(l.With)))})
	}
	return out
}

func calledIn(p page.Person) string {
	return cmp.Or(p.Name, p.Email, p.Slug, Say(someoneThere))
}

func addressOf(p page.Person) string {
	switch {
	case p.Email != "" && p.Name != "":
		return p.Email
	case p.Slug != "" || p.Member != "":
		return linkedinText
	}
	return ""
}

// Promised is what a message of ours seems to promise, with one press each to
// keep it and to drop it.
type Promised struct {
	Title, Quote, When string
	Keep, Drop         Entered
}

func promised(s State, c calendar) []Promised {
	var out []Promised
	for _, p := range s.Promises {
		one := Promised{
			Title: promisedTitle, Quote: p.Text, When: fill(promisedIn, c.day(p.Sent)),
			Keep: Entered{Type: "promise", Text: p.Text, At: p.Sent, Until: p.On},
			Drop: Entered{Type: "dismiss", Signal: suggested, Text: p.Text},
		}
		if !p.On.IsZero() {
			one.When = fill(promisedBy, c.soon(c.local(p.On).Format(time.DateOnly)), c.day(p.Sent))
		}
		out = append(out, one)
	}
	return out
}

// suggested is the signal that a dropped suggestion is dismissed by
// (replica.Suggested).
const suggested = "suggested-promise"

// NameForm asks whom to judge where a page cannot say. What the page says of
// somebody it gives no address of is filled in.
type NameForm struct {
	Title, Help, Name, Address, Hint, Company string
	Given                                     page.Person
}

func nameForm(s State) *NameForm {
	f := &NameForm{Title: nameTitle, Help: nameHelp, Name: nameLabel, Address: addressLabel, Hint: addressHint, Company: companyLabel}
	if nameless(s.Person) {
		f.Given = s.Person
	}
	return f
}

// nameless reports somebody of whom the page gives nothing to know them by again.
func nameless(p page.Person) bool { return p.Email+p.Slug+p.Member == "" }

// Named is the person that was typed, or what is wrong with it.
func Named(name, address, company string) (p page.Person, problem string) {
	p, ok := page.Typed(address)
	if !ok {
		return page.Person{}, needsAddress
	}
	p.Name, p.Company = line(name), line(company)
	return p, ""
}

// Answered is the reply that was pasted, or what is wrong with it.
func Answered(channel, text string, at time.Time, now time.Time) (e Entered, problem string) {
	switch {
	case strings.TrimSpace(text) == "":
		return e, needsReply
	case at.After(now):
		return e, laterText
	}
	return Entered{Type: "reply", Channel: channel, Text: text, At: at}, ""
}

// Happened is what is wrong with the moment of a touch.
func Happened(at, now time.Time) (problem string) {
	if at.After(now) {
		return laterText
	}
	return ""
}
