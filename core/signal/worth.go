package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var worth = Signal{
	Name: "worth", Source: "calvert",
	Doc:  "The value of the deal against the team's own numbers, set beforehand. What is not known says nothing.",
	Case: "signal-worth",
	read: func(h *history.History, p *playbook.Playbook) reading {
		level, because := valueOf(h, p)
		return reading{units: int(level), because: because}
	},
}
