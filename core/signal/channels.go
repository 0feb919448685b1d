package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var channels = Signal{
	Name: "channels",
	Doc:  "Channels that the playbook enables, that are possible for this person, and that were not tried yet.",
	Case: "keep-first-touch",
	read: func(h *history.History, p *playbook.Playbook) reading {
		untried := h.Untried(p)
		return reading{
			units:    len(untried),
			because:  "Not tried yet: " + say.Channels(untried),
			evidence: []Evidence{},
		}
	},
}
