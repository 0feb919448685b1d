package replica

import (
	"slices"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/seal"
)

// Observe gives the events that a page in view adds for one tracked person: who
// are all their pseudonyms. A message counts when the page gave it an id, a time
// and a direction; an inbound one belongs to its sender, an outbound one to
// those it was sent to.
func Observe(ctx page.Context, who []string, index seal.Index) []Event {
	var events []Event
	alone := sharesIdentity(Pseudonyms(ctx.Prospect, index), who)
	for _, m := range ctx.Messages {
		if m.ID == "" || m.At.IsZero() || !concerns(m, who, alone, index) {
			continue
		}
		e := Event{
			ID:    index.EventID(ctx.Site+":"+ctx.Mailbox, m.ID),
			Kind:  Touch,
			Who:   who,
			At:    m.At,
			Clear: Clear{Channel: channels[ctx.Site]},
		}
		if m.Direction == page.In {
			e.Kind = Reply
			e.Local = Local{Text: m.Text, Read: m.Read}
		}
		events = append(events, e)
	}
	return events
}

var channels = map[string]string{page.Gmail: "email", page.LinkedIn: "linkedin"}

// concerns reports whether a message is from or to the person. Where the page
// shows no recipients and nobody else is on it, it is to them.
func concerns(m page.Message, who []string, alone bool, index seal.Index) bool {
	switch m.Direction {
	case page.In:
		from := addressPseudonyms(m.From, index)
		return sharesIdentity(from, who) || (alone && len(from) == 0)
	case page.Out:
		to := slices.Concat(m.To, m.CC)
		if len(to) == 0 {
			return alone
		}
		return slices.ContainsFunc(to, func(a page.Address) bool {
			return sharesIdentity(addressPseudonyms(a, index), who)
		})
	}
	return false
}

func sharesIdentity(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// Track gives the events that make a person tracked: their card, and a link
// where one page shows two identities of the same person.
func Track(p page.Person, at time.Time, index seal.Index) []Event {
	who := Pseudonyms(p, index)
	if len(who) == 0 {
		return nil
	}
	card := Event{ID: index.EventID("card", who[0]+at.UTC().Format(time.RFC3339Nano)), Kind: Card, Who: who, At: at, Sealed: Sealed{Person: &p}}
	return append(Links(p, at, index), card)
}

// Links ties together the identities that one page shows of one person.
func Links(p page.Person, at time.Time, index seal.Index) []Event {
	var events []Event
	who := Pseudonyms(p, index)
	for i := 1; i < len(who); i++ {
		pair := []string{who[0], who[i]}
		events = append(events, Event{ID: index.EventID("link", pair[0]+pair[1]), Kind: Link, Who: pair, At: at})
	}
	return events
}
