package signal

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
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
		because := "The quarter ends on " + say.Day(end, h.Now, h.Zone) + ", with " + say.Count(left, "working day", "working days") + " to go: they may be busy"
		return reading{units: 1, because: because}
	},
}

// endOfQuarter is the last day of the quarter that a day is in.
func endOfQuarter(day time.Time) time.Time {
	next := (day.Month()-1)/3*3 + 4 // the first month after it; 13 is next January
	return time.Date(day.Year(), next, 0, 0, 0, 0, 0, day.Location())
}
