//go:build !js

package e2e

import (
	"maps"
	"testing"

	"cleanbreak/core/seal"
)

// remove has a device end the access of another, or its own.
func (d *device) remove(t *testing.T, id string) {
	t.Helper()
	d.s.must(t, 200, "POST", d.at("/devices/"+id+"/remove"), d.token, map[string]any{})
}

// rotation is a new key for those who take part, of who has the key that the team
// began with and those that are given.
func rotation(held []any, stay ...*device) map[string]any {
	sealed := []map[string]string{}
	for _, d := range stay {
		sealed = append(sealed, map[string]string{"device": d.id, "sealed": random(80)})
	}
	return map[string]any{"key": tag(), "for": sealed, "keys": append([]any{key}, held...)}
}

// merged is a body with another value under one name.
func merged(body map[string]any, name string, value any) map[string]any {
	body = maps.Clone(body)
	body[name] = value
	return body
}

func TestARotationReachesWhoStays(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben, carl := anna.join(t, "rep"), anna.join(t, "rep")
		recovery, paper := anna.recovery(t)
		if a := s.must(t, 403, "POST", anna.at("/devices/"+carl.id+"/remove"), ben.token, map[string]any{}); a.code() != "manager-only" {
			t.Error(a.text)
		}
		anna.remove(t, carl.id)
		s.must(t, 401, "GET", carl.at("/keys"), carl.token, nil)
		if a := s.must(t, 200, "GET", ben.at("/events"), ben.token, nil); a.body["due"] != true {
			t.Error(a.text)
		}
		if a := s.must(t, 409, "PUT", anna.at("/keys"), anna.token, rotation(nil, anna, ben)); a.code() != "devices-changed" {
			t.Error(a.text)
		}
		turn := rotation(nil, anna, ben, &device{id: recovery})
		if a := s.must(t, 403, "PUT", ben.at("/keys"), ben.token, turn); a.code() != "manager-only" {
			t.Error(a.text)
		}
		s.must(t, 200, "PUT", anna.at("/keys"), anna.token, turn)
		if a := s.must(t, 200, "GET", ben.at("/keys"), ben.token, nil); a.body["key"] != turn["key"] || len(a.body["keys"].([]any)) != 1 {
			t.Error(a.text)
		}
		if a := s.must(t, 200, "GET", ben.at("/events"), ben.token, nil); a.body["due"] != false {
			t.Error(a.text)
		}
		if a := s.must(t, 409, "PUT", anna.at("/keys"), anna.token, rotation(nil, anna, ben, &device{id: recovery})); a.code() != "devices-changed" {
			t.Error(a.text) // it was made by who lacks the newest
		}
		if a := s.must(t, 409, "POST", anna.at("/devices/"+anna.id+"/remove"), anna.token, map[string]any{}); a.code() != "last-manager" {
			t.Error(a.text)
		}
		// All devices are lost: the printed key brings a manager back, with the new key.
		back := s.must(t, 200, "POST", anna.at("/pair"), newToken(), map[string]any{"auth": paper, "public_key": random(32)})
		if keys, _ := back.body["keys"].([]any); back.body["role"] != "manager" || back.body["key"] != turn["key"] || len(keys) != 1 {
			t.Error(back.text)
		}
	})
}

// recovery leaves a printed key with the team, and gives its id and what a device
// proves it with.
func (d *device) recovery(t *testing.T) (id, paper string) {
	t.Helper()
	paper = random(32)
	body := map[string]any{"auth": seal.Hash(paper), "recovery": true, "public_key": random(32), "wrapped": random(60)}
	return d.s.must(t, 201, "POST", d.at("/invitations"), d.token, body).body["invitation"].(string), paper
}

// TestRecoveriesAreTakenBack by a manager, and with the last device of whoever
// printed them. Who went knows the key in use: a new one is due.
func TestRecoveriesAreTakenBack(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben, carl := anna.join(t, "rep"), anna.join(t, "manager")
		lost, lostPaper := anna.recovery(t)
		kept, keptPaper := anna.recovery(t)
		_, carlsPaper := carl.recovery(t)
		if a := s.must(t, 403, "POST", ben.at("/devices/"+lost+"/remove"), ben.token, map[string]any{}); a.code() != "manager-only" {
			t.Error(a.text)
		}
		anna.remove(t, lost)
		if a := s.must(t, 404, "POST", anna.at("/devices/"+lost+"/remove"), anna.token, map[string]any{}); a.code() != "unknown-device" {
			t.Error(a.text)
		}
		if a := s.must(t, 200, "GET", anna.at("/devices"), anna.token, nil); a.body["due"] != true || len(a.body["recoveries"].([]any)) != 2 {
			t.Error(a.text)
		}
		anna.remove(t, carl.id)
		a := s.must(t, 200, "GET", anna.at("/devices"), anna.token, nil)
		if left := a.body["recoveries"].([]any); len(left) != 1 || left[0].(map[string]any)["recovery"] != kept {
			t.Error(a.text)
		}
		for _, gone := range []string{lostPaper, carlsPaper} {
			s.must(t, 403, "POST", anna.at("/pair"), newToken(), map[string]any{"auth": gone, "public_key": random(32)})
		}
		s.must(t, 200, "POST", anna.at("/pair"), newToken(), map[string]any{"auth": keptPaper, "public_key": random(32)})
	})
}

