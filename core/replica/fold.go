package replica

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/reply"
)

// State is one prospect, as the log tells it.
type State struct {
	Tracked    bool
	Person     page.Person // the newest card, gaps filled from older ones
	Accounts   []string    // of every card, sorted
	Deal       Facts       // the newest word on each
	StageSince time.Time   // when the deal was said to have come to its stage; zero without one
	Who        []string    // every linked pseudonym, sorted
	Events     []Event     // what happened, oldest first, each once; a reply has its fullest reading in Local
}

// Fold gives the state of the prospect that has one of the pseudonyms. It is a
// pure function of the set of events: their order and copies do not matter.
func Fold(events []Event, who []string) State {
	s := State{Who: Connected(events, who)}
	once := map[string]Event{}     // by message, else by id
	readings := map[string]Event{} // by message
	var cards, deals []Event
	for _, e := range events {
		if !sharesIdentity(e.Who, s.Who) {
			continue
		}
		switch e.Kind {
		case Card:
			cards = append(cards, e)
		case Deal:
			deals = append(deals, e)
		case Reading:
			if before, known := readings[e.Clear.Target]; !known || fuller(e, before) {
				readings[e.Clear.Target] = e
			}
		case Touch, Reply, Meeting, Promise, Answer, Complaint, Reaction, Decision, Dismiss:
			key := cmp.Or(e.Clear.Message, e.ID)
			if before, known := once[key]; !known || e.ID < before.ID {
				once[key] = e
			}
		}
	}
	s.happened(once, readings)
	s.card(cards)
	s.deal(deals)
	return s
}

// fuller reports whether a reading shows more of a message than another: a text
// more than none, then the fuller one. The id decides between equals.
func fuller(e, than Event) bool {
	return cmp.Or(
		compare(e.Local.Text != "", than.Local.Text != ""),
		fullness(e.Local.Read)-fullness(than.Local.Read),
		cmp.Compare(than.ID, e.ID),
	) > 0
}

func compare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func fullness(read string) int {
	return slices.Index([]string{page.ReadNone, page.ReadSnippet, page.ReadFull}, read)
}

func (s *State) happened(once, readings map[string]Event) {
	s.Events = make([]Event, 0, len(once))
	for _, e := range once {
		if e.Kind == Reply {
			e.Local = readings[e.Clear.Message].Local
		}
		s.Events = append(s.Events, e)
	}
	sortByTime(s.Events)
}

func (s *State) card(cards []Event) {
	sortByTime(cards)
	for i := range cards {
		s.Person = Merge(s.Person, *cards[i].Sealed.Person)
		s.Accounts = append(s.Accounts, cards[i].Clear.Accounts...)
	}
	slices.Sort(s.Accounts)
	s.Accounts = slices.Compact(s.Accounts)
	s.Tracked = len(cards) > 0
}

func (s *State) deal(deals []Event) {
	sortByTime(deals)
	for i := range deals {
		before := s.Deal
		s.Deal = before.with(deals[i].Sealed)
		if !strings.EqualFold(s.Deal.Stage, before.Stage) {
			s.StageSince = deals[i].At
		}
	}
	if s.Deal.Stage == "" {
		s.StageSince = time.Time{}
	}
}

// sortByTime puts the oldest first; the id decides between equals, so that every
// device has the same order.
func sortByTime(events []Event) {
	sort.Slice(events, func(i, j int) bool {
		a, b := &events[i], &events[j]
		return a.At.Before(b.At) || (a.At.Equal(b.At) && a.ID < b.ID)
	})
}

// Connected gives every pseudonym that links reach from those given, sorted.
func Connected(events []Event, who []string) []string {
	set := map[string]bool{}
	for _, w := range who {
		set[w] = true
	}
	for grown := true; grown; {
		grown = false
		for _, e := range events {
			if e.Kind == Link && set[e.Who[0]] != set[e.Who[1]] {
				set[e.Who[0]], set[e.Who[1]], grown = true, true, true
			}
		}
	}
	out := make([]string, 0, len(set))
	for w := range set {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// Merge lays what is known in the newer person over the older.
func Merge(older, newer page.Person) page.Person {
	return page.Person{
		Name: cmp.Or(newer.Name, older.Name), Email: cmp.Or(newer.Email, older.Email),
		Title: cmp.Or(newer.Title, older.Title), Company: cmp.Or(newer.Company, older.Company),
		Place: cmp.Or(newer.Place, older.Place), Slug: cmp.Or(newer.Slug, older.Slug),
		Member: cmp.Or(newer.Member, older.Member), Degree: cmp.Or(newer.Degree, older.Degree),
	}
}

// Read gives what a reply says, as far as its text is kept; nil where none is.
// Days are those of the zone.
func Read(e Event, zone *time.Location) *reply.Reading {
	if e.Kind != Reply || e.Local.Text == "" {
		return nil
	}
	r := reply.Read(reply.Mail{Text: e.Local.Text, Subject: e.Local.Subject, Received: e.At, Zone: zone})
	return &r
}

// History gives the state's events in the engine's words. Read gives what a
// reply says. Whoever decides is a manager: there is no team yet.
func (s State) History(read func(Event) *reply.Reading) []history.Event {
	out := make([]history.Event, len(s.Events))
	met := false
	for i := range s.Events {
		e := &s.Events[i]
		out[i] = history.Event{
			ID: e.ID, At: e.At, Type: e.Kind, Channel: e.Clear.Channel, Disposition: e.Clear.Disposition,
			Text: cmp.Or(e.Local.Text, e.Sealed.Text), Read: e.Local.Read, Reading: read(*e),
			Minutes: e.Sealed.Minutes, Starts: e.Clear.Starts, By: e.Clear.By, Done: e.Clear.Done,
			Question: cmp.Or(e.Local.Question, e.Sealed.Question),
			Verdict:  e.Clear.Verdict, Kind: e.Clear.Kind, Until: e.Clear.Until,
			Signal: e.Sealed.Signal, Of: e.Sealed.Of,
		}
		switch e.Kind {
		case Decision:
			out[i].By = "manager"
		case Meeting:
			out[i].FollowUp = met
			met = met || e.Clear.Disposition == history.Completed
		}
	}
	return out
}
