package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var attempts = &Rule{
	Name: "attempts", Source: "calvert", Voice: "calvert",
	Observed: "The work is done: enough attempts in enough ways; a dial counts as work.",
	Follows:  "under that, keep, and what is still untried of the ten ways; beyond it a goodbye over three kinds of message on one day",
	Case:     "voice-calvert-attempts",
	Threshold: func(p *playbook.Playbook) string {
		return say.Count(p.Attempts.Times, "attempt", "attempts")
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		n, most := len(h.Touches), p.Attempts.Times
		if n == 0 || len(h.Unanswered) == 0 {
			return Verdict{}, false
		}
		because := h.Say("{} of {} attempts", min(n, most), most)
		switch silent := len(h.Unanswered); {
		case n >= most && silent == n:
			return goodbye(h, p, BreakUp, h.Say("{} without an answer", because))
		case n >= most && silent >= p.Floor.Touches:
			return goodbye(h, p, BreakUp, h.Say("{}, the last {} without an answer", because, silent))
		case n >= most:
			return Verdict{Verdict: Keep, Because: h.Say("{}, and only {} since their last word", because, h.Tongue.Count(silent, "touch", "touches"))}, true
		}
		if untried := h.Untried(p); len(untried) > 0 {
			because += h.Say("; not tried yet: {}", h.Tongue.Channels(untried))
		}
		return Verdict{Verdict: Keep, Because: because}, true
	},
}