// TestTheLastToLeaveTakesEverythingAlong sees that a Worker keeps nothing of a team
// that nobody can ask for any more, and all of it where a recovery key is out.
func TestTheLastToLeaveTakesEverythingAlong(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben := anna.join(t, "rep")
		anna.push(t, touch(tag()))
		leave := anna.at("/devices/" + anna.id + "/remove")
		if a := s.must(t, 409, "POST", leave, anna.token, map[string]any{}); a.code() != "last-manager" {
			t.Error(a.text)
		}
		anna.remove(t, ben.id)
		if a := s.must(t, 200, "POST", leave, anna.token, map[string]any{}); len(a.body["devices"].([]any)) != 0 {
			t.Error(a.text)
		}
		s.must(t, 401, "GET", anna.at("/events"), anna.token, nil)
		body := map[string]any{"setup": setup, "key": key, "public_key": random(32)}
		s.must(t, 409, "PUT", anna.at(""), newToken(), body)

		carl := found(t, s)
		_, paper := carl.recovery(t)
		carl.push(t, touch(tag()))
		carl.remove(t, carl.id)
		back := &device{s: s, team: carl.team, token: newToken(), cursor: "0"}
		s.must(t, 200, "POST", carl.at("/pair"), back.token, map[string]any{"auth": paper, "public_key": random(32)})
		if r := back.push(t); len(back.log) != 1 {
			t.Errorf("%+v", r)
		}
	})
}

// TestALostKeyIsPutBack gives the Worker keys that it does not have, as devices do
// when it was set back: one for reading, one to seal with from now on.
func TestALostKeyIsPutBack(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben := anna.join(t, "rep")
		auth := random(32)
		s.must(t, 201, "POST", anna.at("/invitations"), anna.token, map[string]any{"auth": seal.Hash(auth), "role": "rep", "wrapped": random(60)})
		old := rotation(nil, anna, ben)
		old["old"] = true
		if a := s.must(t, 200, "PUT", ben.at("/keys"), ben.token, old); len(a.body["keys"].([]any)) != 1 || a.body["offered"].([]any)[0] != old["key"] || a.body["due"] != true {
			t.Error(a.text) // a rep's counts for nothing, but has managers' devices look
		}
		if a := s.must(t, 409, "PUT", ben.at("/keys"), ben.token, old); a.code() != "key-taken" {
			t.Error(a.text)
		}
		if a := s.must(t, 200, "PUT", anna.at("/keys"), anna.token, old); a.body["key"] != key || len(a.body["keys"].([]any)) != 2 || a.body["due"] != true {
			t.Error(a.text)
		}
		s.must(t, 403, "POST", anna.at("/pair"), newToken(), map[string]any{"auth": auth, "public_key": random(32)}) // it lacks that key
		for _, d := range []*device{anna, ben} {
			if a := s.must(t, 409, "PUT", d.at("/keys"), d.token, merged(old, "keys", []any{key, old["key"]})); a.code() != "key-taken" {
				t.Error(a.text)
			}
		}
		turn := rotation([]any{old["key"]}, anna, ben)
		s.must(t, 200, "PUT", anna.at("/keys"), anna.token, turn)
		a := s.must(t, 200, "GET", anna.at("/keys"), anna.token, nil)
		given := a.body["keys"].([]any)
		if a.body["key"] != turn["key"] || len(given) != 2 || given[0].(map[string]any)["key"] != old["key"] {
			t.Error(a.text)
		}
		invite := map[string]any{"auth": seal.Hash(auth), "role": "rep", "wrapped": random(60), "keys": []any{key, turn["key"]}}
		if a := s.must(t, 409, "POST", anna.at("/invitations"), anna.token, invite); a.code() != "devices-changed" {
			t.Error(a.text)
		}
		invite["keys"] = []any{key, turn["key"], old["key"], tag()} // and one that the server has lost
		s.must(t, 201, "POST", anna.at("/invitations"), anna.token, invite)
	})
}
