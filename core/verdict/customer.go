package verdict

import (
	"fmt"
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

var customer = &Rule{
	Name: "customer", Source: "pipedrive",
	Observed:  "A customer complains, or is content and quiet.",
	Follows:   "hand-off to support and a note to the account's owner at the first complaint; after five, selling stops; content and quiet is a pause, kind satisfied. Never a break-up.",
	Case:      "hand-off-complaint",
	Threshold: func(p *playbook.Playbook) string { return fmt.Sprintf("%d complaints", p.Customers.Complaints) },
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		if !h.Customer {
			return Verdict{}, false
		}
		if n, last := complaints(h); n > 0 && !h.Decided(last) {
			return complained(h, p, n, last), true
		}
		return content(h, p)
	},
}

// complaints counts those that were logged and those they wrote.
func complaints(h *history.History) (n int, last time.Time) {
	count := func(e *history.Event) {
		n++
		if e.At.After(last) {
			last = e.At
		}
	}
	for i := range h.Complaints {
		count(&h.Complaints[i])
	}
	for i := range h.Replies {
		if h.Replies[i].Says(reply.Complaint) != nil {
			count(&h.Replies[i])
		}
	}
	return n, last
}

func complained(h *history.History, p *playbook.Playbook, n int, last time.Time) Verdict {
	v := Verdict{Verdict: HandOff}
	if n >= p.Customers.Complaints {
		v.Because = h.Say("{}, the last on {}: stop selling, support takes over", h.Tongue.Count(n, "complaint", "complaints"), day(h, last))
		return v
	}
	v.Because = h.Say("They complained on {}: support first, and a note to the account's owner", day(h, last))
	return v
}

// discontent reports a complaint or a meeting they missed in this cycle, or that
// support still has them.
func discontent(h *history.History) bool {
	if n, _ := complaints(h); n > 0 {
		return true
	}
	if d := h.LastDecision(); d != nil && d.Verdict == HandOff {
		return true
	}
	return slices.ContainsFunc(h.Meetings, func(m history.Event) bool {
		return m.Disposition == history.NoShow && m.By != "us"
	})
}

// content leaves a customer in peace who wants nothing and owes us nothing.
func content(h *history.History, p *playbook.Playbook) (Verdict, bool) {
	since, ok := h.SilentSince()
	if _, waits := yourTurn.speak(h, p); waits || !ok || discontent(h) {
		return Verdict{}, false
	}
	if _, booked := meetingBooked.speak(h, p); booked {
		return Verdict{}, false
	}
	quiet := h.Calendar.Between(since, h.Now)
	if quiet < p.Waits.QuietCustomer && len(h.Unanswered) < p.Floor.Touches {
		return Verdict{}, false
	}
	until := h.Calendar.Next(h.Calendar.Months(since, p.Reassess.Months))
	return Verdict{
		Verdict: Pause, Kind: Satisfied, Until: until,
		Because: h.Say("A happy customer, quiet for {}: leave them in peace until {}", h.Tongue.Count(quiet, "working day", "working days"), day(h, until)),
	}, h.Now.Before(until)
}
