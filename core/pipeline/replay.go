package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
	"cleanbreak/core/verdict"
)

// Weeks is how far a replay goes back: two quarters.
const Weeks = 26

// named is how many of those let go the text of a replay names.
const named = 10

// Replay is what two playbooks would have done over the last two quarters with the
// prospects whose single touches are known.
type Replay struct {
	Prospects int     `json:"prospects"` // replayed
	Unknown   int     `json:"unknown"`   // known by counts alone, or not at all: nothing to replay
	Now       Brought `json:"now"`
	Then      Brought `json:"then"` // by the changed rules
}

// Brought is what one playbook would have brought.
type Brought struct {
	Playbook string `json:"playbook"`
	LetGo    int    `json:"let_go"`
	CameBack int    `json:"came_back"` // of them: wrote or met after that day
	Won      int    `json:"won"`       // of them: the deal was won after that day
	Minutes  int    `json:"minutes"`   // spent on them after that day, which letting go frees

	Regret   []calibrate.Regret `json:"regret"`
	Lost     map[string]float64 `json:"value_lost"` // of those who came back or were won, by currency
	Partings []*Parting         `json:"partings"`   // those who came back or were won first, then by value
}

// Parting is one prospect who would have been let go.
type Parting struct {
	Name    string    `json:"name"`
	Account string    `json:"account"`
	On      time.Time `json:"on"`
	Kind    string    `json:"kind"`
	Back    time.Time `json:"back,omitzero"` // when they next wrote or met; zero where they did not
	Won     bool      `json:"won"`
	Minutes int       `json:"minutes"` // spent on them after that day
	Value   float64   `json:"value"`

	Currency string `json:"currency"`
}

