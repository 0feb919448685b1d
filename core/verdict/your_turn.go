package verdict

import (
	"fmt"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// yourTurn speaks when they wait for us: the most expensive state in selling.
func yourTurn(h *history.History, _ *playbook.Playbook) (Verdict, bool) {
	because := ""
	switch wrote, owed := wroteLast(h), openPromise(h); {
	case wrote != nil && wrote.Type == history.Inbound:
		because = fmt.Sprintf("They came to you on %s and nobody has answered", day(h, wrote.At))
	case wrote != nil:
		because = fmt.Sprintf("They wrote last, on %s, and wait for an answer", day(h, wrote.At))
	case owed != nil:
		because = "You promised: " + say.Quote(owed.Text, "full")
	default:
		m := withoutOutcome(h)
		if m == nil {
			return Verdict{}, false
		}
		because = fmt.Sprintf("The meeting of %s has no outcome yet", day(h, m.Starts))
	}
	return Verdict{Verdict: YourTurn, Because: because}, true
}

func day(h *history.History, t time.Time) string { return say.Day(t, h.Now, h.Zone) }

// wroteLast is their newest message when nothing of ours came after it.
func wroteLast(h *history.History) *history.Event {
	var last *history.Event
	for _, list := range [][]history.Event{h.Inbounds, h.Replies} {
		if n := len(list); n > 0 && (last == nil || list[n-1].At.After(last.At)) {
			last = &list[n-1]
		}
	}
	if last == nil || (h.LastTouch != nil && h.LastTouch.After(last.At)) {
		return nil
	}
	for _, m := range h.Meetings {
		if m.At.After(last.At) {
			return nil
		}
	}
	if d := h.LastDecision(); d != nil && d.At.After(last.At) {
		return nil
	}
	return last
}

// openPromise is the oldest thing we said we would do and have not done.
func openPromise(h *history.History) *history.Event {
	done := map[string]bool{}
	for _, e := range h.Promises {
		if e.Done {
			done[strings.TrimSpace(e.Text)] = true
		}
	}
	for i, e := range h.Promises {
		if !e.Done && !done[strings.TrimSpace(e.Text)] {
			return &h.Promises[i]
		}
	}
	return nil
}

// withoutOutcome is a meeting that was to take place and of which nobody has
// said what came of it.
func withoutOutcome(h *history.History) *history.Event {
	n := len(h.Meetings)
	if n == 0 {
		return nil
	}
	m := h.Meetings[n-1]
	open := m.Disposition == history.Scheduled || m.Disposition == history.Rescheduled
	if !open || m.Starts.IsZero() || m.Starts.After(h.Now) {
		return nil
	}
	return &m
}
