// Package history holds what is known about one prospect, the Record, and what
// follows from it by counting alone: cycles, motion, touches, silence.
package history

import (
	"slices"
	"time"

	"cleanbreak/core/reply"
	"cleanbreak/core/say"
)

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
	Reaction  = "reaction" // a click, an accepted invitation, a like: no answer, and one touch more
	Dismiss   = "dismiss"  // the rep's word that a piece of evidence counts for nothing
	Trigger   = "trigger"  // news of them that is worth a second look before its day
)

// Kinds of trigger.
const (
	NewJob  = "new-job"
	Funding = "funding"
	Renewal = "renewal" // of what they have now
	Awaited = "awaited" // the event they gave came
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
	Tongue      *say.Language  // in which the rep is spoken to; nil is English
	Untracked   bool           // nobody pressed Track and no import names them
	Zone        *time.Location // the prospect's
	Country     string         // ISO 3166, for holidays; may be empty
	Customer    bool
	Rep         string // the rep's own name, to sign with; may be empty
	Subject     string // of the thread in view, for an answer in it; may be empty
	Prospect    Prospect
	Hooks       []Hook // personal things from the page, for first and middle touches
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

// Hook is something personal to open with, and where it was read.
//
// One that a page showed has no text, and is said in the language of the draft:
// a role at a company since a month, or a school.
type Hook struct {
	Text, From    string
	Role, Company string
	Since         time.Time // the first of the month
	School        string
}

// Opportunity is the deal; zero values are unknown.
type Opportunity struct {
	Value        float64
	Stage        string
	StageSince   time.Time
	NextActivity time.Time
	Open         bool // a CRM lists it as open: silence alone does not begin a cycle, it is judged
	UsualMinutes int
	UsualFrom    int // closed deals that UsualMinutes rests on
}

// Contact is something that happened with another person of the account: a touch
// of ours, a reply, a meeting, or their wish that nobody of us writes to the
// company (Stop). By names the colleague of ours.
type Contact struct {
	At                     time.Time // of a meeting: when it starts
	Who, Type, Channel, By string
}

// StopAll is the type of a contact who asked for the whole company to be left
// alone.
const StopAll = "stop"

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
	Reading     *reply.Reading // what a reply says; nil where its text was not read
	Read        string         // full, snippet or none: how much of Text the page showed
	Disposition string
	Opened      *bool
	GaveValue   *bool
	Minutes     int
	Bounced     bool
	CC          bool      // touch: they were only in copy; two of these count as one
	ByHand      bool      // entered by the rep; the same touch on a page takes its place
	Counted     bool      // touch: a list only counts it, and its day is made up; one on a page takes its place, whenever it was
	Starts      time.Time // meeting
	By          string    // meeting: us or them, who moved or missed it; decision: rep or manager
	FollowUp    bool      // meeting: one after a first meeting
	Done        bool      // promise
	Question    string    // answer
	Verdict     string    // decision
	Kind        string    // decision; of a trigger what it is
	Until       time.Time // decision: the first day back; zero takes the playbook's
	Awaits      string    // decision: the event they gave beside a day or instead of one, "their audit"
	Signal      string    // dismiss: the signal or rule; "" with Of is everything that event says
	Of          time.Time // dismiss: the moment of the event; zero is all of the signal's. A last try: the older touch that was it
}

// touched reports an outbound contact that arrived.
func (e *Event) touched() bool { return e.Type == Touch && !e.Bounced }

// machine reports a message that no person typed.
func (e *Event) machine() bool { return e.Type == Reply && e.Reading != nil && e.Reading.Machine }

// inbound reports something they did towards us.
func (e *Event) inbound() bool { return e.Type == Inbound || (e.Type == Reply && !e.machine()) }

// answers reports an inbound message that brings nobody to us: a no, a date or
// another name means what it would mean as a reply.
func (e *Event) answers() bool {
	if e.Type != Inbound {
		return false
	}
	switch e.Leads() {
	case "", reply.Interested, reply.Question, reply.OtherChannel:
		return false
	case reply.Unclear: // a few words may be all that a form holds
		return e.short() && e.Reading.Thanks()
	case reply.Postpone: // "call me back" names no day and waits
		return !e.Reading.Intents[0].On.IsZero()
	}
	return true
}

