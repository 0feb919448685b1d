package replica

import (
	"cmp"
	"slices"
	"sort"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
)

// State is one prospect, as the log tells it.
type State struct {
	Tracked bool
	Person  page.Person // the newest card, gaps filled from older ones
	Who     []string    // every linked pseudonym, sorted
	Events  []Event     // touches, replies and decisions, oldest first, each once; a reply has its fullest reading in Local
}

// Fold gives the state of the prospect that has one of the pseudonyms. It is a
// pure function of the set of events: their order and copies do not matter.
func Fold(events []Event, who []string) State {
	s := State{Who: Connected(events, who)}
	once := map[string]Event{} // by message, else by id
	readings := map[string]Local{}
	var cards []Event
	for _, e := range events {
		if !sharesIdentity(e.Who, s.Who) {
			continue
		}
		switch e.Kind {
		case Card:
			cards = append(cards, e)
		case Reading:
			if e.Local.fuller(readings[e.Clear.Target]) {
				readings[e.Clear.Target] = e.Local
			}
		case Touch, Reply, Decision:
			key := cmp.Or(e.Clear.Message, e.ID)
			if before, known := once[key]; !known || e.ID < before.ID {
				once[key] = e
			}
		}
	}
	s.Events = withReadings(once, readings)
	s.Tracked, s.Person = person(cards)
	return s
}

func withReadings(once map[string]Event, readings map[string]Local) []Event {
	var events []Event
	for _, e := range once {
		e.Local = readings[e.Clear.Message]
		events = append(events, e)
	}
	sortByTime(events)
	return events
}

func person(cards []Event) (tracked bool, p page.Person) {
	sortByTime(cards)
	for _, c := range cards {
		p = Merge(p, *c.Sealed.Person)
	}
	return len(cards) > 0, p
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

// History gives the state's events in the engine's words.
func (s State) History() []history.Event {
	out := make([]history.Event, len(s.Events))
	for i, e := range s.Events {
		out[i] = history.Event{
			ID: e.ID, At: e.At, Type: e.Kind, Channel: e.Clear.Channel, Disposition: e.Clear.Disposition,
			Text: e.Local.Text, Read: e.Local.Read,
			Verdict: e.Clear.Verdict, Kind: e.Clear.Kind, Until: e.Clear.Until, By: "rep",
		}
	}
	return out
}
