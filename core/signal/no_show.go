package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var noShow = Signal{
	Name: "no-show", Source: "stanley",
	Doc:  "Meetings they accepted and did not come to. Four touches after one without an answer is chase mode.",
	Case: "signal-no-show",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		missed := func(m *history.Event) bool { return m.Disposition == history.NoShow && m.By != "us" }
		return find(h, h.Meetings, missed, func(*history.Event) string { return h.Say("Meeting, they did not come") }).
			reading(h, deed{"They missed a meeting on {}", "They missed a meeting {}, the last time on {}"})
	},
}
