package assess

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
	"cleanbreak/core/verdict"
)

// Lister judges one prospect after the other for a long list, in the same memory.
// It says what [Judge] says, but for the voices, the parts, the plan and the note.
type Lister struct {
	room    history.Room
	h       history.History
	by      *playbook.Playbook
	rules   verdict.RuleSet
	weights signal.Weights
}

// Rotting reports a deal, of the record judged last, that is overdue in its stage
// with nothing booked.
func (l *Lister) Rotting(p *playbook.Playbook) bool { return signal.Rotting(&l.h, p) }

// Silent is how many touches the one judged last has left without an answer.
func (l *Lister) Silent() int { return len(l.h.Unanswered) }

// Idle reports that nobody was in touch with the one judged last for as long as ends
// a cycle, and that nothing is planned.
func (l *Lister) Idle(p *playbook.Playbook) bool {
	last := l.h.LastTouch
	if two := l.h.LastTwoWay; two != nil && (last == nil || two.At.After(*last)) {
		last = &two.At
	}
	return last != nil && !l.h.Now.Before(last.AddDate(0, 0, p.Cycle.Days)) && !l.h.Opportunity.NextActivity.After(l.h.Now)
}

// Judge judges a record.
func (l *Lister) Judge(r history.Record, p *playbook.Playbook) Assessment {
	a, tracked := whom(r, p)
	if !tracked {
		return a
	}
	l.h = l.room.Of(r, p)
	if l.by != p {
		l.by, l.rules, l.weights = p, verdict.RulesOf(p), signal.Weigh(p)
	}
	v := l.rules.Judge(&l.h, p)
	a = Assessment{
		Tracked: true, Verdict: v.Verdict, Kind: v.Kind, Rule: v.Rule, Playbook: p.Name, Reunion: l.h.Reunion,
		Unsure: v.Unsure, Motion: l.h.Motion, Cycle: l.h.Cycle, Because: v.Because,
	}
	a.Score = verdict.Sum(&l.h, p, l.weights)
	a.dates(v, &l.h, p)
	a.books(v, &l.h, p)
	return a
}
