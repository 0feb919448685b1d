package signal

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var idle = Signal{
	Name: "idle",
	Doc:  "Working days of silence since the last two-way contact or the first touch.",
	Case: "last-try-cold",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		since, ok := h.SilentSince()
		if !ok || len(h.Unanswered) == 0 {
			return reading{}
		}
		days := h.Calendar.Between(since, h.Now)
		return reading{
			units:    days,
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
