package signal

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var unanswered = Signal{
	Name: "unanswered",
	Doc:  "Touches since the last two-way contact that nobody answered.",
	Case: "last-try-cold",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		n := len(h.Unanswered)
		if n == 0 {
			return reading{}
		}
		first := say.Day(h.Unanswered[0].At, h.Now, h.Zone)
		return reading{
			units:    n,
			because:  fmt.Sprintf("%s since %s without a reply", say.Count(n, "touch", "touches"), first),
			evidence: show(h.Unanswered, func(e history.Event) string { return say.Touch(e.Channel, e.Disposition) }),
		}
	},
}
