package brain

import (
	"encoding/json"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
)

// learning counts when those in the log answered, and is under way.
type learning struct {
	batch
	groups calibrate.Groups
}

// Learn counts, from the rep's own log, when replies stop, and keeps what it counted:
// numbers, which name nobody. It looks at some people at a time, and is called again
// while there are more.
func (b *Brain) Learn() (more bool, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.learning == nil {
		known, err := b.Store.All()
		if err != nil {
			return false, err
		}
		b.learning = &learning{batch: batch{people: replica.Everybody(known.Events)}, groups: calibrate.Groups{}}
	}
	l := b.learning
	for _, s := range l.next() {
		l.groups.Add(calibrate.Stretches(s.History(b.read), b.Now()))
	}
	if !l.done() {
		return true, nil
	}
	b.learning = nil
	if b.odds, err = json.Marshal(l.groups); err != nil {
		return false, err
	}
	return false, b.Store.KeepOdds(string(b.odds))
}

// oddsOf are what was learnt, and how many touches somebody has left unanswered; the
// panel makes a sentence of both. Nothing before anything was learnt.
func (b *Brain) oddsOf(r history.Record, p *playbook.Playbook) (odds json.RawMessage, silent int, err error) {
	if b.odds == nil {
		kept, err := b.Store.Odds()
		if err != nil || kept == "" {
			return nil, 0, err
		}
		b.odds = json.RawMessage(kept)
	}
	h := history.Of(r, p)
	return b.odds, len(h.Unanswered), nil
}
