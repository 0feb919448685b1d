package view

import (
	"cmp"
	"slices"

	"cleanbreak/core/page"
)

// origins are the optional host permissions, by site.
var origins = map[string][]string{
	page.Gmail:    {"https://mail.google.com/*"},
	page.LinkedIn: {"https://*.linkedin.com/*"},
}

// notice is the one thing to say about a tab that shows no person. A phase that
// is not known is broken: better said than shown empty.
func notice(s State) *Notice {
	n, known := notices[s.Phase]
	if !known {
		n = notices[Broken]
	}
	switch {
	case s.Phase == NoAccess:
		n.Origins = origins[s.Site]
		site := siteNames[s.Site]
		if n.Origins == nil {
			site = Say(bothSites)
			n.Origins = append(append(n.Origins, origins[page.Gmail]...), origins[page.LinkedIn]...)
		}
		n.Title, n.Button = fill(n.Title, site), fill(n.Button, site)
	case !known || s.Phase == Broken:
		if s.Problem != "" {
			n.Text = s.Problem
		}
	case s.Phase == Unreadable && s.Problem != "":
		n.Text = s.Problem
	case s.Phase == Unreadable && slices.Contains(s.Drift, "identity"):
		n.Text = fill(driftText, word(fieldWords, "identity"))
	}
	return &n
}

// pick lists the people a page could be about.
func pick(s State) *Pick {
	p := &Pick{Title: severalTitle, Text: severalText}
	for i, c := range s.Candidates {
		choice := Choice{Name: cmp.Or(c.Name, c.Email, c.Slug), About: aboutLine(c)}
		if choice.Name == "" {
			choice.Name = fill(someoneElse, number(i+1))
		}
		if choice.About == choice.Name {
			choice.About = ""
		}
		p.People = append(p.People, choice)
	}
	return p
}

func aboutLine(p page.Person) string {
	about := joinDots(p.Title, p.Company, p.Place)
	return cmp.Or(about, p.Email, p.Slug)
}

// offer explains what tracking would do; nothing was stored so far.
func offer(s State) *Offer {
	if nameless(s.Person) {
		return &Offer{Title: offerTitle, Text: offerNameless, Nameless: true}
	}
	if s.Refused != "" {
		return &Offer{Title: refusedTitle, Text: fill(refusedText, s.Refused), Refused: true}
	}
	o := &Offer{Title: offerTitle, Text: offerText}
	if s.ByHand {
		o.Shows = offerLogFirst
	} else if s.OnPage.Touches+s.OnPage.Replies == 0 {
		o.Shows = offerNoWords
	} else {
		o.Shows = fill(offerShows, sumText(s.OnPage.Touches, s.OnPage.Replies))
	}
	return o
}
