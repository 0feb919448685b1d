//go:build js && wasm

package main

import (
	"slices"

	"cleanbreak/wasm/view"
)

// typedOf is what the rep has typed about somebody who is not shown now.
type typedOf struct {
	who    string            // identity
	fields map[string]string // as in memory
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
	p.away = append(p.away[max(0, len(p.away)-mostTyped+1):], typedOf{who, p.fields})
}

// takeOut gives what was typed about somebody, and keeps it no longer; nil where
// there is nothing.
func (p *panel) takeOut(who string) (fields map[string]string) {
	p.away = slices.DeleteFunc(p.away, func(t typedOf) bool {
		if t.who != who {
			return false
		}
		fields = t.fields
		return true
	})
	return fields
}
