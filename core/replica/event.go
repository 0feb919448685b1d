// Package replica is the event log: what is written down, and the fold that
// gives each prospect's state back from it.
//
// The log only grows. An event has three parts, apart from the start so that
// sharing it later cannot leak: Clear may be read by a server, Sealed only by
// devices with the team's key, and Local never leaves the device.
//
//	kind       clear                          sealed                       local
//	card       accounts                       who they are                 -
//	link       -                              -                            -
//	deal       -                              what the rep knows of it     -
//	touch      message, channel, disposition  minutes                      -
//	reply      message, channel               -                            -
//	reading    target                         -                            text, subject, how much was read
//	meeting    disposition, starts, by        title, minutes               -
//	promise    done                           text                         -
//	answer     -                              question, text               both, of why-here and calendar
//	complaint  -                              text                         -
//	reaction   channel                        -                            -
//	decision   verdict, kind, until           why, verdict disagreed with  -
//	dismiss    -                              signal or rule, or moment    -
//
// What a dismissal names says what somebody wrote ("no-budget"), and so does the
// verdict a rep disagrees with: both are sealed. How somebody lives (why they
// work there, how full their calendar is) is nobody's but the rep's.
//
// Every event names the pseudonyms it is about. A message that the page gave an
// id makes one event for each tracked person it is from or to, with an id made
// from it, so it is the same event in every tab and on every opening. What is
// logged by hand has a random id. A message seen collapsed and later in full
// gets a second reading, and the fullest wins.
package replica

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
)

// Kinds of event. What happened with a prospect is named as in history.
const (
	Card      = "card"
	Link      = "link"
	Deal      = "deal"
	Touch     = history.Touch
	Reply     = history.Reply
	Reading   = "reading"
	Decision  = history.Decision
	Answer    = history.Answer
	Complaint = history.Complaint
	Reaction  = history.Reaction
	Dismiss   = history.Dismiss
)

// Event is one line of the log.
type Event struct {
	ID     string    `json:"id"`
	Kind   string    `json:"kind"`
	Who    []string  `json:"who"` // pseudonyms
	At     time.Time `json:"at"`
	Clear  Clear     `json:"clear,omitzero"`
	Sealed Sealed    `json:"sealed,omitzero"`
	Local  Local     `json:"local,omitzero"`
}

// Clear is what counting needs.
type Clear struct {
	Accounts    []string  `json:"accounts,omitempty"` // card: pseudonyms of their company
	Message     string    `json:"message,omitempty"`  // tag of the page's message: one person's events of one message are one
	Target      string    `json:"target,omitempty"`   // reading: the Message it is of
	Channel     string    `json:"channel,omitempty"`
	Disposition string    `json:"disposition,omitempty"`
	ByHand      bool      `json:"by_hand,omitempty"`
	Starts      time.Time `json:"starts,omitzero"` // meeting
	By          string    `json:"by,omitempty"`    // meeting: us or them
	Done        bool      `json:"done,omitempty"`  // promise: kept
	Verdict     string    `json:"verdict,omitempty"`
	Kind        string    `json:"kind,omitempty"`
	Until       time.Time `json:"until,omitzero"`
}

// Sealed is what a team may read and a server may not.
type Sealed struct {
	Person   *page.Person `json:"person,omitempty"`
	Deal     *Facts       `json:"deal,omitempty"`
	Gone     []string     `json:"gone,omitempty"` // deal: facts that do not hold any more
	Text     string       `json:"text,omitempty"` // meeting: its title; decision: why
	Question string       `json:"question,omitempty"`
	Against  string       `json:"against,omitempty"` // decision: the verdict that the rep disagrees with
	Signal   string       `json:"signal,omitempty"`  // dismiss
	Of       time.Time    `json:"of,omitzero"`       // dismiss
	Minutes  int          `json:"minutes,omitempty"`
}

// Local stays on the device.
type Local struct {
	Text     string `json:"text,omitempty"`
	Read     string `json:"read,omitempty"`    // full, snippet or none
	Subject  string `json:"subject,omitempty"` // of the thread that the message began
	Question string `json:"question,omitempty"`
}
