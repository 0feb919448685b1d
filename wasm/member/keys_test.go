//go:build !js

package member

import (
	"encoding/json"
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
	must(t, ben.Leave())
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
