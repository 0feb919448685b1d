package brain

import (
	"slices"

	"cleanbreak/core/page"
	"cleanbreak/wasm/view"
)

// shown is the page in view in one tab.
type shown struct {
	url    string
	ctx    page.Context
	person page.Person // who the panel is about; empty while several are possible
	byHand bool        // the rep named them; nothing of it was read on the page

	boxes   []page.Box // the mails being written there
	watched bool       // somebody watches them; else the page tells of one
}

// byHandPage is a page about somebody whom the rep named, whatever the tab shows. It
// is not kept: every press brings it along.
func byHandPage(a view.Action) *shown {
	return &shown{url: a.URL, ctx: page.Context{Kind: page.Other, Prospect: a.Person}, person: a.Person, byHand: true}
}

// phase is the panel's, in the view's words.
func (pg *shown) phase() string {
	switch {
	case pg.ctx.Kind == page.Unreadable:
		return view.Unreadable
	case pg.person != (page.Person{}):
		return view.Someone
	case len(pg.ctx.Candidates) > 0:
		return view.Several
	}
	return view.Elsewhere
}

// turnTo makes the page be about the person whom the rep saw when they pressed.
// It is false when the page does not name them: then nothing may be done.
func (pg *shown) turnTo(seen page.Person) bool {
	for _, p := range append([]page.Person{pg.ctx.Prospect}, pg.ctx.Candidates...) {
		if p != (page.Person{}) && samePerson(p, seen) {
			pg.person = p
			return true
		}
	}
	return false
}

// writingTo is the page as it is about somebody whom the mail in hand goes to and
// whom it does not name; nil where it goes to nobody of theirs.
func (pg *shown) writingTo(seen page.Person) *shown {
	m := pg.inHand()
	if m == nil {
		return nil
	}
	for _, a := range m.To {
		if page.SameMailbox(a.Email, seen.Email) {
			return pg.about(seen)
		}
	}
	return nil
}

// about is the page as it is about somebody whom the mail in hand goes to: what
// stands on it besides says nothing of them.
func (pg *shown) about(person page.Person) *shown {
	if person == pg.person {
		return pg
	}
	ctx := page.Context{Site: pg.ctx.Site, Kind: page.Draft, Viewer: pg.ctx.Viewer, Mailbox: pg.ctx.Mailbox, Draft: pg.ctx.Draft}
	return &shown{url: pg.url, ctx: ctx, person: person, boxes: pg.boxes, watched: pg.watched}
}

// samePerson compares identities, and names only where a page gives nothing
// else.
func samePerson(a, b page.Person) bool {
	if a.Email+a.Slug+a.Member == "" {
		return a.Name == b.Name
	}
	same := func(x, y string) bool { return x != "" && x == y }
	return same(a.Email, b.Email) || same(a.Slug, b.Slug) || same(a.Member, b.Member)
}

// mails are those being written on a page; without a watcher the one it shows.
func (pg *shown) mails() []page.Box {
	if !pg.watched && pg.ctx.Draft.Open {
		return []page.Box{pg.ctx.Draft.Box()}
	}
	return pg.boxes
}

// inHand is the mail that the rep is writing; nil without one.
func (pg *shown) inHand() *page.Box {
	all := pg.mails()
	if i := slices.IndexFunc(all, func(m page.Box) bool { return m.Current }); i >= 0 && !pg.byHand {
		return &all[i]
	}
	return nil
}

// context is the page's, with the subject of the new mail that it shows.
func (pg *shown) context() page.Context {
	ctx := pg.ctx
	if m := pg.inHand(); m != nil && ctx.Kind == page.Draft {
		ctx.Subject = m.Subject
	}
	return ctx
}
