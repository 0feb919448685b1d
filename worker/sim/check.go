//go:build !js

package sim

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
)

// heal gives everybody a network without faults until nothing changes any more.
func (w *world) heal() {
	w.net = nil
	last, still := "", 0
	for _, d := range w.devices {
		d.attempt, d.crash, d.parted = 0, noCrash, false
	}
	w.excuse()
	for range 200 {
		if before := w.progress(); before != last {
			last, still = before, 0
		} else if still++; still > 5 { // a list, keys, a mending and a round each
			return
		}
		w.reported()
		w.comeBack()
		for _, d := range w.devices {
			w.begin(d)
			for len(w.net) > 0 {
				p := w.net[0]
				w.net = w.net[1:]
				w.now += 1000
				w.deliver(p)
			}
		}
	}
	fail("waiting", "after 200 rounds each the devices are still busy: %s", w.progress())
}

// reported has a manager remove who takes part again though a rep's device knows
// that they were removed: where no manager's device does, the rep is told to ask one.
func (w *world) reported() {
	known := map[string]string{} // who removed devices are known to, by role
	for _, d := range w.devices {
		for _, gone := range d.disk.Membership.Gone {
			if !d.removed && known[gone] != replica.Manager {
				known[gone] = d.disk.Membership.Role
			}
		}
	}
	for _, d := range w.devices {
		if known[d.disk.Membership.Device] == replica.Rep {
			w.remove(d)
		}
	}
}

// comeBack has who is told to join again do it.
func (w *world) comeBack() {
	for _, d := range w.devices {
		if d.told() {
			w.again(d)
		}
	}
}

func (w *world) progress() string {
	out := fmt.Sprint(len(w.server.log()))
	for _, d := range w.devices {
		out += fmt.Sprint(" ", d.disk.Membership.Cursor, len(d.disk.Outbox), d.removed, d.disk.Membership.Pending(), d.disk.Membership.Wanted, d.disk.Membership.Unread, len(d.disk.Membership.Sealing), d.mend != nil)
	}
	return out
}

// check holds a healed world to the invariants.
func (w *world) check() {
	log := map[string]replica.Event{}
	var all []replica.Event
	for _, e := range w.server.log() {
		if e != nil {
			log[e.ID] = *e
			all = append(all, *e)
		}
	}
	var active []*dev
	for _, d := range w.devices {
		if !d.removed {
			active = append(active, d)
		}
	}
	for _, d := range active {
		for id, r := range d.disk.Outbox {
			fail("waiting", "device %d still has a row of %s: %+v", d.n, short(id), r)
		}
	}
	w.checkRemoved(active)
	w.checkErased(all, active)
	w.checkLost(log, active)
	w.checkStops(log, active[0])
	w.checkStates(all, active)
}

// checkRemoved looks for devices that take part though a manager's device knows
// that they were removed, and for keys that the server lost.
func (w *world) checkRemoved(active []*dev) {
	m := active[0].disk.Membership
	list, err := m.Devices(w.server.do(m.DevicesRequest(), w.now))
	if err != nil {
		panic(err)
	}
	for _, d := range active {
		if d.disk.Membership.Looks() || d.disk.Membership.Trouble != "" {
			fail("removed", "device %d still looks for what the server lost: %q %v %v %v", d.n, d.disk.Membership.Trouble, d.disk.Membership.Look, d.disk.Membership.Lacking, d.disk.Membership.Wanted)
		}
		for _, each := range list.Devices {
			if each.Removed == 0 && d.disk.Membership.Role == replica.Manager && slices.Contains(d.disk.Membership.Gone, each.Device) {
				fail("removed", "device %d knows that %s was removed, and it takes part", d.n, short(each.Device))
			}
		}
	}
}

// checkLost asks for whatever was seen in the log.
func (w *world) checkLost(log map[string]replica.Event, active []*dev) {
	erased := map[string]bool{}
	for _, e := range log {
		if e.Kind == replica.Erase {
			for _, who := range e.Who {
				erased[who] = true
			}
		}
	}
	for id, e := range w.seen {
		if w.excused[id] || e.Kind != replica.Erase && slices.ContainsFunc(e.Who, func(who string) bool { return erased[who] }) {
			continue
		}
		if _, there := log[id]; !there {
			fail("lost", "%s %s is not in the log any more", e.Kind, short(id))
		}
		for _, d := range active {
			if _, there := d.disk.Log[id]; !there {
				fail("lost", "%s %s is not on device %d", e.Kind, short(id), d.n)
			}
		}
	}
}

// checkErased looks for what is left of people who were erased.
func (w *world) checkErased(all []replica.Event, active []*dev) {
	gone := map[string]bool{}
	for id, e := range w.seen {
		if e.Kind == replica.Erase && !w.excused[id] {
			for _, who := range append(w.reach[id], e.Who...) {
				gone[who] = true
			}
		}
	}
	named := func(e *replica.Event) bool {
		return e.Kind != replica.Erase && slices.ContainsFunc(e.Who, func(who string) bool { return gone[who] })
	}
	for i := range all {
		if named(&all[i]) {
			fail("erased", "the log still has %s %s", all[i].Kind, short(all[i].ID))
		}
	}
	for _, d := range active {
		for id, e := range d.disk.Log {
			if named(&e) {
				fail("erased", "device %d still has %s %s", d.n, e.Kind, short(id))
			}
		}
		for id, text := range d.disk.Entries {
			if slices.ContainsFunc(device.Named(text), func(who string) bool { return gone[who] }) {
				fail("erased", "device %d still has the entry of %s", d.n, short(id))
			}
		}
	}
}

