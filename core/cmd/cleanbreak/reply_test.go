package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestReply(t *testing.T) {
	for _, c := range []struct {
		about, in string
		code      int
		out, err  string
	}{
		{"two lines", `{"id":"a","text":"Not before April.","received":"2026-11-04"}` + "\n\n" + `{"id":"b","text":"?"}`, 0, `"on":"2027-04-01"`, ""},
		{"nothing is null but dates", `{"text":""}`, 0, `{"id":"","visible":"","intents":[{"intent":"unclear","quote":"","confidence":0.5}],"machine":false,"returns":null,"referrals":[],"lang":""}`, ""},
		{"a threat is a goodbye too", `{"text":"The next mail goes to my lawyer."}`, 0, `{"intent":"unsubscribe","quote":"The next mail goes to my lawyer."`, ""},
		{"unknown field", `{"text":""}` + "\n" + `{"txt":""}`, 2, "", "cleanbreak reply: standard input: line 2, column 2: txt: unknown field"},
		{"wrong type", `{"text":7}`, 2, "", "line 1, column 9: text: "},
		{"a language in words", `{"text":"?","lang":"klingon"}`, 2, "", `line 1, column 20: lang: is "klingon"; it takes a language as a page names it, de or pt-BR, or nothing`},
		{"no language", `{"text":"?","lang":"1a"}`, 2, "", `lang: is "1a"`},
		{"a language as a page names it", `{"text":"?","lang":"pt-BR"}`, 0, `"lang":"pt-BR"`, ""},
		{"nothing", "\n", 0, "", "cleanbreak reply: standard input: holds no message"},
		{"bad moment", "\n" + `{"received":"today"}`, 2, "", `line 2, column 13: received: is "today"`},
	} {
		t.Run(c.about, func(t *testing.T) {
			var out, complaints bytes.Buffer
			code := run([]string{"reply", "-"}, strings.NewReader(c.in), &out, &complaints)
			if code != c.code || !strings.Contains(out.String(), c.out) || !strings.Contains(complaints.String(), c.err) {
				t.Errorf("exit %d\n%s%s\nwant exit %d, %q, %q", code, out.String(), complaints.String(), c.code, c.out, c.err)
			}
		})
	}
}
