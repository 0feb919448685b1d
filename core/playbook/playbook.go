// Package playbook holds every threshold and weight of the engine, each with its
// reason beside it: Balanced, the default; the five voices, each deciding as its
// source would; and a team's own file, which says only what differs.
package playbook

import (
	"fmt"

	"cleanbreak/core/words"
	"cleanbreak/core/workday"
)

// Playbook is the shape of a playbook file. "why" fields are for people; the
// engine does not read them. A file that extends another gives only what differs
// from it: a list or a weight that is given replaces the whole list or weight.
type Playbook struct {
	Schema  string `json:"$schema,omitempty"` // where schema.json stands, for editors
	Name    string `json:"name"`
	Extends string `json:"extends"`         // balanced or a voice; "" stands alone
	About   string `json:"about,omitempty"` // whose rules these are, for people

	Said    []string `json:"said"`    // rules about what they said or are, in order; asked before whose turn it is
	Silence []string `json:"silence"` // rules about silence, effort and work done, in order; asked last

	Floor       Floor       `json:"floor"`
	Persistence Persistence `json:"persistence"`
	Ceilings    Ceilings    `json:"ceilings"`
	Waits       Waits       `json:"waits"`
	Cycle       Cycle       `json:"cycle"`
	Reassess    Reassess    `json:"reassess"`
	Noes        Noes        `json:"noes"`
	PushedBack  Times       `json:"pushed_back"` // meetings they moved
	Chase       Chase       `json:"chase"`
	FollowUps   Times       `json:"follow_ups"` // without an answer
	Contacts    Times       `json:"contacts"`   // without an answer, none known to be opened
	Attempts    Times       `json:"attempts"`   // work done, a dial counts
	Calls       Calls       `json:"calls"`
	TireKicker  TireKicker  `json:"tire_kicker"`
	Overwork    Overwork    `json:"overwork"`
	Worth       Worth       `json:"worth"`
	Ideal       Ideal       `json:"ideal"`
	Customers   Customers   `json:"customers"`
	Account     Account     `json:"account"`
	Tracking    Tracking    `json:"tracking"`
	CRM         CRM         `json:"crm"`

	Channels       []string         `json:"channels"` // enabled ones, the best first
	Minutes        map[string]int   `json:"minutes"`  // what one contact on a channel takes; "meeting" and "proposal" too
	MinutesWhy     string           `json:"minutes_why"`
	HourIsWorth    int              `json:"hour_is_worth"` // what an hour of the rep brings, in the currency of the deals; 0 is not said
	Speech         Speech           `json:"speech"`
	ProposalStages []string         `json:"proposal_stages"`
	Stages         map[string]Stage `json:"stages"` // by name, in lower case
	Quiet          []workday.Period `json:"quiet"`
	Holidays       []string         `json:"holidays"` // the team's own days off: "12-07" every year, or "2026-12-07"
	Quarters       Quarters         `json:"quarters"`
	Retention      Retention        `json:"retention"`

	Language  string          `json:"language"` // of drafts where theirs is not known
	Seller    Seller          `json:"seller"`
	Documents []string        `json:"documents"` // the two for the homework: an overview, a longer guide
	Templates words.Templates `json:"templates"` // by language and purpose, in place of ours

	Weights map[string]Weight `json:"weights"`
}

// Tracking is who is judged, beyond those for whom the rep pressed Track. An entry
// is an address, a domain, or the last part of a LinkedIn profile's address.
type Tracking struct {
	Own    []string `json:"own"`    // the team's own domains: never tracked
	Never  []string `json:"never"`  // never tracked, whoever asks
	Always []string `json:"always"` // tracked without a press
	Why    string   `json:"why"`
}

// CRM is where the team keeps its records. Record is the address of one, or of a
// search for it, over https, with a field of the person in braces:
// https://crm.example/deals?q={email}. There are email, name, company and linkedin.
type CRM struct {
	Record string `json:"record"`
	Why    string `json:"why"`
}

// Floor is the number of touches below which silence is not judged.
type Floor struct {
	Touches int    `json:"touches"`
	Why     string `json:"why"`
}

// Persistence says, by motion, when enough has been tried.
type Persistence struct {
	Cold     Effort `json:"cold"`
	Inbound  Effort `json:"inbound"`
	Engaged  Effort `json:"engaged"`
	Proposal Effort `json:"proposal"`
}

// Effort is reached when every number given is reached: touches without a
// reply, or calls and e-mails counted apart, over at least so many working days.
type Effort struct {
	Touches       int    `json:"touches"`
	AfterMeeting  int    `json:"after_meeting"` // instead of touches, once they met
	Calls         int    `json:"calls"`
	Emails        int    `json:"emails"`
	Days          int    `json:"days"`
	SecondContact bool   `json:"second_contact"` // somebody else at the company tried too
	Why           string `json:"why"`
}

// Ceilings is the most unanswered messages on one channel.
type Ceilings struct {
	Email    int    `json:"email"`
	LinkedIn int    `json:"linkedin"`
	Why      string `json:"why"`
}

// Waits are working days.
type Waits struct {
	BetweenTouches int    `json:"between_touches"`
	AfterLastTry   int    `json:"after_last_try"`
	AfterQuestion  int    `json:"after_question"` // homework given, or asked whom to ask
	BeforeGoodbye  int    `json:"before_goodbye"` // since the last touch, before a goodbye; 0 waits for nothing
	LongAbsence    int    `json:"long_absence"`   // beyond it the deputy is worth asking
	RenewalNotice  int    `json:"renewal_notice"` // calendar days before their vendor's contract renews
	FreshInbound   int    `json:"fresh_inbound"`  // minutes in which a web lead is to be answered
	ErasureMonths  int    `json:"erasure_months"` // to do what a request to erase data asks
	QuietCustomer  int    `json:"quiet_customer"` // working days without contact before a content customer is left in peace
	Why            string `json:"why"`
}

