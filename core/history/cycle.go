package history

import (
	"time"

	"cleanbreak/core/playbook"
	"cleanbreak/core/workday"
)

// cycle is a stretch of contact with counts of its own.
type cycle struct {
	number  int
	from    int       // index of its first event
	since   time.Time // zero for the first
	reunion bool      // it began because they came back after being let go
	parted  *Event    // the break-up before it; nil when there was none
}

// lastCycle walks the events, oldest first, and gives the cycle that now is in.
// After a break-up a new one begins when they come back, when something two-way
// happens, with a trigger, and when the date to reassess has come; otherwise with
// contact after a long silence. The goodbye itself, and whatever else we send
// before that date, begins none; nor does a silence that still lasts, of a deal that
// is open.
func lastCycle(events []Event, r *Record, days workday.Calendar, p *playbook.Playbook) cycle {
	c := cycle{number: 1}
	var last, parted *Event
	for i := range events {
		e := &events[i]
		if e.Type == Decision {
			parted = standing(e, parted)
			continue
		}
		switch {
		case parted != nil && (e.cameBack() || (e.contact() && !e.At.Before(Until(*parted, days, p)))):
			c = cycle{c.number + 1, i, e.At, e.inbound(), parted}
			parted = nil
		case !e.contact():
			continue
		case parted == nil && over(events[:i], last, e.At, days, p):
			c = cycle{c.number + 1, i, e.At, false, nil}
		}
		last = e
	}
	return c.openUntil(events, last, parted, r, days, p)
}

// cameBack reports what ends having been let go before the day of the second look.
func (e *Event) cameBack() bool { return e.Type == Trigger || e.Returned() }

// Returned reports that they came back themselves, with more than a farewell.
func (e *Event) Returned() bool { return e.twoWay() && !e.Farewell() }

// standing is the break-up in force after a decision: a later decision of
// another verdict lifts it.
func standing(decision, before *Event) *Event {
	switch decision.Verdict {
	case BreakUp:
		return decision
	case "", LiftStop:
		return before
	}
	return nil
}

// openUntil starts the cycle that the calendar alone brings: reassessment, or a
// silence that has lasted.
func (c cycle) openUntil(events []Event, last, parted *Event, r *Record, days workday.Calendar, p *playbook.Playbook) cycle {
	next := cycle{number: c.number + 1, from: len(events)}
	if parted != nil {
		if back := Until(*parted, days, p); !r.Now.Before(back) {
			next.since, next.parted = back, parted
			return next
		}
		return c
	}
	if r.Opportunity.Open || !over(events, last, r.Now, days, p) {
		return c
	}
	next.since = last.At.AddDate(0, 0, p.Cycle.Days)
	return next
}

// over reports that the silence since the last contact has ended a cycle. A reply
// of theirs that still waits is never left behind, nor what still holds.
func over(events []Event, last *Event, now time.Time, days workday.Calendar, p *playbook.Playbook) bool {
	return last != nil && !last.inbound() && longAgo(last.At, now, p) && !held(events, now, days, p)
}

func longAgo(then, now time.Time, p *playbook.Playbook) bool {
	if now.Sub(then) < time.Duration(p.Cycle.Days-1)*24*time.Hour { // so the calendar need not be asked
		return false
	}
	return !now.Before(then.AddDate(0, 0, p.Cycle.Days))
}

// held reports what reaches past now: a decision, the day they named, a meeting, a
// last try that nobody has answered or closed, a complaint about which nothing was
// decided.
func held(events []Event, now time.Time, days workday.Calendar, p *playbook.Playbook) bool {
	waits := false
	for i := range events {
		e := &events[i]
		switch {
		case e.Type == Decision:
			waits = e.Verdict == LastTry
		case e.complains():
			waits = true
		case e.twoWay():
			waits = false
		}
		if e.Type == Decision && Until(*e, days, p).After(now) {
			return true
		}
		if AskedToWait(e, days, p).After(now) || (e.Type == Meeting && e.Starts.After(now)) {
			return true
		}
	}
	return waits
}

// Until is the first working day on which a decision no longer holds: its own
// date, else the playbook's months on. A verdict that does not wait has none: the
// zero time.
func Until(decision Event, days workday.Calendar, p *playbook.Playbook) time.Time {
	if !decision.Until.IsZero() {
		return days.Next(decision.Until)
	}
	switch {
	case decision.Verdict == BreakUp && decision.Kind == NotWorthIt:
		return days.Next(days.Months(decision.At, p.Reassess.NotWorthIt))
	case decision.Verdict == BreakUp:
		return days.Next(days.Months(decision.At, p.Reassess.Months))
	case decision.Verdict == Pause:
		return days.Next(days.Months(decision.At, p.Reassess.PauseMonths))
	}
	return time.Time{}
}
