package signal

import (
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var objections = Signal{
	Name: "objections", Source: "pipedrive",
	Doc:  "Soft objections of this cycle: budget, timing, a vendor they have. One is answered; it weighs until they say something better.",
	Case: "signal-objections",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		soft := func(e *history.Event) bool { return slices.Contains(history.Soft, e.Leads()) }
		return find(h, h.Replies, soft, said(h)).reading(h, deed{"They objected on {}", "They objected {}, the last time on {}"})
	},
}
