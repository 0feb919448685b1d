package brain

import (
	"cmp"
	"time"

	"cleanbreak/core/replica"
)

// Retire erases whom nobody was in contact with for the months that are set, and
// says how many. In a team the Worker does it, by its own clock: what is erased is
// erased for all and for good, so neither the clock of one device nor a log that is
// behind decides it.
func (b *Brain) Retire() (gone int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	index, err := b.index()
	if err != nil {
		return 0, err
	}
	known, err := b.Store.All()
	if err != nil || known.Team != nil {
		return 0, err
	}
	p, err := b.playbookHere(known.Events, index)
	if err != nil {
		return 0, err
	}
	m, err := b.mine()
	if err != nil {
		return 0, err
	}
	before := b.Now().AddDate(0, -cmp.Or(m.Months, p.Retention.Months), 0)
	var going []replica.State
	for _, s := range replica.Everybody(known.Events) {
		if lastOf(s.About).Before(before) {
			going = append(going, s.State)
		}
	}
	return len(going), b.forgetAll(going, nil, "retention", index)
}

// lastOf is the newest thing that happened with somebody or was decided, and what
// is ahead of them: a day they were put off to keeps them until then.
func lastOf(events []replica.Event) (last time.Time) {
	for _, e := range events {
		for _, at := range []time.Time{e.At, e.Clear.Until, e.Clear.Starts} {
			if at.After(last) {
				last = at
			}
		}
	}
	return last
}
