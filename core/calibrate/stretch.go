package calibrate

import (
	"time"

	"cleanbreak/core/history"
)

// young is how long a last touch is waited for: a younger one may still be
// answered, and counts neither way.
const young = 14 * 24 * time.Hour

// apart is a silence after which a touch begins anew.
const apart = 90 * 24 * time.Hour

// Stretches are the runs of touches in silence in a history, oldest first. The
// first is cold, or inbound where they came first; one after an answer is engaged.
func Stretches(events []history.Event, now time.Time) []Contact {
	var out []Contact
	var last time.Time
	open := Contact{Motion: history.Cold}
	end := func(answered bool) {
		if open.Answered = answered; len(open.Channels) > 0 {
			out = append(out, open)
		}
		open = Contact{Motion: open.Motion}
	}
	for i := range events {
		e := &events[i]
		if e.At.After(now) {
			break
		}
		answers := e.Type == history.Reply && (e.Reading == nil || !e.Reading.Machine) || e.Type == history.Meeting && e.Disposition != history.Cancelled
		switch {
		case e.Type == history.Touch && e.Disposition == history.Connected: // the touch and its answer
			open.Channels = append(open.Channels, e.Channel)
			end(true)
			open.Motion = history.Engaged
		case e.Type == history.Touch:
			if !last.IsZero() && e.At.Sub(last) > apart {
				end(false)
			}
			open.Channels, last = append(open.Channels, e.Channel), e.At
		case answers:
			end(true)
			open.Motion = history.Engaged
		case e.Type == history.Inbound:
			end(true)
			if len(out) == 0 {
				open.Motion = history.CameInbound
			}
		}
	}
	if n := len(open.Channels); n > 0 && now.Sub(last) < young {
		open.Channels = open.Channels[:n-1]
	}
	end(false)
	return out
}
