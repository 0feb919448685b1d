package verdict

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// meetingBooked speaks while a meeting lies ahead: there is nothing to do but
// confirm it.
func meetingBooked(h *history.History, _ *playbook.Playbook) (Verdict, bool) {
	n := len(h.Meetings)
	if n == 0 {
		return Verdict{}, false
	}
	m := h.Meetings[n-1]
	off := m.Disposition == history.Cancelled || m.Disposition == history.NoShow
	if off || !m.Starts.After(h.Now) {
		return Verdict{}, false
	}
	return Verdict{Verdict: Keep, Because: fmt.Sprintf("You meet on %s: confirm it", day(h, m.Starts))}, true
}

// keep speaks when no other gate did.
func keep(h *history.History, p *playbook.Playbook) (Verdict, bool) {
	n := len(h.Unanswered)
	v := Verdict{Verdict: Keep}
	switch {
	case len(h.Touches) == 0:
		v.Because = "No touch in this cycle yet"
	case n == 0:
		v.Because = "You are in touch"
	case n < p.Floor.Touches:
		v.Because = fmt.Sprintf("Only %s so far: too early to read the silence", say.Count(n, "touch", "touches"))
	default:
		v.Because = stillToTry(h, p)
	}
	return v, true
}

func stillToTry(h *history.History, p *playbook.Playbook) string {
	e := Effort(h, p)
	if e.Touches > 0 {
		return fmt.Sprintf("%d of %d touches tried over %d working days", len(h.Unanswered), e.Touches, e.Days)
	}
	calls := h.On("call") + h.On("voicemail")
	return fmt.Sprintf("%d of %d calls and %d of %d e-mails tried", calls, e.Calls, h.On("email"), e.Emails)
}
