package brain

import (
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// observe records what a page adds about one person, when they are tracked, and
// gives their state with it. Of anybody else nothing is kept.
func (b *Brain) observe(ctx page.Context, p page.Person, index seal.Index) (replica.State, []Look, error) {
	who := replica.Pseudonyms(p, index)
	if len(who) == 0 {
		return replica.State{}, nil, nil
	}
	known, err := b.load(who)
	if err != nil {
		return replica.State{}, nil, err
	}
	state := replica.Fold(known.Events, who)
	if !state.Tracked {
		return state, nil, nil
	}
	fresh := news(known.Events, b.additions(ctx, p, state, index))
	looks := b.looks(ctx, state, known.Looks)
	if len(fresh) == 0 && len(looks) == 0 {
		return state, known.Looks, nil
	}
	if err := b.Store.Put(fresh, looks); err != nil {
		return replica.State{}, nil, err
	}
	all := append(known.Events, fresh...)
	return replica.Fold(all, who), append(known.Looks, looks...), nil
}

// additions is everything the page says about a tracked person: messages, a
// second identity, and what is new on their card.
func (b *Brain) additions(ctx page.Context, p page.Person, s replica.State, index seal.Index) []replica.Event {
	events := replica.Observe(ctx, s.Who, index)
	events = append(events, replica.Links(p, b.Now(), index)...)
	if merged := replica.Merge(s.Person, p); merged != s.Person {
		events = append(events, replica.Track(merged, b.Now(), index)...)
	}
	return events
}

// news leaves out what is known as fully.
func news(known, seen []replica.Event) []replica.Event {
	byID := make(map[string]replica.Event, len(known))
	for _, e := range known {
		byID[e.ID] = e
	}
	var fresh []replica.Event
	for _, e := range seen {
		if before, ok := byID[e.ID]; !ok || e.Fuller(before) {
			fresh = append(fresh, e)
			byID[e.ID] = e
		}
	}
	return fresh
}

// lookEvery is how long a look stands before it is written again, unless
// something has happened since.
const lookEvery = time.Minute

// looks notes that the place was looked at where this person could answer: a
// page that shows the messages with them, to the newest.
func (b *Brain) looks(ctx page.Context, s replica.State, before []Look) []Look {
	if ctx.Kind != page.Thread && ctx.Kind != page.Conversation {
		return nil
	}
	now, last := b.Now(), seen(before, ctx.Site)
	n := len(s.Events)
	if now.Sub(last) < lookEvery && (n == 0 || last.After(s.Events[n-1].At)) {
		return nil
	}
	return []Look{{Who: s.Who[0], Site: ctx.Site, At: now}}
}

// seen is the newest look at a site.
func seen(looks []Look, site string) time.Time {
	var newest time.Time
	for _, l := range looks {
		if l.Site == site && l.At.After(newest) {
			newest = l.At
		}
	}
	return newest
}
