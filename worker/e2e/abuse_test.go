//go:build !js

package e2e

import (
	"encoding/json"
	"maps"
	"regexp"
	"strings"
	"testing"

	"cleanbreak/core/replica"
)

// seen is the minute of a device's last request, which goes on.
var seen = regexp.MustCompile(`"seen":\d+,`)

// TestAbuseOfEveryEndpoint sends each that takes a body what is none of its, as a
// manager: a clear 4xx each time, and nothing is there that was not before.
func TestAbuseOfEveryEndpoint(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		d := found(t, s)
		d.push(t, touch(tag()))
		state := func() string {
			devices := s.must(t, 200, "GET", d.at("/devices"), d.token, nil).text
			return s.must(t, 200, "GET", d.at("/export"), d.token, nil).text + seen.ReplaceAllString(devices, "")
		}
		before := state()
		for _, o := range operations(t) {
			if o.body == nil || strings.HasSuffix(o.path, "/pair") { // its attempts are counted; see below
				continue
			}
			path := strings.NewReplacer("{team}", d.team, "{device}", d.id).Replace(o.path)
			for _, body := range spoilt(t, sample(o.body)) {
				a, err := s.ask(o.method, path, d.token, body)
				if err != nil || a.status < 400 || a.status > 499 || a.code() == "" {
					t.Errorf("%s %s takes %.200q: %d %s %v", o.method, o.path, body, a.status, a.text, err)
				}
			}
		}
		if after := state(); after != before {
			t.Errorf("it left something:\n%s\n%s", before, after)
		}
		for _, body := range spoilt(t, map[string]any{"auth": random(32), "public_key": random(32)}) {
			if a, err := s.ask("POST", d.at("/pair"), newToken(), body); err != nil || a.status != 400 {
				t.Errorf("pair takes %.200q: %d %s %v", body, a.status, a.text, err)
			}
		}
	})
}

// spoilt gives a body's JSON in ways that are not quite JSON, or not quite it.
func spoilt(t *testing.T, good any) []string {
	t.Helper()
	b, err := json.Marshal(good)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	inside := strings.TrimPrefix(text, "{")
	out := []string{
		"", "null", "[]", "0", `"x"`, text[:len(text)-1], text + text, "[" + text + "]", "\ufeff" + text,
		`{"x":1,` + inside, `{"x":` + strings.Repeat("[", 9999), `{"\u0000":1,` + inside, `{"\ud800":1,` + inside,
		"{\"\x00\":1," + inside, "{\"\xff\":1," + inside, "{x:1," + inside, "{'x':1," + inside, "{/**/" + inside,
	}
	fields, _ := good.(map[string]any)
	for name := range fields {
		field := `"` + name + `":`
		for _, value := range []string{"null", "[]", "{}", "1.5", "9007199254740993", "1e3", `""`, `"\u0041"`, `"` + strings.Repeat("A", 20_000) + `"`} {
			rest := map[string]any{}
			maps.Copy(rest, fields)
			delete(rest, name)
			b, _ := json.Marshal(rest)
			comma := map[bool]string{true: ",", false: ""}[len(rest) > 0]
			if other := strings.TrimPrefix(string(b), "{"); value != "[]" || typeOf(fields[name]) != "array" {
				out = append(out, "{"+field+value+comma+other)
			}
		}
		out = append(out,
			strings.Replace(text, field, strings.ToUpper(field), 1),
			"{"+field+"1,"+inside)
	}
	return out
}

