//go:build !js

package sim

import (
	"slices"

	"cleanbreak/core/replica"
	"cleanbreak/worker/disk"
)

// truth is what the simulator knows beside what devices and server say.
type truth struct {
	roles   map[string]string        // by member
	contact map[string]string        // by event: which contact it is of
	written map[string]replica.Event // by any device
	by      map[string]*dev          // which device wrote an event
	patchy  map[*dev]bool            // devices that were restored or removed: they may have lost what waited
	seen    map[string]replica.Event // what any device saw in the log
	ousted  map[string]bool          // tokens of devices that were removed at any time: a profile cloned before it joined may have two ids
	excused map[string]bool          // of those, what nobody had any more at some time
	reach   map[string][]string      // by erasure: whom it erases, linked people too
	epoch   int                      // counts rewinds
}

func newTruth() truth {
	return truth{
		roles: map[string]string{}, contact: map[string]string{}, written: map[string]replica.Event{}, by: map[string]*dev{},
		patchy: map[*dev]bool{}, seen: map[string]replica.Event{}, ousted: map[string]bool{}, excused: map[string]bool{}, reach: map[string][]string{},
	}
}

// made notes an event that a device wrote. What is logged by hand is a contact of
// its own; a mail's is noted where it is looked at.
func (w *world) made(d *dev, e replica.Event) {
	if w.contact[e.ID] == "" {
		w.contact[e.ID] = "by hand " + e.ID
	}
	w.written[e.ID], w.by[e.ID] = e, d
	w.trace("  device %d writes %s %s %s about %.6s, base %.6s", d.n, e.Kind, e.Clear.Verdict, short(e.ID), e.Who, e.Clear.Base)
}

func short(id string) string { return id[:min(6, len(id))] }

// compare holds a device's disk to what it was before a transaction.
func (w *world) compare(d *dev, old *disk.Disk) {
	k := d.disk
	rewound := k.Membership.Cursor == "0" && old.Membership.Cursor != "0"
	if !rewound && place(k.Membership.Cursor) < place(old.Membership.Cursor) {
		fail("backwards", "device %d went from cursor %s to %s", d.n, old.Membership.Cursor, k.Membership.Cursor)
	}
	for id, e := range old.Log {
		now, there := k.Log[id]
		switch {
		case there:
			if now.Stamp.Seq < e.Stamp.Seq && w.epoch == 0 {
				fail("backwards", "device %d had %s %s at %d, and now at %d", d.n, e.Kind, short(id), e.Stamp.Seq, now.Stamp.Seq)
			}
		case k.Refused[id] != "", gone(k.Log, e.Who):
		case e.Stamp.Seq == 0:
			fail("unread", "device %d lost its own %s %s", d.n, e.Kind, short(id))
		default:
			fail("backwards", "device %d lost %s %s", d.n, e.Kind, short(id))
		}
	}
	for id, e := range k.Log {
		if _, before := old.Log[id]; e.Stamp.Seq > 0 && !before {
			w.seen[id] = e
		}
		if before := old.Log[id]; e.Stamp.Seq > 0 && before.Stamp.Seq == 0 {
			w.seen[id] = e
		}
	}
	w.readsOwn(d, old)
}

// readsOwn holds what a device has just written to be in the state it shows.
func (w *world) readsOwn(d *dev, old *disk.Disk) {
	for id, e := range d.disk.Log {
		if _, before := old.Log[id]; before || e.Stamp.Seq != 0 || e.Kind != replica.Touch && e.Kind != replica.Decision {
			continue
		}
		s := replica.Fold(d.disk.Events(), e.Who)
		lifts := e.Clear.Verdict == "lift-stop" && w.roles[d.disk.Membership.Member] != replica.Manager
		if was := replica.Fold(old.Events(), e.Who); lifts && was.Stopped() && !s.Stopped() {
			fail("stop", "device %d is a rep's, and has lifted a stop", d.n)
		}
		shown := slices.ContainsFunc(s.Events, func(o replica.Event) bool { return o.ID == id || sameContact(&o, &e) })
		if !shown && !s.Erased {
			fail("unread", "device %d does not show its own %s %s", d.n, e.Kind, short(id))
		}
		if _, waits := d.disk.Outbox[id]; !waits {
			fail("lost", "device %d wrote %s %s without a row", d.n, e.Kind, short(id))
		}
	}
}

func sameContact(a, b *replica.Event) bool {
	message := a.Clear.Message != "" && a.Clear.Message == b.Clear.Message
	return message || a.Clear.Same != "" && a.Clear.Same == b.Clear.Same
}

// gone reports whether somebody was erased, as far as a log knows.
func gone(log map[string]replica.Event, who []string) bool {
	for _, e := range log {
		if e.Kind == replica.Erase && slices.ContainsFunc(e.Who, func(w string) bool { return slices.Contains(who, w) }) {
			return true
		}
	}
	return false
}

func place(cursor string) (seq int) {
	for _, c := range cursor {
		if c == '.' {
			break
		}
		seq = 10*seq + int(c-'0')
	}
	return seq
}

// excuse notes what was seen and is with nobody any more: not in the log, and on
// no device that could push it again. A playbook without its receipt may be behind
// another one by then: its device lists it as refused.
func (w *world) excuse() {
	there := map[string]bool{}
	for _, e := range w.server.log() {
		if e != nil {
			there[e.ID] = true
		}
	}
	for _, d := range w.devices {
		if d.removed {
			continue
		}
		for id := range d.disk.Entries {
			there[id] = true
		}
		for id := range d.disk.Outbox {
			there[id] = there[id] || d.disk.Log[id].Kind != replica.Playbook
		}
	}
	for id := range w.seen {
		if !there[id] {
			w.excused[id] = true
		}
	}
}
