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
// A new one begins with contact after a break-up, when the date to reassess
// comes, and with contact after a long silence.
func lastCycle(events []Event, now time.Time, days workday.Calendar, p *playbook.Playbook) cycle {
	c := cycle{number: 1}
	var last, parted *Event
	for i := range events {
		e := &events[i]
		if e.Type == Decision {
			parted = standing(e, parted)
			continue
		}
		if !e.contact() {
			continue
		}
		switch {
		case parted != nil:
			c = cycle{c.number + 1, i, e.At, e.inbound(), parted}
		case last != nil && longAgo(last.At, e.At, p):
			c = cycle{c.number + 1, i, e.At, false, nil}
		}
		last, parted = e, nil
	}
	return c.openUntil(events, last, parted, now, days, p)
}

// standing is the break-up in force after a decision: a later decision of
// another verdict lifts it.
func standing(decision, before *Event) *Event {
	switch decision.Verdict {
	case "break-up":
		return decision
	case "":
		return before
	}
	return nil
}

// openUntil starts the cycle that the calendar alone brings: reassessment, or a
// silence that has lasted. A reply of theirs that still waits is never left
// behind, nor a decision that still holds.
func (c cycle) openUntil(events []Event, last, parted *Event, now time.Time, days workday.Calendar, p *playbook.Playbook) cycle {
	next := cycle{number: c.number + 1, from: len(events)}
	if parted != nil {
		if back := Until(*parted, days, p); !now.Before(back) {
			next.since, next.parted = back, parted
			return next
		}
		return c
	}
	if last == nil || last.inbound() || !longAgo(last.At, now, p) || held(events, now, days, p) {
		return c
	}
	next.since = last.At.AddDate(0, 0, p.Cycle.Days)
	return next
}

func longAgo(then, now time.Time, p *playbook.Playbook) bool {
	return !now.Before(then.AddDate(0, 0, p.Cycle.Days))
}

// held reports a decision, or a meeting, that reaches past now.
func held(events []Event, now time.Time, days workday.Calendar, p *playbook.Playbook) bool {
	for _, e := range events {
		if e.Type == Decision && Until(e, days, p).After(now) {
			return true
		}
		if AskedToWait(&e, days, p).After(now) {
			return true
		}
		if e.Type == Meeting && e.Starts.After(now) {
			return true
		}
	}
	return false
}

// Until is the first day a decision no longer holds: its own date, else the
// first working day after the playbook's months. A verdict that does not wait has none: the zero
// time.
func Until(decision Event, days workday.Calendar, p *playbook.Playbook) time.Time {
	if !decision.Until.IsZero() {
		return days.Day(decision.Until)
	}
	switch {
	case decision.Verdict == "break-up" && decision.Kind == "not-worth-it":
		return days.Next(days.Day(decision.At).AddDate(0, p.Reassess.NotWorthIt, 0))
	case decision.Verdict == "break-up":
		return days.Next(days.Day(decision.At).AddDate(0, p.Reassess.Months, 0))
	case decision.Verdict == "pause":
		return days.Next(days.Day(decision.At).AddDate(0, p.Reassess.PauseMonths, 0))
	}
	return time.Time{}
}
