package history

import (
	"time"

	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/workday"
)

// Soft lists the objections that may be answered: price, timing, budget, vendor.
var Soft = []string{reply.NoBudget, reply.HasVendor, reply.Postpone}

// AskedToWait gives the first day on which a reply lets us write again: the one
// they named, their vendor's renewal less the notice, or for a postponement
// without a date the playbook's months. Zero when they named none.
func AskedToWait(e *Event, days workday.Calendar, p *playbook.Playbook) time.Time {
	if e.Type != Reply || e.machine() || e.Leads() == "" {
		return time.Time{}
	}
	lead := e.Reading.Intents[0]
	switch lead.Intent {
	case reply.HasVendor:
		if !lead.On.IsZero() {
			return days.Day(lead.On).AddDate(0, 0, -p.Waits.RenewalNotice)
		}
	case reply.Postpone, reply.NoBudget:
		if !lead.On.IsZero() {
			return days.Day(lead.On)
		}
		if lead.Intent == reply.Postpone {
			return days.Day(e.At).AddDate(0, p.Reassess.PauseMonths, 0)
		}
	}
	return time.Time{}
}
