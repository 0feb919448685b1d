package brain

import (
	"cmp"
	"slices"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// observe records what a page adds about everybody tracked on it, and gives what
// is known with it. Of anybody else nothing is kept.
func (b *Brain) observe(s *shown, index seal.Index) (Known, error) {
	people := everybody(s)
	var who []string
	for _, p := range people {
		who = append(who, replica.Pseudonyms(p, index)...)
	}
	if len(who) == 0 {
		return Known{}, nil
	}
	known, err := b.load(who)
	if err != nil {
		return Known{}, err
	}
	var added Known
	for _, p := range people {
		state := replica.Fold(known.Events, replica.Pseudonyms(p, index))
		if state.Tracked {
			onPage := replica.Observe(s.ctx, state.Who, index)
			added.Events = append(added.Events, onPage...)
			added.Events = append(added.Events, b.card(p, state, index)...)
			added.Looks = append(added.Looks, b.looks(s.ctx, state, known.Looks, onPage)...)
		}
	}
	added.Events = news(known.Events, added.Events)
	if len(added.Events)+len(added.Looks) == 0 {
		return known, nil
	}
	if err := b.Store.Put(added.Events, added.Looks); err != nil {
		return Known{}, err
	}
	return Known{append(known.Events, added.Events...), append(known.Looks, added.Looks...)}, nil
}

// everybody is each person the page may be about, the one in view included.
func everybody(s *shown) []page.Person {
	people := slices.Clone(s.ctx.Candidates)
	if s.person != (page.Person{}) && !slices.Contains(people, s.person) {
		people = append(people, s.person)
	}
	return people
}

// card is what the page says of who a tracked person is: a second identity, and
// what their card does not say yet.
func (b *Brain) card(p page.Person, s replica.State, index seal.Index) []replica.Event {
	events := replica.Links(p, b.Now(), index)
	if filled := replica.Merge(p, s.Person); filled != s.Person {
		events = append(events, replica.Track(filled, b.Now(), index)...)
	}
	return events
}

// news leaves out what is known.
func news(known, seen []replica.Event) []replica.Event {
	ids := make(map[string]bool, len(known))
	for _, e := range known {
		ids[e.ID] = true
	}
	var fresh []replica.Event
	for _, e := range seen {
		if !ids[e.ID] {
			ids[e.ID] = true
			fresh = append(fresh, e)
		}
	}
	return fresh
}

// lookEvery is how long a look stands before it is written again, unless
// something has happened since.
const lookEvery = time.Minute

// looks notes that the place was looked at where this person could answer: a
// page that shows all its messages, the newest known with them among these.
func (b *Brain) looks(ctx page.Context, s replica.State, before []Look, onPage []replica.Event) []Look {
	talk := ctx.Kind == page.Thread || ctx.Kind == page.Conversation
	if !talk || !replica.ShowsAll(ctx) || !showsNewest(onPage, s) {
		return nil
	}
	now, last := b.Now(), seen(before, s.Who, ctx.Site)
	n := len(s.Events)
	if now.Sub(last) < lookEvery && (n == 0 || last.After(s.Events[n-1].At)) {
		return nil
	}
	return []Look{{Who: s.Who[0], Site: ctx.Site, At: now}}
}

// showsNewest reports whether nothing is known with this person, on the page's
// channel, that is newer than what the page shows: an old thread is no look at
// what they wrote since.
func showsNewest(onPage []replica.Event, s replica.State) bool {
	var newest time.Time
	channel := ""
	for _, e := range onPage {
		channel = cmp.Or(e.Clear.Channel, channel)
		if e.At.After(newest) {
			newest = e.At
		}
	}
	return !slices.ContainsFunc(s.Events, func(e replica.Event) bool {
		return e.Clear.Message != "" && e.Clear.Channel == channel && e.At.After(newest)
	})
}

// seen is the newest look at a site for a person.
func seen(looks []Look, who []string, site string) time.Time {
	var newest time.Time
	for _, l := range looks {
		if l.Site == site && slices.Contains(who, l.Who) && l.At.After(newest) {
			newest = l.At
		}
	}
	return newest
}
