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
	people []replica.Someone
	at     int
	counts map[string]calibrate.Counts // by group, as calibrate.Groups is written
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
		b.learning = &learning{people: replica.Everybody(known.Events), counts: map[string]calibrate.Counts{}}
	}
	l := b.learning
	for _, s := range l.people[l.at:min(l.at+judgedAtOnce, len(l.people))] {
		for _, c := range calibrate.Stretches(s.History(b.read), b.Now()) {
			l.add(c)
		}
		l.at++
	}
	if l.at < len(l.people) {
		return true, nil
	}
	b.learning = nil
	if b.odds, err = json.Marshal(l.counts); err != nil {
		return false, err
	}
	return false, b.Store.KeepOdds(string(b.odds))
}

// add counts one stretch of touches in silence.
func (l *learning) add(c calibrate.Contact) {
	for i, channel := range c.Channels {
		for _, group := range [...]string{"motion " + c.Motion, "channel " + channel} {
			counts := l.counts[group]
			counts.At(i+1, c.Answered && i == len(c.Channels)-1)
			l.counts[group] = counts
		}
	}
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
