//go:build !js

package member

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
)

// memory is a Store in maps, as teamstore.js is one in IndexedDB. Everything goes
// through JSON, as it does there.
type memory struct {
	t       *testing.T
	key     []byte
	team    *device.Membership
	joining *device.Membership
	log     map[string]replica.Event
	entries map[string]string
	rows    map[string]device.Row
	refused []device.Refused
	names   map[string]string
	made    int64
	looks   []Look
	mine    json.RawMessage
	left    string
}

func newMemory(t *testing.T, key byte) *memory {
	return &memory{
		t: t, key: slices.Repeat([]byte{key}, 32), log: map[string]replica.Event{},
		entries: map[string]string{}, rows: map[string]device.Row{},
	}
}

// copied is a value as it comes back from JSON.
func copied[T any](t *testing.T, v T) (out T) {
	data, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (m *memory) Key() ([]byte, error)                    { return m.key, nil }
func (m *memory) Membership() (*device.Membership, error) { return copied(m.t, m.team), nil }
func (m *memory) Joining() (*device.Membership, error)    { return copied(m.t, m.joining), nil }

func (m *memory) Join(ms device.Membership) error {
	ms = copied(m.t, ms)
	m.joining = &ms
	return nil
}

func (m *memory) Everything() (Saved, error) {
	events, err := m.Log()
	return Saved{Events: events, Looks: m.looks, Mine: m.mine}, err
}

func (m *memory) Restore(r Restored) error {
	for _, e := range copied(m.t, r.Events) {
		m.log[e.ID] = e
	}
	m.looks = append(m.looks, r.Looks...)
	if m.mine == nil {
		m.mine = r.Mine
	}
	return nil
}

func (m *memory) Log() ([]replica.Event, error) {
	return copied(m.t, slices.Collect(maps.Values(m.log))), nil
}

func (m *memory) Enter(e Entering) (bool, error) {
	if e.Read != len(m.log) {
		return false, nil
	}
	e = copied(m.t, e)
	clear(m.log)
	if !e.Again {
		clear(m.entries)
	}
	m.team, m.joining, m.key, m.left = &e.Membership, nil, e.Membership.Index, ""
	for i, event := range e.Events {
		m.log[event.ID], m.rows[event.ID] = event, device.RowOf(event, int64(i))
	}
	m.made = int64(len(e.Events))
	m.again()
	return true, nil
}

// write is what the brain does: events into the log, in a team signed and each with its row.
func (m *memory) write(events ...replica.Event) {
	if m.team != nil {
		m.team.Sign(events)
	}
	for _, e := range events {
		m.log[e.ID] = e
		if m.team != nil {
			m.made++
			m.rows[e.ID] = device.RowOf(e, m.made)
		}
	}
}

func (m *memory) Leave() error {
	m.left, m.team = m.team.Address(), nil
	clear(m.rows)
	return nil
}

func (m *memory) Left() (string, error) { return m.left, nil }

// again gives every entry a row.
func (m *memory) again() {
	for id, text := range m.entries {
		row, err := device.Again(text)
		if err != nil {
			m.t.Fatal(err)
		}
		m.rows[id] = row
	}
}

func (m *memory) Waiting() ([]device.Waiting, error) {
	rows := slices.SortedFunc(maps.Values(m.rows), func(a, b device.Row) int {
		return cmp.Or(a.Rank-b.Rank, cmp.Compare(a.Number, b.Number))
	})
	var out []device.Waiting
	for _, r := range rows[:min(len(rows), device.MostEvents)] {
		out = append(out, device.Waiting{ID: r.ID, Event: m.log[r.ID], Entry: m.entries[r.ID]})
	}
	return copied(m.t, out), nil
}

func (m *memory) Take(s device.Step) error {
	s = copied(m.t, s)
	if s.Rewound {
		m.again()
	}
	for id, e := range m.log {
		if !device.Outlives(e) && slices.ContainsFunc(e.Who, func(w string) bool { return slices.Contains(s.Erase, w) }) {
			m.drop(id)
		}
	}
	for _, e := range s.Put {
		e.Local = m.log[e.ID].Local
		m.log[e.ID] = e
	}
	for id, text := range s.Entries {
		m.entries[id] = text
		delete(m.rows, id)
	}
	for _, r := range s.Refused {
		m.drop(r.ID)
		m.refused = append(m.refused, r)
	}
	m.team = &s.Membership
	return nil
}

func (m *memory) drop(id string) {
	delete(m.log, id)
	delete(m.rows, id)
	delete(m.entries, id)
}

func (m *memory) Names(names map[string]string) error { m.names = names; return nil }
