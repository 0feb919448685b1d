//go:build !js

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const exports = "../../../testdata/pipeline/"

func ran(t *testing.T, args ...string) (code int, out, said string) {
	t.Helper()
	var o, c bytes.Buffer
	code = run(args, strings.NewReader(""), &o, &c)
	return code, o.String(), c.String()
}

func TestTriage(t *testing.T) {
	doubtful := filepath.Join(t.TempDir(), "doubtful.csv")
	if err := os.WriteFile(doubtful, []byte("name,created\nKim,3/4/2026\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	deals, activities := exports+"pipedrive/deals.csv", exports+"pipedrive/activities.csv"
	dir := t.TempDir()
	in := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	untouched := in("untouched.csv", "Name,Email,Fax,Shoe size,Empty\nKim,kim@x.example,1,44,\n")
	counted := in("counted.csv", "Name,Email,Last contact,Number of touches\nKim,kim@x.example,2026-11-02,3\n")
	inbund := in("inbund.csv", "email,at,type,direction\nkim@x.example,2026-11-02,email,inbund\n")
	strangers := in("strangers.csv", "email,at,type,direction\nada@x.example,2026-11-02,email,in\nada@x.example,2026-11-03,email,in\n")
	for _, c := range []struct {
		about     string
		args      []string
		code      int
		out, said string
	}{
		{"activities of nobody", []string{"-now", "2026-11-20", untouched, strangers}, 0, "\n3 rows, 1 judged; going on with nothing; no hours freed by letting go\n2 of them are activities that belong to no row of the pipeline; -format csv lists each\n", "not judged: 2 belongs to no row"},
		{"each of them", []string{"-now", "2026-11-20", "-format", "csv", untouched, strangers}, 0, "not judged: belongs to no row of the pipeline,,,,,,,,,,activity,\"" + strangers + "\",3\r\n", ""},
		{"one of nobody", []string{"-now", "2026-11-20", untouched, inbund, in("one.csv", "email,at,type,direction\nada@x.example,2026-11-02,email,in\n")}, 0, "\n1 of them is an activity that belongs to no row", ""},
		{"columns that are not read", []string{"-now", "2026-11-20", untouched}, 0, "", "untouched.csv: plain people. Not read: Fax, Shoe size.\n"},
		{"no touch anywhere", []string{"-now", "2026-11-20", untouched}, 0, "", "No row says anything of contact with them: add the export of activities"},
		{"touches by count", []string{"-now", "2026-11-20", counted}, 0, "≈ 3 of 8 touches tried", "  keep       1\nletting go"},
		{"a direction nobody knows", []string{"-now", "2026-11-20", untouched, inbund}, 0, "", "Directions of activities that are not known: inbund (1). Write in or out instead.\n"},
		{"a table", []string{"-now", "2026-11-20", deals, activities}, 0, "8 rows, 4 judged; going on with 89,500 EUR; no hours freed by letting go\n", "8 rows: 4 judged, 1 of them by counts and last dates alone"},
		{"csv", []string{"--now", "2026-11-20T09:00:00Z", "--format", "csv", deals, activities}, 0, "Deal - ID,Deal - Title,contact", "activities: 11 joined, 0 known already"},
		{"json", []string{"-now", "2026-11-20", "-format", "json", deals, activities}, 0, `{"id":"0","name":"Northwind rollout","contact":"Kim Olsen"`, "last-try   1"},
		{"another playbook", []string{"-now", "2026-11-20", "-playbook", "lange", "-quiet", deals, activities}, 0, "Lange", ""},
		{"what the columns are", []string{"-columns", exports + "german/geschaefte.csv"}, 0, `"header": "Deal - Wert",` + "\n        \"field\": \"value\",\n        \"sample\": \"1.234,50\"", ""},
		{"mapped", []string{"-now", "2026-11-20", "-format", "csv", "-map", "Deal - Title=ignore", deals}, 0, "\r\n0,Kim Olsen,Kim Olsen", ""},
		{"ambiguous dates", []string{"-now", "2026-11-20", "-quiet=false", doubtful}, 0, "", "dates are read as mdy: 3/4 is in March; -dates says otherwise"},
		{"odds", []string{"-now", "2026-11-20", "-odds", "-format", "csv", deals, activities}, 0, "so far none like this had another touch after touch 8 and two weeks to answer it; with what is published 0.3 % answer the next, 0.01–", ""},
		{"odds in a table", []string{"-odds", deals, activities}, 2, "", "-odds: is a sentence, for which the table has no room; add -format csv or -format json"},
		{"contacts alone", []string{"-now", "2026-11-20", "-format", "csv", "-only", "contact", exports + "hubspot-de/deals.csv", exports + "hubspot-de/kontakte.csv"}, 0, "Datensatz-ID,name,contact", ""},
		{"no such object", []string{"-only", "contact", deals, activities}, 2, "", `-only: is "contact"; the files hold: deal`},
		{"a map of nothing", []string{"-map", "Titel=name", deals}, 2, "", `-map: no file has a column "Titel"`},
		{"a map without a field", []string{"-map", "Titel", deals}, 2, "", `"Titel" has no =; write it as 'Kunde=name';`},
		{"a file's kind without a file", []string{"-holds", "people", deals}, 2, "", `"people" has no =; write it as people.csv=people;`},
		{"the kind of a file that is not read", []string{"-holds", "people.csv=people", deals, activities}, 2, "", "-holds: people.csv is not among the files that are read: " + deals + ", " + activities},
		{"no file", nil, 2, "", "nothing to read is named; write: cleanbreak triage [flags] FILE…"},
		{"a flag that there is not", []string{"-fromat", "csv", deals}, 2, "", "cleanbreak triage: flag provided but not defined: -fromat; cleanbreak triage -h says what it takes\n"},
		{"flags after a file", []string{deals, "-now", "2026-11-20", activities, "-format", "csv", "-quiet"}, 0, "Deal - ID,Deal - Title,contact", ""},
		{"a file that is not there", []string{"nowhere.csv"}, 2, "", "nowhere.csv"},
		{"no such format", []string{"-format", "xml", deals}, 2, "", `-format: is "xml"; it takes one of: table, csv, json`},
		{"for a German Excel", []string{"-now", "2026-11-20", "-format", "csv", "-separator", ";", deals, activities}, 0, "Deal - ID;Deal - Title;contact", ""},
		{"no such separator", []string{"-separator", "|", deals}, 2, "", `-separator: is "|"; it takes , or ;`},
		{"no such moment", []string{"-now", "tomorrow", deals}, 2, "", `-now: is "tomorrow"`},
		{"no such zone", []string{"-zone", "Berlin", deals}, 2, "", `-zone: is "Berlin"`},
		{"a country in words", []string{"-country", "Germany", deals}, 2, "", `-country: is "Germany"; it takes two letters, one of: `},
		{"no such country", []string{"-country", "xx", deals}, 2, "", `-country: is "xx"`},
		{"a country in small letters", []string{"-country", "de", "-now", "2026-11-20", deals}, 0, "NAME", ""},
		{"no such order of days", []string{"-dates", "ymd", deals}, 2, "", `-dates: is "ymd"`},
		{"resume of a table", []string{"-resume", "-out", filepath.Join(dir, "table.txt"), deals}, 2, "", "-resume: a table is written when all rows are known; add -format csv"},
		{"fewer than no rows", []string{"-top", "-1", deals}, 2, "", "cleanbreak triage: -top: is -1; a table has 1 row or more, or, with 0, all\n"},
		{"too narrow", []string{"-width", "20", deals}, 2, "", "cleanbreak triage: -width: is 20; a table is 40 characters wide or more\n"},
		{"resume into nothing", []string{"-resume", deals}, 2, "", "-resume: goes on with a file"},
		{"only activities", []string{activities}, 2, "", "nobody they are with"},
		{"replay", []string{"-now", "2026-11-20", "-replay", "lange", deals, activities}, 0, "lange would have let go", ""},
	} {
		t.Run(c.about, func(t *testing.T) {
			code, out, said := ran(t, append([]string{"triage"}, c.args...)...)
			if c.out == "Lange" {
				c.out = "" // only that it runs
			}
			if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(said, c.said) {
				t.Errorf("exit %d\n%s\n%s\nwant exit %d, %q, %q", code, out, said, c.code, c.out, c.said)
			}
		})
	}
}

// TestIdeal takes what was learnt into a playbook, as it is printed.
func TestIdeal(t *testing.T) {
	folder := t.TempDir()
	var b strings.Builder
	b.WriteString("id,title,organization,stage,status,company size,country\n")
	for n := range 20 {
		fmt.Fprintf(&b, "%d,Deal,Buyer %d,demo,Won,%d,DE\n", n, n/2, 50+n)
	}
	deals, book := filepath.Join(folder, "deals.csv"), filepath.Join(folder, "team.json")
	if err := os.WriteFile(deals, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, said := ran(t, "triage", "-ideal", deals)
	if code != 0 {
		t.Fatal(said)
	}
	team := `{"name": "team", "extends": "balanced", ` + strings.TrimPrefix(strings.TrimSpace(out), "{")
	if err := os.WriteFile(book, []byte(team), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, said := ran(t, "playbook", book); code != 0 || !strings.Contains(out, "Learnt from 10 accounts") {
		t.Errorf("exit %d: %s\n%s", code, said, out)
	}
}

// TestHoursAreAddedUpBeforeTheyAreRounded lets a thousand go, each with 17 touches
// of three minutes left: 51 minutes are an hour, and a thousand times that 850.
func TestHoursAreAddedUpBeforeTheyAreRounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,name,stage,value,last touch,touches\n")
	for n := range 1000 {
		fmt.Fprintf(&b, "%d,Kim %d,demo,300,2026-10-01,3\n", n, n)
	}
	people := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(people, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	code, _, said := ran(t, "triage", "-now", "2026-11-20", people)
	if code != 0 || !strings.Contains(said, "break-up   1000") || !strings.Contains(said, "letting go frees 850 hours;") {
		t.Errorf("exit %d: %s", code, tail(said))
	}
}

// TestFilesAreForExcel writes csv that Excel knows for UTF-8, and that is read again
// as it was; into a pipe it stays plain.
func TestFilesAreForExcel(t *testing.T) {
	folder := t.TempDir()
	people, out := filepath.Join(folder, "people.csv"), filepath.Join(folder, "out.csv")
	if err := os.WriteFile(people, []byte("id,name,email,opt out,account\n1,Jörg,joerg@a.example,yes,\"Köln; Mitte, Nord\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"triage", "-quiet", "-now", "2026-11-20", "-format", "csv", "-separator", ";"}
	_, piped, _ := ran(t, append(args, people)...)
	code, _, said := ran(t, append(args, "-out", out, "-suppress", out+".stop", people)...)
	written, _ := os.ReadFile(out)
	list, _ := os.ReadFile(out + ".stop")
	if code != 0 || string(written) != "\ufeff"+piped || !strings.HasPrefix(piped, "id;name;contact;") || !strings.Contains(piped, `;"Köln; Mitte, Nord";`) {
		t.Errorf("exit %d: %s\n%q\n%q", code, said, written, piped)
	}
	if string(list) != "\ufeffEmail;Name;Reason\r\njoerg@a.example;Jörg;contact stopped\r\n" {
		t.Errorf("%q", list)
	}
	if code, again, said := ran(t, "triage", "-quiet", "-now", "2026-11-20", "-format", "csv", out); code != 0 || !strings.Contains(again, `,Jörg,Jörg,joerg@a.example,"Köln; Mitte, Nord",`) {
		t.Errorf("exit %d: %s\n%s", code, said, again)
	}
}

func TestSuppressionList(t *testing.T) {
	list := filepath.Join(t.TempDir(), "stop.csv")
	code, _, said := ran(t, "triage", "-quiet", "-now", "2026-11-20", "-suppress", list, exports+"hubspot/deals.csv", exports+"hubspot/contacts.csv")
	data, err := os.ReadFile(list)
	if code != 0 || err != nil || string(data) != "\ufeffEmail,Name,Reason\r\nmax@tailspin.example,Max Stein,contact stopped\r\n" {
		t.Errorf("exit %d %s, %v:\n%s", code, said, err, data)
	}
}

// TestOutputsAreFilesOfTheirOwn asks to write over what is read, over the other
// output, and over the checkpoint, and for a run that cannot begin. What stood there
// stays.
func TestOutputsAreFilesOfTheirOwn(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	put := func(name, words string) {
		if err := os.WriteFile(in(name), []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const deals = "id,title,stage\n1,Northwind,demo\n"
	for _, c := range []struct {
		about string
		args  []string
		said  string
	}{
		{"over what is read", []string{"-out", in("in.csv"), in("in.csv")}, "-out: " + in("in.csv") + " is a file that is read; name another one"},
		{"by another name", []string{"-suppress", in("link.csv"), in("in.csv")}, "-suppress: " + in("link.csv") + " is a file that is read"},
		{"over the other output", []string{"-out", in("both.csv"), "-suppress", folder + "/./both.csv", in("in.csv")}, "-suppress: " + folder + "/./both.csv is a file that -out writes"},
		{"over the checkpoint", []string{"-out", in("o.csv"), "-suppress", in("o.csv.resume"), in("in.csv")}, "-suppress: " + in("o.csv.resume") + " is a file that -out (its checkpoint) writes"},
		{"of files that cannot be judged", []string{"-force", "-out", in("old.csv"), in("empty.csv")}, "empty"},
	} {
		t.Run(c.about, func(t *testing.T) {
			put("in.csv", deals)
			put("old.csv", "of last week")
			put("empty.csv", "")
			os.Remove(in("link.csv"))
			if err := os.Link(in("in.csv"), in("link.csv")); err != nil {
				t.Fatal(err)
			}
			code, _, said := ran(t, append([]string{"triage", "-quiet", "-format", "csv", "-now", "2026-11-20"}, c.args...)...)
			read, _ := os.ReadFile(in("in.csv"))
			old, _ := os.ReadFile(in("old.csv"))
			if code != 2 || !strings.Contains(said, c.said) || string(read) != deals || string(old) != "of last week" {
				t.Errorf("exit %d: %s; what was read is %q, what stood there %q", code, said, read, old)
			}
		})
	}
}

// TestStopAndResume interrupts a run with a signal, as Ctrl-C does, changes nothing,
// and goes on: what is written is what one run writes.
func TestStopAndResume(t *testing.T) {
	folder := t.TempDir()
	people := filepath.Join(folder, "people.csv")
	manyOptedOut(t, people)
	whole, parts := filepath.Join(folder, "whole.csv"), filepath.Join(folder, "parts.csv")
	args := func(out string, more ...string) []string {
		return append([]string{"triage", "-now", "2026-11-20", "-format", "csv", "-out", out, "-suppress", out + ".stop"}, append(more, people)...)
	}
	if code, _, said := ran(t, args(whole)...); code != 0 {
		t.Fatal(said)
	}
	said := &interrupter{at: "row 30720"}
	if code := run(args(parts), nil, io.Discard, said); code != stopped || !strings.Contains(said.String(), "lines; the same command with -resume goes on") {
		t.Fatalf("exit %d: %s", code, tail(said.String()))
	}
	if code, _, said := ran(t, "triage", "-now", "2026-11-19", "-format", "csv", "-out", parts, "-resume", people); code != 2 || !strings.Contains(said, "are not those of the run") {
		t.Errorf("another day: exit %d, %s", code, said)
	}
	code, _, last := ran(t, args(parts, "-resume")...)
	if code != 0 || !strings.Contains(last, "60000 rows:") {
		t.Fatalf("exit %d: %s", code, tail(last))
	}
	for _, list := range []string{"", ".stop"} {
		want, _ := os.ReadFile(whole + list)
		got, _ := os.ReadFile(parts + list)
		if len(want) < 60_000 || !bytes.Equal(got, want) {
			t.Errorf("%q: %d bytes in two parts, %d in one", list, len(got), len(want))
		}
	}
	if _, err := os.Stat(parts + ".resume"); !os.IsNotExist(err) {
		t.Errorf("the checkpoint stayed: %v", err)
	}
	if code, _, said := ran(t, args(parts, "-resume")...); code != 2 || !strings.Contains(said, "no run into") {
		t.Errorf("nothing to resume: exit %d, %s", code, said)
	}
}

// manyOptedOut writes 60,000 people who opted out.
func manyOptedOut(t *testing.T, name string) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("id,name,email,opt out\n")
	for n := range 60_000 {
		fmt.Fprintf(&b, "%d,Kim %d,kim%d@northwind.example,yes\n", n, n, n)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func tail(s string) string { return s[max(0, len(s)-300):] }

// interrupter is a terminal. It hears what a run says, and sends the process an
// interrupt when it first says some words.
type interrupter struct {
	bytes.Buffer
	at string
}

// Stat is that of a character device, as a terminal is.
func (i *interrupter) Stat() (os.FileInfo, error) { return os.Stat(os.DevNull) }

func (i *interrupter) Write(b []byte) (int, error) {
	if i.at != "" && bytes.Contains(b, []byte(i.at)) {
		i.at = ""
		_ = syscall.Kill(os.Getpid(), syscall.SIGINT)
		time.Sleep(50 * time.Millisecond) // until it is heard
	}
	return i.Buffer.Write(b)
}

// TestProgressIsForTerminals judges the same rows for somebody who looks on and for a
// file: both have the summary, and only the terminal a line that is written over.
func TestProgressIsForTerminals(t *testing.T) {
	people := filepath.Join(t.TempDir(), "people.csv")
	manyOptedOut(t, people)
	screen := &interrupter{}
	file, err := os.Create(filepath.Join(t.TempDir(), "said.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, said := range []io.Writer{screen, file} {
		if code := run([]string{"triage", people}, nil, io.Discard, said); code != 0 {
			t.Fatalf("exit %d", code)
		}
	}
	kept, err := os.ReadFile(file.Name())
	if err != nil || !strings.Contains(string(kept), "60000 rows:") || strings.ContainsAny(string(kept), "\r\x1b") {
		t.Errorf("%v, a file is told %q", err, kept)
	}
	if s := screen.String(); !strings.Contains(s, "60000 rows:") || !strings.Contains(s, ", row 2048\x1b[K\r") {
		t.Errorf("a terminal is told %q", s[:min(300, len(s))])
	}
}

// TestStopWhileReading interrupts a run before it gives its first line.
func TestStopWhileReading(t *testing.T) {
	folder := t.TempDir()
	activities := filepath.Join(folder, "activities.csv")
	if err := os.WriteFile(activities, []byte("id,email,at,type,direction,outcome,body\n"+strings.Repeat("1,lee@fabrikam.example,2026-11-02T09:00:00Z,email,out,,\n", 10_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	whole, parts := filepath.Join(folder, "whole.csv"), filepath.Join(folder, "parts.csv")
	args := func(out string, more ...string) []string {
		return append([]string{"triage", "-now", "2026-11-20", "-format", "csv", "-out", out, "-suppress", out + ".stop"}, append(more, activities, exports+"plain/people.csv")...)
	}
	if code, _, said := ran(t, args(whole)...); code != 0 {
		t.Fatal(said)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop() // which is seen when 2048 rows are read
	first := triage{call: call{said: io.Discard}, mapping: mapping{}, holds: mapping{}, now: "2026-11-20", format: "csv", separator: ",", to: parts, suppress: parts + ".stop", files: []string{activities, exports + "plain/people.csv"}}
	if err := first.run(ctx); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if code, _, said := ran(t, args(parts, "-resume")...); code != 0 {
		t.Fatalf("exit %d: %s", code, tail(said))
	}
	for _, list := range []string{"", ".stop"} {
		want, _ := os.ReadFile(whole + list)
		got, _ := os.ReadFile(parts + list)
		if len(want) == 0 || !bytes.Equal(got, want) {
			t.Errorf("%q: in two parts\n%s\nin one\n%s", list, got, want)
		}
	}
}

func TestCurve(t *testing.T) {
	table := filepath.Join(t.TempDir(), "calls.csv")
	if err := os.WriteFile(table, []byte("call,reached,answered\n1,4000,220\n2,2500,125\n3,1500,60\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(t.TempDir(), "bad.csv")
	if err := os.WriteFile(bad, []byte("call,reached,answered\n1,4,5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	bare := filepath.Join(t.TempDir(), "bare.csv")
	if err := os.WriteFile(bare, []byte("call,reached,answered\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		about     string
		args      []string
		code      int
		out, said string
	}{
		{"a table of counts", []string{table}, 0, "    1     4000       220     5.5 %", ""},
		{"a threshold", []string{"-worth", "300", table}, 0, `"persistence": {"cold": {"touches": `, ""},
		{"a picture", []string{"-format", "svg", table}, 0, `<title id="when">When replies stop: all</title><desc id="when-in-words">4000 prospects. Answered, of those silent until then: touch 1 5.5 %`, ""},
		{"exports", []string{"-now", "2026-11-20", "-of", "channel call", exports + "pipedrive/deals.csv", exports + "pipedrive/activities.csv"}, 0, "channel call: 1 prospect\n", ""},
		{"how a channel's touches are numbered", []string{"-now", "2026-11-20", "-of", "channel call", exports + "pipedrive/deals.csv", exports + "pipedrive/activities.csv"}, 0, "\ntouches are numbered over all channels, and counted here where they were by call\npublished: calls: UCI Bank Marketing", ""},
		{"whose numbers are published", []string{"-now", "2026-11-20", "-of", "all", exports + "pipedrive/deals.csv", exports + "pipedrive/activities.csv"}, 0, " %\npublished: e-mails: Belkins 2026, 7.5 million mails\n", ""},
		{"too few", []string{"-now", "2026-11-20", "-worth", "60", exports + "pipedrive/deals.csv", exports + "pipedrive/activities.csv"}, 0, "Too few of your own", ""},
		{"an answer worth less than nothing", []string{"-worth", "-5", table}, 2, "", `"-5" for flag -worth: takes minutes, more than 0`},
		{"an answer worth nothing", []string{"-worth", "0", table}, 2, "", `"0" for flag -worth: takes minutes, more than 0`},
		{"no such curve", []string{"-of", "call", table}, 2, "", `there is no curve of "call"; there are: all`},
		{"more answers than touches", []string{bad}, 2, "", "bad.csv: line 2: takes touch 1, and no more answered than reached"},
		{"no touches", []string{exports + "pipedrive/deals.csv"}, 2, "", "cleanbreak curve: no touch is known one by one that is two weeks old or older; add the export of activities, or, if it is here, see with triage whom they belong to\n"},
		{"one curve of no touches", []string{"-of", "all", exports + "pipedrive/deals.csv"}, 2, "", "add the export of activities, or, if it is here, see with triage whom they belong to\n"},
		{"touches that are to come", []string{"-now", "2026-01-01", exports + "pipedrive/deals.csv", exports + "pipedrive/activities.csv"}, 2, "", "add the export of activities, or, if it is here, see with triage whom they belong to\n"},
		{"a table without a row", []string{bare}, 2, "", "bare.csv: there is no touch under its header"},
		{"no such format", []string{"-format", "csv", table}, 2, "", "it takes one of: table, json, svg"},
		{"no file", nil, 2, "", "write: cleanbreak curve [flags] FILE…"},
	} {
		t.Run(c.about, func(t *testing.T) {
			code, out, said := ran(t, append([]string{"curve"}, c.args...)...)
			if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(said, c.said) {
				t.Errorf("exit %d\n%s\n%s\nwant exit %d, %q, %q", code, out, said, c.code, c.out, c.said)
			}
		})
	}
}