// Cycle is the calendar days without contact after which counts start again.
type Cycle struct {
	Days int    `json:"days"`
	Why  string `json:"why"`
}

// Reassess is when to look again, in calendar months: after a break-up, after one
// that was not worth it, and after a pause with no date of its own.
type Reassess struct {
	Months      int    `json:"months"`
	NotWorthIt  int    `json:"not_worth_it"`
	PauseMonths int    `json:"pause_months"`
	Why         string `json:"why"`
}

// Noes is how often something is said before it ends the contact.
type Noes struct {
	NotInterested int    `json:"not_interested"`
	Soft          int    `json:"soft"` // price, timing, budget, vendor
	Why           string `json:"why"`
}

// Times is a number of times, with its reason.
type Times struct {
	Times int    `json:"times"`
	Why   string `json:"why"`
}

// Chase is a no-show followed by touches without a response.
type Chase struct {
	Touches  int    `json:"touches"`
	Channels int    `json:"channels"` // on at least so many
	Why      string `json:"why"`
}

// Calls is dials and voicemails without an answer, and follow-ups of any kind
// after a meeting.
type Calls struct {
	Calls        int    `json:"calls"`
	AfterMeeting int    `json:"after_meeting"`
	Why          string `json:"why"`
}

// TireKicker is how many of the three signs it takes, and how many of these the
// rep must have answered.
type TireKicker struct {
	Signs    int    `json:"signs"`
	Answered int    `json:"answered"`
	Why      string `json:"why"`
}

// Overwork is a multiple of the minutes such a deal usually takes, known from at
// least so many closed deals of its kind.
type Overwork struct {
	Times int    `json:"times"`
	Deals int    `json:"deals"`
	Why   string `json:"why"`
}

// Worth sorts into tiers by the value of the deal: top from, bottom under.
type Worth struct {
	From  float64 `json:"from"`
	Under float64 `json:"under"`
	Why   string  `json:"why"`
}

// Ideal is the ideal prospect. What is empty or 0 is not asked.
type Ideal struct {
	SizeFrom       int      `json:"size_from"`
	SizeTo         int      `json:"size_to"`
	Countries      []string `json:"countries"`
	ResponsibleFor []string `json:"responsible_for"` // one of these words is in what they are responsible for
	Why            string   `json:"why"`
}

// Customers is how many complaints end selling to a customer.
type Customers struct {
	Complaints int    `json:"complaints"`
	Why        string `json:"why"`
}

// Account is the working days in which a colleague's answer speaks for the
// account.
type Account struct {
	TwoWayDays int    `json:"two_way_days"`
	Why        string `json:"why"`
}

// Stage is the calendar days a deal may stand in a stage with nothing booked.
type Stage struct {
	Days int    `json:"days"`
	Why  string `json:"why"`
}

// Speech is how fast the rep speaks, and how long a voicemail is, in seconds.
type Speech struct {
	WordsPerMinute int    `json:"words_per_minute"`
	From           int    `json:"from"`
	To             int    `json:"to"`
	Why            string `json:"why"`
}

// Quarters is how many working days before the end of a quarter it is worth
// knowing that it ends.
type Quarters struct {
	Days int    `json:"days"`
	Why  string `json:"why"`
}

// Retention is the months without contact after which a prospect is erased.
type Retention struct {
	Months int    `json:"months"`
	Why    string `json:"why"`
}

// Seller is who we are, for drafts.
type Seller struct {
	Help  string `json:"help"`  // what we help with, to end "I help …"
	Phone string `json:"phone"` // how to reach the rep
}

// Weight is what one signal is worth: points for each unit of it beyond the free
// ones, and the most it may add up to (0 is no bound).
type Weight struct {
	Points int    `json:"points"`
	Free   int    `json:"free"`
	Most   int    `json:"most"`
	Why    string `json:"why"`
}

// Of is the weight of n units.
func (w Weight) Of(n int) int {
	points := w.Points * max(0, n-w.Free)
	switch {
	case w.Most > 0:
		return min(points, w.Most)
	case w.Most < 0:
		return max(points, w.Most)
	}
	return points
}

// Channels a touch can be made on, in the words of the log.
var Channels = []string{
	"email", "call", "conversation", "voicemail", "live-message", "linkedin", "introduction",
	"sms", "letter", "fax", "visit", "event", "calendar",
}

// Ceiling is the most unanswered messages on a channel; ok is false where there
// is no bound.
func (p *Playbook) Ceiling(channel string) (most int, ok bool) {
	switch channel {
	case "email":
		return p.Ceilings.Email, true
	case "linkedin":
		return p.Ceilings.LinkedIn, true
	}
	return 0, false
}

// String says what a weight comes to: "-4 each beyond 1, at most -40".
func (w Weight) String() string {
	s := fmt.Sprintf("%+d each", w.Points)
	if w.Points == 0 {
		return "a hint"
	}
	if w.Free > 0 {
		s += fmt.Sprintf(" beyond %d", w.Free)
	}
	if w.Most != 0 {
		s += fmt.Sprintf(", at most %+d", w.Most)
	}
	return s
}
