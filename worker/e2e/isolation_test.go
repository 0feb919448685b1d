//go:build !js

package e2e

import (
	"net/http"
	"strings"
	"testing"

	"cleanbreak/core/seal"
	"cleanbreak/worker/api"
)

func endpoints() (out []string) {
	for _, e := range api.Endpoints() {
		out = append(out, e.Method+" "+e.Path)
	}
	return out
}

// TestIsolation asks every endpoint with every token that must not do.
func TestIsolation(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		mine, theirs := found(t, s), found(t, s)
		kim := tag()
		mine.push(t, touch(kim))
		rep := mine.join(t, "rep")
		gone := mine.join(t, "rep")
		s.must(t, 200, "POST", mine.at("/devices/"+gone.id+"/remove"), mine.token, rotation(mine, rep))
		tokens := map[string]string{
			"no token": "", "another team's": theirs.token, "a removed device's": gone.token, "malformed": "cbd_x",
			"unknown": newToken(), "mistyped": mine.token[:len(mine.token)-1] + "~",
		}
		for _, e := range api.Endpoints() {
			if e.Public || e.Secret {
				continue
			}
			path := strings.NewReplacer("{team}", mine.team, "{device}", rep.id).Replace(e.Path)
			for about, token := range tokens {
				refused(t, s, e, path, about, token, 401, "unknown-token", kim)
			}
			if e.Manager {
				refused(t, s, e, path, "a rep's", rep.token, 403, "manager-only", kim)
			}
			// A team that does not exist answers as one whose token is wrong.
			refused(t, s, e, strings.Replace(path, mine.team, tag(), 1), "a team that is not", mine.token, 401, "unknown-token", kim)
		}
		if r := theirs.push(t); len(r.Events) != 0 {
			t.Errorf("another team's pull gives %+v", r.Events)
		}
		if a := s.must(t, 404, "GET", theirs.at("/prospects?who="+kim), theirs.token, nil); a.code() != "unknown-pseudonym" {
			t.Error(a.text)
		}
	})
}

func refused(t *testing.T, s *server, e api.Endpoint, path, about, token string, status int, code, kim string) {
	t.Helper()
	var body any
	if e.Method != "GET" {
		body = `{}`
	}
	a, err := s.ask(e.Method, path, token, body)
	if err != nil {
		t.Fatal(err)
	}
	if a.status != status || a.code() != code || strings.Contains(a.text, kim) {
		t.Errorf("%s %s with %s token: %d %s", e.Method, e.Path, about, a.status, a.text)
	}
}

// rotation seals a new key for those who stay.
func rotation(stay ...*device) map[string]any {
	var sealed []map[string]string
	for _, d := range stay {
		sealed = append(sealed, map[string]string{"device": d.id, "sealed": random(80)})
	}
	return map[string]any{"key": tag(), "for": sealed}
}

func TestSecretsThatAreWrong(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		body := map[string]any{"setup": setup + "x", "key": key, "public_key": random(32)}
		if a := s.must(t, 403, "PUT", "/v1/teams/"+tag(), newToken(), body); a.code() != "setup-refused" {
			t.Error(a.text)
		}
		d := found(t, s)
		body["setup"] = setup
		s.must(t, 200, "PUT", d.at(""), d.token, body)
		if a := s.must(t, 409, "PUT", d.at(""), newToken(), body); a.code() != "team-exists" {
			t.Error(a.text)
		}
		pair := map[string]any{"auth": random(32), "public_key": random(32)}
		for n := range 21 {
			a, err := s.ask("POST", d.at("/pair"), newToken(), pair)
			if err != nil || a.status != map[bool]int{true: 403, false: 429}[n < 20] {
				t.Fatalf("attempt %d: %d %v", n+1, a.status, err)
			}
		}
		if a := s.must(t, 403, "POST", "/v1/teams/"+tag()+"/pair", newToken(), pair); a.code() != "invitation-refused" {
			t.Error(a.text)
		}
	})
}

func TestAnInvitationLetsOneDeviceIn(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		d := found(t, s)
		auth, token := random(32), newToken()
		s.must(t, 201, "POST", d.at("/invitations"), d.token, map[string]any{"auth": seal.Hash(auth), "role": "rep", "wrapped": random(60)})
		pair := map[string]any{"auth": auth, "public_key": random(32)}
		first := s.must(t, 200, "POST", d.at("/pair"), token, pair)
		if again := s.must(t, 200, "POST", d.at("/pair"), token, pair); again.text != first.text {
			t.Errorf("%s, then %s", first.text, again.text)
		}
		s.must(t, 403, "POST", d.at("/pair"), newToken(), pair)
		rep := &device{s: s, team: d.team, token: token}
		if a := s.must(t, 403, "POST", rep.at("/invitations"), token, map[string]any{"auth": tag() + tag()[:21], "role": "manager", "wrapped": random(60)}); a.code() != "manager-only" {
			t.Error(a.text)
		}
		s.must(t, 201, "POST", rep.at("/invitations"), token, map[string]any{"auth": seal.Hash("x"), "own": true, "wrapped": random(60)})
	})
}

