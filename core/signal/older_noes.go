package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var olderNoes = Signal{
	Name: "older-noes", Source: Ours,
	Doc:  "Noes of earlier cycles. They are history: shown, and never counted.",
	Case: "signal-older-noes", Hint: true,
	read: func(h *history.History, _ *playbook.Playbook) reading {
		any := func(*history.Event) bool { return true }
		return find(h, h.OlderNoes, any, said(h)).reading(h, deed{"In an earlier cycle they said no on {}", "In an earlier cycle they said no {}, the last time on {}"})
	},
}
