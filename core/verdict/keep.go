package verdict

import (
	"fmt"
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
			v.Because = fmt.Sprintf("%s on %s: time for a second look", news[t.Kind], day(h, t.At))
		case h.WrongAddress():
			v.Because = "Wrong address: the last mail did not arrive"
		case len(h.Touches) == 0:
			v.Because = untouched(h)
		case n == 0:
			v.Because = inTouch(h)
		case n < p.Floor.Touches:
			v.Because = fmt.Sprintf("Only %s so far: too early to read the silence", say.Count(n, "touch", "touches"))
		case !slices.Contains(p.Silence, persistence.Name):
			v.Because = "None of these rules speaks yet"
		default:
			v.Because, v.Until = stillToTry(h, p)
		}
		if a := denied(h, "budget"); a != nil {
			v.Because += "; you noted on " + day(h, a.At) + " that there is no budget"
		}
		return v, true
	},
}

// news is what a trigger says of them.
var news = map[string]string{
	history.NewJob:  "They changed jobs",
	history.Funding: "They were funded",
	history.Renewal: "What they have now came up for renewal",
	history.Awaited: "What they were waiting for came",
}

// untouched is why nothing was sent in this cycle.
func untouched(h *history.History) string {
	if asked := h.AskedBack(); !asked.IsZero() {
		return "They asked you to come back on " + day(h, asked) + ": the day has come"
	}
	if h.Parted != nil {
		return "Let go on " + day(h, h.Parted.At) + ": time for the second look"
	}
	return "No touch in this cycle yet"
}

// inTouch is why nothing is unanswered.
func inTouch(h *history.History) string {
	if up := h.TakenUp; up != nil && (h.LastTwoWay == nil || up.After(h.LastTwoWay.At)) {
		return "You decided on " + day(h, *up) + " to keep going"
	}
	if m := FellThrough(h); m != nil {
		return fellThrough[m.Disposition] + ": offer a new date"
	}
	return "You are in touch"
}

var fellThrough = map[string]string{
	history.NoShow:      "They missed your meeting",
	history.Cancelled:   "Your meeting was cancelled",
	history.Rescheduled: "Your meeting was moved, and no new date is booked",
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
	tried := fmt.Sprintf("%d of %d touches tried", n, e.Touches)
	if e.Touches == 0 {
		tried = fmt.Sprintf("%d of %d calls and %d of %d e-mails tried", calls, e.Calls, mails, e.Emails)
	}
	switch {
	case until.After(h.Now):
		return tried + ": give it until " + day(h, until), until
	case !until.IsZero() && wantsAnother(h, e):
		return "Enough was tried with them: try somebody else at the company before you give it up", time.Time{}
	case e.Touches == 0:
		return tried, time.Time{}
	}
	return fmt.Sprintf("%s over %d working days", tried, e.Days), time.Time{}
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
