package pipeline

import (
	"slices"
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

// zones is how far a day of the row and a moment of an activity may be apart and be the
// same.
const zones = 12 * time.Hour

// beside adds to single events what the row counts beyond them: the file of activities
// may hold a part, or be older. Touches that it lacks are put before the first of them,
// or up to a newer last one; added says that there are any. What is of activities of any
// sort may be a task, or their answer: it adds none where it counts no more, and none
// after an answer.
func (c *counts) beside(o *Options, events []history.Event) (all []history.Event, added bool) {
	slices.SortStableFunc(events, func(a, b history.Event) int { return a.At.Compare(b.At) })
	end := &events[len(events)-1]
	lacking, to := c.touches-contacts(events), events[0].At.Add(-gapOf(o.Playbook))
	newer := c.lastTouch.After(end.At.Add(zones)) && !c.lastTouch.After(o.Now.Add(24*time.Hour))
	answered := end.Type == history.Reply || end.Type == history.Inbound
	switch {
	case newer && !c.anyLast:
		lacking, to = max(lacking, 1), orNow(c.lastTouch, o.Now)
	case newer && !answered:
		to = orNow(c.lastTouch, o.Now)
	case c.anyTouches:
		lacking = 0
	}
	if c.lastReply.After(end.At) {
		events = append(events, history.Event{At: c.lastReply, Type: history.Reply, Channel: "email", Read: page.ReadNone})
	}
	if lacking > 0 {
		events = c.touch(min(lacking, mostCounted), to, o.Playbook, events)
	}
	return events, lacking > 0
}

// contacts is how many of the events a CRM counts as contact.
func contacts(events []history.Event) (n int) {
	for i := range events {
		switch events[i].Type {
		case history.Touch, history.Meeting, history.Reply, history.Inbound:
			n++
		}
	}
	return n
}

// gapOf is how far apart touches are put whose days nobody knows.
func gapOf(p *playbook.Playbook) time.Duration {
	return time.Duration(p.Waits.BetweenTouches) * 24 * time.Hour * 7 / 5
}

func (c *counts) touch(n int, last time.Time, p *playbook.Playbook, into []history.Event) []history.Event {
	if n <= 0 {
		return into
	}
	gap := gapOf(p)
	if room := last.Sub(c.created); !c.created.IsZero() && room >= 0 && n > 1 {
		gap = min(gap, room/time.Duration(n-1))
	}
	for i := n - 1; i >= 0; i-- {
		into = append(into, history.Event{At: last.Add(-time.Duration(i) * gap), Type: history.Touch, Channel: p.Channels[0], Read: page.ReadNone, Counted: true})
	}
	return into
}
