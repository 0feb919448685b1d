package pipeline

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
)

// mostCounted is how many counted touches are judged: nothing asks for more.
const mostCounted = 40

// events makes events of what a row only counts. Nobody knows when the touches
// before the last one were, nor on which channel: they are put the playbook's wait
// apart, back from the last one, and not before the row was created; the channel is
// the playbook's first. The line says that it is an aggregate.
func (c *counts) events(o *Options, into []history.Event) (events []history.Event, why string) {
	now, p := o.Now, o.Playbook
	n := c.touches
	switch {
	case n > 0 && c.lastTouch.IsZero() && c.lastReply.IsZero():
		return into, o.Tongue.Say("counts touches, and no column says when the last one was")
	case n < 0 && !c.lastTouch.IsZero():
		n = 1
	}
	last := c.lastTouch
	if last.IsZero() {
		last = c.lastReply
	}
	if n > 0 && last.After(now.Add(24*time.Hour)) { // within a day it is the zone
		return into, o.Tongue.Say("counts touches, and says that the last one lies ahead")
	}
	if last.After(now) {
		last = now
	}
	if !last.IsZero() {
		into = c.touch(min(n, mostCounted), last, p, into)
	}
	if !c.lastReply.IsZero() {
		into = append(into, history.Event{At: c.lastReply, Type: history.Reply, Channel: "email", Read: page.ReadNone})
	}
	return into, ""
}

func (c *counts) touch(n int, last time.Time, p *playbook.Playbook, into []history.Event) []history.Event {
	if n <= 0 {
		return into
	}
	gap := time.Duration(p.Waits.BetweenTouches) * 24 * time.Hour * 7 / 5
	if room := last.Sub(c.created); !c.created.IsZero() && room >= 0 && n > 1 {
		gap = min(gap, room/time.Duration(n-1))
	}
	for i := n - 1; i >= 0; i-- {
		into = append(into, history.Event{At: last.Add(-time.Duration(i) * gap), Type: history.Touch, Channel: p.Channels[0], Read: page.ReadNone})
	}
	return into
}
