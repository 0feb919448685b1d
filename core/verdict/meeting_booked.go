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
		n := len(h.Meetings)
		if n == 0 {
			return Verdict{}, false
		}
		m := &h.Meetings[n-1]
		off := m.Disposition == history.Cancelled || m.Disposition == history.NoShow
		if off || !m.Starts.After(h.Now) {
			return Verdict{}, false
		}
		return Verdict{Verdict: Keep, Event: m, Because: "You meet on " + day(h, m.Starts) + ": confirm it"}, true
	},
}
