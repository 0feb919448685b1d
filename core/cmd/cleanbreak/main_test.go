package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cleanbreak/core/playbook"
)

func TestAssess(t *testing.T) {
	cases := []struct {
		about, in string
		code      int
		out, err  string
	}{
		{"one case", `{"now":"2026-11-20T09:00:00Z"}`, 0, `"verdict": "keep"`, ""},
		{"a list", `[{"now":"2026-11-20T09:00:00Z"},{"now":"2026-11-20"}]`, 0, "[\n  {\n    \"verdict\": \"keep\"", ""},
		{"no moment", `{}`, 2, "", "cleanbreak assess: standard input: line 1, column 1: now: is missing"},
		{"unknown field", "{\"now\":\"2026-11-20\",\n\"event\":[]}", 2, "", "line 2, column 1: event: unknown field"},
		{"unknown channel", "{\"now\":\"2026-11-20\",\"events\":[\n{\"at\":\"2026-11-02\",\"type\":\"touch\",\"channel\":\"mail\"}]}", 2, "", `line 2, column 45: events[0].channel: is "mail"; it takes one of: email`},
		{"no channel", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"touch"}]}`, 2, "", "events[0].channel: is missing"},
		{"bad moment in a list", `[{"now":"2026-11-20"},{"now":"tomorrow"}]`, 2, "", `[1].now: is "tomorrow"`},
		{"unknown zone", `{"now":"2026-11-20","zone":"Berlin"}`, 2, "", "Europe/Berlin"},
		{"a country in words", `{"now":"2026-11-20","country":"Germany"}`, 2, "", `country: is "Germany"; write two letters, as DE`},
		{"a country in small letters", `{"now":"2026-11-20","country":"de"}`, 0, `"verdict": "keep"`, ""},
		{"a byte order mark", "\ufeff{\"now\":\"2026-11-20\"}", 0, `"verdict": "keep"`, ""},
		{"not UTF-8", "{\"now\":\"2026-11-20\",\"rep\":\"\xff\"}", 2, "", "save it as UTF-8"},
		{"a reply by no channel", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"reply","channel":"pigeon"}]}`, 2, "", `events[0].channel: is "pigeon"`},
		{"a pause of no kind", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"decision","verdict":"pause","kind":"ghosting"}]}`, 2, "", `events[0].kind: is "ghosting"; it takes one of: not-now`},
		{"a pause that is over before it begins", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"decision","verdict":"pause","until":"2020-01-01"}]}`, 2, "", "events[0].until: lies before the decision"},
		{"a word about no signal", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"dismiss","signal":"wurst"}]}`, 2, "", `events[0].signal: is "wurst"; no signal or rule is called that`},
		{"a word about no event", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"dismiss","of":"2026-11-01"}]}`, 2, "", "events[0].of: is a moment at which nothing happened"},
		{"minutes below zero", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"touch","channel":"email","minutes":-5}]}`, 2, "", "events[0].minutes: is -5; it takes 0 to 1440"},
		{"a value below zero", `{"now":"2026-11-20","opportunity":{"value":-1}}`, 2, "", "opportunity.value: is -1; it takes 0 to"},
		{"a meeting booked for no day", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"meeting","disposition":"scheduled"}]}`, 2, "", "events[0].starts: is missing"},
		{"a meeting held in the future", `{"now":"2026-11-20","events":[{"at":"2026-11-02","type":"meeting","disposition":"completed","starts":"2026-12-01"}]}`, 2, "", "events[0].starts: lies after now"},
		{"unknown playbook", `{"now":"2026-11-20","playbook":"mine"}`, 2, "", `no playbook is called "mine"; there are: balanced, hoffman`},
		{"no JSON", `{"now":}`, 2, "", "line 1, column 8: now: is no JSON here; is a comma, a colon or a quotation mark missing?"},
		{"no case", `today`, 2, "", "cleanbreak assess: standard input: line 1, column"},
		{"a voice's", `{"now":"2026-11-20","playbook":"calvert","events":[{"at":"2026-11-02","type":"touch","channel":"email"}]}`, 0, `"rule": "attempts"`, ""},
		{"a playbook of its own", `{"now":"2026-11-20","playbook":{"name":"x","extends":"balanced","channels":["fax"]}}`, 0, `"channel": "fax"`, ""},
		{"whose rules judged", `{"now":"2026-11-20"}`, 0, `"playbook": "balanced"`, ""},
		{"a voice's rules judged", `{"now":"2026-11-20","playbook":"calvert"}`, 0, `"playbook": "calvert"`, ""},
		{"a team's rules judged", `{"now":"2026-11-20","playbook":{"name":"Northwind","extends":"balanced"}}`, 0, `"playbook": "Northwind"`, ""},
		{"a wrong one", `{"now":"2026-11-20","playbook":{"name":"x","extends":"balanced","floor":{"touches":0}}}`, 2, "", ": playbook.floor.touches: is 0"},
		{"what is no playbook", `{"now":"2026-11-20","playbook":3}`, 2, "", "playbook: takes a name in quotes, or a playbook, {…}"},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			var out, complaints bytes.Buffer
			code := run([]string{"assess", "-"}, strings.NewReader(c.in), &out, &complaints)
			if code != c.code || !strings.Contains(out.String(), c.out) || !strings.Contains(complaints.String(), c.err) {
				t.Errorf("exit %d\n%s%s\nwant exit %d, %q, %q", code, out.String(), complaints.String(), c.code, c.out, c.err)
			}
		})
	}
}