func TestARotationReachesWhoStays(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben, carl := anna.join(t, "rep"), anna.join(t, "rep")
		paper := random(32)
		pair := map[string]any{"auth": seal.Hash(paper), "recovery": true, "public_key": random(32), "wrapped": random(60)}
		recovery := s.must(t, 201, "POST", anna.at("/invitations"), anna.token, pair).body["invitation"].(string)
		if a := s.must(t, 409, "POST", anna.at("/devices/"+carl.id+"/remove"), anna.token, rotation(anna, ben)); a.code() != "devices-changed" {
			t.Error(a.text)
		}
		if a := s.must(t, 403, "POST", anna.at("/devices/"+carl.id+"/remove"), ben.token, rotation(anna, ben)); a.code() != "manager-only" {
			t.Error(a.text)
		}
		turn := rotation(anna, ben, &device{id: recovery})
		s.must(t, 200, "POST", anna.at("/devices/"+carl.id+"/remove"), anna.token, turn)
		s.must(t, 401, "GET", carl.at("/keys"), carl.token, nil)
		if a := s.must(t, 200, "GET", ben.at("/keys"), ben.token, nil); a.body["key"] != turn["key"] || len(a.body["keys"].([]any)) != 1 {
			t.Error(a.text)
		}
		if a := s.must(t, 409, "POST", anna.at("/devices/"+anna.id+"/remove"), anna.token, rotation(ben, &device{id: recovery})); a.code() != "last-manager" {
			t.Error(a.text)
		}
		// All devices are lost: the printed key brings a manager back, with the new key.
		back := s.must(t, 200, "POST", anna.at("/pair"), newToken(), map[string]any{"auth": paper, "public_key": random(32)})
		if keys, _ := back.body["keys"].([]any); back.body["role"] != "manager" || len(keys) != 1 {
			t.Error(back.text)
		}
	})
}

func TestOriginsAndForms(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		d := found(t, s)
		ask := func(method, path string, headers map[string]string, body string) answer {
			r, err := http.NewRequest(method, s.url+path, strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Authorization", "Bearer "+d.token)
			for name, value := range headers {
				r.Header.Set(name, value)
			}
			a, err := send(r)
			if err != nil {
				t.Fatal(err)
			}
			if err := held(method, path, a); err != nil {
				t.Error(err)
			}
			return a
		}
		json := map[string]string{"Content-Type": "application/json"}
		extension := "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
		if a := ask("GET", d.at("/keys"), map[string]string{"Origin": extension}, ""); a.header.Get("Access-Control-Allow-Origin") != extension {
			t.Errorf("%d %v", a.status, a.header)
		}
		if a := ask("OPTIONS", d.at("/sync"), map[string]string{"Origin": "moz-extension://0a1b"}, ""); a.status != 204 || !strings.Contains(a.header.Get("Access-Control-Allow-Headers"), "Authorization") {
			t.Errorf("%d %v", a.status, a.header)
		}
		cases := []struct {
			method, path string
			headers      map[string]string
			body         string
			status       int
			code         string
		}{
			{"GET", d.at("/keys"), map[string]string{"Origin": "https://evil.example"}, "", 403, "origin-refused"},
			{"GET", d.at("/keys"), map[string]string{"Origin": "null"}, "", 403, "origin-refused"},
			{"GET", "/v1/nothing", nil, "", 404, "not-found"},
			{"GET", "/v1/teams/short/keys", nil, "", 404, "not-found"},
			{"GET", d.at("/nothing"), nil, "", 404, "not-found"},
			{"PATCH", d.at("/sync"), json, "{}", 405, "wrong-method"},
			{"POST", d.at("/sync"), nil, "{}", 415, "not-json"},
			{"POST", d.at("/sync"), map[string]string{"Content-Type": "application/json", "Content-Encoding": "gzip"}, "{}", 415, "compressed"},
			{"POST", d.at("/sync"), json, frameOf("0") + strings.Repeat(" ", 512<<10), 413, "body-too-large"},
			{"GET", d.at("/events?after=1"), nil, "", 400, "wrong-cursor"},
			{"GET", d.at("/events?after=9.AAAAAAAAAAA"), nil, "", 409, "rewound"},
			{"GET", d.at("/events?limit=501"), nil, "", 400, "wrong-parameter"},
			{"GET", d.at("/events?limit=1&limit=2"), nil, "", 400, "wrong-parameter"},
			{"GET", d.at("/prospects?who=kim@acme.example"), nil, "", 400, "wrong-parameter"},
			{"GET", d.at("/playbook"), nil, "", 404, "no-playbook"},
			{"GET", d.at("/live"), nil, "", 426, "not-upgrade"},
		}
		for _, c := range cases {
			if a := ask(c.method, c.path, c.headers, c.body); a.status != c.status || a.code() != c.code {
				t.Errorf("%s %s %v: %d %s, want %d %s", c.method, c.path, c.headers, a.status, a.text, c.status, c.code)
			}
		}
	})
}
