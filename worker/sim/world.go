//go:build !js

// Package sim puts many devices of one team through everything that can go wrong,
// on a virtual clock: a network that drops, doubles, delays, reorders and parts;
// clocks that are years off; weeks without a word; crashes between any two writes;
// cloned profiles, restored backups, a server set back to an earlier state, devices
// removed and paired again. Devices are the real core/device over a disk in memory; the server
// is a model in Go, or, for some seeds, the real worker/api and worker/store over
// SQLite in memory.
//
// A seed gives a script, a list of steps each with random numbers of its own, so
// that steps can be left out of it: that is how a failing seed is made small.
// Afterwards the network heals, everybody syncs, and the invariants are held:
//
//	lost        what was seen in the log is still there, for everybody
//	twice       every contact counts once
//	differ      all devices, and the server, have the same state
//	unread      a device's own writes stay on it
//	backwards   a device's log never shrinks, its cursor and places never go back
//	waiting     every outbox is empty
//	erased      nothing of somebody erased is anywhere
//	reading     a reply is read as fully as anybody saw it
//	stop        a stop stands, unless a manager ended it
//	removed     who was removed does not take part, as far as a manager's device knows;
//	            nobody else is told that they were
//
// What nobody has any more after a rewind, a restored backup or a removal is not
// asked for. A server that is set back forgets who joined and who was removed, and
// the keys that came with it: who joined joins again, and devices put the rest
// right by themselves. Where nobody remembers a removal any more, who was removed
// finds keys that were made without them, and joins again.
package sim

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/disk"
)

const (
	worker = "https://worker.example"
	team   = "TEAMTEAMTEAMTEAMTEAMTA"
	setup  = "the secret with which teams are made"
	start  = 1_795_000_000_000
	years  = 10 * 365 * 24 * 3600 * 1000
)

// dev is a device: a disk, and what it forgets when it crashes.
type dev struct {
	n       int
	disk    *disk.Disk
	backup  *disk.Disk
	skew    int64 // ms, its clock against the true one
	parted  bool
	removed bool
	crash   int             // at the next transaction: noCrash, before it or after it
	attempt int             // of the request under way; 0 is none
	tries   int             // counts attempts
	asking  int             // what the request under way is
	looked  bool            // at the list of devices, since the last round
	mend    *device.Request // what puts right a server that was set back
}

const (
	noCrash = iota
	before
	after
)

const (
	joining = iota
	syncing
	fetching // keys
	looking  // at the list of devices
	mending
)

// packet is a request on its way, or an answer.
type packet struct {
	from    *dev
	attempt int
	asking  int
	request device.Request
	answer  *device.Answer
}

type world struct {
	server  server
	bug     string // on purpose; see TestEveryInvariantCanBeBroken
	now     int64
	random  *rand.Rand
	index   seal.Index
	devices []*dev
	net     []packet
	mails   []mail
	saved   any // the server's snapshot
	trace   func(format string, args ...any)

	forgotten, late int // see Figures

	truth
}

// failure is an invariant that does not hold.
type failure struct{ invariant, about string }

func (f failure) Error() string { return f.invariant + ": " + f.about }

func fail(invariant, format string, args ...any) {
	panic(failure{invariant, fmt.Sprintf(format, args...)})
}

func (w *world) fill(b []byte) {
	for i := range b {
		b[i] = byte(w.random.Uint32())
	}
}

func (w *world) clock(d *dev) time.Time { return moment(w.now + d.skew) }

// write does one transaction of a device, and whatever crash is due around it.
// What it changed is held to the invariants at once. It reports whether the
// device goes on.
func (w *world) write(d *dev, change func(*disk.Disk)) bool {
	crash := d.crash
	if d.crash = noCrash; crash == before {
		w.trace("  device %d crashes before it writes", d.n)
		d.attempt, d.mend = 0, nil
		return false
	}
	old := d.disk
	d.disk = old.Clone()
	change(d.disk)
	w.compare(d, old)
	if crash == after {
		w.trace("  device %d crashes after it has written", d.n)
		d.attempt, d.mend = 0, nil
		return false
	}
	return true
}

// own writes events of a device's own.
func (w *world) own(d *dev, events ...replica.Event) {
	if d.disk.Membership.Pending() {
		return
	}
	w.write(d, func(k *disk.Disk) {
		for _, e := range events {
			if e.Kind == replica.Erase {
				k.Erase(e.Who)
			}
		}
		for _, id := range k.Add(events) {
			w.made(d, k.Log[id])
		}
		if w.bug == "half a transaction" && w.random.IntN(8) == 0 {
			for _, e := range events {
				delete(k.Outbox, e.ID)
			}
		}
	})
}

