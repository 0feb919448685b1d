package signal

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var freshInbound = Signal{
	Name: "fresh-inbound", Source: "stanley",
	Doc:  "They came to us and nobody has answered yet. A web lead answered within five minutes converts nine times as often: a vendor's number, widely cited.",
	Case: "signal-fresh-inbound",
	read: func(h *history.History, p *playbook.Playbook) reading {
		n := len(h.Inbounds)
		if n == 0 {
			return reading{}
		}
		in := &h.Inbounds[n-1]
		if takenCareOf(h, in.At) {
			return reading{}
		}
		limit := h.Tongue.Count(p.Waits.FreshInbound, "minute", "minutes")
		return reading{1, h.Say("They came to you {} ago and nobody has answered; within {} counts most", ago(h, h.Now.Sub(in.At)), limit), show(h, h.Inbounds[n-1:], inboundWords(h))}
	},
}

// takenCareOf reports that something of ours followed: a touch, a meeting, a
// decision.
func takenCareOf(h *history.History, since time.Time) bool {
	touched := h.LastTouch != nil && !h.LastTouch.Before(since)
	n := len(h.Meetings)
	return touched || (n > 0 && h.Meetings[n-1].At.After(since)) || h.Decided(since)
}

// ago is a stretch of time in its largest unit that is still exact enough.
func ago(h *history.History, d time.Duration) string {
	switch hours := int(d.Hours()); {
	case hours < 2:
		return h.Tongue.Count(int(d.Minutes()), "minute", "minutes")
	case hours < 48:
		return h.Tongue.Count(hours, "hour", "hours")
	default:
		return h.Tongue.Count(hours/24, "day", "days")
	}
}

func inboundWords(h *history.History) func(*history.Event) string {
	return func(e *history.Event) string {
		if e.Text == "" && e.Channel == "" {
			return h.Say("They came to us")
		}
		if e.Text == "" {
			return h.Say("They came to us, {}", h.Tongue.Channel(e.Channel))
		}
		return h.Tongue.Quote(e.Text, e.Read)
	}
}
