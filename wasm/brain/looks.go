package brain

import (
	"cmp"
	"slices"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// lookEvery is how long a look stands before it is written again, unless
// something has happened since.
const lookEvery = time.Minute

// looks notes that the place was looked at where this person could answer.
func (b *Brain) looks(ctx page.Context, s replica.State, known Known, onPage []replica.Event, index seal.Index) []Look {
	if !looksAtAll(ctx, s, known.Events, onPage, index) {
		return nil
	}
	now, last := b.Now(), seen(known.Looks, s.Who, ctx.Site)
	n := len(s.Events)
	if now.Sub(last) < lookEvery && (n == 0 || last.After(s.Events[n-1].At)) {
		return nil
	}
	return []Look{{Who: s.Who[0], Site: ctx.Site, At: now}}
}

// looksAtAll reports a page that leaves no doubt about what they wrote there: a
// conversation that shows all its messages, the newest known with them among these and
// none that may be theirs under another address, or Gmail's search for all their
// addresses, in which nothing is newer.
func looksAtAll(ctx page.Context, s replica.State, known, onPage []replica.Event, index seal.Index) bool {
	switch ctx.Kind {
	case page.Thread, page.Conversation:
		return replica.ShowsAll(ctx) && showsNewest(onPage, s) && len(replica.MayBeTheirs(ctx, s, known, index)) == 0
	case page.List:
		return replica.Check(ctx, replica.MailOf(ctx, s, known, index)).Look
	}
	return false
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
