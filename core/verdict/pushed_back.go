package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
	"cleanbreak/core/signal"
)

var pushedBack = &Rule{
	Name: "pushed-back", Source: "lange", Voice: "lange",
	Observed:  "They moved a meeting the second time, above all a follow-up, and no new date is booked.",
	Follows:   "last-try",
	Case:      "voice-lange-pushed-back",
	Threshold: func(p *playbook.Playbook) string { return say.Count(p.PushedBack.Times, "move", "moves") },
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		moved := signal.MovedByThem(h)
		if len(moved) < p.PushedBack.Times {
			return Verdict{}, false
		}
		last := &moved[len(moved)-1]
		if last.Starts.After(h.Now) || h.Decided(last.At) {
			return Verdict{}, false
		}
		if _, booked := meetingBooked.speak(h, p); booked {
			return Verdict{}, false
		}
		if wrote := WroteLast(h); wrote != nil && wrote.At.After(last.At) {
			return Verdict{}, false // perhaps with the new date
		}
		return goodbye(h, p, LastTry, h.Say("They moved your meeting {} and no new date is booked", h.Tongue.Times(len(moved))))
	},
}