// Replayed runs every prospect of the files through both playbooks, week by week.
// A last try that a playbook asks for is taken as made on that day. What a row says
// of its stage and value is taken as it is now: exports know nothing else.
func Replayed(ctx context.Context, sources []Source, o Options, books [2]*playbook.Playbook) (*Replay, error) {
	t, err := gathered(ctx, sources, o)
	if err != nil {
		return nil, err
	}
	r := &Replay{}
	outcomes := [...]*Brought{&r.Now, &r.Then}
	for i, p := range books {
		*outcomes[i] = Brought{Playbook: p.Name, Lost: map[string]float64{}, Regret: []calibrate.Regret{}, Partings: []*Parting{}}
	}
	err = t.walk(ctx, func(s *Sheet, cells [][]byte, known bool) {
		if !known {
			r.Unknown++
			return
		}
		r.Prospects++
		won := t.won(s, cells)
		from, to := t.stood(s, cells)
		for i, p := range books {
			if parted := t.part(p, from, to); parted != nil {
				parted.Won = won
				outcomes[i].add(parted)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	for _, out := range outcomes {
		out.Regret = calibrate.Regrets(out.goodbyes(), t.o.Now)
		slices.SortStableFunc(out.Partings, byLoss)
	}
	return r, nil
}

// stood is from when to when the row at hand was there to be let go: from what
// happened first, or the day it was created where that is later, until it was closed. Where
// no column says when that was, it is what happened last.
func (t *Triage) stood(s *Sheet, cells [][]byte) (from, to time.Time) {
	from, to = t.events[0].At, t.o.Now
	if created := t.row.counts.created; created.After(from) {
		from = created
	}
	if t.closed(s, cells) == "" {
		return from, to // the day that open deals have is when they are hoped to close
	}
	if to = s.when(cells, Closed, &t.o); to.IsZero() {
		to = t.events[len(t.events)-1].At
	}
	return from, to
}

// part finds the first week in which a playbook lets somebody go who was there from
// one day to another; nil where it does not.
func (t *Triage) part(p *playbook.Playbook, from, to time.Time) *Parting {
	r := t.row.record
	if how := t.ending(r.Opportunity.Stage); how != "" && how != open {
		r.Opportunity.Stage = ""
	}
	r.Opportunity.NextActivity = time.Time{} // of today, and not of then
	events := slices.Clone(r.Events)
	for week := Weeks; week > 0; week-- {
		r.Now = t.o.Now.AddDate(0, 0, -7*week)
		if r.Now.Before(from) {
			continue
		}
		if r.Now.After(to) {
			return nil
		}
		if r.Opportunity.StageSince.After(r.Now) {
			r.Opportunity.StageSince = time.Time{}
		}
		r.Events = events
		switch a := t.lister.Judge(r, p); a.Verdict {
		case verdict.LastTry:
			events = append(events,
				history.Event{At: r.Now, Type: history.Touch, Channel: "email", Read: page.ReadNone},
				history.Event{At: r.Now, Type: history.Decision, Verdict: verdict.LastTry, Kind: a.Kind, By: "rep"})
		case verdict.BreakUp:
			return t.parting(r.Now, a.Kind, p)
		}
	}
	return nil
}

// parting looks at what came after the day they would have been let go.
func (t *Triage) parting(on time.Time, kind string, p *playbook.Playbook) *Parting {
	out := &Parting{Name: t.line.Name, Account: t.line.Account, On: on, Kind: kind, Value: t.line.Value, Currency: t.line.Currency}
	for i := range t.events {
		e := &t.events[i]
		if !e.At.After(on) || e.At.After(t.o.Now) {
			continue
		}
		switch {
		case e.Type == history.Touch && e.Minutes > 0:
			out.Minutes += e.Minutes
		case e.Type == history.Touch:
			out.Minutes += p.Minutes[e.Channel]
		case e.Type == history.Meeting && e.Disposition == history.Completed:
			out.Minutes += p.Minutes[history.Meeting]
		}
		answered := e.Type == history.Reply && (e.Reading == nil || !e.Reading.Machine) || e.Type == history.Inbound || e.Disposition == history.Connected || e.Disposition == history.Completed
		if answered && (out.Back.IsZero() || e.At.Before(out.Back)) {
			out.Back = e.At
		}
	}
	return out
}

func (o *Brought) add(p *Parting) {
	o.LetGo++
	o.Minutes += p.Minutes
	if !p.Back.IsZero() {
		o.CameBack++
	}
	if p.Won {
		o.Won++
	}
	if p.lost() && p.Value > 0 {
		o.Lost[p.Currency] += p.Value
	}
	o.Partings = append(o.Partings, p)
}

func (o *Brought) goodbyes() []calibrate.Goodbye {
	var out []calibrate.Goodbye
	for _, p := range o.Partings {
		out = append(out, calibrate.Goodbye{Kind: p.Kind, On: p.On, Back: p.Won || calibrate.InTime(p.On, p.Back)})
	}
	return out
}

// lost reports that letting them go would have been a loss.
func (p *Parting) lost() bool { return p.Won || !p.Back.IsZero() }

// byLoss puts first who came back or was won, then the most valuable.
func byLoss(a, b *Parting) int {
	switch {
	case a.lost() && !b.lost():
		return -1
	case b.lost() && !a.lost():
		return 1
	}
	return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.Name, b.Name))
}

// String is what became of one prospect, on a line.
func (p *Parting) String() string {
	said := []string{p.Name}
	if p.Account != "" {
		said = append(said, p.Account)
	}
	said = append(said, "let go on "+p.On.Format(time.DateOnly))
	if !p.Back.IsZero() {
		said = append(said, "wrote or met on "+p.Back.Format(time.DateOnly))
	}
	if p.Won {
		said = append(said, "won later")
	}
	if p.Value > 0 {
		said = append(said, Sums(map[string]float64{p.Currency: p.Value}))
	}
	return strings.Join(said, ", ")
}

// Sums lists values by currency: they are never added up.
func Sums(by map[string]float64) string {
	list := []string{}
	for _, currency := range slices.Sorted(maps.Keys(by)) {
		list = append(list, strings.TrimSpace((*say.Language)(nil).Amount(by[currency])+" "+currency))
	}
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, " and ")
}

// Text is the replay in sentences.
func (r *Replay) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Over the last %d weeks, of %d prospects whose touches are known (%d are not):\n", Weeks, r.Prospects, r.Unknown)
	for _, o := range []*Brought{&r.Now, &r.Then} {
		fmt.Fprintf(&b, "  %s would have let go %d: %d came back later, %d won; %s freed, value lost: %s\n", o.Playbook, o.LetGo, o.CameBack, o.Won, say.Count((o.Minutes+30)/60, "hour", "hours"), Sums(o.Lost))
		for _, g := range o.Regret {
			fmt.Fprintf(&b, "    %s: %s\n", g.Kind, g.Sentence())
		}
		for _, p := range o.Partings[:min(named, len(o.Partings))] {
			fmt.Fprintf(&b, "    - %s\n", p)
		}
		if more := len(o.Partings) - named; more > 0 {
			fmt.Fprintf(&b, "    - and %d more, whom -format json names\n", more)
		}
	}
	return b.String()
}
