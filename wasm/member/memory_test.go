//go:build !js

package member

import (
	"encoding/json"
	"slices"
	"testing"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/worker/disk"
)

// memory is a Store over a disk.Disk, as teamstore.js is one over IndexedDB.
// Everything goes through JSON, as it does there.
type memory struct {
	t       *testing.T
	key     []byte
	disk    *disk.Disk
	team    *device.Membership // the disk's; nil without a team
	joining *device.Membership
	names   map[string]string
	looks   []Look
	mine    json.RawMessage
	left    string
}

func newMemory(t *testing.T, key byte) *memory {
	return &memory{t: t, key: slices.Repeat([]byte{key}, 32), disk: disk.New(device.Membership{})}
}

// backup copies what is kept; what it gives sets the device back to it.
func (m *memory) backup() (setBack func()) {
	kept := m.disk.Clone()
	return func() { *m.disk = *kept.Clone() }
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

func (m *memory) Join(ms *device.Membership) error {
	m.joining = copied(m.t, ms)
	return nil
}

func (m *memory) Everything() (Saved, error) {
	events, err := m.Log()
	return Saved{Events: events, Looks: m.looks, Mine: m.mine}, err
}

func (m *memory) Restore(r Restored) error {
	m.write(copied(m.t, r.Events)...)
	m.looks = append(m.looks, r.Looks...)
	if m.mine == nil {
		m.mine = r.Mine
	}
	return nil
}

func (m *memory) Log() ([]replica.Event, error) {
	return copied(m.t, m.disk.Events()), nil
}

func (m *memory) Enter(e Entering) (bool, error) {
	if e.Read != len(m.disk.Log) {
		return false, nil
	}
	e = copied(m.t, e)
	entered := disk.New(e.Membership)
	if e.Again {
		entered.Entries = m.disk.Entries
	}
	*m.disk = *entered
	m.team, m.joining, m.key, m.left = &m.disk.Membership, nil, e.Membership.Index, ""
	for i, event := range e.Events {
		m.disk.Log[event.ID], m.disk.Outbox[event.ID] = event, device.RowOf(event, int64(i))
	}
	m.disk.Again()
	return true, nil
}

// write is what the brain does: events into the log, in a team signed and each with its row.
func (m *memory) write(events ...replica.Event) {
	m.disk.Add(events)
	if m.team == nil {
		clear(m.disk.Outbox)
	}
}

func (m *memory) Leave() error {
	m.left, m.team, m.disk.Membership = m.team.Address(), nil, device.Membership{}
	clear(m.disk.Outbox)
	clear(m.disk.Refused)
	return nil
}

func (m *memory) Left() (string, error) { return m.left, nil }

func (m *memory) Waiting() ([]device.Waiting, error) {
	waiting := m.disk.Waiting()
	return copied(m.t, waiting[:min(len(waiting), device.MaxEvents)]), nil
}

func (m *memory) Take(s device.Step) error {
	m.disk.Apply(copied(m.t, s))
	return nil
}

func (m *memory) Names(names map[string]string) error { m.names = names; return nil }
