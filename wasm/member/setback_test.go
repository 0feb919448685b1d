//go:build !js

package member

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/device"
)

// join lets another device into Anna's team.
func (s *server) join(t *testing.T, anna *Member, key byte, role string) (*Member, *memory) {
	t.Helper()
	invitation, err := anna.Invite(role)
	must(t, err)
	m, kept := s.member(t, key)
	must(t, m.Join(invitation.Text, "another"))
	step(t, m)
	return m, kept
}

func anybody(m *memory) []string { return slices.Collect(maps.Values(m.disk.Log))[0].Who }

// mend sends what a device has to put right first; a person sees the list.
func mend(t *testing.T, s *server, m device.Membership) {
	t.Helper()
	all, err := m.Devices(s.send(m.DevicesRequest()))
	must(t, err)
	m.Meet(all)
	request, send, err := m.Mend(all, random)
	if p := s.send(request).Problem(); p != nil || !send || err != nil {
		t.Fatal(p, send, err)
	}
}

// active gives the devices that take part, as the server has it.
func active(t *testing.T, m *Member) (out []string) {
	t.Helper()
	team, err := m.Team()
	must(t, err)
	for _, d := range team.Devices {
		if d.Removed == 0 {
			out = append(out, d.Device)
		}
	}
	return out
}

// TestWhoWasRemovedIsRemovedAgain sets the server back to before two removals.
// Carl slept through all of it and holds the first key only; Ben was removed.
func TestWhoWasRemovedIsRemovedAgain(t *testing.T) {
	s, anna, ben, annas, bens := pair(t)
	carl, carls := s.join(t, anna, 3, "rep")
	_, dans := s.join(t, anna, 4, "rep")
	active(t, anna)
	setBack := s.backup(t)
	for _, gone := range []*memory{bens, dans} {
		_, err := anna.Remove(gone.team.Device)
		must(t, err)
		step(t, anna)
		annas.write(call(anybody(annas), 1)) // sealed with the newer key
		step(t, anna)
	}
	step(t, ben)
	setBack()
	step(t, carl)
	bens.write(call(anybody(bens), 2))
	if out := step(t, ben); out.Problem != "" {
		t.Fatalf("the server knows Ben again, and he hears %q", out.Problem)
	}
	annas.write(call(anybody(annas), 3))
	for range 2 {
		if out := step(t, anna); out.Problem != "" {
			t.Fatalf("%+v", out)
		}
	}
	step(t, carl)
	if out := step(t, ben); !strings.Contains(out.Problem, "removed") {
		t.Errorf("Ben, removed again, hears %q", out.Problem)
	}
	if got := active(t, anna); len(got) != 2 || slices.Contains(got, bens.team.Device) || slices.Contains(got, dans.team.Device) {
		t.Errorf("taking part: %v", got)
	}
	if out := step(t, carl); out.Problem != "" || len(carls.disk.Outbox)+len(annas.disk.Outbox) != 0 {
		t.Errorf("%+v, %d and %d rows", out, len(carls.disk.Outbox), len(annas.disk.Outbox))
	}
	step(t, anna)
	same(t, annas, carls)
	for _, key := range annas.team.Sealing[1:] {
		if slices.ContainsFunc(bens.team.Sealing, func(k []byte) bool { return string(k) == string(key) }) {
			t.Error("Ben was given a newer key")
		}
	}
}

