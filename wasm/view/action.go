package view

import (
	"time"

	"cleanbreak/core/page"
)

// Things the rep can press.
const (
	Look      = "look" // show the page that is in view
	Track     = "track"
	Untrack   = "untrack" // and forget everything recorded
	Choose    = "choose"
	Log       = "log"        // something happened, the rep decided, or knows better: Entered
	Unlog     = "unlog"      // take back what was entered by hand
	Looked    = "looked"     // the rep looked in every place, and no answer stands there unread
	OnePerson = "one-person" // those of a LinkOffer are: Pair
	TwoPeople = "two-people" // those of a LinkOffer are, or of a Linked: Pair
	Describe  = "describe"   // what the rep knows about the deal and the company, or corrects of the person: Deal
)

// Action is what the rep pressed in the panel. The brain answers with the new
// State.
type Action struct {
	Do      string      `json:"do"`
	Tab     int         `json:"tab"`
	URL     string      `json:"url"`               // the State the rep was looking at
	Person  page.Person `json:"person"`            // whom they saw there; choose: the candidate
	New     string      `json:"new"`               // of the event to make: the press's own 128 bits, the same when it is sent again
	Entered Entered     `json:"entered"`           // log
	Deal    Deal        `json:"deal"`              // describe
	ID      string      `json:"id"`                // unlog: the entry
	Pair    []string    `json:"pair,omitempty"`    // one-person, two-people
	ByHand  bool        `json:"by_hand,omitempty"` // Person is whom the rep named, and not on the page
}

// Entered is one event in the rep's words. Which fields mean anything depends on
// Type; they are those of a case (assess.CaseEvent).
type Entered struct {
	Type        string    `json:"type"`        // touch, reply, meeting, promise, answer, complaint, reaction, inbound, decision, dismiss
	At          time.Time `json:"at,omitzero"` // touch, reply, promise: when it was; zero is now
	Channel     string    `json:"channel,omitempty"`
	Disposition string    `json:"disposition,omitempty"`
	Minutes     int       `json:"minutes,omitempty"`
	Starts      time.Time `json:"starts,omitzero"`
	By          string    `json:"by,omitempty"`   // meeting: us or them
	Text        string    `json:"text,omitempty"` // reply: as pasted; promise, answer, complaint; decision: why, where the rep disagrees
	Done        bool      `json:"done,omitempty"` // promise; one that was never open is a step of the plan that the rep ticked
	Question    string    `json:"question,omitempty"`
	Verdict     string    `json:"verdict,omitempty"` // decision: last-try, break-up, pause, keep, hand-off, stop or lift-stop
	Kind        string    `json:"kind,omitempty"`
	Until       time.Time `json:"until,omitzero"`    // decision: the first day back; promise: the day it is for
	Against     string    `json:"against,omitempty"` // decision: the verdict the rep disagrees with
	Signal      string    `json:"signal,omitempty"`  // dismiss: a signal or a rule
	Closing     *Entered  `json:"closing,omitempty"` // touch: the break-up that it is the first goodbye of
	Of          time.Time `json:"of,omitzero"`       // dismiss: the moment of one event, instead; decision: of the touch that was the last try
}

// Deal is what the rep knows about the deal and the company, and what they
// corrected of who the person is; zero values are unknown.
type Deal struct {
	Value          float64   `json:"value,omitempty"`
	Stage          string    `json:"stage,omitempty"`
	CompanySize    int       `json:"company_size,omitempty"`
	ResponsibleFor string    `json:"responsible_for,omitempty"`
	Country        string    `json:"country,omitempty"` // ISO 3166, for holidays
	Customer       bool      `json:"customer,omitempty"`
	NextActivity   time.Time `json:"next_activity,omitzero"` // when the rep means to do something next
	Name           string    `json:"name,omitempty"`
	Title          string    `json:"title,omitempty"`
	Company        string    `json:"company,omitempty"`
	Place          string    `json:"place,omitempty"`
}
