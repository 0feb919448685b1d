package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var replies = Signal{
	Name: "replies", Source: Ours,
	Doc:  "Replies typed by a person in this cycle.",
	Case: "your-turn-reply",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		n := len(h.Replies)
		if n == 0 {
			return reading{}
		}
		because := h.Say("{}, the last on {}", h.Tongue.Count(n, "reply", "replies"), day(h, &h.Replies[n-1]))
		return reading{n, because, show(h, h.Replies, written(h))}
	},
}