func TestAbuse(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		d := found(t, s)
		good := touch(tag())
		w := touch(tag())
		one := string(replica.AppendWire(nil, &w))
		ok := string(replica.AppendWire(nil, &good))
		frame := func(offers ...string) string {
			return `{"client":1,"cursor":"0","events":[` + strings.Join(offers, ",") + `]}`
		}
		wrap := func(event string) string { return `{"event":` + event + `}` }
		frames := []struct{ about, body, code string }{
			{"empty", ``, "malformed"},
			{"not JSON", `hello`, "malformed"},
			{"an array", `[]`, "wrong-type"},
			{"half", frame(wrap(one))[:100], "malformed"},
			{"twice a field", `{"client":1,"client":1,"cursor":"0","events":[]}`, "duplicate-field"},
			{"another case", `{"Client":1,"cursor":"0","events":[]}`, "unknown-field"},
			{"JSON5", `{client:1,cursor:'0',events:[]}`, "malformed"},
			{"a trailing comma", `{"client":1,"cursor":"0","events":[],}`, "malformed"},
			{"NUL", "{\"client\":1,\"cursor\":\"\x00\",\"events\":[]}", "malformed"},
			{"an event with NUL beside a good one", frame(wrap(ok), wrap(strings.Replace(one, `"email"`, `"e\u0000"`, 1))), "malformed"},
			{"a lone surrogate", frame(wrap(ok), wrap(strings.Replace(one, `"email"`, `"\ud800"`, 1))), "malformed"},
			{"bytes that are not UTF-8", frame(wrap(strings.Replace(one, `"email"`, "\"\xff\"", 1))), "malformed"},
			{"depth", frame(strings.Repeat("[", 5000) + strings.Repeat("]", 5000)), "malformed"},
			{"a cursor of another kind", `{"client":1,"cursor":"1.AA","events":[]}`, "wrong-cursor"},
			{"a number too large", `{"client":99999999999999999999,"cursor":"0","events":[]}`, "out-of-range"},
			{"no events", `{"client":1,"cursor":"0"}`, "missing-field"},
			{"more after the end", frame() + `{}`, "malformed"},
			{"201 events", frame(strings.Split(strings.Repeat(wrap(one)+"\n", 201)[:201*(len(wrap(one))+1)-1], "\n")...), "too-large"},
		}
		for _, c := range frames {
			a, err := s.ask("POST", d.at("/sync"), d.token, c.body)
			if err != nil || a.status != 400 || a.code() != c.code {
				t.Errorf("%s: %d %s %v, want 400 %s", c.about, a.status, a.text, err, c.code)
			}
		}
		if a := s.must(t, 426, "POST", d.at("/sync"), d.token, `{"client":0,"cursor":"0","events":[]}`); a.code() != "client-too-old" {
			t.Error(a.text)
		}
		if r := d.push(t); len(r.Events) != 0 {
			t.Fatalf("something was stored: %+v", r.Events)
		}
		events := []struct{ about, old, new, code string }{
			{"twice a field", `"at":`, `"at":1,"at":`, "duplicate-field"},
			{"another case", `"at":`, `"AT":`, "unknown-field"},
			{"a name in the clear", `"at":`, `"name":"x","at":`, "unknown-field"},
			{"past 2^53", `"at":1795000000000`, `"at":9007199254740993`, "out-of-range"},
			{"past 9999", `"at":1795000000000`, `"at":253402300800000`, "out-of-range"},
			{"a fraction", `"at":1795000000000`, `"at":1.5`, "wrong-type"},
			{"a short seal", w.Sealed, w.Sealed[:20], "wrong-length"},
			{"a large one", w.Sealed, strings.Repeat("s", 8192), "too-large"},
			{"an escape", `"email"`, `"e\u006dail"`, "wrong-text"},
			{"a null", `"email"`, `null`, "wrong-type"},
			{"nesting", `"email"`, `{"a":[1,2,{"b":null}]}`, "wrong-type"},
			{"an unknown key", `"key":"` + key, `"key":"` + key[:21] + "Q", "unknown-key"},
			{"a forged author", `}`, `},"author":"` + d.member + `","role":"manager","receipt":"` + tag() + `"`, "receipt-refused"},
		}
		for _, c := range events {
			wrapped := wrap(strings.Replace(one, c.old, c.new, 1))
			if c.code == "receipt-refused" {
				wrapped = strings.Replace(wrap(one), "}}", c.new[0:1]+c.new[1:]+"}", 1)
			}
			a := s.must(t, 200, "POST", d.at("/sync"), d.token, frame(wrapped))
			r := d.keep(t, a)
			if len(r.Refused) != 1 || r.Refused[0].ID != w.ID || r.Refused[0].Code != c.code || len(r.Events) != 0 {
				t.Errorf("%s: %s, want refused as %s", c.about, a.text, c.code)
			}
		}
		a := s.must(t, 200, "POST", d.at("/sync"), d.token, frame(wrap(strings.Replace(one, `"at":`, `"AT":`, 1)), wrap(ok)))
		if r := d.keep(t, a); len(r.Acknowledged) != 1 || len(r.Refused) != 1 || len(r.Events) != 1 {
			t.Errorf("a bad one beside a good one: %s", a.text)
		}
	})
}

// TestAFieldAtFaultIsNamed sends a body without a field, with a wrong one, with one more,
// and one that is no JSON.
func TestAFieldAtFaultIsNamed(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		for _, c := range []struct{ body, code, detail string }{
			{`{}`, "missing-field", `The field is "setup". At byte 2 of the body.`},
			{`{"setup":"x","public_key":"` + random(32) + `"}`, "missing-field", `The field is "key".`},
			{`{"setup":"x","key":5}`, "wrong-type", `The field is "key". At byte 19 of the body.`},
			{`{"setup":"x","kye":5}`, "unknown-field", `At byte 19 of the body.`},
			{`hello`, "malformed", "At byte 0 of the body."},
			{`[]`, "wrong-type", "At byte 0 of the body."},
		} {
			a := s.must(t, 400, "PUT", "/v1/teams/"+tag(), newToken(), c.body)
			if detail, _ := a.body["detail"].(string); a.code() != c.code || !strings.HasPrefix(detail, c.detail) {
				t.Errorf("%s: %s", c.body, a.text)
			}
		}
	})
}
