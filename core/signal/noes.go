package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

var noes = Signal{
	Name: "noes", Source: "lange",
	Doc:  "Replies of this cycle that mean: not interested. The first is answered once; the second is a decision.",
	Case: "signal-noes",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		no := func(e *history.Event) bool { return e.Leads() == reply.NotInterested }
		return find(h, h.Replies, no, said(h)).reading(h, deed{"They said no on {}", "They said no {}, the last time on {}"})
	},
}
