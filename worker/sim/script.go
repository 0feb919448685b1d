//go:build !js

package sim

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"

	"cleanbreak/core/device"
	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/worker/disk"
)

// step is one thing that happens. A, B and Seed are its random numbers.
type step struct {
	do   int
	a, b int
	seed uint64
}

// deeds are what can happen, with how often each does, of a thousand.
var deeds = []struct {
	name  string
	often int
	do    func(w *world, d *dev, s step)
}{
	{"begins a request", 230, func(w *world, d *dev, s step) { w.begin(d) }},
	{"a packet arrives", 330, func(w *world, d *dev, s step) { w.packet(s, w.deliver, true) }},
	{"a packet is lost", 15, func(w *world, d *dev, s step) { w.packet(s, func(packet) {}, true) }},
	{"a packet arrives, and will again", 25, func(w *world, d *dev, s step) { w.packet(s, w.deliver, false) }},
	{"gives up waiting", 25, func(w *world, d *dev, s step) { d.attempt = 0 }},
	{"is cut off, or back", 20, func(w *world, d *dev, s step) { d.parted = !d.parted }},
	{"crashes before its next write", 20, func(w *world, d *dev, s step) { d.crash = before }},
	{"crashes after its next write", 20, func(w *world, d *dev, s step) { d.crash = after }},

	{"a message comes", 40, func(w *world, d *dev, s step) { w.post(s) }},
	{"sees a message", 85, func(w *world, d *dev, s step) {
		if len(w.mails) > 0 {
			w.look(d, s.a%len(w.mails), s.b%2 == 0)
		}
	}},
	{"logs a call", 30, func(w *world, d *dev, s step) {
		w.enter(d, somebody(s), history.Event{Type: history.Touch, Channel: "call", Disposition: history.Connected})
	}},
	{"logs that they came", 8, func(w *world, d *dev, s step) {
		w.enter(d, somebody(s), history.Event{Type: history.Inbound, Channel: "web"})
	}},
	{"logs a meeting", 8, func(w *world, d *dev, s step) {
		w.enter(d, somebody(s), history.Event{Type: history.Meeting, Disposition: history.Completed})
	}},
	{"decides", 35, func(w *world, d *dev, s step) {
		verdict := []string{"last-try", "break-up", "pause", "keep", "hand-off"}[s.seed%5]
		w.enter(d, somebody(s), history.Event{Type: history.Decision, Verdict: verdict})
	}},
	{"decides to stop", 12, func(w *world, d *dev, s step) {
		w.enter(d, somebody(s), history.Event{Type: history.Decision, Verdict: "stop"})
	}},
	{"lifts a stop", 16, func(w *world, d *dev, s step) { w.lift(d, s) }},
	{"takes back", 14, func(w *world, d *dev, s step) { w.takeBack(d, s.a) }},
	{"links", 16, func(w *world, d *dev, s step) {
		w.tie(d, replica.Link, identity(s.a%people, s.b%3), identity(s.a%people, int(s.seed%3)))
	}},
	{"parts", 8, func(w *world, d *dev, s step) {
		w.tie(d, replica.Unlink, identity(s.a%people, s.b%3), identity(s.a%people, int(s.seed%3)))
	}},
	{"links two people", 2, func(w *world, d *dev, s step) {
		w.tie(d, replica.Link, identity(s.a%people, s.b%3), identity(s.b%people, int(s.seed%3)))
	}},
	{"sets the playbook", 6, func(w *world, d *dev, s step) { w.rules(d) }},
	{"erases", 5, func(w *world, d *dev, s step) { w.eraseFrom(d, s) }},

	{"keeps a backup", 10, func(w *world, d *dev, s step) { d.backup = d.disk.Clone() }},
	{"restores its backup", 7, func(w *world, d *dev, s step) { w.restore(d) }},
	{"is cloned", 3, func(w *world, d *dev, s step) { w.clone(d) }},
	{"the server keeps a backup", 14, func(w *world, d *dev, s step) { w.saved = w.server.snapshot() }},
	{"the server is set back", 7, func(w *world, d *dev, s step) { w.rewind() }},
	{"joins anew", 4, func(w *world, d *dev, s step) { w.invite(s) }},
	{"weeks pass", 6, func(w *world, d *dev, s step) { w.wait(s) }},
	{"is removed", 3, func(w *world, d *dev, s step) { w.remove(d) }},
}

// write draws a seed's script.
func write(seed uint64) []step {
	r := rand.New(rand.NewPCG(seed, 1))
	total := 0
	for _, d := range deeds {
		total += d.often
	}
	script := make([]step, 60+r.IntN(140))
	for i := range script {
		n, do := r.IntN(total), 0
		for n >= deeds[do].often {
			n -= deeds[do].often
			do++
		}
		script[i] = step{do, r.IntN(1 << 20), r.IntN(1 << 20), r.Uint64()}
	}
	return script
}

// play does one step.
func (w *world) play(i int, s step) {
	w.random = rand.New(rand.NewPCG(s.seed, 2))
	w.now += int64(1000 + s.seed%600_000)
	d := w.devices[(s.a^s.b)%len(w.devices)]
	w.trace("%3d device %d %s", i, d.n, deeds[s.do].name)
	deeds[s.do].do(w, d, s)
}

// packet takes one from the network and hands it on, unless its device is cut off.
func (w *world) packet(s step, to func(packet), gone bool) {
	if len(w.net) == 0 {
		return
	}
	i := s.b % min(len(w.net), 4)
	p := w.net[i]
	if gone || p.from.parted {
		w.net = append(w.net[:i:i], w.net[i+1:]...)
	}
	if !p.from.parted {
		to(p)
	}
}

