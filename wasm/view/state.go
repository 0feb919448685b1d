// Package view says what the panel shows. State comes from the brain as JSON;
// Panel, made from it, holds the words and numbers in the order they are drawn.
// Nothing here touches a browser, so all of it is tested natively.
package view

import (
	"encoding/json"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/verdict"
)

// Phases of a tab, as far as the panel is concerned.
const (
	Elsewhere  = "elsewhere"  // not a page of a site we read, or one about nobody
	NoAccess   = "no-access"  // the site permission was not given; the panel offers it
	Press      = "press"      // a LinkedIn page that the rep has not asked us to read
	Reading    = "reading"    // asked, not there yet
	Unreadable = "unreadable" // a wall or an unknown layout
	Several    = "several"    // several possible people: Candidates
	Someone    = "someone"    // one person: Person
	Broken     = "broken"     // Problem says what went wrong and what to do
)

// State is everything the panel knows about one tab.
type State struct {
	Tab        int                `json:"tab"`
	URL        string             `json:"url"` // of the page that was read
	Site       string             `json:"site"`
	Kind       string             `json:"kind"` // of the page, as in page.Context
	Phase      string             `json:"phase"`
	Person     page.Person        `json:"person"`
	Candidates []page.Person      `json:"candidates"`
	Tracked    bool               `json:"tracked"`
	Refused    string             `json:"refused"`        // why they are never tracked; "" where they may be
	Assessment *assess.Assessment `json:"assessment"`     // null while not tracked
	Odds       json.RawMessage    `json:"odds,omitempty"` // calibrate.Groups of the rep's own log; none before anything was counted
	Silent     int                `json:"silent"`         // touches since they were last in touch
	Deal       Deal               `json:"deal"`
	Speech     Speech             `json:"speech"`
	Entries    []Entry            `json:"entries"` // newest first; what the assessment rests on
	OnPage     OnPage             `json:"on_page"`
	Unread     []string           `json:"unread"` // fields that could not be read
	Drift      []string           `json:"drift"`  // fields that the page's layout should have and that stand elsewhere, or nowhere
	Record     string             `json:"record"` // where the CRM keeps people, as the playbook has it
	Team       bool               `json:"team"`
	Account    []Colleague        `json:"account"` // the others of their company who are tracked; null where it is not known which that is
	Clash      []Stands           `json:"clash"`   // decisions that stand against each other, the current one first
	Search     string             `json:"search"`  // Gmail's search for all their mail; "" when no address is known
	Links      []LinkOffer        `json:"links"`   // who else the person may be
	Linked     []Linked           `json:"linked"`  // what the rep linked, newest first
	Promises   []Suggested        `json:"promises"`
	Writing    *Writing           `json:"writing"` // the mail that the rep is writing in Gmail; null without one
	Into       *Into              `json:"into"`    // the mail that a draft to the person goes into; null where none is open
	ByHand     bool               `json:"by_hand"` // the rep named the person; nothing was read
	Problem    string             `json:"problem"`
	Now        time.Time          `json:"now"`
}

// Writing is the mail that the rep is writing.
type Writing struct {
	Theirs   bool      `json:"theirs"` // it goes to the person in view, who is tracked
	Subject  string    `json:"subject"`
	Text     string    `json:"text"`    // what the rep typed
	Watched  bool      `json:"watched"` // Text follows what is typed; else it was not read
	Warnings []Warning `json:"warnings"`
}

// Warning is somebody whom the mail goes to and should not.
type Warning struct {
	Name    string  `json:"name"`
	Verdict string  `json:"verdict"` // Stopped or LetGo
	Because string  `json:"because"`
	Until   *string `json:"until"` // LetGo: the second look
}

// Why somebody should not be written to.
const (
	Stopped = verdict.Stop
	LetGo   = verdict.LetGo
)

// Into is an open mail, as the page names it, and the addresses it goes to, as
// the page has them.
type Into struct {
	Box string   `json:"box"`
	To  []string `json:"to"`
}

// LinkOffer proposes that whom the page shows is somebody tracked.
type LinkOffer struct {
	Pair   []string    `json:"pair"`
	Seen   page.Person `json:"seen"`
	With   page.Person `json:"with"`
	Reason string      `json:"reason"` // a replica.Offer's
	Proof  string      `json:"proof"`  // the address or the name that both have
}

// Linked is a link that the rep made and can take back.
type Linked struct {
	Pair   []string    `json:"pair"`
	With   page.Person `json:"with"` // the one that is not in view
	Reason string      `json:"reason"`
	At     time.Time   `json:"at"`
}

// Suggested is what a message of ours seems to promise; nothing of it counts
// before the rep says so.
type Suggested struct {
	Text string    `json:"text"`
	Sent time.Time `json:"sent"`
	On   time.Time `json:"on,omitzero"` // the day it names
}

// Speech is how fast the rep talks and how long a voicemail should take; zero
// values are not known.
type Speech struct {
	WordsPerMinute int `json:"words_per_minute"`
	From           int `json:"from"` // seconds
	To             int `json:"to"`
}

// OnPage counts what the page in view shows about this person.
type OnPage struct {
	Touches  int `json:"touches"`
	Replies  int `json:"replies"`
	Closed   int `json:"closed"`   // messages whose text was not open
	Unplaced int `json:"unplaced"` // messages that could be given to nobody
}

// Entry is one thing that happened with a tracked prospect.
type Entry struct {
	ID          string    `json:"id"`
	At          time.Time `json:"at"`
	Type        string    `json:"type"` // touch, reply, and the types of Entered
	Channel     string    `json:"channel,omitempty"`
	Disposition string    `json:"disposition,omitempty"`
	Quote       string    `json:"quote,omitempty"`    // what they wrote, shortened; of a promise, an answer, a complaint or a decision what the rep entered; "" for our own messages
	Read        string    `json:"read,omitempty"`     // full, snippet, none
	Verdict     string    `json:"verdict,omitempty"`  // decision
	Kind        string    `json:"kind,omitempty"`     // decision
	Machine     string    `json:"machine,omitempty"`  // reply: the intent, where no person typed it
	Signal      string    `json:"signal,omitempty"`   // dismiss
	Of          time.Time `json:"of,omitzero"`        // dismiss: the moment of one event, instead
	Done        bool      `json:"done,omitempty"`     // promise
	Question    string    `json:"question,omitempty"` // answer
	Starts      time.Time `json:"starts,omitzero"`    // meeting
	Until       time.Time `json:"until,omitzero"`     // promise: the day it is for
	Copied      bool      `json:"copied,omitempty"`   // touch: they stood in CC only
	By          string    `json:"by,omitempty"`       // meeting: us or them
	Against     string    `json:"against,omitempty"`  // decision: the verdict the rep disagreed with
	ByHand      bool      `json:"by_hand,omitempty"`  // entered by the rep, so it can be taken back
	Counted     bool      `json:"counted,omitempty"`  // touch: as in history
	Author      string    `json:"author,omitempty"`   // a colleague whose entry it is; "" is the rep
}