func TestArraysAreNeverNull(t *testing.T) {
	var out, complaints bytes.Buffer
	run([]string{"assess", "-"}, strings.NewReader(`{"now":"2026-11-20"}`), &out, &complaints)
	for _, field := range []string{"unsure", "parts", "voices", "flips", "steps", "evidence"} {
		if strings.Contains(out.String(), `"`+field+`": null`) {
			t.Errorf("%s is null:\n%s", field, out.String())
		}
	}
}

func TestFilesAndUsage(t *testing.T) {
	var out, complaints bytes.Buffer
	if code := run(nil, nil, &out, &complaints); code != 2 || !strings.Contains(complaints.String(), "usage:") {
		t.Errorf("no arguments: exit %d, %q", code, complaints.String())
	}
	complaints.Reset()
	missing := filepath.Join(t.TempDir(), "missing.json")
	if code := run([]string{"assess", missing}, nil, &out, &complaints); code != 2 || !strings.Contains(complaints.String(), "missing.json") {
		t.Errorf("missing file: exit %d, %q", code, complaints.String())
	}
	file := filepath.Join(t.TempDir(), "case.json")
	if err := os.WriteFile(file, []byte(`{"now":"2026-11-20"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if code := run([]string{"assess", file}, nil, &out, &complaints); code != 0 {
		t.Errorf("a file: exit %d, %q", code, complaints.String())
	}
}

func TestLang(t *testing.T) {
	for lang, want := range map[string]string{"de": "Noch kein Kontakt bekannt", "es": "Aún no se conoce ningún contacto", "en": "No contact with them is known yet", "xx": `no language "xx": want en, de, es or fr`} {
		var out, complaints bytes.Buffer
		code := run([]string{"assess", "-playbook", "balanced", "-lang", lang, "-"}, strings.NewReader(`{"now":"2026-11-20"}`), &out, &complaints)
		if !strings.Contains(out.String()+complaints.String(), want) || (code == 0) == (lang == "xx") {
			t.Errorf("-lang %s: exit %d, %q, want %q", lang, code, complaints.String(), want)
		}
	}
}

// TestWhatIsWrongIsSaidInOneLine calls the command in ways that are not known.
func TestWhatIsWrongIsSaidInOneLine(t *testing.T) {
	for _, c := range []struct {
		args []string
		said string
	}{
		{[]string{"asses", "x.json"}, `cleanbreak: no command is called "asses"; there are: assess, playbook, context, reply, triage, curve`},
		{[]string{"assess", "-playbok", "x", "y.json"}, "cleanbreak assess: flag provided but not defined: -playbok; cleanbreak assess -h says what it takes"},
		{[]string{"assess", "-lang"}, "cleanbreak assess: flag needs an argument: -lang; cleanbreak assess -h says what it takes"},
		{[]string{"assess", "a.json", "b.json"}, "cleanbreak assess: takes one at a time, and here are 2: a.json, b.json"},
		{[]string{"assess"}, "cleanbreak assess: nothing to read is named; write: cleanbreak assess [flags] FILE|-"},
		{[]string{"playbook", "-lang", "de", "balanced"}, "cleanbreak playbook: flag provided but not defined: -lang; cleanbreak playbook -h says what it takes"},
		{[]string{"reply"}, "cleanbreak reply: nothing to read is named; write: cleanbreak reply FILE|-"},
	} {
		var out, said bytes.Buffer
		if code := run(c.args, strings.NewReader(""), &out, &said); code != 2 || said.String() != c.said+"\n" || out.Len() > 0 {
			t.Errorf("%q: exit %d, %q %q\nwant %q", c.args, code, out.String(), said.String(), c.said)
		}
	}
}

// TestFlagsStandAnywhere gives them before and after the file.
func TestFlagsStandAnywhere(t *testing.T) {
	for _, args := range [][]string{{"assess", "-lang", "de", "-"}, {"assess", "-", "-lang", "de"}, {"assess", "-", "--lang=de"}} {
		var out, said bytes.Buffer
		if code := run(args, strings.NewReader(`{"now":"2026-11-20"}`), &out, &said); code != 0 || !strings.Contains(out.String(), "Noch kein Kontakt") {
			t.Errorf("%q: exit %d, %s %s", args, code, said.String(), out.String())
		}
	}
}

// TestHelp asks each command for help: it says what it takes, and what no other does.
func TestHelp(t *testing.T) {
	for name, want := range map[string]string{
		"assess": "-lang", "playbook": `"extends"`, "context": "snapshot", "reply": `"received"`, "triage": "-suppress", "curve": "-worth",
	} {
		var out, said bytes.Buffer
		code := run([]string{name, "-h"}, nil, &out, &said)
		if code != 0 || !strings.HasPrefix(out.String(), "usage: cleanbreak "+name+" ") || !strings.Contains(out.String(), want) || said.Len() > 0 {
			t.Errorf("%s -h: exit %d, %s%s\nwant %s", name, code, out.String(), said.String(), want)
		}
	}
	var out, said bytes.Buffer
	if code := run([]string{"help"}, nil, &out, &said); code != 0 || strings.Count(out.String(), "cleanbreak ") != len(commands)+1 {
		t.Errorf("help: exit %d, %s", code, out.String())
	}
}

// TestHelpExplainsItsWords asks for the words that a command's help uses, and for each
// voice there is.
func TestHelpExplainsItsWords(t *testing.T) {
	for name, wants := range map[string][]string{
		"playbook": append([]string{"The floor is the number of touches below which silence is not judged"}, playbook.Voices...),
		"reply":    {"is no fault: it says so, and exits with 0"},
		"triage":   {"aggregate in csv", "write, and do not read", "only with -force"},
		"curve":    {"each motion (cold; inbound", "the touches below which silence is not judged"},
	} {
		var out bytes.Buffer
		run([]string{name, "-h"}, nil, &out, io.Discard)
		for _, want := range wants {
			if !strings.Contains(strings.ReplaceAll(out.String(), "\n", " "), want) {
				t.Errorf("%s -h does not say %q:\n%s", name, want, out.String())
			}
		}
	}
}

// TestHelpShowsWhatIsTaken gives the commands what their help shows.
func TestHelpShowsWhatIsTaken(t *testing.T) {
	example := func(help string) string { // from its first brace to the end of the sentence
		_, rest, _ := strings.Cut(help, "{")
		rest, _, _ = strings.Cut(rest, "}.")
		return "{" + strings.ReplaceAll(rest, "\n", " ") + "}"
	}
	for name, c := range map[string]struct{ in, out string }{
		"playbook": {example(playbookHelp), `"name": "Northwind"`},
		"reply":    {example(replyHelp), `"on":"2027-04-01"`},
	} {
		var out, said bytes.Buffer
		if code := run([]string{name, "-"}, strings.NewReader(c.in), &out, &said); code != 0 || !strings.Contains(out.String(), c.out) {
			t.Errorf("%s of %s: exit %d, %s%s", name, c.in, code, said.String(), out.String())
		}
	}
}