// checkStops asks for every stop that was seen, or that a device wrote and never
// lost: it stands, or was lifted by somebody who is a manager in truth.
func (w *world) checkStops(log map[string]replica.Event, d *dev) {
	events := d.disk.Events()
	ever := maps.Clone(w.written) // what ended a stop that is erased may be erased before any device saw it
	maps.Copy(ever, w.seen)
	maps.Copy(ever, log)
	for id, e := range ever {
		_, seen := w.seen[id]
		by := w.by[id]
		kept := seen || by != nil && !w.patchy[by] && !by.removed
		if e.Kind != replica.Decision || e.Clear.Verdict != "stop" || w.excused[id] || !kept {
			continue
		}
		where := ever
		if _, there := log[id]; there {
			where = log
		}
		if !w.ended(id, e, where) && !stands(events, e) {
			fail("stop", "%s does not stand any more, and nobody may have ended it", short(id))
		}
	}
}

// stands reports whether a stop is in force for any of those it names.
func stands(events []replica.Event, stop replica.Event) bool {
	return slices.ContainsFunc(stop.Who, func(who string) bool {
		s := replica.Fold(events, []string{who})
		return s.DoNotContact || slices.ContainsFunc(s.Decisions, func(d replica.Stands) bool { return d.ID == stop.ID })
	})
}

func (w *world) ended(id string, stop replica.Event, log map[string]replica.Event) bool {
	for _, e := range log {
		lifts := e.Kind == replica.Decision && e.Clear.Verdict == "lift-stop" && slices.Contains(e.Clear.Base, id)
		unlogs := e.Kind == replica.Unlog && e.Clear.Target == id && e.Stamp.Author == stop.Stamp.Author
		if (lifts || unlogs) && w.roles[e.Stamp.Author] == replica.Manager && !w.takenBack(e.ID, log) {
			return true
		}
	}
	return false
}

func (w *world) takenBack(id string, log map[string]replica.Event) bool {
	for _, e := range log {
		if e.Kind == replica.Unlog && e.Clear.Target == id && e.Stamp.Author == log[id].Stamp.Author {
			return true
		}
	}
	return false
}

// checkStates holds all devices and the server to one state, and its counts to
// what happened in truth.
func (w *world) checkStates(all []replica.Event, active []*dev) {
	for p := range people {
		for which := range 3 {
			who := replica.Pseudonyms(identity(p, which), w.index)
			var first string
			var s replica.State
			for _, d := range active {
				s = replica.Fold(d.disk.Events(), who)
				told := tell(s)
				if first == "" {
					first = told
				}
				if told != first {
					fail("differ", "device %d has\n%s\nand device %d\n%s", active[0].n, first, d.n, told)
				}
			}
			w.checkServer(who[0], s)
			w.checkCounts(all, s)
			w.checkReadings(all, s)
		}
	}
}

// tell gives a state without what stays on a device.
func tell(s replica.State) string {
	for i := range s.Events {
		s.Events[i].Local = replica.Local{}
	}
	counts := map[string]int{}
	for use, n := range s.Counts {
		counts[use.Channel+" "+use.Direction] = n
	}
	s.Counts = nil
	text, err := json.Marshal(struct {
		replica.State
		Counts map[string]int
	}{s, counts})
	if err != nil {
		panic(err)
	}
	return string(text)
}

func (w *world) checkServer(who string, s replica.State) {
	server, ours := w.server.person(who), personOf(s)
	same := maps.Equal(server.counts, ours.counts) && slices.Equal(server.decisions, ours.decisions)
	if server.erased != ours.erased || server.doNotContact != ours.doNotContact || !same {
		fail("differ", "of %s the server knows %+v, and devices %+v", short(who), server, ours)
	}
}

// checkCounts counts the contacts in the log that are different in truth.
func (w *world) checkCounts(all []replica.Event, s replica.State) {
	log := map[string]replica.Event{}
	for _, e := range all {
		log[e.ID] = e
	}
	once := map[string]bool{}
	for _, e := range all {
		contact := slices.Contains([]string{replica.Touch, replica.Reply, replica.Inbound, replica.Meeting}, e.Kind)
		about := slices.ContainsFunc(e.Who, func(who string) bool { return slices.Contains(s.Who, who) })
		if contact && about && !(e.Clear.ByHand && w.takenBack(e.ID, log)) {
			once[w.contact[e.ID]] = true
		}
	}
	n := 0
	for _, count := range s.Counts {
		n += count
	}
	if n > len(once) {
		fail("twice", "%d contacts with %.6s are counted %d times", len(once), s.Who, n)
	}
	if n < len(once) {
		fail("lost", "of %d contacts with %.6s %d are counted", len(once), s.Who, n)
	}
}

// checkReadings wants a reply read as fully as anybody saw it.
func (w *world) checkReadings(all []replica.Event, s replica.State) {
	contacts, full := map[string]string{}, map[string]bool{}
	about := func(e *replica.Event) bool {
		return slices.ContainsFunc(e.Who, func(who string) bool { return slices.Contains(s.Who, who) })
	}
	for i := range all {
		if e := &all[i]; e.Kind == replica.Reply && about(e) {
			contacts[e.Clear.Message] = w.contact[e.ID]
		}
	}
	for i := range all {
		e := &all[i]
		reply := contacts[e.Clear.Target]
		if reply != "" && e.Kind == replica.Reading && e.Clear.Version == fullText && about(e) {
			full[reply] = true
		}
	}
	n := 0
	for _, e := range s.Events {
		if e.Sealed.Said != nil {
			n++
		}
	}
	if n != len(full) {
		fail("reading", "%d replies of %.6s were seen in full, and %d are read so", len(full), s.Who, n)
	}
}

// fullText is the version of a reading of a whole text.
const fullText = 6
