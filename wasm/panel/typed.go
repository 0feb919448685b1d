//go:build js && wasm

package main

import (
	"maps"
	"slices"
	"strings"
	"time"

	"cleanbreak/wasm/view"
)

// typedOf is what the rep has typed about somebody who is not shown now.
type typedOf struct {
	who    string               // identity
	fields map[string]string    // as in memory
	last   map[string]time.Time // as in memory
}

// mostTyped is of how many people that is kept.
const mostTyped = 20

// putAway keeps what is typed about the person who is shown, until they are shown
// again: a look at another tab loses no draft. Of one who is not tracked nothing is
// kept, and nothing outlives the panel.
func (p *panel) putAway() {
	who := identity(p.state)
	if p.state.Phase != view.Someone || !p.state.Tracked || len(p.fields) == 0 {
		return
	}
	p.takeOut(who)
	p.away = append(p.away[max(0, len(p.away)-mostTyped+1):], typedOf{who, p.fields, p.last})
}

// takeOut gives what was typed about somebody, and keeps it no longer; nothing where
// there is none.
func (p *panel) takeOut(who string) (out typedOf) {
	p.away = slices.DeleteFunc(p.away, func(t typedOf) bool {
		if t.who != who {
			return false
		}
		out = t
		return true
	})
	return out
}

// forgetSent drops the drafts of a channel by which the person shown was written to
// since: the next one there has the same key, and is another.
func (p *panel) forgetSent() {
	now := lastTouches(p.state)
	if p.last == nil {
		p.last = now
	}
	for channel, at := range now {
		if !at.After(p.last[channel]) {
			continue
		}
		p.last[channel] = at
		maps.DeleteFunc(p.fields, func(field, _ string) bool {
			return (strings.HasPrefix(field, bodyField("")) || strings.HasPrefix(field, subjectField(""))) && strings.Contains(field, "."+channel+".")
		})
	}
}

// lastTouches is when the rep last wrote or called, by channel.
func lastTouches(s view.State) map[string]time.Time {
	out := map[string]time.Time{}
	for _, e := range s.Entries {
		if e.Type == "touch" && e.At.After(out[e.Channel]) {
			out[e.Channel] = e.At
		}
	}
	return out
}
