package verdict

import (
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var keep = &Rule{
	Name: "keep", Source: "ours",
	Observed: "Nothing else speaks.",
	Follows:  "keep, with the earliest sensible date and the channel for the next touch",
	Case:     "keep-first-touch",
	Threshold: func(p *playbook.Playbook) string {
		return say.Count(p.Waits.BetweenTouches, "working day", "working days") + " between touches"
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		n := len(h.Unanswered)
		v := Verdict{Verdict: Keep}
		switch t := h.Trigger; {
		case t != nil && !h.TouchedSince(t.At):
			v.Because = h.Say(news[t.Kind], day(h, t.At))
		case h.WrongAddress():
			v.Because = h.Say("Wrong address: the last mail did not arrive")
		case len(h.Touches) == 0:
			v.Because = untouched(h)
		case n == 0:
			v.Because = inTouch(h)
		case n < p.Floor.Touches:
			v.Because = h.Say("Only {} so far: too early to read the silence", h.Tongue.Count(n, "touch", "touches"))
		case !slices.Contains(p.Silence, persistence.Name):
			v.Because = h.Say("No rule speaks against it yet")
		default:
			v.Because, v.Until = stillToTry(h, p)
		}
		if a := denied(h, "budget"); a != nil {
			v.Because += h.Say("; you noted on {} that there is no budget", day(h, a.At))
		}
		return v, true
	},
}

// news is what a trigger says of them.
var news = map[string]string{
	history.NewJob:  "They changed jobs on {}: time for a second look",
	history.Funding: "They were funded on {}: time for a second look",
	history.Renewal: "What they have now came up for renewal on {}: time for a second look",
	history.Awaited: "What they were waiting for came on {}: time for a second look",
}

// untouched says why nothing was sent in this cycle.
func untouched(h *history.History) string {
	if asked := h.AskedBack(); !asked.IsZero() {
		return h.Say("They asked you to come back on {}: the day has come", day(h, asked))
	}
	if h.Parted != nil {
		return h.Say("Let go on {}: time for the second look", day(h, h.Parted.At))
	}
	if h.Cycle > 1 {
		return h.Say("No touch in this cycle yet")
	}
	return h.Say("No contact with them is known yet")
}

// inTouch is why nothing is unanswered.
func inTouch(h *history.History) string {
	if up := h.TakenUp; up != nil && (h.LastTwoWay == nil || up.After(h.LastTwoWay.At)) {
		return h.Say("You decided on {} to keep going", day(h, *up))
	}
	if m := FellThrough(h); m != nil {
		return h.Say(fellThrough[m.Disposition])
	}
	return h.Say("You are in touch")
}

var fellThrough = map[string]string{
	history.NoShow:      "They missed your meeting: offer a new date",
	history.Cancelled:   "Your meeting was cancelled: offer a new date",
	history.Rescheduled: "Your meeting was moved, and no new date is booked: offer a new date",
}

// FellThrough is the meeting that they did not come to, or that was called off or
// moved without a new date, as the last thing that happened; nil when there is none.
func FellThrough(h *history.History) *history.Event {
	n := len(h.Meetings)
	if n == 0 {
		return nil
	}
	m := &h.Meetings[n-1]
	if h.LastTwoWay != nil && !m.At.After(h.LastTwoWay.At) || h.TouchedSince(m.At) || fellThrough[m.Disposition] == "" {
		return nil
	}
	if m.By == "us" && m.Disposition == history.NoShow || m.Starts.After(h.Now) {
		return nil
	}
	return m
}

// stillToTry says how much of the effort was made. Where only the days are missing
// it gives the day on which they have passed.
func stillToTry(h *history.History, p *playbook.Playbook) (because string, until time.Time) {
	e := EffortFor(h, p)
	calls, mails := h.On("call")+h.On("voicemail"), h.On("email")
	n, since := len(h.Unanswered), time.Time{}
	if allTried(h, e) {
		since, _ = h.SilentSince()
		until = h.Calendar.Add(since, e.Days)
	}
	tried := h.Say("{} of {} touches tried", h.Tongue.Whole(n), h.Tongue.Whole(e.Touches))
	if e.Touches == 0 {
		tried = h.Say("{} of {} calls and {} of {} e-mails tried", h.Tongue.Whole(calls), h.Tongue.Whole(e.Calls), h.Tongue.Whole(mails), h.Tongue.Whole(e.Emails))
	}
	switch {
	case until.After(h.Now):
		return h.Say("{}: give it until {}", tried, day(h, until)), until
	case !until.IsZero() && wantsAnother(h, e):
		return h.Say("Enough was tried with them: try somebody else at the company before you give it up"), time.Time{}
	case e.Touches == 0:
		return tried, time.Time{}
	}
	return h.Say("{}; the full set takes {} working days", tried, h.Tongue.Whole(e.Days)), time.Time{}
}

func wantsAnother(h *history.History, e playbook.Effort) bool {
	return e.SecondContact && !h.SecondContact()
}

// TryAnother reports a keep because enough was tried with this one, and nothing
// yet with anybody else at the company.
func TryAnother(h *history.History, p *playbook.Playbook, v Verdict) bool {
	e := EffortFor(h, p)
	asked := v.Rule == keep.Name && slices.Contains(p.Silence, persistence.Name)
	return asked && v.Until.IsZero() && len(h.Unanswered) >= p.Floor.Touches && allTried(h, e) && wantsAnother(h, e)
}
