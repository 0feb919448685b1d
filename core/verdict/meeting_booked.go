package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var meetingBooked = &Rule{
	Name: "meeting-booked", Source: "ours",
	Observed:  "A meeting is booked and lies ahead.",
	Follows:   "keep: confirm it",
	Case:      "keep-meeting-booked",
	Threshold: noThreshold,
	speak: func(h *history.History, _ *playbook.Playbook) (Verdict, bool) {
		open := h.OpenMeetings()
		for i := range open {
			if m := &open[i]; m.Starts.After(h.Now) {
				return Verdict{Verdict: Keep, Event: m, Because: h.Say("You meet on {}: confirm it", day(h, m.Starts))}, true
			}
		}
		return Verdict{}, false
	},
}
