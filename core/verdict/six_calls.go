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
		n, most, what := calls, p.Calls.Calls, "calls"
		if h.Met {
			n, most, what = FollowUps(h), p.Calls.AfterMeeting, "follow-ups after your meeting"
		}
		if n == 0 {
			return Verdict{}, false
		}
		because := fmt.Sprintf("%d of %d %s without an answer", min(n, most), most, what)
		switch {
		case n < most:
			return Verdict{Verdict: Keep, Because: because}, true
		case h.On("voicemail") == len(h.Unanswered):
			return Verdict{Verdict: Keep, Because: because + ", but voicemails alone prove nothing"}, true
		}
		return goodbye(h, p, BreakUp, because)
	},
}
