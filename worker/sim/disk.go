//go:build !js

package sim

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
)

// disk is what a device stores. It changes in transactions only ([world.write]).
type disk struct {
	log     map[string]replica.Event
	entries map[string]string
	outbox  map[string]device.Row
	refused map[string]string
	m       device.Membership
	number  int64
}

func newDisk(m device.Membership) *disk {
	return &disk{map[string]replica.Event{}, map[string]string{}, map[string]device.Row{}, map[string]string{}, m, 0}
}

func (k *disk) clone() *disk {
	c := *k
	c.log, c.entries, c.outbox, c.refused = maps.Clone(k.log), maps.Clone(k.entries), maps.Clone(k.outbox), maps.Clone(k.refused)
	return &c
}

func (k *disk) events() []replica.Event {
	out := make([]replica.Event, 0, len(k.log))
	for _, e := range k.log {
		out = append(out, e)
	}
	return out
}

// waiting gives the rows of the outbox in their order, with what they are of.
func (k *disk) waiting() []device.Waiting {
	rows := slices.SortedFunc(maps.Values(k.outbox), func(a, b device.Row) int {
		return cmp.Or(a.Rank-b.Rank, cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
	})
	var out []device.Waiting
	for _, r := range rows {
		out = append(out, device.Waiting{ID: r.ID, Event: k.log[r.ID], Entry: k.entries[r.ID]})
	}
	return out
}

// add writes events of the device's own, each with its row; what is there already
// is left. It gives the ids that are new.
func (k *disk) add(events []replica.Event) (added []string) {
	k.m.Sign(events)
	for _, e := range events {
		if _, there := k.log[e.ID]; there {
			continue
		}
		k.number++
		k.log[e.ID], k.outbox[e.ID] = e, device.RowOf(e, k.number)
		added = append(added, e.ID)
	}
	return added
}

// erase drops what names any of the pseudonyms.
func (k *disk) erase(who []string) {
	for id, e := range k.log {
		if !device.Outlives(e) && slices.ContainsFunc(e.Who, func(w string) bool { return slices.Contains(who, w) }) {
			k.drop(id)
		}
	}
}

func (k *disk) drop(id string) {
	delete(k.log, id)
	delete(k.entries, id)
	delete(k.outbox, id)
	delete(k.refused, id)
}

// apply writes a step.
func (k *disk) apply(s device.Step, bug string) {
	k.m = s.Membership
	if s.Rewound && bug != "nothing is pushed again" {
		k.again()
	}
	if bug != "erasures are not applied" {
		k.erase(s.Erase)
	}
	for _, e := range s.Put {
		e.Local = k.log[e.ID].Local
		if bug == "the newest writer wins" && e.Clear.Base != nil && e.Stamp.Author != k.m.Member {
			e.Clear.Base = nil
		}
		if bug == "the first reading stays" && e.Clear.Version == fullText {
			e.Sealed.Said, e.Clear.Version = nil, 1
		}
		k.log[e.ID] = e
	}
	if bug == "own writes are overwritten" && len(s.Put) > 2 {
		for id := range k.outbox {
			delete(k.log, id)
		}
	}
	for id, text := range s.Entries {
		k.entries[id] = text
		if bug != "rows stay" {
			delete(k.outbox, id)
		}
	}
	for _, r := range s.Refused {
		k.drop(r.ID)
		k.refused[r.ID] = r.Code
	}
}

// again gives every entry a row.
func (k *disk) again() {
	for id, text := range k.entries {
		row, err := device.Again(text)
		if err != nil {
			panic(err)
		}
		k.outbox[id] = row
	}
}

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
