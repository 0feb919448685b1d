// Package reply reads what a person, or their mail program, answered: the text
// they typed, what it means, until when they are away, and whom they name.
//
//	text ─ visible ─ sentences ─ words ─ phrases ─ decide → Reading
//
// It reads by rules: tables of phrases per language (tables/*.txt), matched
// word by word in linear time. A table row is data; to teach the reader a new
// way of saying something, add a phrase and pack the tables again:
//
//	go test ./core/reply -run TestTablesAreCompiled -update
//
// The packed form, tables/compiled.bin, is part of the program, unless it is
// built with the tag "apart": then [Load] takes it. When nothing matches the
// answer is [Unclear], which is honest.
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
	Referrals []Referral
	Lang      string  // "" when the text does not tell and there was no hint
	Company   bool    // the opt-out or erasure is meant for their whole company
	Legal     bool    // the complaint names lawyers, an authority, spam reports or harassment
	Meeting   string  // a calendar's answer: accepted, tentative, declined, proposed, cancelled; else ""
	Manner    *Manner // how it is written, where Visible is not known; nil asks Visible
}

// Intent is one thing a message says, with the sentence that says it, and the
// first day that goes with it: not before it, the renewal, the proposed day.
// On is midnight in the sender's zone, and zero when no day was named or the
// time of receipt is unknown.
type Intent struct {
	Intent     string    `json:"intent"`
	Quote      string    `json:"quote"`
	Confidence float64   `json:"confidence"`
	On         time.Time `json:"on,omitzero"`
}

// Referral is somebody they name to ask instead.
type Referral struct {
	Name  string `json:"name"`
	Email string `json:"email"`
}

// Read reads one message.
func Read(m Mail) Reading {
	d := aDesk()
	defer d.done()
	r := Reading{}
	var typed string
	r.Visible, typed = d.trim(m.Text)
	if typed == "" && d.lone() {
		typed = r.Visible
	}
	if more := wish(d.footer()); more != "" {
		typed += "\n\n" + more
	}
	d.look(typed)
	r.Lang = language(d.weights, len(d.typed.words), m.Lang)
	subject := strings.TrimSpace(normalise(m.Subject))
	d.answers(&r, subject)
	r.Referrals = referrals(&d.findings)
	if lead := r.Intents[0].Intent; len(r.Referrals) > 0 && (lead == WrongPerson || lead == Unclear) {
		d.refer(&r)
	}
	if len(r.Referrals) == 0 && !r.Machine && r.Intents[0].Intent == LeftCompany && d.weight(leftCompany) < 9 {
		if name := d.typed.signer(); name != "" { // who answers in the place of another
			r.Referrals = append(r.Referrals, Referral{Name: name})
		}
	}
	r.Company, r.Legal, r.Meeting = d.said[company], d.said[legal], d.meeting()
	if m.Received.IsZero() {
		return r
	}
	today := today(&m)
	switch {
	case r.Intents[0].Intent == OutOfOffice:
		r.Returns = midnight(&m, d.returns(subject, today))
	case !r.Machine:
		d.dated(&m, &r, today)
	}
	return r
}

// answers lists the intents and says whether a machine wrote.
func (d *desk) answers(r *Reading, subject string) {
	machine, sure := d.machine(subject)
	if machine == unclear {
		r.Intents = d.ordered()
		return
	}
	r.Machine = machine != calendar
	list := d.add(nil, machine)
	if sure {
		list[0].Confidence = 0.95
	}
	if list[0].Quote == "" {
		list[0].Quote = subject
	}
	r.Intents = d.besides(list, machine)
}

// meeting is what a calendar answered, or "".
func (f *findings) meeting() string {
	for k := accepted; k < kindCount; k++ {
		if f.said[k] {
			return kindNames[k]
		}
	}
	return ""
}

// refer puts a referral first where somebody to ask is named.
func (f *findings) refer(r *Reading) {
	f.best[referral] = f.best[refers]
	f.best[referral].weight = 7
	first := f.add(nil, referral)
	if r.Intents[0].Intent != Unclear {
		first = append(first, r.Intents...)
	}
	r.Intents = first
}
