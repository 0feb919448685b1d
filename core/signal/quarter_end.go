package signal

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var quarterEnd = Signal{
	Name: "quarter-end", Source: "lange", Hint: true,
	Doc:  "The quarter ends soon: budgets close and people are busy. Context, never a verdict.",
	Case: "signal-quarter-end",
	read: func(h *history.History, p *playbook.Playbook) reading {
		end := endOfQuarter(h.Calendar.Day(h.Now))
		left := h.Calendar.Between(h.Now, end)
		if left > p.Quarters.Days {
			return reading{}
		}
		because := h.Say("The quarter ends on {}, with {} to go: they may be busy", h.Tongue.Day(end, h.Now, h.Zone), h.Tongue.Count(left, "working day", "working days"))
		return reading{units: 1, because: because}
	},
}

// endOfQuarter is the last day of the quarter that a day is in.
func endOfQuarter(day time.Time) time.Time {
	next := (day.Month()-1)/3*3 + 4 // the first month after it; 13 is next January
	return time.Date(day.Year(), next, 0, 0, 0, 0, 0, day.Location())
}
