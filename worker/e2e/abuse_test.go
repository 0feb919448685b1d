//go:build !js

package e2e

import (
	"strings"
	"testing"

	"cleanbreak/core/replica"
)

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
			{"empty", ``, "wrong-type"},
			{"not JSON", `hello`, "wrong-type"},
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
