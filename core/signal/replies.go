package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
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
		because := say.Count(n, "reply", "replies") + ", the last on " + day(h, &h.Replies[n-1])
		return reading{n, because, show(h.Replies, written)}
	},
}
