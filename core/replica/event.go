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
//	touch     message, channel, outcome   -                          -
//	reply     message, channel            -                          -
//	reading   target                      -                          text, how much was read
//	decision  verdict, kind, until        -                          -
//
// Every event names the pseudonyms it is about. A message that the page gave an
// id makes one event for each tracked person it is from or to, with an id made
// from it, so it is the same event in every tab and on every opening. What is
// logged by hand has a random id. A message seen collapsed and later in full
// gets a second reading, and the fullest wins.
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
	Reading  = "reading"
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
	Message     string    `json:"message,omitempty"` // tag of the page's message: one person's events of one message are one
	Target      string    `json:"target,omitempty"`  // reading: the Message it is of
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

// fuller reports whether one reading shows more of a message than another.
func (l Local) fuller(than Local) bool { return fullness[l.Read] > fullness[than.Read] }
