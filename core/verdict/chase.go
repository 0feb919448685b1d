package verdict

import (
	"fmt"
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var chase = &Rule{
	Name: "chase", Source: "stanley",
	Observed: "Chase mode: they accepted a meeting, did not show up, and answered nothing since.",
	Follows:  "break-up, kind ghosting, with Stanley's message",
	Case:     "break-up-chase",
	Threshold: func(p *playbook.Playbook) string {
		return fmt.Sprintf("%s on %s after a no-show", say.Count(p.Chase.Touches, "touch", "touches"), say.Count(p.Chase.Channels, "channel", "channels"))
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		n := len(h.Meetings)
		if n == 0 || h.Meetings[n-1].Disposition != history.NoShow || h.Meetings[n-1].By == "us" {
			return Verdict{}, false
		}
		missed := &h.Meetings[n-1]
		when := missed.At // of the meeting; the entry may come later
		if !missed.Starts.IsZero() && missed.Starts.Before(when) {
			when = missed.Starts
		}
		var channels []string
		touches := 0
		for i := range h.Unanswered {
			if t := &h.Unanswered[i]; t.At.After(when) && !t.Dial() {
				touches++
				if !slices.Contains(channels, t.Channel) {
					channels = append(channels, t.Channel)
				}
			}
		}
		if touches < p.Chase.Touches || len(channels) < p.Chase.Channels {
			return Verdict{}, false
		}
		return goodbye(h, p, BreakUp, h.Say("Chase mode: they missed the meeting of {} and answered none of {} since",
			day(h, when), h.Tongue.Count(touches, "touch", "touches")))
	},
}
