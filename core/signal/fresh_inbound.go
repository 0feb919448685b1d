package signal

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
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
		limit := say.Count(p.Waits.FreshInbound, "minute", "minutes")
		return reading{1, "They came to you " + ago(h.Now.Sub(in.At)) + " ago and nobody has answered; within " + limit + " counts most", show(h.Inbounds[n-1:], inboundWords)}
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
func ago(d time.Duration) string {
	switch hours := int(d.Hours()); {
	case hours < 2:
		return say.Count(int(d.Minutes()), "minute", "minutes")
	case hours < 48:
		return say.Count(hours, "hour", "hours")
	default:
		return say.Count(hours/24, "day", "days")
	}
}

func inboundWords(e *history.Event) string {
	if e.Text == "" && e.Channel == "" {
		return "They came to us"
	}
	if e.Text == "" {
		return "They came to us, " + say.Channel(e.Channel)
	}
	return say.Quote(e.Text, e.Read)
}