// begin sends the next request of a device.
func (w *world) begin(d *dev) {
	if d.attempt != 0 || d.removed {
		return
	}
	m := &d.disk.Membership
	var r device.Request
	switch {
	case m.Pending():
		request, err := m.JoinRequest()
		if err != nil {
			panic(err)
		}
		d.asking, r = joining, request
	case len(m.Wanted) > 0:
		d.asking, r = fetching, m.KeysRequest()
	case d.mend != nil:
		d.asking, r = mending, *d.mend
	case m.Looks() && !d.looked:
		d.asking, r = looking, m.DevicesRequest()
	default:
		sending := m.Round(d.disk.Waiting(), time.UTC, w.fill)
		d.asking, r = syncing, sending.Request
		if w.bug == "rows go when sent" {
			w.write(d, func(k *disk.Disk) {
				for _, id := range sending.Sent {
					delete(k.Outbox, id)
				}
			})
		}
	}
	d.tries++
	d.attempt = d.tries
	w.net = append(w.net, packet{from: d, attempt: d.attempt, asking: d.asking, request: r})
}

// deliver takes a packet to its end.
func (w *world) deliver(p packet) {
	if p.answer == nil {
		a := w.serve(p.request)
		w.net = append(w.net, packet{from: p.from, attempt: p.attempt, asking: p.asking, answer: &a})
		return
	}
	late := w.bug == "late answers are taken" && p.asking == syncing && p.from.asking == syncing && !p.from.disk.Membership.Pending()
	if d := p.from; p.attempt == d.attempt || late {
		d.attempt = 0
		w.take(d, *p.answer)
	}
}

// serve has the server answer, and notes whom an erasure reaches by links.
func (w *world) serve(r device.Request) device.Answer {
	if !strings.Contains(r.Body, `"kind":"erase"`) {
		return w.server.do(r, w.now)
	}
	before := w.server.log()
	a := w.server.do(r, w.now)
	w.reaches(before)
	return a
}

// reaches notes whom the erasures reach that the server's log did not have before.
func (w *world) reaches(before []*replica.Event) {
	for _, e := range w.server.log()[len(before):] {
		if e != nil && e.Kind == replica.Erase {
			w.reach[e.ID] = reached(before, e.Who)
		}
	}
}

func reached(log []*replica.Event, who []string) []string {
	var links []replica.Event
	for _, e := range log {
		if e != nil && (e.Kind == replica.Link || e.Kind == replica.Unlink) {
			links = append(links, *e)
		}
	}
	return replica.Connected(links, who)
}

// take is a device with an answer.
func (w *world) take(d *dev, a device.Answer) {
	switch p := a.Problem(); {
	case p != nil && d.asking == joining, p != nil && p.Code == device.Removed:
		if p.Code == "invitation-refused" {
			w.late++
		}
		w.out(d) // it asks for an invitation, another one where a removal ended it
	case p != nil:
		d.mend, d.looked = nil, false // another device was faster
	case d.asking == joining:
		w.write(d, func(k *disk.Disk) {
			if err := k.Membership.Joined(a); err != nil {
				panic(err)
			}
			k.Again()
			w.roles[k.Membership.Member] = k.Membership.Role
		})
	case d.asking == fetching:
		w.keys(d, a)
	case d.asking == looking:
		w.lookAt(d, a)
	case d.asking == mending:
		w.trace("  device %d has put right what the server lost", d.n)
		d.mend, d.looked = nil, false
	default:
		d.looked = false
		s, err := d.disk.Membership.Take(a, w.clock(d))
		if err != nil {
			panic(err)
		}
		if slices.ContainsFunc(s.Rejected, func(r device.Rejected) bool { return r.Code != device.NoKey || w.epoch == 0 }) {
			fail("lost", "device %d rejects %v", d.n, s.Rejected)
		}
		if s.Rewound {
			w.trace("  device %d notices a rewind", d.n)
		}
		w.write(d, func(k *disk.Disk) { w.apply(k, s) })
	}
}

// keys has a device take the keys that it asked for.
func (w *world) keys(d *dev, a device.Answer) {
	w.write(d, func(k *disk.Disk) {
		if err := k.Membership.Keys(a); err != nil {
			panic(err)
		}
		if w.bug == "who waits is told to join again" && len(k.Membership.Lacking) > 0 {
			k.Membership.Trouble = device.LeftOut
		}
		if m := k.Membership; m.Trouble == device.Forged {
			fail("removed", "device %d takes a key for forged", d.n)
		} else if m.Trouble == device.LeftOut && !w.ousted[m.Token] {
			fail("removed", "device %d is told to join again, and was never removed", d.n)
		}
	})
}

// lookAt has a device look at the list of devices.
func (w *world) lookAt(d *dev, a device.Answer) {
	d.looked = true
	w.write(d, func(k *disk.Disk) {
		all, err := k.Membership.Devices(a)
		if err != nil {
			panic(err)
		}
		if k.Membership.Meet(all); w.bug == "nothing is mended" {
			return
		}
		r, send, err := k.Membership.Mend(all, w.fill)
		if err != nil {
			panic(err)
		}
		if send {
			d.mend = &r
		}
	})
}

// out ends a device's part: the server does not know it.
func (w *world) out(d *dev) {
	d.removed, d.mend, w.patchy[d] = true, nil, true
	w.excuse()
}

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