// TestWhoIsLeftOutIsToldAndJoinsAgain sets the server back to before Ben was
// removed, and then Anna to before she knew of it: she has put the newer key back
// meanwhile, without Ben. Nobody but that key tells that Ben was removed.
func TestWhoIsLeftOutIsToldAndJoinsAgain(t *testing.T) {
	s, anna, ben, annas, bens := pair(t)
	active(t, anna)
	setBack, forget := s.backup(t), annas.backup()
	_, err := anna.Remove(bens.team.Device)
	must(t, err)
	setBack()
	mend(t, s, *annas.team)
	forget()
	annas.write(call(anybody(annas), 1)) // sealed with the key that Ben has not
	if out := step(t, anna); out.Problem != "" || !slices.Contains(active(t, anna), bens.team.Device) {
		t.Fatalf("%+v", out)
	}
	bens.write(call(anybody(bens), 2))
	for range 2 {
		if out := step(t, ben); out.Problem != troubles[device.LeftOut] || out.Wait <= 0 {
			t.Fatalf("%+v", out)
		}
	}
	if _, err := ben.Invite("own"); err == nil || err.Error() != troubles[device.LeftOut] {
		t.Errorf("he invites: %v", err)
	}
	leave(t, ben)
	invitation, err := anna.Invite("rep")
	must(t, err)
	must(t, ben.Join(invitation.Text, "Ben again"))
	active(t, anna) // she sees him there
	for _, m := range []*Member{ben, anna, ben} {
		if out := step(t, m); out.Problem != "" {
			t.Errorf("%+v", out)
		}
	}
	same(t, annas, bens)
	if len(annas.disk.Log) != 4 || len(annas.disk.Outbox)+len(bens.disk.Outbox) != 0 {
		t.Errorf("%s", annas.told())
	}
}

// TestAKeyThatTheServerLostIsPutBack sets the server back to before a device came
// and went: there is nobody to remove, and the team's key is not known.
func TestAKeyThatTheServerLostIsPutBack(t *testing.T) {
	s, anna, ben, annas, bens := pair(t)
	active(t, anna)
	setBack := s.backup(t)
	_, eves := s.join(t, anna, 5, "rep")
	active(t, anna)
	_, err := anna.Remove(eves.team.Device)
	must(t, err)
	step(t, anna)
	setBack()
	annas.write(call(anybody(annas), 1))
	if out := step(t, anna); out.Problem != "" || len(annas.disk.Outbox) != 0 {
		t.Errorf("%+v, %d rows", out, len(annas.disk.Outbox))
	}
	if out := step(t, ben); out.Problem != "" {
		t.Errorf("%+v", out)
	}
	same(t, annas, bens)
	if _, err := anna.Invite("rep"); err != nil {
		t.Error(err)
	}
}

// TestAKeyThatOnlyARepHasIsPutBack sets the server back to before Eve was removed.
// Anna never heard that her new key was taken, and makes another; Ben has sealed
// with the first.
func TestAKeyThatOnlyARepHasIsPutBack(t *testing.T) {
	s, anna, ben, annas, bens := pair(t)
	_, eves := s.join(t, anna, 5, "rep")
	active(t, anna)
	active(t, ben)
	setBack := s.backup(t)
	_, err := annas.team.Devices(s.send(annas.team.Remove(eves.team.Device)))
	must(t, err)
	mend(t, s, *annas.team)
	step(t, ben)
	bens.write(call(anybody(bens), 1))
	setBack()
	step(t, anna)
	step(t, ben) // he hears that the server was set back, until Anna has his key
	for _, m := range []*Member{anna, ben, anna} {
		if out := step(t, m); out.Problem != "" {
			t.Errorf("%+v", out)
		}
	}
	if len(bens.disk.Outbox) != 0 || len(annas.disk.Log) != 3 || len(bens.team.Sealing) < 3 {
		t.Errorf("Ben has %d rows and %d keys, Anna %s", len(bens.disk.Outbox), len(bens.team.Sealing), annas.told())
	}
	same(t, annas, bens)
}

