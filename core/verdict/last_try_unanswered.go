package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var lastTryUnanswered = &Rule{
	Name: "last-try-unanswered", Source: "pipedrive",
	Observed: "A last try, or the question whether to close their file, stands unanswered, or is answered with a farewell.",
	Follows:  "break-up, kind ghosting, and silent: the goodbye was said",
	Case:     "break-up-last-try-unanswered",
	Threshold: func(p *playbook.Playbook) string {
		return say.Count(p.Waits.AfterLastTry, "working day", "working days")
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		if bye := tookLeave(h); bye != nil {
			return Verdict{
				Verdict: BreakUp, Kind: NotInterested, Silent: true, Event: bye,
				Because: h.Say("They took leave on {}, after your last try", day(h, bye.At)),
			}, true
		}
		d := h.LastDecision()
		if d == nil || d.Verdict != LastTry {
			return Verdict{}, false
		}
		sent := h.Sent(d)
		if sent == nil {
			return Verdict{Verdict: LastTry, Kind: Ghosting, Because: h.Say("You decided on a last try on {}, and no message of it is known: send it, or log it if you did", day(h, d.At))}, true
		}
		if h.Now.Before(h.Calendar.Add(sent.At, p.Waits.AfterLastTry)) {
			return Verdict{}, false
		}
		return Verdict{
			Verdict: BreakUp, Kind: Ghosting, Silent: true,
			Because: h.Say("No reply to your last try of {}", day(h, sent.At)),
		}, true
	},
}

// tookLeave is their last word where it is a farewell in answer to a last try that
// was sent: nothing more is due; nil otherwise.
func tookLeave(h *history.History) *history.Event {
	last := h.LastReply()
	d := h.Goodbye
	if last == nil || d == nil || d.Verdict != LastTry || !last.TakesLeave() || !last.At.After(d.At) || h.Decided(last.At) || h.TouchedSince(last.At) {
		return nil
	}
	return last
}
