package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
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
		spent, takes := h.Tongue.Work(h.Minutes, usual)
		because := h.Say("{} spent; such a deal usually takes {}", spent, takes)
		if from < p.Overwork.Deals {
			because += h.Say(", as far as {} can tell", h.Tongue.Count(from, "closed deal", "closed deals"))
		}
		return reading{units: h.Minutes / usual, because: because}
	},
}
