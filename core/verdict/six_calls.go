package verdict

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var sixCalls = &Rule{
	Name: "six-calls", Source: "stanley", Voice: "stanley",
	Observed: "Six calls without an answer, after which the tail is thin; after a meeting five follow-ups. Voicemails alone prove nothing.",
	Follows:  "break-up, kind ghosting, with Stanley's message",
	Case:     "voice-stanley-six-calls",
	Threshold: func(p *playbook.Playbook) string {
		return fmt.Sprintf("%d calls; %d follow-ups after a meeting", p.Calls.Calls, p.Calls.AfterMeeting)
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		calls := h.On("call") + h.On("voicemail")
		n, most, what := calls, p.Calls.Calls, "{} of {} calls without an answer"
		if h.Met {
			n, most, what = FollowUps(h), p.Calls.AfterMeeting, "{} of {} follow-ups after your meeting without an answer"
		}
		if n == 0 {
			return Verdict{}, false
		}
		because := h.Say(what, min(n, most), most)
		switch {
		case n < most:
			return Verdict{Verdict: Keep, Because: because}, true
		case h.On("voicemail") == len(h.Unanswered):
			return Verdict{Verdict: Keep, Because: h.Say("{}, but voicemails alone prove nothing", because)}, true
		}
		return goodbye(h, p, BreakUp, because)
	},
}
