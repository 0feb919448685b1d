package calibrate

import (
	"time"

	"cleanbreak/core/history"
)

// young is how long a touch is waited for: a younger one may still be answered, and
// counts neither way. Nor where it was answered already: else of the young ones only
// the answered would count.
const young = 14 * 24 * time.Hour

// apart is a silence after which a touch begins anew.
const apart = 90 * 24 * time.Hour

// Stretches are the runs of touches in silence in a history, oldest first. The
// first is cold, or inbound where they came first; one after an answer is engaged.
func Stretches(events []history.Event, now time.Time) []Contact {
	var out []Contact
	var last time.Time
	open := Contact{Motion: history.Cold}
	old := 0 // touches of it that are not young
	end := func(answered bool) {
		open.Answered = answered && old == len(open.Channels)
		if open.Channels = open.Channels[:old]; old > 0 {
			out = append(out, open)
		}
		open, old = Contact{Motion: open.Motion}, 0
	}
	touch := func(e *history.Event) {
		open.Channels = append(open.Channels, e.Channel)
		if now.Sub(e.At) >= young {
			old++
		}
	}
	for i := range events {
		e := &events[i]
		if e.At.After(now) {
			break
		}
		answers := e.Type == history.Reply && (e.Reading == nil || !e.Reading.Machine) || e.Type == history.Meeting && e.Disposition != history.Cancelled
		switch {
		case e.Type == history.Touch && e.Disposition == history.Connected: // the touch and its answer
			touch(e)
			end(true)
			open.Motion = history.Engaged
		case e.Type == history.Touch:
			if !last.IsZero() && e.At.Sub(last) > apart {
				end(false)
			}
			touch(e)
			last = e.At
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
	end(false)
	return out
}
