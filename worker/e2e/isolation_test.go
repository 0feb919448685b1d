//go:build !js

package e2e

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// operation is one method of one address, as openapi.yaml describes it.
type operation struct {
	method, path string
	answers      string         // whom: anybody, any device, managers, who has a secret
	alone        bool           // managers, and reps for nothing
	body         map[string]any // what it takes; nil where it takes none
}

// operations gives all that the document has. A description whose first words
// do not say whom it answers fails the test: no endpoint can be left out.
func operations(t *testing.T) (out []operation) {
	t.Helper()
	for path, each := range asMap(contract()["paths"]) {
		for method, about := range asMap(each) {
			if method == "parameters" {
				continue
			}
			words, _ := dig(about, "description").(string)
			answers, _, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(words, "Answers "), "."), ";")
			if strings.HasPrefix(answers, "who has ") {
				answers = "who has"
			}
			if !slices.Contains([]string{"anybody", "any device", "managers", "who has"}, answers) {
				t.Fatalf("%s %s: its description does not say whom it answers: %q", method, path, words)
			}
			schema, _ := dig(about, "requestBody", "content", "application/json", "schema").(map[string]any)
			out = append(out, operation{strings.ToUpper(method), path, answers, words == "Answers managers.", schema})
		}
	}
	slices.SortFunc(out, func(a, b operation) int { return strings.Compare(a.path+a.method, b.path+b.method) })
	return out
}

// sample makes a value of a schema, with the fields that are needed.
func sample(schema any) any {
	s := resolve(schema)
	if pattern, _ := s["pattern"].(string); strings.HasPrefix(pattern, "^[A-Za-z0-9_-]{21}") {
		return tag()
	} else if strings.HasPrefix(pattern, "^(0|") {
		return "0"
	} else if pattern == "^[a-z-]{1,32}$" {
		return "touch"
	}
	if words, ok := s["enum"].([]any); ok {
		return words[0]
	}
	if choices, ok := s["oneOf"].([]any); ok {
		return sample(choices[0])
	}
	switch s["type"] {
	case "string":
		return random(32)
	case "integer":
		return 1
	case "boolean":
		return true
	case "array":
		return []any{}
	}
	out := map[string]any{}
	required, _ := s["required"].([]any)
	for _, name := range required {
		out[name.(string)] = sample(asMap(s["properties"])[name.(string)])
	}
	return out
}

// TestIsolation asks every endpoint that openapi.yaml has with every token that
// must not do, and with the right one for what is another team's.
func TestIsolation(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		mine, theirs := found(t, s), found(t, s)
		kim, jo := touch(tag()), touch(tag())
		mine.push(t, kim)
		theirs.push(t, jo)
		rep, theirRep := mine.join(t, "rep"), theirs.join(t, "rep")
		gone := mine.join(t, "rep")
		mine.remove(t, gone.id)
		dismissed := mine.join(t, "manager")
		mine.remove(t, dismissed.id)
		refusals := []struct{ about, token string }{
			{"no", ""}, {"another team's manager's", theirs.token}, {"another team's rep's", theirRep.token}, {"a removed rep's", gone.token}, {"a removed manager's", dismissed.token},
			{"a malformed", "cbd_x"}, {"an unknown", newToken()}, {"a mistyped", mine.token[:len(mine.token)-1] + "~"},
		}
		before := s.must(t, 200, "GET", mine.at("/export"), mine.token, nil).text
		for _, o := range operations(t) {
			path := strings.NewReplacer("{team}", mine.team, "{device}", rep.id).Replace(o.path)
			if o.answers == "anybody" {
				continue
			}
			for _, r := range refusals {
				o.refused(t, s, path, r.about, r.token, 401, "unknown-token", mine, kim)
			}
			if o.alone {
				o.refused(t, s, path, "a rep's", rep.token, 403, "manager-only", mine, kim)
			}
			// A team that does not exist answers as one whose token is wrong.
			o.refused(t, s, strings.Replace(path, mine.team, tag(), 1), "the right", mine.token, 401, "unknown-token", mine, kim)
		}
		if after := s.must(t, 200, "GET", mine.at("/export"), mine.token, nil).text; after != before {
			t.Errorf("what was refused left something:\n%s\n%s", before, after)
		}
		nothingOf(t, s, mine, theirs, jo)
	})
}

// refused sends what the endpoint takes with a token that must not do.
func (o operation) refused(t *testing.T, s *server, path, about, token string, status int, code string, mine *device, kim replica.Wire) {
	t.Helper()
	var body any
	if o.body != nil {
		body = sample(o.body)
	}
	a, err := s.ask(o.method, path, token, body)
	if o.method+" "+o.path == "GET /v1/teams/{team}/live" {
		a, err = s.knock(path, token, tag())
	}
	if err != nil {
		t.Fatal(err)
	}
	good := a.status == status && a.code() == code
	if o.answers == "who has" { // it looks at another secret, which is wrong too
		good = a.status >= 400 && a.status < 500 && a.code() != "not-upgrade"
	}
	if !good || has(a.text, mine, kim) {
		t.Errorf("%s %s with %s token: %d %s", o.method, o.path, about, a.status, a.text)
	}
}

// nothingOf asks every endpoint of a team as its manager, for what is another
// team's: no answer has anything of that team.
func nothingOf(t *testing.T, s *server, mine, theirs *device, jo replica.Wire) {
	t.Helper()
	before := s.must(t, 200, "GET", theirs.at("/export"), theirs.token, nil).text
	for _, o := range operations(t) {
		path := strings.NewReplacer("{team}", mine.team, "{device}", theirs.id).Replace(o.path)
		for _, query := range []string{"", "?who=" + jo.Who[0], "?after=" + theirs.cursor, "?before=9"} {
			if query != "" && o.method != "GET" {
				continue
			}
			var body any
			if o.body != nil {
				body = sample(o.body)
			}
			a, err := s.ask(o.method, path+query, mine.token, body)
			if err != nil {
				t.Fatal(err)
			}
			if has(a.text, theirs, jo) || (strings.Contains(o.path, "{device}") && a.status < 400) {
				t.Errorf("%s %s%s for what is another team's: %d %s", o.method, o.path, query, a.status, a.text)
			}
		}
	}
	if after := s.must(t, 200, "GET", theirs.at("/export"), theirs.token, nil).text; after != before {
		t.Errorf("another team's manager changed:\n%s\n%s", before, after)
	}
}

// has reports whether a text has anything of a team: its devices, its people,
// its events, its places in the log.
func has(text string, d *device, e replica.Wire) bool {
	_, place, _ := strings.Cut(d.cursor, ".")
	return slices.ContainsFunc([]string{d.id, d.member, e.ID, e.Who[0], e.Sealed, place}, func(part string) bool {
		return part != "" && strings.Contains(text, part)
	})
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
		attempts := 0 // until no more are taken, after 20; more where an hour ends between them
		for status := 0; status != 429; attempts++ {
			a, err := s.ask("POST", d.at("/pair"), newToken(), pair)
			if status = a.status; err != nil || status != 403 && status != 429 || attempts > 40 {
				t.Fatalf("attempt %d: %d %v", attempts+1, status, err)
			}
		}
		if attempts <= 20 {
			t.Errorf("attempt %d was not taken", attempts)
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
