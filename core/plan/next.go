package plan

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/verdict"
)

// Next is the earliest sensible day for the next touch and its channel: the
// playbook's wait after the last one, on the enabled channel used least, the
// playbook's order deciding between equals. Channels at their ceiling are passed
// over while there is another.
func Next(h *history.History, p *playbook.Playbook) (on time.Time, channel string) {
	on = h.Calendar.Next(h.Now)
	if h.LastTouch != nil {
		if due := h.Calendar.Add(*h.LastTouch, p.Waits.BetweenTouches); due.After(on) {
			on = due
		}
	}
	best := -1
	for _, c := range p.Channels {
		if !h.Possible(c) || !verdict.BelowCeiling(h, p, c) {
			continue
		}
		if n := h.On(c); best < 0 || n < best {
			best, channel = n, c
		}
	}
	if best < 0 {
		channel = p.Channels[0]
	}
	return on, channel
}
