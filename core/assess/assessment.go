package assess

import (
	"cleanbreak/core/plan"
	"cleanbreak/core/signal"
)

// Assessment is what the engine says about one prospect. Dates are YYYY-MM-DD,
// arrays are never null.
type Assessment struct {
	Verdict          string        `json:"verdict"`
	Kind             string        `json:"kind"`
	Rule             string        `json:"rule"`     // the rule that decided; core/RULES.md describes each
	Playbook         string        `json:"playbook"` // its name, by which this was judged
	Until            *string       `json:"until"`
	Score            int           `json:"score"` // 0 to 100; the points of the parts add up to it
	Reunion          bool          `json:"reunion"`
	Unsure           []string      `json:"unsure"` // places not looked at since the last touch: "gmail", "linkedin"
	Motion           string        `json:"motion"`
	Cycle            int           `json:"cycle"`
	Because          string        `json:"because"`
	Tracked          bool          `json:"tracked"` // false: nobody is judged; because says why, and the rest is empty
	Parts            []signal.Part `json:"parts"`
	Voices           []Voice       `json:"voices"`
	Flips            []Flip        `json:"flips"`
	Plan             plan.Plan     `json:"plan"`
	NextTouch        *NextTouch    `json:"next_touch"`
	AnswerBy         *string       `json:"answer_by"` // RFC 3339: the running clock of a fresh web lead
	Perhaps          *string       `json:"perhaps"`   // RFC 3339: of a last try, the touch that may have been it already
	Reassess         *string       `json:"reassess"`
	ClosedLostReason string        `json:"closed_lost_reason"`
	LeadStatus       string        `json:"lead_status"` // unqualified, bad timing or nurture; "" leaves it as it is
	Suppress         []string      `json:"suppress"`    // addresses for the do-not-contact list, and the domain where it is the whole company
	CRMNote          string        `json:"crm_note"`
	HoursFreed       *int          `json:"hours_freed"` // of a break-up: what going on would still have cost, rounded; null otherwise
	MinutesLeft      int           `json:"-"`           // what going on would cost, whatever the verdict; what a break-up frees, to be added up before it is rounded
	HoursWorth       *int          `json:"hours_worth"` // of a break-up, where the playbook says what an hour brings; null otherwise
	SpendOn          []Better      `json:"spend_on"`    // of a break-up that was judged in a list: the next best prospects in it
}

// Voice is what one published source would decide.
type Voice struct {
	Source  string `json:"source"`
	Verdict string `json:"verdict"`
	Kind    string `json:"kind"`
	Because string `json:"because"`
}

// Flip is a small change that would change the verdict.
type Flip struct {
	If      string `json:"if"`
	Verdict string `json:"verdict"`
	Kind    string `json:"kind"`
}

// NextTouch is the earliest sensible next contact.
type NextTouch struct {
	On      string `json:"on"`
	Channel string `json:"channel"`
}
