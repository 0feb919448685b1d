// Package playbook holds every threshold and weight of the engine, each with its
// reason beside it. Balanced is the default; a team may bring its own file of
// the same shape.
package playbook

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"cleanbreak/core/strict"
	"cleanbreak/core/workday"
)

// Playbook is the shape of a playbook file. "why" fields are for people; the
// engine does not read them.
type Playbook struct {
	Name           string            `json:"name"`
	Floor          Floor             `json:"floor"`
	Persistence    Persistence       `json:"persistence"`
	Ceilings       Ceilings          `json:"ceilings"`
	Waits          Waits             `json:"waits"`
	Cycle          Cycle             `json:"cycle"`
	Reassess       Reassess          `json:"reassess"`
	Channels       []string          `json:"channels"` // enabled ones, the best first
	ProposalStages []string          `json:"proposal_stages"`
	Quiet          []workday.Period  `json:"quiet"`
	Weights        map[string]Weight `json:"weights"`
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
	Touches      int    `json:"touches"`
	AfterMeeting int    `json:"after_meeting"` // instead of touches, once they met
	Calls        int    `json:"calls"`
	Emails       int    `json:"emails"`
	Days         int    `json:"days"`
	Why          string `json:"why"`
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
	Why            string `json:"why"`
}

// Cycle is the calendar days without contact after which counts start again.
type Cycle struct {
	Days int    `json:"days"`
	Why  string `json:"why"`
}

// Reassess is when to look again: after a break-up, and after a pause with no
// date of its own.
type Reassess struct {
	Months      int    `json:"months"`
	PauseMonths int    `json:"pause_months"`
	Why         string `json:"why"`
}

// Weight is what one signal is worth: points for each unit of it beyond the free
// ones, and the most it may add up to (0 is no bound).
type Weight struct {
	Points int    `json:"points"`
	Free   int    `json:"free"`
	Most   int    `json:"most"`
	Why    string `json:"why"`
}

// Times is the weight of n units.
func (w Weight) Times(n int) int {
	points := w.Points * max(0, n-w.Free)
	switch {
	case w.Most > 0:
		return min(points, w.Most)
	case w.Most < 0:
		return max(points, w.Most)
	}
	return points
}

//go:embed balanced.json
var balancedFile []byte

// Balanced is the default playbook. It is shared: do not change it. It is read
// when it is first asked for, because a background starts often.
var Balanced = sync.OnceValue(func() *Playbook {
	p, err := Load(balancedFile)
	if err != nil {
		panic("balanced.json: " + err.Error())
	}
	return p
})

// Named gives the playbook with that name; "" is Balanced.
func Named(name string) (*Playbook, error) {
	if p := Balanced(); name == "" || name == p.Name {
		return p, nil
	}
	return nil, fmt.Errorf("no playbook is called %q; there is: %s", name, Balanced().Name)
}

// Load reads and checks a playbook file. The error names the field, the line and
// the column.
func Load(data []byte) (*Playbook, error) {
	var p Playbook
	doc, err := strict.Decode(data, &p)
	if err != nil {
		return nil, err
	}
	return &p, p.check(doc)
}

func (p *Playbook) check(doc *strict.Document) error {
	atLeastOne := []struct {
		path  string
		value int
	}{
		{"floor.touches", p.Floor.Touches},
		{"persistence.cold.touches", p.Persistence.Cold.Touches},
		{"persistence.inbound.calls", p.Persistence.Inbound.Calls},
		{"persistence.inbound.emails", p.Persistence.Inbound.Emails},
		{"persistence.engaged.touches", p.Persistence.Engaged.Touches},
		{"persistence.engaged.after_meeting", p.Persistence.Engaged.AfterMeeting},
		{"persistence.proposal.touches", p.Persistence.Proposal.Touches},
		{"ceilings.email", p.Ceilings.Email},
		{"ceilings.linkedin", p.Ceilings.LinkedIn},
		{"waits.between_touches", p.Waits.BetweenTouches},
		{"waits.after_last_try", p.Waits.AfterLastTry},
		{"cycle.days", p.Cycle.Days},
		{"reassess.months", p.Reassess.Months},
		{"reassess.pause_months", p.Reassess.PauseMonths},
	}
	for _, n := range atLeastOne {
		if n.value < 1 {
			return doc.Fault(n.path, "is %d; it takes a whole number from 1", n.value)
		}
	}
	if p.Name == "" {
		return doc.Fault("name", "is missing")
	}
	if len(p.Channels) == 0 {
		return doc.Fault("channels", "is empty; name at least one")
	}
	return p.checkLists(doc)
}

func (p *Playbook) checkLists(doc *strict.Document) error {
	for i, c := range p.Channels {
		if !slices.Contains(Channels, c) {
			return doc.Fault(fmt.Sprintf("channels[%d]", i), "no channel is called %q; there are: %s", c, strings.Join(Channels, ", "))
		}
	}
	for i, q := range p.Quiet {
		for _, day := range []string{q.From, q.To} {
			if _, err := time.Parse(workday.DateForm, "2024-"+day); err != nil {
				return doc.Fault(fmt.Sprintf("quiet[%d]", i), "%q is no day of the year; write it as 12-24", day)
			}
		}
	}
	return nil
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
