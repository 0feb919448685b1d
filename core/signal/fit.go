package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var fit = Signal{
	Name: "fit", Source: "pipedrive",
	Doc:  "Like the ideal prospect or outside it, where the playbook says who is ideal (Pipedrive). Who is outside need not have been met (Stanley). A title never enters.",
	Case: "signal-fit",
	read: func(h *history.History, p *playbook.Playbook) reading {
		level, because := fitOf(h, p)
		r := reading{units: int(level), because: because}
		if level == Bottom {
			r.because, r.evidence = metAnyway(h, because)
		}
		return r
	},
}

// metAnyway asks Stanley's question at a meeting with somebody outside.
func metAnyway(h *history.History, because string) (string, []Evidence) {
	for i := range h.Meetings {
		m := &h.Meetings[i]
		if m.Disposition == history.Completed {
			when := h.Tongue.Day(m.At, h.Now, h.Zone)
			return because + h.Say(". You met on {}: should you have?", when), []Evidence{{m.At, h.Say("Meeting")}}
		}
	}
	return because, nil
}
