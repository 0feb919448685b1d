package history

import (
	"time"

	"cleanbreak/core/page"
)

// Listed is somebody whom a list of the rep's names, the export of a CRM or the rows of
// a mailbox, and what it says of the deal and of the contact so far.
type Listed struct {
	Person   page.Person `json:"person"`
	Value    float64     `json:"value,omitempty"` // of the deal
	Stage    string      `json:"stage,omitempty"` // of the deal
	Contacts []Met       `json:"contacts"`        // oldest first
}

// Met is a contact that a list names. Where it has a day alone, At is its noon.
type Met struct {
	At          time.Time `json:"at"`
	Type        string    `json:"type"` // Touch, Reply, Meeting or Inbound
	Channel     string    `json:"channel,omitempty"`
	Disposition string    `json:"disposition,omitempty"`
	Minutes     int       `json:"minutes,omitempty"`
	Starts      time.Time `json:"starts,omitzero"`   // meeting
	Text        string    `json:"text,omitempty"`    // reply: their words; "" where the list has none
	Counted     bool      `json:"counted,omitempty"` // touch: as in Event
}
