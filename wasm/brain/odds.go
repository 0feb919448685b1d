package brain

import (
	"cleanbreak/core/assess"
	"cleanbreak/core/calibrate"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
)

// learning counts when those in the log answered, and is under way.
type learning struct {
	people []replica.Someone
	at     int
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
		b.learning = &learning{people: replica.Everybody(known.Events), groups: calibrate.Groups{}}
	}
	l := b.learning
	for _, s := range l.people[l.at:min(l.at+judgedAtOnce, len(l.people))] {
		for _, c := range calibrate.Stretches(s.History(b.read), b.Now()) {
			l.groups.Add(c)
		}
		l.at++
	}
	if l.at < len(l.people) {
		return true, nil
	}
	b.learning, b.odds = nil, l.groups.Odds()
	return false, b.Store.KeepOdds(l.groups)
}

// oddsOf say of somebody who is silent how many like them answered later; "" before
// anything was learnt, and where nothing is silent.
func (b *Brain) oddsOf(r history.Record, a assess.Assessment, p *playbook.Playbook) (string, error) {
	h := history.Of(r, p)
	silent := len(h.Unanswered)
	if silent == 0 || a.Verdict == verdict.Stop {
		return "", nil
	}
	if b.odds == nil {
		groups, err := b.Store.Odds()
		if err != nil || groups == nil {
			return "", err
		}
		b.odds = groups.Odds()
	}
	return b.odds.Sentence(b.Tongue, a.Motion, silent), nil
}
