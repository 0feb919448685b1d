package signal

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var replies = Signal{
	Name: "replies",
	Doc:  "Replies typed by a person in this cycle.",
	Case: "your-turn-reply",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		n := len(h.Replies)
		if n == 0 {
			return reading{}
		}
		last := say.Day(h.Replies[n-1].At, h.Now, h.Zone)
		return reading{
			units:    n,
			because:  fmt.Sprintf("%s, the last on %s", say.Count(n, "reply", "replies"), last),
			evidence: show(h.Replies, func(e history.Event) string { return say.Quote(e.Text, e.Read) }),
		}
	},
}
