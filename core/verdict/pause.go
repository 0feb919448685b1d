package verdict

import (
	"cmp"
	"fmt"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

var pause = &Rule{
	Name: "pause", Source: "ours",
	Observed: "A date holds: their absence, the day they named, their vendor's renewal, the wait after a last try, homework or the question whom to ask, a pause you decided, or the second look at somebody let go.",
	Follows:  "pause until that day; an absence that is long offers the deputy",
	Case:     "pause-let-go",
	Threshold: func(p *playbook.Playbook) string {
		return fmt.Sprintf("%d working days after a last try or homework; %d days before a renewal; %d months without a date; over %d working days away is long",
			p.Waits.AfterLastTry, p.Waits.RenewalNotice, p.Reassess.PauseMonths, p.Waits.LongAbsence)
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		longest := Verdict{Verdict: Pause}
		for _, v := range []Verdict{decidedPause(h, p), askedPause(h, p), awayPause(h)} {
			if v.Until.After(longest.Until) {
				longest = v
			}
		}
		return longest, h.Now.Before(longest.Until)
	},
}

// decidedPause is what the rep decided and nothing has answered since.
func decidedPause(h *history.History, p *playbook.Playbook) Verdict {
	v := Verdict{Verdict: Pause}
	d := h.LastDecision()
	if d == nil {
		return v
	}
	switch d.Verdict {
	case BreakUp:
		return letGo(h, d, p)
	case Pause:
		v.Kind, v.Until = cmp.Or(d.Kind, NotNow), history.Until(*d, h.Calendar, p)
		v.Because = fmt.Sprintf("Paused on %s until %s", day(h, d.At), day(h, v.Until))
	case HandOff:
		v.Kind, v.Until = Waiting, h.Calendar.Day(d.At).AddDate(0, p.Reassess.PauseMonths, 0)
		v.Because = fmt.Sprintf("Handed to support on %s: no selling before %s", day(h, d.At), day(h, v.Until))
	case LastTry:
		v.Kind, v.Until = Waiting, answerDue(h, d, p)
		v.Because = fmt.Sprintf("Your last try of %s has until %s", day(h, lastTry(h, d)), day(h, v.Until))
	}
	return v
}

// letGo waits for the answer where the break-up asked for something, and for the
// second look after that.
func letGo(h *history.History, d *history.Event, p *playbook.Playbook) Verdict {
	v := Verdict{Verdict: Pause, Kind: Waiting, Event: d}
	due := h.Calendar.Add(d.At, p.Waits.AfterQuestion)
	if what, asked := askedThem[d.Kind]; asked && h.Now.Before(due) {
		v.Until = due
		v.Because = fmt.Sprintf(what, day(h, d.At), day(h, due))
		return v
	}
	v.Kind, v.Until = LetGo, history.Until(*d, h.Calendar, p)
	v.Because = fmt.Sprintf("Let go on %s, back %s", day(h, d.At), day(h, v.Until))
	return v
}

var askedThem = map[string]string{
	TireKicker:  "Homework given on %s: they have until %s, then their colleagues",
	NoAuthority: "Asked on %s who it should be: they have until %s, then their colleagues",
}

// askedPause is the day their newest message named.
func askedPause(h *history.History, p *playbook.Playbook) Verdict {
	last := h.LastReply()
	if last == nil || h.Decided(last.At) {
		return Verdict{}
	}
	v := Verdict{Verdict: Pause, Kind: NotNow, Until: history.AskedToWait(last, h.Calendar, p), Event: last}
	switch {
	case v.Until.IsZero():
	case last.Leads() == reply.HasVendor:
		v.Kind = Competitor
		v.Because = fmt.Sprintf("Their vendor's contract renews: back on %s, in time before it", day(h, v.Until))
	case last.Reading.Intents[0].On.IsZero():
		v.Because = fmt.Sprintf("They asked on %s to wait and named no day: back on %s", day(h, last.At), day(h, v.Until))
	default:
		v.Because = fmt.Sprintf("They asked on %s to wait until %s", day(h, last.At), day(h, v.Until))
	}
	return v
}

// awayPause is their own out-of-office note, while nothing of theirs came after.
func awayPause(h *history.History) Verdict {
	if h.Absence == nil || !h.Absence.Reading.Returns.After(h.Now) {
		return Verdict{}
	}
	back := h.Calendar.Day(h.Absence.Reading.Returns)
	return Verdict{Verdict: Pause, Kind: Away, Until: back, Event: h.Absence, Because: "They are away until " + day(h, back)}
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
