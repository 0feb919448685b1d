package verdict

import (
	"fmt"
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var keep = &Rule{
	Name: "keep", Source: "ours",
	Observed: "Nothing else speaks.",
	Follows:  "keep, with the earliest sensible date and the channel for the next touch",
	Case:     "keep-first-touch",
	Threshold: func(p *playbook.Playbook) string {
		return say.Count(p.Waits.BetweenTouches, "working day", "working days") + " between touches"
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		n := len(h.Unanswered)
		v := Verdict{Verdict: Keep}
		switch {
		case len(h.Touches) == 0:
			v.Because = "No touch in this cycle yet"
		case n == 0:
			v.Because = "You are in touch"
		case n < p.Floor.Touches:
			v.Because = fmt.Sprintf("Only %s so far: too early to read the silence", say.Count(n, "touch", "touches"))
		case !slices.Contains(p.Silence, persistence.Name):
			v.Because = "None of these rules speaks yet"
		default:
			v.Because = stillToTry(h, p)
		}
		return v, true
	},
}

func stillToTry(h *history.History, p *playbook.Playbook) string {
	e := EffortFor(h, p)
	if e.Touches == 0 {
		calls := h.On("call") + h.On("voicemail")
		return fmt.Sprintf("%d of %d calls and %d of %d e-mails tried", calls, e.Calls, h.On("email"), e.Emails)
	}
	if len(h.Unanswered) >= e.Touches && e.SecondContact && !h.SecondContact() {
		return "Enough was tried with them: try somebody else at the company before you give it up"
	}
	return fmt.Sprintf("%d of %d touches tried over %d working days", len(h.Unanswered), e.Touches, e.Days)
}
