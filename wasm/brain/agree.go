package brain

import (
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/wasm/view"
)

// Agreed is what the rep decided of somebody on a list of their own.
type Agreed struct {
	Email   string    `json:"email"`
	Verdict string    `json:"verdict"` // break-up, pause, hand-off or stop
	Kind    string    `json:"kind"`
	Until   time.Time `json:"until,omitzero"` // pause: the first day back
	At      time.Time `json:"at"`             // when they did: the same once more is one decision
}

// stands reports that the history has it already, or something newer, or a stop, which
// nothing stands before.
func (a *Agreed) stands(s replica.State) bool {
	until := int64(0)
	if !a.Until.IsZero() {
		until = a.Until.UnixMilli()
	}
	d := s.Decided()
	return s.Stopped() || d != nil && (d.At > a.At.UnixMilli() || d.Verdict == a.Verdict && d.Until == until)
}

// Agree records decisions in the history of those who are tracked, and says how many
// it is; unless sure it only counts. Nothing is recorded of anybody else, nor where the
// decision stands already.
func (b *Brain) Agree(list []Agreed, sure bool) (recorded int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	index, err := b.index()
	if err != nil {
		return 0, err
	}
	for _, one := range list {
		who := replica.Pseudonyms(page.Person{Email: one.Email}, index)
		if len(who) == 0 {
			continue
		}
		known, err := b.load(who, nil)
		if err != nil {
			return recorded, err
		}
		s := replica.Fold(known.Events, who)
		if !s.Tracked || one.stands(s) {
			continue
		}
		if recorded++; !sure {
			continue
		}
		e, err := b.entered(s, who, view.Entered{Type: replica.Decision, Verdict: one.Verdict, Kind: one.Kind, Until: one.Until})
		if err != nil {
			return recorded, err
		}
		if err := b.add(e, e.Who, index.EventID("agreed", who[0]+one.At.UTC().Format(time.RFC3339Nano))); err != nil {
			return recorded, err
		}
	}
	if sure {
		b.listings = nil
	}
	return recorded, nil
}
