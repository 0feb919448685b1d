// Package reply reads what a person, or their mail program, answered: the text
// they typed, what it means, until when they are away, and whom they name.
//
//	text ─ visible ─ sentences ─ words ─ phrases ─ decide → Reading
//
// It reads by rules: tables of phrases per language (phrases_*.go), matched
// word by word in linear time. A table row is data; to teach the reader a new
// way of saying something, add a phrase. When nothing matches the answer is
// [Unclear], which is honest.
package reply

import (
	"strings"
	"time"
)

// Intent names what a reply means.
const (
	Interested    = "interested"
	Question      = "question"
	Refers        = "referral"
	WrongPerson   = "wrong-person"
	NoBudget      = "no-budget"
	HasVendor     = "has-vendor"
	NotInterested = "not-interested"
	NoFit         = "no-fit"
	Postpone      = "postpone"
	Reschedule    = "reschedule"
	Calendar      = "calendar"
	OutOfOffice   = "out-of-office"
	AutoAck       = "auto-ack"
	LeftCompany   = "left-company"
	Bounce        = "bounce"
	Unsubscribe   = "unsubscribe"
	Erasure       = "erasure"
	Complaint     = "complaint"
	OtherChannel  = "other-channel"
	Unclear       = "unclear"
)

// Mail is a message as received.
type Mail struct {
	Text, Subject string
	Received      time.Time      // dates without a year are resolved against it
	Zone          *time.Location // of the sender's days; nil is that of Received
	Lang          string         // what the page says the language is; used where the text does not tell
}

// Reading is what a message says. Intents and Referrals are never nil; the
// first intent is the answer.
type Reading struct {
	Visible   string
	Intents   []Intent
	Machine   bool      // no person typed it
	Returns   time.Time // the first day they are back; zero when unknown
	Until     time.Time // the first day they want to hear of us again; zero when unknown
	Referrals []Referral
	Lang      string
}

// Intent is one thing a message says, with the sentence that says it.
type Intent struct {
	Intent     string  `json:"intent"`
	Quote      string  `json:"quote"`
	Confidence float64 `json:"confidence"`
}

// Referral is somebody they name to ask instead.
type Referral struct {
	Name  string `json:"name"`
	Email string `json:"email"`
}

// Read reads one message.
func Read(m Mail) Reading {
	visible := Visible(m.Text)
	sentences := split(visible)
	r := Reading{Visible: visible, Lang: language(sentences, m.Lang)}
	subject := parse(strings.TrimSpace(m.Subject))
	found := gather(sentences)
	m.Received = inZone(m)
	switch machine := machineIntent(subject, found, visible); machine.Intent {
	case "":
		r.Intents = found.ordered()
	default:
		r.Machine = machine.Intent != Calendar
		r.Intents = append([]Intent{machine}, found.besides(machine.Intent)...)
	}
	r.Referrals = referrals(found)
	r.Returns = returns(m, &r, found)
	r.Until = notBefore(m, &r, found)
	return r
}

func inZone(m Mail) time.Time {
	if m.Zone == nil {
		return m.Received
	}
	return m.Received.In(m.Zone)
}
