package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var idle = Signal{
	Name: "idle", Source: Ours,
	Doc:  "Working days of silence since the last two-way contact or the first touch.",
	Case: "last-try-cold",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		from, ok := h.SilentSince()
		if !ok || len(h.Unanswered) == 0 {
			return reading{}
		}
		days := h.Calendar.Between(from, h.Now)
		return reading{
			units:    days,
			because:  h.Say("Silent for {}", h.Tongue.Count(days, "working day", "working days")),
			evidence: since(h, from, silentFrom(h)),
		}
	},
}

func silentFrom(h *history.History) string {
	switch since, _ := h.SilentSince(); {
	case h.TakenUp != nil && since.Equal(*h.TakenUp):
		return h.Say("You decided to keep going")
	case h.LastTwoWay == nil:
		return h.Say("First touch of this cycle")
	}
	return h.Say("Last two-way contact")
}
