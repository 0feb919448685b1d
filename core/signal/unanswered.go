package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var unanswered = Signal{
	Name: "unanswered", Source: Ours,
	Doc:  "Touches since the last two-way contact that nobody answered.",
	Case: "last-try-cold",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		n := len(h.Unanswered)
		if n == 0 {
			return reading{}
		}
		because := h.Say("{} since {} without a reply", h.Tongue.Count(n, "touch", "touches"), day(h, &h.Unanswered[0]))
		return reading{n, because, show(h, h.Unanswered, touched(h))}
	},
}
