//go:build !js

// Package disk is what a device stores, in memory: for the simulator, and for tests
// that drive a Worker as devices do.
package disk

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
)

// Disk is what a device stores; package device says what is kept where. Each method
// is one transaction.
type Disk struct {
	Log        map[string]replica.Event
	Entries    map[string]string
	Outbox     map[string]device.Row
	Refused    map[string]string // codes, by id
	Membership device.Membership

	number int64 // of the device's own events
}

// New is the disk of a device that has nothing but its membership.
func New(m device.Membership) *Disk {
	return &Disk{Log: map[string]replica.Event{}, Entries: map[string]string{}, Outbox: map[string]device.Row{}, Refused: map[string]string{}, Membership: m}
}

// Clone is a copy of all of it.
func (k *Disk) Clone() *Disk {
	c := *k
	c.Log, c.Entries, c.Outbox, c.Refused = maps.Clone(k.Log), maps.Clone(k.Entries), maps.Clone(k.Outbox), maps.Clone(k.Refused)
	return &c
}

// Events is the log, in no order.
func (k *Disk) Events() []replica.Event {
	out := make([]replica.Event, 0, len(k.Log))
	for _, e := range k.Log {
		out = append(out, e)
	}
	return out
}

// Waiting gives the rows of the outbox in their order, with what they are of.
func (k *Disk) Waiting() []device.Waiting {
	rows := slices.SortedFunc(maps.Values(k.Outbox), func(a, b device.Row) int {
		return cmp.Or(a.Rank-b.Rank, cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
	})
	var out []device.Waiting
	for _, r := range rows {
		out = append(out, device.Waiting{ID: r.ID, Event: k.Log[r.ID], Entry: k.Entries[r.ID]})
	}
	return out
}

// Add writes events of the device's own, each with its row; what is there already
// is left. It gives the ids that are new.
func (k *Disk) Add(events []replica.Event) (added []string) {
	k.Membership.Sign(events)
	for _, e := range events {
		if _, there := k.Log[e.ID]; there {
			continue
		}
		k.number++
		k.Log[e.ID], k.Outbox[e.ID] = e, device.RowOf(e, k.number)
		added = append(added, e.ID)
	}
	return added
}

// Erase drops what names any of the pseudonyms, unopened entries too.
func (k *Disk) Erase(who []string) {
	named := func(each []string) bool {
		return slices.ContainsFunc(each, func(w string) bool { return slices.Contains(who, w) })
	}
	for id, e := range k.Log {
		if !device.Outlives(e) && named(e.Who) {
			k.Drop(id)
		}
	}
	for id, text := range k.Entries {
		if _, opened := k.Log[id]; !opened && named(device.Named(text)) {
			k.Drop(id)
		}
	}
}

// Drop forgets an event.
func (k *Disk) Drop(id string) {
	delete(k.Log, id)
	delete(k.Entries, id)
	delete(k.Outbox, id)
	delete(k.Refused, id)
}

// Apply writes a step.
func (k *Disk) Apply(s device.Step) {
	k.Membership = s.Membership
	if s.Rewound {
		k.Again()
	}
	k.Erase(s.Erase)
	for _, e := range s.Put {
		e.Local = k.Log[e.ID].Local
		k.Log[e.ID] = e
	}
	for id, text := range s.Entries {
		k.Entries[id] = text
		delete(k.Outbox, id)
	}
	for _, r := range s.Refused {
		k.Drop(r.ID)
		k.Refused[r.ID] = r.Code
	}
}

// Again gives every entry a row.
func (k *Disk) Again() {
	for id, text := range k.Entries {
		row, err := device.Again(text)
		if err != nil {
			panic(err)
		}
		k.Outbox[id] = row
	}
}

// Sync does one round of a device that has joined: asks for the keys it lacks, or
// sends what waits and takes what comes. It reports whether to go on at once.
func (k *Disk) Sync(ask func(device.Request) (device.Answer, error), now time.Time, random device.Random) (bool, error) {
	if len(k.Membership.Wanted) > 0 {
		a, err := ask(k.Membership.KeysRequest())
		if err != nil {
			return false, err
		}
		return true, k.Membership.Keys(a)
	}
	a, err := ask(k.Membership.Round(k.Waiting(), time.UTC, random).Request)
	if err != nil {
		return false, err
	}
	s, err := k.Membership.Take(a, now)
	if err != nil {
		return false, err
	}
	if len(s.Rejected) > 0 {
		return false, fmt.Errorf("rejected: %v", s.Rejected)
	}
	k.Apply(s)
	return s.Keys || s.More || len(k.Outbox) > 0, nil
}
