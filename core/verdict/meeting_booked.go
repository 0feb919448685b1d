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
				return Verdict{Verdict: Keep, Event: m, Because: "You meet on " + day(h, m.Starts) + ": confirm it"}, true
			}
		}
		return Verdict{}, false
	},
}
