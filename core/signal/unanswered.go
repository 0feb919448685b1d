package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
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
		because := say.Count(n, "touch", "touches") + " since " + day(h, &h.Unanswered[0]) + " without a reply"
		return reading{n, because, show(h.Unanswered, touched)}
	},
}
