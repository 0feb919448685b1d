package verdict

import (
	"fmt"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// pause speaks while a dated decision holds: let go until the second look, put
// off until a day, or waiting for the answer to a last try.
func pause(h *history.History, p *playbook.Playbook) (Verdict, bool) {
	d := h.LastDecision()
	if d == nil {
		return Verdict{}, false
	}
	v := Verdict{Verdict: Pause}
	switch d.Verdict {
	case BreakUp:
		v.Kind, v.Until = LetGo, history.Until(*d, h.Calendar, p)
		v.Because = fmt.Sprintf("Let go on %s, back %s", day(h, d.At), day(h, v.Until))
	case Pause:
		v.Kind, v.Until = pauseKind(d.Kind), history.Until(*d, h.Calendar, p)
		v.Because = fmt.Sprintf("Paused on %s until %s", day(h, d.At), day(h, v.Until))
	case LastTry:
		v.Kind, v.Until = Waiting, answerDue(h, d, p)
		v.Because = fmt.Sprintf("Your last try of %s has until %s", day(h, lastTry(h, d)), day(h, v.Until))
	}
	return v, h.Now.Before(v.Until)
}

func pauseKind(kind string) string {
	if kind == "" {
		return NotNow
	}
	return kind
}

// lastUnanswered ends what a last try left open: the goodbye was said, so the
// break-up is silent.
func lastUnanswered(h *history.History, p *playbook.Playbook) (Verdict, bool) {
	d := h.LastDecision()
	if d == nil || d.Verdict != LastTry || h.Now.Before(answerDue(h, d, p)) {
		return Verdict{}, false
	}
	return Verdict{
		Verdict: BreakUp, Kind: Ghosting, Silent: true,
		Because: "No reply to your last try of " + day(h, lastTry(h, d)),
	}, true
}

// lastTry is when the last try was made: the newest touch, where it came with
// the decision or after it, else the decision itself.
func lastTry(h *history.History, d *history.Event) time.Time {
	if h.LastTouch != nil && h.LastTouch.After(d.At) {
		return *h.LastTouch
	}
	return d.At
}

// answerDue is the first day on which a last try counts as unanswered.
func answerDue(h *history.History, d *history.Event, p *playbook.Playbook) time.Time {
	return h.Calendar.Add(lastTry(h, d), p.Waits.AfterLastTry)
}
