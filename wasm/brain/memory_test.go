package brain_test

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/wasm/brain"
)

// memory is a brain.Store in a map. In the extension the same seam is IndexedDB,
// which the browser tests use.
type memory struct {
	events map[string]replica.Event
	looks  map[string]brain.Look
	team   *brain.Team
	full   bool
	loads  int
	mine   brain.Mine
	learnt string
}

func (m *memory) Key() ([]byte, error) { return []byte(strings.Repeat("k", 32)), nil }

func (m *memory) Mine() (brain.Mine, error) { return m.mine, nil }

func (m *memory) Keep(mine brain.Mine) error { m.mine = mine; return nil }

func (m *memory) Learnt() (string, error) { return m.learnt, nil }

func (m *memory) KeepLearnt(counted string) error { m.learnt = counted; return nil }

func (m *memory) Load(who, accounts []string) (brain.Known, error) {
	m.loads++
	asked := slices.Clone(who)
	for _, e := range m.events {
		if replica.Overlap(e.Clear.Accounts, accounts) {
			who = append(who, e.Who...)
		}
	}
	who = replica.Connected(slices.Collect(maps.Values(m.events)), who)
	k := brain.Known{Team: m.team}
	for _, e := range m.events {
		if replica.Overlap(e.Who, who) {
			k.Events = append(k.Events, e)
		}
	}
	for _, l := range m.looks {
		if slices.Contains(asked, l.Who) {
			k.Looks = append(k.Looks, l)
		}
	}
	return k, nil
}

func (m *memory) Alike(name string, addresses []string) ([]replica.Event, error) {
	var cards []replica.Event
	words := func(name string) []string {
		all := strings.Fields(strings.ToLower(name))
		slices.Sort(all)
		return all
	}
	for _, e := range m.events {
		if e.Kind == replica.Card && (len(words(name)) > 1 && slices.Equal(words(e.Sealed.Person.Name), words(name)) ||
			slices.ContainsFunc(addresses, func(a string) bool { return page.SameMailbox(a, e.Sealed.Person.Email) })) {
			cards = append(cards, e)
		}
	}
	return cards, nil
}

func (m *memory) All() (brain.Known, error) {
	k := brain.Known{Team: m.team, Events: slices.Collect(maps.Values(m.events)), Looks: slices.Collect(maps.Values(m.looks))}
	return k, nil
}

// Put writes when it is waited for, so that what is not waited for is not there.
func (m *memory) Put(events []replica.Event, looks []brain.Look) func() error {
	return func() error {
		if m.full {
			return errors.New("the browser's storage is full")
		}
		for _, e := range events {
			m.events[e.ID] = e
		}
		for _, l := range looks {
			m.looks[l.Who+l.Site] = l
		}
		return nil
	}
}

func (m *memory) Remove(id string) error { delete(m.events, id); return nil }

func (m *memory) Forget(who []string, left []replica.Event) error {
	maps.DeleteFunc(m.events, func(_ string, e replica.Event) bool { return replica.Overlap(e.Who, who) && e.Kind != replica.Erase })
	maps.DeleteFunc(m.looks, func(_ string, l brain.Look) bool { return slices.Contains(who, l.Who) })
	return m.Put(left, nil)()
}

func (m *memory) count(kind string) int {
	n := 0
	for _, e := range m.events {
		if e.Kind == kind {
			n++
		}
	}
	return n
}
