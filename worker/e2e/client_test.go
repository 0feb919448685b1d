//go:build !js

package e2e

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"testing"

	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// device is a member's device, as far as the server sees one.
type device struct {
	s                       *server
	team, token, id, member string
	cursor                  string
	log                     []entry
}

// entry is what a pull gives of one row.
type entry struct {
	Seq      int64           `json:"seq"`
	Tag      string          `json:"tag"`
	Received int64           `json:"received"`
	Author   string          `json:"author"`
	Role     string          `json:"role"`
	Receipt  string          `json:"receipt"`
	Event    json.RawMessage `json:"event"`
}

// round is what a sync gives.
type round struct {
	Acknowledged []string
	Refused      []struct{ ID, Code string }
	Rewound      bool
	Events       []entry
	Cursor       string
	More         bool
	Key          string
}

func random(n int) string {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

func tag() string { return random(16) }

func newToken() string {
	var b [32]byte
	_, _ = rand.Read(b[:])
	return seal.NewToken(b)
}

const key = "AAAAAAAAAAAAAAAAAAAAAA" // id of the first sealing key

// found makes a team, and gives its manager's device.
func found(t *testing.T, s *server) *device {
	t.Helper()
	d := &device{s: s, team: tag(), token: newToken(), cursor: "0"}
	a := s.must(t, 200, "PUT", "/v1/teams/"+d.team, d.token, map[string]any{"setup": setup, "key": key, "public_key": random(32)})
	d.id, d.member = a.body["device"].(string), a.body["member"].(string)
	return d
}

// join invites a device of that role and lets it in.
func (d *device) join(t *testing.T, role string) *device {
	t.Helper()
	auth := random(32)
	d.s.must(t, 201, "POST", d.at("/invitations"), d.token, map[string]any{"auth": seal.Hash(auth), "role": role, "wrapped": random(60)})
	e := &device{s: d.s, team: d.team, token: newToken(), cursor: "0"}
	a := d.s.must(t, 200, "POST", d.at("/pair"), e.token, map[string]any{"auth": auth, "public_key": random(32)})
	e.id, e.member = a.body["device"].(string), a.body["member"].(string)
	return e
}

func (d *device) at(path string) string { return "/v1/teams/" + d.team + path }

// event completes a header with what every event needs.
func event(w replica.Wire) replica.Wire {
	if w.ID == "" {
		w.ID = tag()
	}
	if w.At == 0 {
		w.At = 1_795_000_000_000
	}
	w.Key = key
	if w.Sealed == "" {
		w.Sealed = random(60)
	}
	if w.Kind == replica.Touch || w.Kind == replica.Reply {
		if w.Channel == "" {
			w.Channel = "email"
		}
		w.Direction = map[string]string{replica.Touch: "out", replica.Reply: "in"}[w.Kind]
	}
	return w
}

func touch(who ...string) replica.Wire {
	return event(replica.Wire{Header: replica.Header{Kind: replica.Touch, Who: who}})
}

func frameOf(cursor string, events ...replica.Wire) string {
	b := []byte(`{"client":1,"cursor":"` + cursor + `","events":[`)
	for i := range events {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(replica.AppendWire(append(b, `{"event":`...), &events[i]), '}')
	}
	return string(append(b, `]}`...))
}

// push syncs, and keeps what comes.
func (d *device) push(t *testing.T, events ...replica.Wire) round {
	t.Helper()
	a := d.s.must(t, 200, "POST", d.at("/sync"), d.token, frameOf(d.cursor, events...))
	return d.keep(t, a)
}

func (d *device) keep(t *testing.T, a answer) round {
	t.Helper()
	var r round
	if err := json.Unmarshal([]byte(a.text), &r); err != nil {
		t.Fatalf("%v in %s", err, a.text)
	}
	d.log, d.cursor = append(d.log, r.Events...), r.Cursor
	return r
}

// prospect asks for one person.
func (d *device) prospect(t *testing.T, who string) map[string]any {
	t.Helper()
	return d.s.must(t, 200, "GET", d.at("/prospects?who="+who), d.token, nil).body
}
