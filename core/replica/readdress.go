package replica

import (
	"slices"

	"cleanbreak/core/page"
	"cleanbreak/core/seal"
)

// Readdressed is a device's own log with the tags of the team it joins.
type Readdressed struct {
	Events []Event           `json:"events"`
	Who    map[string]string `json:"who"`  // pseudonyms, from old to new: looks are moved by it
	Left   []Event           `json:"left"` // what could not be moved, as it was
}

// Readdress makes the pseudonyms and ids of a device's own log anew with the index
// key of the team it joins. People are found by what cards and links say of them;
// messages by where the page showed them. What names nobody who is found, or whose
// page is not known (it was logged by a version that did not keep it), is left. A
// second device that does the same to the same log gets the same tags.
func Readdress(events []Event, from, to seal.Index) Readdressed {
	m := mover{from, to, map[string]string{}, map[string]string{}, map[string]string{}}
	for i := range events {
		if p := events[i].Sealed.Person; p != nil {
			m.meet(*p)
		}
		if d := events[i].Sealed.Deal; d != nil {
			m.meet(page.Person{Company: d.Company})
		}
	}
	out := Readdressed{Events: []Event{}, Who: m.who, Left: []Event{}}
	for _, e := range events {
		if e.Kind == Decision && e.Clear.Base == nil {
			e.Clear.Base = seenBefore(e, events)
		}
		if moved, ok := m.move(e); ok {
			out.Events = append(out.Events, moved)
			m.ids[e.ID] = moved.ID
		} else {
			out.Left = append(out.Left, e)
		}
	}
	for i := range out.Events {
		m.refer(&out.Events[i].Clear, out.Events[i].Kind)
	}
	return out
}

// seenBefore gives what a decision made without a team had seen.
func seenBefore(e Event, events []Event) []string {
	var lines []Line
	for i := range events {
		if Overlap(events[i].Who, e.Who) && events[i].before(&e) {
			lines = append(lines, lineOf(&events[i]))
		}
	}
	s := State{Decisions: Standing(lines)}
	return s.Base()
}

// mover knows what each tag has become.
type mover struct {
	from, to           seal.Index
	who, accounts, ids map[string]string
}

func (m *mover) meet(p page.Person) {
	pair(m.who, Pseudonyms(p, m.from), Pseudonyms(p, m.to))
	pair(m.accounts, Accounts(p, m.from), Accounts(p, m.to))
}

func pair(into map[string]string, from, to []string) {
	for i := range from {
		into[from[i]] = to[i]
	}
}

func (m *mover) move(e Event) (Event, bool) {
	old := e
	e.Stamp = Stamp{}
	e.Who = translated(m.who, old.Who)
	e.Clear.Accounts = translated(m.accounts, old.Clear.Accounts)
	slices.Sort(e.Who)
	source := e.Local.Source.Message != ""
	switch {
	case len(e.Who) == 0, (e.Kind == Link || e.Kind == Unlink) && len(e.Who) != 2:
		return old, false
	case e.Kind == Card:
		e = cardOf(*e.Sealed.Person, e.At, m.to)
	case e.Kind == Link && !e.Clear.ByHand:
		e.Who = translated(m.who, old.Who) // in the order they had
		e.ID = linkID(e.Who, m.to)
	case source:
		e.Tag(m.to)
	case e.Clear.Message != "" || e.Kind == Reading:
		return old, false
	default:
		e.ID = m.to.EventID("moved", old.ID)
	}
	return e, true
}

// refer moves what an event says of other events.
func (m *mover) refer(c *Clear, kind string) {
	if kind == Unlog {
		c.Target = m.ids[c.Target]
	}
	c.Base = translated(m.ids, c.Base)
}

// translated leaves out what is not known.
func translated(by map[string]string, tags []string) []string {
	var out []string
	for _, t := range tags {
		if to := by[t]; to != "" && !slices.Contains(out, to) {
			out = append(out, to)
		}
	}
	return out
}
