// Package replica is the event log: what is written down, and the fold that
// gives each prospect's state back from it.
//
// The log only grows. An event has three parts, apart from the start so that
// sharing it later cannot leak: Clear may be read by a server, Sealed only by
// devices with the team's key, and Local never leaves the device.
//
//	kind       clear                          sealed                       local
//	card       accounts                       who they are                 -
//	link       -                              why, the address it brings   -
//	unlink     -                              why                          -
//	deal       accounts, of a corrected company  what the rep knows of it, and of who they are  -
//	touch      message, channel, disposition, copied  minutes; whether it was only counted  -
//	reply      message, channel               -                            text, where entered by hand
//	reading    target                         -                            text, subject, how much was read; of our own message what it promised and gave
//	meeting    disposition, starts, by        title, minutes               -
//	promise    done, until                    text                         -
//	answer     -                              question, text               both, of why-here and calendar
//	complaint  -                              -                            text
//	reaction   channel                        -                            -
//	inbound    channel                        -                            -
//	decision   verdict, kind, until           why, verdict disagreed with  -
//	dismiss    -                              signal or rule, or moment    -
//	unlog      target's id; stop, of a lift   -                            -
//	erase      stop, where there was one      -                            -
//	playbook   version, months                its file                     -
//
// What somebody wrote or said stays on the device: of a reading, and of a reply or a
// complaint entered by hand, what the text says is sealed, without it (see [Said]).
// An unlog takes back what its own author logged by hand; a stop only where the
// author is a manager. An erasure leaves nothing of those it names but itself.
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
	Unlink    = "unlink"
	Deal      = "deal"
	Touch     = history.Touch
	Reply     = history.Reply
	Reading   = "reading"
	Meeting   = history.Meeting
	Promise   = history.Promise
	Decision  = history.Decision
	Answer    = history.Answer
	Complaint = history.Complaint
	Reaction  = history.Reaction
	Inbound   = history.Inbound
	Dismiss   = history.Dismiss
	Unlog     = "unlog"
	Erase     = "erase"
	Playbook  = "playbook"
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
	Stamp  Stamp     `json:"stamp,omitzero"`
}

// Stamp is what a team's server says of an event. Until the event was seen coming
// back, Seq is 0, and Author and Role are the device's own. Without a team all of
// it is zero, and the user is the manager.
type Stamp struct {
	Seq      int64  `json:"seq,omitempty"`      // its place in the team's log
	Author   string `json:"author,omitempty"`   // member
	Role     string `json:"role,omitempty"`     // rep or manager
	Received int64  `json:"received,omitempty"` // ms, by the server's clock
}

// Roles of a team's members.
const (
	Rep     = "rep"
	Manager = "manager"
)

// Clear is what counting needs.
type Clear struct {
	Accounts    []string  `json:"accounts,omitempty"`  // card, deal: pseudonyms of their company
	Message     string    `json:"message,omitempty"`   // tag of the page's message: one person's events of one message are one
	Target      string    `json:"target,omitempty"`    // reading: the Message it is of; unlog: the id of the event
	Same        string    `json:"same,omitempty"`      // equal for one mail seen in two mailboxes
	Base        []string  `json:"base,omitempty"`      // decision: those that its author saw standing
	Version     int       `json:"version,omitempty"`   // reading: how much of the message was seen; playbook: the newest decides
	Months      int       `json:"months,omitempty"`    // playbook: without contact, after which a team's server erases somebody
	Direction   string    `json:"direction,omitempty"` // meeting: in or out; touches and replies have theirs by kind
	Channel     string    `json:"channel,omitempty"`
	Disposition string    `json:"disposition,omitempty"`
	ByHand      bool      `json:"by_hand,omitempty"`
	Starts      time.Time `json:"starts,omitzero"`   // meeting
	By          string    `json:"by,omitempty"`      // meeting: us or them
	Done        bool      `json:"done,omitempty"`    // promise: kept
	Copied      bool      `json:"copied,omitempty"`  // touch: they stood in CC only
	Verdict     string    `json:"verdict,omitempty"` // decision; stop, of an erasure and of what takes a lift back
	Reason      string    `json:"kind,omitempty"`    // decision: the verdict's kind
	Until       time.Time `json:"until,omitzero"`    // decision: the day up to which it holds; promise: its day
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
	Of       time.Time    `json:"of,omitzero"`       // dismiss: one event; decision: the older touch that was the last try
	Minutes  int          `json:"minutes,omitempty"`
	Counted  bool         `json:"counted,omitempty"` // touch: as in history
	Said     *Said        `json:"said,omitempty"`    // reading
}

// Local stays on the device.
type Local struct {
	Text     string `json:"text,omitempty"`
	Read     string `json:"read,omitempty"`    // full, snippet or none
	Subject  string `json:"subject,omitempty"` // of the thread that the message began
	Question string `json:"question,omitempty"`
	Source   Source `json:"source,omitzero"`

	Promises  []string `json:"promises,omitempty"`   // of our own message: its sentences that promise something
	GaveValue bool     `json:"gave_value,omitempty"` // of our own message
}

// Source is where a page showed a message. A device that joins a team makes the
// event's tags anew from it, with the team's key.
type Source struct {
	Mailbox string `json:"mailbox,omitempty"` // the site and whose mailbox: gmail:anna@northwind.example
	Message string `json:"message,omitempty"` // the page's id
	Same    string `json:"same,omitempty"`    // what Clear.Same was made from
}
