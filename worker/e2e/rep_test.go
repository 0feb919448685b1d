//go:build !js

package e2e

import (
	"testing"

	"cleanbreak/core/seal"
)

// TestWhatARepMayNot tries what a rep may do for themselves, for others.
func TestWhatARepMayNot(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben, carl := anna.join(t, "rep"), anna.join(t, "rep")
		before := seen.ReplaceAllString(s.must(t, 200, "GET", anna.at("/devices"), anna.token, nil).text, "")
		printed := map[string]any{"auth": seal.Hash(random(32)), "recovery": true, "public_key": random(32), "wrapped": random(60)}
		if a := s.must(t, 403, "POST", ben.at("/invitations"), ben.token, printed); a.code() != "manager-only" {
			t.Errorf("a rep prints a recovery key: %s", a.text)
		}
		for about, d := range map[string]*device{"a manager's device": anna, "another rep's": carl} {
			if a := s.must(t, 404, "PUT", ben.at("/devices/"+d.id), ben.token, map[string]any{"label": random(40)}); a.code() != "unknown-device" {
				t.Errorf("a rep names %s: %s", about, a.text)
			}
			if a := s.must(t, 403, "POST", ben.at("/devices/"+d.id+"/remove"), ben.token, map[string]any{}); a.code() != "manager-only" {
				t.Errorf("a rep removes %s: %s", about, a.text)
			}
		}
		if after := seen.ReplaceAllString(s.must(t, 200, "GET", anna.at("/devices"), anna.token, nil).text, ""); after != before {
			t.Errorf("it left something:\n%s\n%s", before, after)
		}
		s.must(t, 200, "PUT", ben.at("/devices/"+ben.id), ben.token, map[string]any{"label": random(40)})
		s.must(t, 200, "PUT", carl.at("/devices/"+carl.id), anna.token, map[string]any{"label": random(40)})
	})
}