// markAnswers makes replies of the inbound messages that are answers.
func markAnswers(events []Event) {
	for i := range events {
		if events[i].answers() {
			events[i].Type = Reply
		}
	}
}

// twoWay reports contact in which both took part, or will: it ends silence.
func (e *Event) twoWay() bool {
	switch e.Type {
	case Reply, Inbound:
		return e.inbound()
	case Touch:
		return e.Channel == "conversation" || e.Disposition == Connected
	case Meeting: // one that was moved is none yet
		return e.Disposition == Completed || e.Disposition == Scheduled
	}
	return false
}

// contact reports anything that counts as being in touch, either way.
func (e *Event) contact() bool { return e.touched() || e.inbound() || e.Type == Meeting }

// Dial reports a call that reached nobody and left no word: work done, and
// nothing they could have answered.
func (e *Event) Dial() bool {
	return e.Type == Touch && e.Channel == "call" && e.Disposition != Connected && e.Disposition != LeftVoicemail
}

// Leads is what a reply means first; "" where its text was not read.
func (e *Event) Leads() string {
	if e.Reading == nil || len(e.Reading.Intents) == 0 {
		return ""
	}
	return e.Reading.Intents[0].Intent
}

// Says finds the first of the intents in a reply; nil when it says none of them.
func (e *Event) Says(intents ...string) *reply.Intent {
	if e.Reading == nil {
		return nil
	}
	for i := range e.Reading.Intents {
		if slices.Contains(intents, e.Reading.Intents[i].Intent) {
			return &e.Reading.Intents[i]
		}
	}
	return nil
}

// Named are the people they name to ask instead. Who signs the news that somebody
// left is no such person: they wrote it.
func (e *Event) Named() []reply.Referral {
	if e.Reading == nil {
		return nil
	}
	all := e.Reading.Referrals
	if len(all) == 1 && all[0].Email == "" && e.Says(reply.LeftCompany) != nil && e.Reading.Own() {
		return nil
	}
	return all
}

// complains reports a complaint that was logged or written.
func (e *Event) complains() bool {
	return e.Type == Complaint || (e.Type == Reply && e.Says(reply.Complaint) != nil)
}

// Farewell reports a message that asks for nothing and reopens nothing: a word of
// thanks, a no of any kind, or an objection without a day to come back on.
func (e *Event) Farewell() bool {
	if e.Thanks() {
		return true
	}
	if !e.inbound() || e.Reading == nil || len(e.Named()) > 0 || e.Says(wishes...) != nil {
		return false
	}
	lead := e.Leads()
	return slices.Contains(partings, lead) || slices.Contains(Soft, lead) && e.Reading.Intents[0].On.IsZero()
}

// partings end it; wishes want something more, whatever else was said.
var (
	partings = []string{reply.NotInterested, reply.NoFit, reply.WrongPerson, reply.LeftCompany, reply.Unsubscribe, reply.Erasure}
	wishes   = []string{reply.Interested, reply.Question, reply.Refers, reply.Reschedule}
)

// Thanks reports a short reply that says nothing and asks nothing, as "Thanks,
// all the best".
func (e *Event) Thanks() bool {
	return e.remark() && e.short()
}

// TakesLeave reports a farewell, or a bare word of thanks: "Thanks, all the best".
func (e *Event) TakesLeave() bool {
	if !e.Thanks() {
		return false
	}
	return e.Reading.Leave() || e.Reading.Words() <= bareThanks && e.Reading.Thanks()
}

// short reports a message of a few words that asks nothing.
func (e *Event) short() bool {
	words := e.Reading.Words()
	return 0 < words && words <= shortWord && !e.Reading.Asks()
}

// remark reports a reply in which nothing is read that they want of us.
func (e *Event) remark() bool {
	return e.Type == Reply && e.Leads() == reply.Unclear && !e.Reading.Asks()
}

const (
	shortWord  = 8 // words
	bareThanks = 3
)
