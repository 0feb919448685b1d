package verdict

import (
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var fiveAndOut = &Rule{
	Name: "five-and-out", Source: "pipedrive", Voice: "pipedrive",
	Observed:  "Contacts without a response, none of them opened where that is known; a dial that left no word is not among them.",
	Follows:   "break-up, kind ghosting, with a goodbye",
	Case:      "voice-pipedrive-five",
	Threshold: func(p *playbook.Playbook) string { return say.Count(p.Contacts.Times, "contact", "contacts") },
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		n, most := h.Contacts(), p.Contacts.Times
		if n == 0 {
			return Verdict{}, false
		}
		because := h.Say("{} of {} contacts without a response", min(n, most), most)
		opened := slices.ContainsFunc(h.Unanswered, func(e history.Event) bool { return e.Opened != nil && *e.Opened })
		switch {
		case n < most:
			return Verdict{Verdict: Keep, Because: because}, true
		case opened:
			return Verdict{Verdict: Keep, Because: h.Say("{}, but they opened some", because)}, true
		}
		return goodbye(h, p, BreakUp, because)
	},
}
