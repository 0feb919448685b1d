package brain

import (
	"slices"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// observe begins to record what a page adds about every tracked person on it. It
// gives what is known of the people on it, with what the page adds, and a function
// that waits until this is written. Of anybody else nothing is kept.
func (b *Brain) observe(pg *shown, accounts []string, index seal.Index) (Known, func() error, error) {
	people := everybody(pg)
	var who []string
	for _, p := range people {
		who = append(who, replica.Pseudonyms(p, index)...)
	}
	if len(who) == 0 {
		return Known{}, nothing, nil
	}
	known, err := b.load(who, accounts)
	if err != nil {
		return Known{}, nothing, err
	}
	var added Known
	for _, p := range people {
		s := replica.Fold(known.Events, replica.Pseudonyms(p, index))
		if s.Tracked && b.refused(s, p, known, index) == "" {
			onPage := replica.Observe(pg.ctx, s.Who, index)
			added.Events = append(added.Events, onPage...)
			added.Events = append(added.Events, replica.OwnReadings(pg.ctx, onPage, known.Events, index)...)
			added.Events = append(added.Events, b.card(p, s, index)...)
			added.Looks = append(added.Looks, b.looks(pg.ctx, s, known, onPage, index)...)
		}
	}
	added.Events = news(known.Events, added.Events)
	if len(added.Events)+len(added.Looks) == 0 {
		return known, nothing, nil
	}
	written := b.Store.Put(added.Events, added.Looks)
	return Known{append(known.Events, added.Events...), append(known.Looks, added.Looks...), known.Team}, written, nil
}

func nothing() error { return nil }

// everybody is each person the page may be about, the one in view and those whom
// a search is for included.
func everybody(pg *shown) []page.Person {
	people := slices.Clone(pg.ctx.Candidates)
	if pg.person != (page.Person{}) && !slices.Contains(people, pg.person) {
		people = append(people, pg.person)
	}
	for _, address := range replica.SearchedAddresses(pg.ctx.Search) {
		if !slices.ContainsFunc(people, func(p page.Person) bool { return p.Email == address }) {
			people = append(people, page.Person{Email: address})
		}
	}
	return people
}

// card is what the page says of who a tracked person is, where their cards do not
// say it yet. It holds nothing of what other pages say: should the rep part two
// people that were taken for one, each keeps their own.
func (b *Brain) card(p page.Person, s replica.State, index seal.Index) []replica.Event {
	events := replica.Links(p, b.Now(), index)
	indexed := !slices.ContainsFunc(replica.Accounts(p, index), func(a string) bool { return !slices.Contains(s.Accounts, a) })
	if replica.Merge(p, s.Person) != s.Person || !indexed {
		events = append(events, replica.Track(p, b.Now(), index)...)
	}
	return events
}

// news leaves out what is known. What another device has shared is news as long
// as this one has not seen it.
func news(known, seen []replica.Event) []replica.Event {
	here := make(map[string]bool, len(known)) // by id: whether this device has seen it on a page
	for _, e := range known {
		here[e.ID] = e.Stamp.Seq == 0 || e.Local.Source.Message != ""
	}
	var fresh []replica.Event
	for _, e := range seen {
		if seenHere, is := here[e.ID]; !is || (!seenHere && e.Local.Source.Message != "") {
			here[e.ID] = true
			fresh = append(fresh, e)
		}
	}
	return fresh
}
