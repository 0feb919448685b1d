package brain

import (
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/view"
)

// Agreed is a break-up that the rep agreed to on a list of their own.
type Agreed struct {
	Email string `json:"email"`
	Kind  string `json:"kind"`
	At    string `json:"at"` // when they did, as the list says it: the same once more is one decision
}

// Agree records break-ups in the history of those who are tracked, and says how many
// it is; unless sure it only counts. Nothing is recorded of anybody else, nor where a
// break-up or a stop stands already.
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
		decided := s.Decided()
		if !s.Tracked || s.Stopped() || decided != nil && decided.Verdict == verdict.BreakUp {
			continue
		}
		if recorded++; !sure {
			continue
		}
		e, err := b.entered(s, who, view.Entered{Type: replica.Decision, Verdict: verdict.BreakUp, Kind: one.Kind})
		if err != nil {
			return recorded, err
		}
		if err := b.add(e, e.Who, index.EventID("agreed", who[0]+one.At)); err != nil {
			return recorded, err
		}
	}
	if sure {
		b.listings = nil
	}
	return recorded, nil
}
