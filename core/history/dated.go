package history

import (
	"time"

	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/workday"
)

// Soft lists the objections that may be answered: price, timing, budget, vendor.
var Soft = []string{reply.NoBudget, reply.HasVendor, reply.Postpone}

// AskedToWait gives the first working day on which a reply lets us write again: the one
// they named, their vendor's renewal less the notice, or for a postponement
// without a date the playbook's months. Zero when they named none.
func AskedToWait(e *Event, days workday.Calendar, p *playbook.Playbook) time.Time {
	if e.Type != Reply || e.machine() || e.Leads() == "" {
		return time.Time{}
	}
	if day := waitUntil(e, days, p); !day.IsZero() {
		return days.Next(day)
	}
	return time.Time{}
}

func waitUntil(e *Event, days workday.Calendar, p *playbook.Playbook) time.Time {
	lead := e.Reading.Intents[0]
	switch lead.Intent {
	case reply.HasVendor:
		if !lead.On.IsZero() {
			return days.Next(days.Day(lead.On).AddDate(0, 0, -p.Waits.RenewalNotice))
		}
	case reply.Postpone, reply.NoBudget:
		if !lead.On.IsZero() {
			return days.Next(lead.On)
		}
		if lead.Intent == reply.Postpone {
			return days.Next(days.Months(e.At, p.Reassess.PauseMonths))
		}
	}
	return time.Time{}
}

// AskedBack is the day that they named in their newest message, of any cycle, to
// come back on, once it has come; zero where it is none.
func (h *History) AskedBack() time.Time {
	var last *Event
	for i := range h.past {
		if e := &h.past[i]; e.inbound() && e.Reading != nil {
			last = e
		}
	}
	if last == nil || last.Leads() != reply.Postpone || last.Reading.Intents[0].On.After(h.Now) {
		return time.Time{}
	}
	return last.Reading.Intents[0].On
}
