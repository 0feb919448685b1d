// Package replica is the event log: what is written down, and the fold that
// gives each prospect's state back from it.
//
// The log only grows. An event has three parts, apart from the start so that
// sharing it later cannot leak: Clear may be read by a server, Sealed only by
// devices with the team's key, and Local never leaves the device.
//
//	kind      clear                       sealed                     local
//	card      -                           who they are               -
//	link      -                           -                          -
//	touch     channel, disposition        -                          -
//	reply     channel                     -                          text, how much was read
//	decision  verdict, kind, until        -                          -
//
// Every event names the pseudonyms it is about. Events that the page gave an id
// have an id made from it, so the same message is the same event in every tab
// and on every opening; those logged by hand have a random one.
package replica

import (
	"time"

	"cleanbreak/core/page"
)

// Kinds of event.
const (
	Card     = "card"
	Link     = "link"
	Touch    = "touch"
	Reply    = "reply"
	Decision = "decision"
)

// Event is one line of the log.
type Event struct {
	ID     string    `json:"id"`
	Kind   string    `json:"kind"`
	Who    []string  `json:"who"` // pseudonyms
	At     time.Time `json:"at"`
	Clear  Clear     `json:"clear"`
	Sealed Sealed    `json:"sealed"`
	Local  Local     `json:"local"`
}

// Clear is what counting needs.
type Clear struct {
	Channel     string    `json:"channel,omitempty"`
	Disposition string    `json:"disposition,omitempty"`
	ByHand      bool      `json:"by_hand,omitempty"`
	Verdict     string    `json:"verdict,omitempty"`
	Kind        string    `json:"kind,omitempty"`
	Until       time.Time `json:"until,omitzero"`
}

// Sealed is what a team may read and a server may not.
type Sealed struct {
	Person *page.Person `json:"person,omitempty"`
}

// Local stays on the device.
type Local struct {
	Text string `json:"text,omitempty"`
	Read string `json:"read,omitempty"` // full, snippet or none
}

// fullness orders how much of a text was read.
var fullness = map[string]int{page.ReadNone: 1, page.ReadSnippet: 2, page.ReadFull: 3}

// Fuller reports whether e read more of the same message than before.
func (e Event) Fuller(before Event) bool {
	return fullness[e.Local.Read] > fullness[before.Local.Read]
}
