package brain

import (
	"slices"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/view"
)

// Agreed is what the rep decided of somebody on a list of their own.
type Agreed struct {
	Email   string    `json:"email"`
	Verdict string    `json:"verdict"` // keep, last-try, break-up, pause, hand-off or stop
	Kind    string    `json:"kind"`
	Until   time.Time `json:"until,omitzero"` // pause: the first day back
	Against string    `json:"against"`        // the verdict that they disagree with, and why
	Why     string    `json:"why"`
	At      time.Time `json:"at"` // when they did: the same once more is one decision
}

// Recorded is how many decisions went into histories, or would, and how many of them
// are stops.
type Recorded struct {
	Decisions int `json:"decisions"`
	Stops     int `json:"stops"`
}

// Agree records decisions in the histories of those who are tracked, as of when they
// were made; unless sure it only counts. Nothing is recorded of anybody else, nor where
// it stands already or something newer was decided.
func (b *Brain) Agree(list []Agreed, sure bool) (out Recorded, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	index, err := b.index()
	if err != nil {
		return out, err
	}
	for _, one := range list {
		who := replica.Pseudonyms(page.Person{Email: one.Email}, index)
		if len(who) == 0 {
			continue
		}
		known, err := b.load(who, nil)
		if err != nil {
			return out, err
		}
		s, id := replica.Fold(known.Events, who), index.EventID("agreed", who[0]+one.At.UTC().Format(time.RFC3339Nano))
		if !s.Tracked || one.stands(s) || wasThere(known.Events, id) || view.NotFor(one.Verdict, s.Deal.Customer) {
			continue
		}
		e, err := b.entered(s, who, view.Entered{Type: replica.Decision, Verdict: one.Verdict, Kind: one.Kind, Until: one.Until, Against: one.Against, Text: one.Why})
		if err != nil {
			return out, err
		}
		if sure {
			if one.At.Before(e.At) {
				e.At = one.At // what they answered since is newer
			}
			if err := b.add(e, e.Who, id); err != nil {
				return out, err
			}
			b.listings = nil
		}
		out.Decisions++
		if one.Verdict == verdict.Stop {
			out.Stops++
		}
	}
	return out, nil
}

// stands reports that nothing is to be recorded: something newer was decided, the lift
// of a stop among it, a stop stands, or the same is decided and in force.
func (a *Agreed) stands(s replica.State) bool {
	if s.Stopped() {
		return true
	}
	var contact time.Time // the last
	for _, e := range s.Events {
		switch e.Kind {
		case replica.Decision:
			if !e.At.Before(a.At) {
				return true
			}
		case replica.Touch, replica.Reply, replica.Inbound, replica.Meeting:
			contact = e.At
		}
	}
	d := s.Decided()
	lasting := a.Verdict == verdict.BreakUp || a.Verdict == verdict.Pause || a.Verdict == verdict.HandOff
	return lasting && d != nil && d.Verdict == a.Verdict && (a.Until.IsZero() || d.Until == a.Until.UnixMilli()) && contact.UnixMilli() <= d.At
}

// wasThere reports that an event was recorded before, also where a team took it back.
func wasThere(events []replica.Event, id string) bool {
	return slices.ContainsFunc(events, func(e replica.Event) bool {
		return e.ID == id || e.Kind == replica.Unlog && e.Clear.Target == id
	})
}
