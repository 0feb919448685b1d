//go:build !js

package sim

import (
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/worker/disk"
)

// party is a device that talks to the real server without faults.
type party struct {
	t *testing.T
	s *real
	k *disk.Disk
}

func random(b []byte) { _, _ = rand.Read(b) }

func (p *party) ask(r device.Request) device.Answer {
	p.t.Helper()
	return p.s.do(r, start)
}

// join sends a membership's first request, twice: the second answer is the same.
func join(t *testing.T, s *real, m device.Membership, err error) *party {
	t.Helper()
	p := &party{t, s, disk.New(m)}
	for range 2 {
		if err != nil {
			t.Fatal(err)
		}
		var r device.Request
		if r, err = m.JoinRequest(); err == nil {
			again := m
			if err = again.Joined(p.ask(r)); err == nil {
				p.k.Membership = again
			}
		}
	}
	if err != nil || p.k.Membership.Pending() || p.k.Membership.Setup+p.k.Membership.Ticket != "" {
		t.Fatalf("%+v %v", p.k.Membership, err)
	}
	return p
}

// sync does rounds until there is nothing left.
func (p *party) sync(events ...replica.Event) {
	p.t.Helper()
	p.k.Add(events)
	ask := func(r device.Request) (device.Answer, error) { return p.ask(r), nil }
	for range 20 {
		more, err := p.k.Sync(ask, moment(start), random)
		if err != nil {
			p.t.Fatal(err)
		}
		if !more {
			return
		}
	}
	p.t.Fatal("20 rounds were not enough")
}

func (p *party) devices() device.Devices {
	p.t.Helper()
	d, err := p.k.Membership.Devices(p.ask(p.k.Membership.DevicesRequest()))
	if err != nil {
		p.t.Fatal(err)
	}
	return d
}

func (p *party) remove(id string) {
	p.t.Helper()
	if problem := p.ask(p.k.Membership.Remove(id)).Problem(); problem != nil {
		p.t.Fatal(problem)
	}
	if id != p.k.Membership.Device {
		p.mend()
	}
}

// mend gives the team the key that is due.
func (p *party) mend() {
	p.t.Helper()
	all := p.devices()
	p.k.Membership.Meet(all)
	r, send, err := p.k.Membership.Mend(all, random)
	if err != nil || !send {
		p.t.Fatal(send, err)
	}
	if problem := p.ask(r).Problem(); problem != nil {
		p.t.Fatal(problem)
	}
}

// invite has another rep join.
func (p *party) invite() *party {
	p.t.Helper()
	invited := p.k.Membership.Invite(replica.Rep, random)
	if problem := p.ask(invited.Request).Problem(); problem != nil {
		p.t.Fatal(problem)
	}
	m, err := device.Join("  "+invited.Text+"\n", random)
	return join(p.t, p.s, m, err)
}

func call(about string) replica.Event {
	e := replica.Event{Kind: replica.Touch, Who: []string{about}, At: moment(start), Clear: replica.Clear{Channel: "call", ByHand: true}}
	e.ID = device.Erase(nil, false, 0, random).ID // any random tag
	return e
}

// TestMemberships takes a team through all that its devices can ask of the real
// server: found, invite, join, name, remove, rotate, print a recovery key, lose
// everything, recover, export, leave.
func TestMemberships(t *testing.T) {
	s := newReal(random)
	defer s.close()
	m, err := device.Found(worker, setup, key[:], random)
	anna := join(t, s, m, err)
	kim := NewIndex().Pseudonym("email:kim@acme.example")
	anna.sync(call(kim))

	ben := anna.invite()
	ben.sync(call(kim))
	anna.sync()
	if len(ben.k.Log) != 2 || len(anna.k.Log) != 2 || ben.k.Membership.Role != replica.Rep {
		t.Fatalf("ben has %d events, anna %d", len(ben.k.Log), len(anna.k.Log))
	}
	if p := ben.ask(ben.k.Membership.Label(ben.k.Membership.Device, "Ben's laptop", random)).Problem(); p != nil {
		t.Fatal(p)
	}
	if d := anna.devices(); d.Devices[1].Label+d.Devices[0].Label != "Ben's laptop" || d.Fingerprint != ben.devices().Fingerprint {
		t.Errorf("%+v", d)
	}

	printed, err := anna.k.Membership.Recovery(random)
	if err != nil || anna.ask(printed.Request).Problem() != nil {
		t.Fatal(err)
	}
	anna.remove(ben.k.Membership.Device)
	if step, err := ben.k.Membership.Take(ben.ask(ben.k.Membership.Round(nil, time.UTC, random).Request), moment(start)); err == nil || step.Membership.Trouble != device.Removed {
		t.Errorf("removed, ben hears %v and keeps %q", err, step.Membership.Trouble)
	}
	stale := anna.k.Membership.Invite("", random)
	if p := anna.ask(stale.Request).Problem(); p == nil || p.Code != "devices-changed" {
		t.Errorf("an invitation without the newest key: %v", p)
	}
	anna.sync(call(kim))
	if len(anna.k.Membership.Sealing) != 2 {
		t.Errorf("anna holds %d keys", len(anna.k.Membership.Sealing))
	}
	anna.sync(call(kim)) // sealed with the new key

	m, err = device.Recover(worker, anna.k.Membership.Team, strings.ToLower(printed.Text), random)
	again := join(t, s, m, err)
	again.sync()
	if len(again.k.Log) != 4 || again.k.Membership.Role != replica.Manager {
		t.Errorf("recovered %d events as %s", len(again.k.Log), again.k.Membership.Role)
	}
	page, err := again.k.Membership.Export(again.ask(again.k.Membership.ExportRequest("0")))
	if err != nil || len(page.Events) != 4 || page.More {
		t.Errorf("%+v %v", page, err)
	}
	anna.remove(anna.k.Membership.Device) // she leaves
	again.mend()
	again.sync(call(kim))
	if len(again.k.Membership.Sealing) != 3 {
		t.Errorf("after anna has left there are %d keys", len(again.k.Membership.Sealing))
	}
}

// TestAKeyThatCrossesAnAnswer has a device hear of a newer key while the answer to
// its question for an older one, which knows nothing of the newer, is on its way.
func TestAKeyThatCrossesAnAnswer(t *testing.T) {
	s := newReal(random)
	defer s.close()
	m, err := device.Found(worker, setup, key[:], random)
	anna := join(t, s, m, err)
	ben, carl, dora := anna.invite(), anna.invite(), anna.invite()
	anna.sync()
	for _, gone := range []*party{ben, carl} {
		anna.remove(gone.k.Membership.Device)
		anna.sync()
	}

	older := dora.ask(dora.k.Membership.KeysRequest())
	anna.remove(anna.invite().k.Membership.Device)
	dora.devices() // names the newer key
	if err := dora.k.Membership.Keys(older); err != nil {
		t.Fatal(err)
	}
	dora.devices()
	dora.sync()
	if held := len(dora.k.Membership.Sealing); held != 4 || len(dora.k.Membership.Lacking) > 0 {
		t.Errorf("of four keys she holds %d, and is told that there is none of %v", held, dora.k.Membership.Lacking)
	}
}