// somebody is mostly known by their address.
func somebody(s step) page.Person { return identity(s.a%people, []int{0, 0, 0, 1, 2}[s.b%5]) }

// lift lifts a stop of somebody's; reps try, too.
func (w *world) lift(d *dev, s step) {
	for i := range people {
		p := identity((s.a+i)%people, s.b%3)
		if state := w.state(d, p); len(state.Decisions) > 0 && state.Decisions[0].Verdict == "stop" {
			w.enter(d, p, history.Event{Type: history.Decision, Verdict: "lift-stop"})
			return
		}
	}
}

// post makes a message. Two of one subject are ten minutes apart or more.
func (w *world) post(s step) {
	w.now += 600_000
	w.mails = append(w.mails, mail{
		person: s.a % people, out: s.b%3 == 0, at: w.now, subject: fmt.Sprintf("Offer %d", s.b%2),
		text: texts[s.seed%uint64(len(texts))], linkedin: s.seed%5 == 0,
	})
}

func (w *world) eraseFrom(d *dev, s step) {
	state := w.state(d, somebody(s))
	if !state.Erased {
		w.own(d, device.Erase(state.Who, state.Stopped(), w.now+d.skew, w.fill))
	}
}

func (w *world) restore(d *dev) {
	if d.backup == nil || d.removed {
		return
	}
	d.disk, d.attempt = d.backup.Clone(), 0
	w.patchy[d] = true
	w.excuse()
}

const mostDevices = 7

func (w *world) clone(d *dev) {
	if len(w.devices) < mostDevices && !d.removed {
		w.devices = append(w.devices, &dev{n: len(w.devices), disk: d.disk.Clone(), skew: d.skew})
	}
}

func (w *world) rewind() {
	if w.saved != nil {
		w.server.rewind(w.saved)
		w.epoch++
		for _, d := range w.devices {
			d.removed = false // as far as they know: they ask now and then
		}
		w.excuse()
	}
}

// wait has weeks pass, up to two and a half years, in which nobody does anything but
// the server, once: invitations are over, and who was silent for two years is erased.
func (w *world) wait(s step) {
	w.now += int64(1+s.a%130) * 7 * days
	before := w.server.log()
	w.server.housekeep(w.now)
	w.reaches(before)
	w.forgotten += len(w.server.log()) - len(before)
}

// invite lets a new device in, or one back with the log it has: a removed one, or
// one that is told to join again.
func (w *world) invite(s step) {
	for _, d := range w.devices {
		if d.told() {
			w.again(d)
			return
		}
	}
	m, invited := w.invited([]string{replica.Rep, replica.Manager, ""}[s.b%3])
	if !invited {
		return
	}
	for _, d := range w.devices {
		if d.removed {
			d.joins(m)
			return
		}
	}
	if len(w.devices) < mostDevices {
		w.devices = append(w.devices, &dev{n: len(w.devices), disk: disk.New(m), skew: w.skew()})
	}
}

// invited gives what joins by an invitation of the first device.
func (w *world) invited(role string) (m device.Membership, invited bool) {
	first := w.devices[0]
	i := first.disk.Membership.Invite(role, w.fill)
	if p := w.server.do(i.Request, w.now).Problem(); p != nil {
		if p.Code != "devices-changed" {
			panic(p)
		}
		w.keys(first, w.server.do(first.disk.Membership.KeysRequest(), w.now))
		return m, false
	}
	m, err := device.Join(i.Text, w.fill)
	if err != nil {
		panic(err)
	}
	return m, true
}

func (d *dev) joins(m device.Membership) {
	m.Cursor = "0"
	d.disk.Membership, d.removed, d.attempt, d.backup = m, false, 0, nil
}

// told reports a device whose rep is told to join again.
func (d *dev) told() bool { return !d.removed && d.disk.Membership.Trouble == device.LeftOut }

// again has a device leave and join again.
func (w *world) again(d *dev) {
	w.trace("  device %d leaves and joins again", d.n)
	role := d.disk.Membership.Role
	w.end(d, d)
	d.removed = true // even where the server knew it as removed
	for range 2 {    // the first device may lack the key that the leaving one made
		if m, invited := w.invited(role); invited {
			d.joins(m)
			return
		}
	}
}

// remove has the first device, a manager's, remove another.
func (w *world) remove(d *dev) {
	first := w.devices[0]
	if !d.removed && !d.disk.Membership.Pending() && d.disk.Membership.Device != first.disk.Membership.Device {
		w.end(first, d)
	}
}

// end has a device end the access of another, or its own.
func (w *world) end(by, d *dev) {
	gone := d.disk.Membership.Device
	answer := w.server.do(by.disk.Membership.Remove(gone), w.now)
	if p := answer.Problem(); p != nil {
		w.trace("  and the server says %s", p.Code)
		return
	}
	w.write(by, func(k *disk.Disk) {
		if _, err := k.Membership.Devices(answer); err != nil {
			panic(err)
		}
		k.Membership.Owes = by != d
	})
	w.ousted[d.disk.Membership.Token] = true
	for _, other := range w.devices {
		w.patchy[other] = w.patchy[other] || other.disk.Membership.Device == gone
		other.removed = other.removed || other.disk.Membership.Device == gone
		if other.disk.Membership.Pending() {
			other.removed = true // its invitation has ended
		}
	}
	w.excuse()
}

func (w *world) skew() int64 { return w.random.Int64N(2*years) - years }

func (w *world) tag() string {
	var b [16]byte
	w.fill(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}
