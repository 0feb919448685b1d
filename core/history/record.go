// Package history holds what is known about one prospect, the Record, and what
// follows from it by counting alone: cycles, motion, touches, silence.
package history

import "time"

// Types of event.
const (
	Inbound   = "inbound" // they came first: a web form, a call in
	Touch     = "touch"
	Reply     = "reply" // typed by a person
	Meeting   = "meeting"
	Promise   = "promise" // ours
	Answer    = "answer"  // to a qualifying question, entered by the rep
	Complaint = "complaint"
	Decision  = "decision"
)

// Dispositions of a call, and of a meeting.
const (
	Connected     = "connected"
	LeftVoicemail = "left-voicemail"
	NoAnswer      = "no-answer"
	WrongNumber   = "wrong-number"

	Scheduled   = "scheduled"
	Completed   = "completed"
	Rescheduled = "rescheduled"
	NoShow      = "no-show"
	Cancelled   = "cancelled"
)

// Record is everything known about one prospect at one moment.
type Record struct {
	Now         time.Time
	Zone        *time.Location // the prospect's
	Country     string         // ISO 3166, for holidays; may be empty
	Customer    bool
	Rep         string // the rep's own name, to sign with; may be empty
	Subject     string // of the thread in view, for an answer in it; may be empty
	Prospect    Prospect
	Opportunity Opportunity
	Account     []Contact
	Seen        *Seen // nil: taken as complete
	Events      []Event
}

// Prospect is who is judged. Title is shown and never weighed.
type Prospect struct {
	Name, Email, Slug, Company, Title, ResponsibleFor string
	CompanySize                                       int
}

// Opportunity is the deal; zero values are unknown.
type Opportunity struct {
	Value        float64
	Stage        string
	StageSince   time.Time
	NextActivity time.Time
	UsualMinutes int
	UsualFrom    int // closed deals that UsualMinutes rests on
}

// Contact is something that happened with another person of the account.
type Contact struct {
	At                     time.Time
	Who, Type, Channel, By string
}

// Seen is when the places were last looked at in which they could have answered;
// zero is never.
type Seen struct {
	Gmail    time.Time
	LinkedIn time.Time
}

// Event is one thing that happened. Which fields mean anything depends on Type.
type Event struct {
	ID          string // of the log; empty in a case
	At          time.Time
	Type        string
	Channel     string
	Text        string
	Read        string // full, snippet or none: how much of Text the page showed
	Disposition string
	Opened      *bool
	GaveValue   *bool
	Minutes     int
	Bounced     bool
	Starts      time.Time // meeting
	By          string    // meeting: us or them; decision: rep or manager
	FollowUp    bool      // meeting: one after a first meeting
	Done        bool      // promise
	Question    string    // answer
	Verdict     string    // decision
	Kind        string    // decision
	Until       time.Time // decision: the first day back; zero takes the playbook's
}

// touched reports an outbound contact that arrived.
func (e Event) touched() bool { return e.Type == Touch && !e.Bounced }

// Inbound reports something they did towards us.
func (e Event) inbound() bool { return e.Type == Reply || e.Type == Inbound }

// twoWay reports contact in which both took part, or will: it ends silence.
func (e Event) twoWay() bool {
	switch e.Type {
	case Reply, Inbound:
		return true
	case Touch:
		return e.Channel == "conversation" || e.Disposition == Connected
	case Meeting:
		return e.Disposition == Completed
	}
	return false
}

// contact reports anything that counts as being in touch, either way.
func (e Event) contact() bool { return e.touched() || e.inbound() || e.Type == Meeting }
