package verdict

import (
	"cmp"
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

var pause = &Rule{
	Name: "pause", Source: "ours",
	Observed: "A date holds: their absence, the day they named, their vendor's renewal, the wait after a last try, homework or the question whom to ask, a pause you decided, or the second look at somebody let go. A trigger (a new job, funding, a renewal, the event they gave) ends the last two before their day.",
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
		if h.Customer { // decided before they bought
			v.Kind, v.Until = Satisfied, history.Until(*d, h.Calendar, p)
			v.Because = h.Say("Left in peace since {}: look again on {}", day(h, d.At), day(h, v.Until))
			return v
		}
		return letGo(h, d, p)
	case Pause:
		if t := h.Trigger; t != nil && t.At.After(d.At) {
			return v
		}
		v.Kind, v.Until = cmp.Or(d.Kind, NotNow), history.Until(*d, h.Calendar, p)
		v.Because = h.Say("Paused on {} until {}", day(h, d.At), day(h, v.Until)) + orSooner(h, d)
	case HandOff:
		v.Kind, v.Until = Waiting, h.Calendar.Next(h.Calendar.Months(d.At, p.Reassess.PauseMonths))
		v.Because = h.Say("Handed to support on {}: no selling before {}", day(h, d.At), day(h, v.Until))
	case LastTry:
		sent := h.Sent(d)
		if sent == nil {
			return v // it is still to be sent
		}
		v.Kind, v.Until = Waiting, h.Calendar.Add(sent.At, p.Waits.AfterLastTry)
		v.Because = h.Say("Your last try of {}: they have until {} to answer", day(h, sent.At), day(h, v.Until))
	}
	return v
}

// letGo waits for the answer where the break-up asked for something, and for the
// second look after that.
func letGo(h *history.History, d *history.Event, p *playbook.Playbook) Verdict {
	v := Verdict{Verdict: Pause, Kind: Waiting, Event: d}
	if what, asked := askedThem[d.Kind]; asked && h.Left == nil {
		if sent := h.Sent(h.LetGoSince()); sent != nil {
			v.Until = h.Calendar.Add(sent.At, p.Waits.AfterQuestion)
			v.Because = h.Say(what, day(h, sent.At), day(h, v.Until))
		}
		if h.Now.Before(v.Until) {
			return v
		}
	}
	v.Kind, v.Until = LetGo, history.Until(*d, h.Calendar, p)
	v.Because = h.Say("Let go on {}: look again on {}", day(h, d.At), day(h, v.Until)) + orSooner(h, d)
	return v
}

// orSooner names the event they gave, which may come before the day.
func orSooner(h *history.History, d *history.Event) string {
	if d.Awaits == "" {
		return ""
	}
	return h.Say(", or sooner: {}", d.Awaits)
}

var askedThem = map[string]string{
	TireKicker:  "Homework given on {}: they have until {}, then their colleagues",
	NoAuthority: "Asked on {} who it should be: they have until {}, then their colleagues",
}

// askedPause is the day their newest message named.
func askedPause(h *history.History, p *playbook.Playbook) Verdict {
	last := h.LastSaid()
	if last == nil || h.Decided(last.At) {
		return Verdict{}
	}
	v := Verdict{Verdict: Pause, Kind: NotNow, Until: history.AskedToWait(last, h.Calendar, p), Event: last}
	switch {
	case v.Until.IsZero():
	case last.Leads() == reply.HasVendor:
		v.Kind = Competitor
		v.Because = h.Say("Their vendor's contract renews: back on {}, in time before it", day(h, v.Until))
	case last.Reading.Intents[0].On.IsZero():
		v.Because = h.Say("They asked on {} to wait and named no day: back on {}", day(h, last.At), day(h, v.Until))
	default:
		named := history.AskedToWait(last, h.Office(), p)
		v.Because = h.Say("They asked on {} to wait until {}", day(h, last.At), day(h, named))
		if v.Until.After(named) {
			v.Because = h.Say("They asked on {} to wait until {}, and are away until {}", day(h, last.At), day(h, named), day(h, v.Until))
		}
	}
	return v
}

// awayPause is their own out-of-office note, while nothing of theirs came after.
func awayPause(h *history.History) Verdict {
	if h.Absence == nil || !h.Absence.Reading.Returns.After(h.Now) {
		return Verdict{}
	}
	back := h.Calendar.Next(h.Absence.Reading.Returns)
	return Verdict{Verdict: Pause, Kind: Away, Until: back, Event: h.Absence, Because: h.Say("They are away until {}", day(h, back))}
}
