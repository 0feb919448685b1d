//go:build !js

package member

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/device"
	"cleanbreak/core/keys"
)

// TestWhoLeavesDoesNotKnowTheNextKey has Ben leave: the key that Anna's device goes
// on with is none that his made.
func TestWhoLeavesDoesNotKnowTheNextKey(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	active(t, anna)
	known := map[string]bool{}
	send := ben.Send
	ben.Send = func(r device.Request) device.Answer {
		if strings.Contains(r.Body, `"sealed"`) {
			t.Errorf("who leaves sends %s", r.Body)
		}
		return send(r)
	}
	for _, key := range bens.team.Sealing {
		known[string(key)] = true
	}
	leave(t, ben)
	if out := step(t, anna); out.Problem != "" {
		t.Fatalf("%+v", out)
	}
	step(t, anna)
	if last := annas.team.Sealing[len(annas.team.Sealing)-1]; known[string(last)] {
		t.Error("Anna's device seals with a key that Ben knows")
	}
}

// TestNoRepCanGiveTheTeamAKeyThatNobodyHas has Ben's device send a key that is
// garbage to everybody else: nobody is left out, and invitations work as before.
func TestNoRepCanGiveTheTeamAKeyThatNobodyHas(t *testing.T) {
	s, anna, _, annas, bens := pair(t)
	m := *bens.team
	all, err := m.Devices(s.send(m.DevicesRequest()))
	must(t, err)
	sealed := []map[string]string{}
	for _, d := range all.Devices {
		sealed = append(sealed, map[string]string{"device": d.Device, "sealed": tag() + tag()})
	}
	for _, old := range []bool{false, true} {
		body := map[string]any{"key": keys.Key{7}.ID(), "for": sealed, "keys": all.Keys}
		if old {
			body["old"] = true
		}
		text, _ := json.Marshal(body)
		request := m.KeysRequest()
		request.Method, request.Body, request.Headers["Content-Type"] = "PUT", string(text), "application/json"
		if p := s.send(request).Problem(); (p == nil) != old {
			t.Errorf("for reading %v: %v", old, p)
		}
	}
	active(t, anna)
	annas.write(call(anybody(annas), 1))
	if out := step(t, anna); out.Problem != "" || len(annas.disk.Outbox) != 0 {
		t.Errorf("%+v, %d rows", out, len(annas.disk.Outbox))
	}
	if _, err := anna.Invite("rep"); err != nil {
		t.Error(err)
	}
}

// TestNobodyUnseenIsGivenTheNewKey has somebody join after Anna looked at the list,
// a device or a recovery: she removes nobody until she was shown it again.
func TestNobodyUnseenIsGivenTheNewKey(t *testing.T) {
	for name, unseen := range map[string]func(*testing.T, *server, *Member){
		"a device": func(t *testing.T, s *server, anna *Member) { s.join(t, anna, 5, "rep") },
		"a recovery": func(t *testing.T, _ *server, anna *Member) {
			_, err := anna.Recovery()
			must(t, err)
		},
		"a device, and an export": func(t *testing.T, s *server, anna *Member) {
			s.join(t, anna, 5, "rep")
			_, err := anna.Export()
			must(t, err)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, anna, _, annas, bens := pair(t)
			active(t, anna)
			unseen(t, s, anna)
			if _, err := anna.Remove(bens.team.Device); !errors.Is(err, errUnseen) {
				t.Errorf("removed: %v", err)
			}
			if got := active(t, anna); !slices.Contains(got, bens.team.Device) {
				t.Errorf("taking part: %v", got)
			}
			_, err := anna.Remove(bens.team.Device)
			must(t, err)
			step(t, anna)
			if got := active(t, anna); slices.Contains(got, bens.team.Device) || len(annas.team.Sealing) != 2 {
				t.Errorf("taking part: %v, %d keys", got, len(annas.team.Sealing))
			}
		})
	}
}

// TestARecoveryThatWasTakenBackLetsNobodyIn has Anna take a printed key back: her
// device goes on with another sealing key.
func TestARecoveryThatWasTakenBackLetsNobodyIn(t *testing.T) {
	s, anna, _, annas, _ := pair(t)
	printed, err := anna.Recovery()
	must(t, err)
	team, err := anna.Team()
	must(t, err)
	team, err = anna.Remove(team.Recoveries[0].Recovery)
	must(t, err)
	if len(team.Recoveries) != 0 || len(annas.team.Sealing) != 2 {
		t.Errorf("%+v, %d keys", team.Recoveries, len(annas.team.Sealing))
	}
	again, _ := s.member(t, 9)
	if err := again.Recover(printed.Worker, printed.Team, printed.Key, "another"); err == nil {
		t.Error("the key that was taken back lets a device in")
	}
}
