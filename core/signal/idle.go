package signal

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// grace is the working days of silence that say nothing.
const grace = 10

var idle = Signal{
	Name: "idle",
	Doc:  "Working days of silence beyond ten, since the last two-way contact or the first touch.",
	Case: "last-try-cold",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		since, ok := h.SilentSince()
		if !ok || len(h.Unanswered) == 0 {
			return reading{}
		}
		days := h.Calendar.Between(since, h.Now)
		if days <= grace {
			return reading{}
		}
		return reading{
			units:    days - grace,
			because:  fmt.Sprintf("Silent for %s", say.Count(days, "working day", "working days")),
			evidence: []Evidence{{At: since, Quote: silentFrom(h)}},
		}
	},
}

func silentFrom(h *history.History) string {
	if h.LastTwoWay == nil {
		return "First touch of this cycle"
	}
	return "Last two-way contact"
}