// TestAStrangerInTheListIsGivenNoKey has a device join that nobody was shown
// before the server was set back: a person has to look first.
func TestAStrangerInTheListIsGivenNoKey(t *testing.T) {
	s, anna, _, annas, bens := pair(t)
	active(t, anna)
	_, eves := s.join(t, anna, 5, "rep") // nobody looks
	setBack := s.backup(t)
	m := *annas.team
	if p := s.send(m.Remove(bens.team.Device)).Problem(); p != nil {
		t.Fatal(p)
	}
	mend(t, s, m)
	step(t, anna)
	setBack()
	annas.write(call(anybody(annas), 1))
	if out := step(t, anna); !strings.Contains(out.Problem, "set back") || len(annas.disk.Outbox) != 1 {
		t.Errorf("%+v, %d rows", out, len(annas.disk.Outbox))
	}
	if got := active(t, anna); len(got) != 3 || !slices.Contains(got, eves.team.Device) { // now somebody looks
		t.Errorf("taking part: %v", got)
	}
	if out := step(t, anna); out.Problem != "" || len(annas.disk.Outbox) != 0 || slices.Contains(active(t, anna), bens.team.Device) {
		t.Errorf("%+v, %d rows", out, len(annas.disk.Outbox))
	}
}

// TestWhoJoinedAfterTheBackupJoinsAgain loses nothing of its log, and what others
// wrote stays theirs.
func TestWhoJoinedAfterTheBackupJoinsAgain(t *testing.T) {
	s, anna, ben, annas, bens := pair(t)
	setBack := s.backup(t)
	dan, dans := s.join(t, anna, 4, "manager")
	bens.write(call(anybody(bens), 1))
	step(t, ben)
	dans.write(call(anybody(bens), 2))
	step(t, dan)
	dans.write(call(anybody(bens), 3)) // not sent
	setBack()
	if out := step(t, dan); !strings.Contains(out.Problem, "set back") {
		t.Errorf("%+v", out)
	}
	leave(t, dan)
	invitation, err := anna.Invite("manager")
	must(t, err)
	must(t, dan.Join(invitation.Text, "Dan again"))
	step(t, dan)
	step(t, ben)
	step(t, anna)
	step(t, dan)
	same(t, annas, dans)
	same(t, annas, bens)
	if len(annas.disk.Log) != 5 {
		t.Errorf("%s", annas.told())
	}
	for _, e := range annas.disk.Log {
		if e.At.Equal(at.Add(3600e9)) && e.Stamp.Author != bens.team.Member {
			t.Errorf("Ben's call is said to be %s's", e.Stamp.Author)
		}
	}
}

func TestReceiptsThatTheServerDoesNotKnowLoseNothing(t *testing.T) {
	s, anna, _, annas, _ := pair(t)
	setBack := s.backup(t)
	annas.write(call(anybody(annas), 1))
	step(t, anna)
	before := len(annas.disk.Log)
	secret := s.secret
	s.secret = "another-receipt-secret-that-is-long-enough"
	setBack()
	if out := step(t, anna); !strings.Contains(out.Problem, "RECEIPT_SECRET") || len(annas.disk.Log) != before {
		t.Errorf("%+v, %d events of %d", out, len(annas.disk.Log), before)
	}
	s.secret = secret
	must(t, s.handler.Close())
	s.open(t)
	if out := step(t, anna); out.Problem != "" || len(annas.disk.Outbox) != 0 {
		t.Errorf("%+v, %d rows", out, len(annas.disk.Outbox))
	}
}

func TestAnAnswerThatIsNoneIsSaid(t *testing.T) {
	_, anna, _, _, _ := pair(t)
	anna.Send = func(device.Request) device.Answer { return device.Answer{Status: 200, Body: "<html>sign in</html>"} }
	if out := step(t, anna); out.Problem == "" || out.Wait <= 0 {
		t.Errorf("%+v", out)
	}
}

func TestTheServersWishToWaitIsHeld(t *testing.T) {
	_, anna, _, _, _ := pair(t)
	out := Outcome{}
	for n := 0; !out.Held; n++ {
		if out = step(t, anna); n > 600 {
			t.Fatal("the server lets 600 rounds pass")
		}
	}
	if out.Problem == "" || out.Wait < 1000 || out.Wait > 60_000 {
		t.Errorf("%+v", out)
	}
}
