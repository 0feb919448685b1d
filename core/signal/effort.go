package signal

import (
	"strconv"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var effort = Signal{
	Name: "effort", Source: "lange", Hint: true,
	Doc:  "The minutes spent against what such a deal usually takes. From enough closed deals, four times the usual is a verdict; otherwise it is only shown.",
	Case: "signal-effort",
	read: func(h *history.History, p *playbook.Playbook) reading {
		usual, from := h.Opportunity.UsualMinutes, h.Opportunity.UsualFrom
		if usual <= 0 || h.Minutes == 0 {
			return reading{}
		}
		because := say.Count(h.Minutes, "minute", "minutes") + " spent; such a deal usually takes " + strconv.Itoa(usual)
		if from < p.Overwork.Deals {
			because += ", as far as " + say.Count(from, "closed deal", "closed deals") + " can tell"
		}
		return reading{units: h.Minutes / usual, because: because}
	},
}
