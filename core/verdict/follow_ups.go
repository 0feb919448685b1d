package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var followUps = &Rule{
	Name: "follow-ups", Source: "lange", Voice: "lange",
	Observed: "Follow-ups without an answer; a dial that left no word is not among them.",
	Follows:  "last-try: one short note that you stop. An answer revives, silence ends",
	Case:     "voice-lange-follow-ups",
	Threshold: func(p *playbook.Playbook) string {
		return say.Count(p.FollowUps.Times, "follow-up", "follow-ups") + ", never below " + say.Count(p.Floor.Touches, "touch", "touches")
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		n, most := FollowUps(h), p.FollowUps.Times
		if n == 0 {
			return Verdict{}, false
		}
		because := h.Say("{} of {} follow-ups without an answer", min(n, most), most)
		if n < most || len(h.Unanswered) < p.Floor.Touches {
			return Verdict{Verdict: Keep, Because: because}, true
		}
		return goodbye(h, p, LastTry, because)
	},
}

// FollowUps counts what we sent after the opening: after the first touch of a
// cold contact, after their last word otherwise.
func FollowUps(h *history.History) int {
	n := h.Contacts()
	if h.LastTwoWay == nil && h.TakenUp == nil {
		n--
	}
	return max(0, n)
}
