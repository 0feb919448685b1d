package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var met = Signal{
	Name: "met", Source: Ours,
	Doc:  "Meetings that took place in this cycle: they gave you their time.",
	Case: "signal-met",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		took := func(m *history.Event) bool { return m.Disposition == history.Completed }
		return find(h, h.Meetings, took, func(*history.Event) string { return h.Say("Meeting") }).reading(h, deed{"You met on {}", "You met {}, the last time on {}"})
	},
}
