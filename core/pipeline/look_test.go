package pipeline

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// TestLookFindsEveryRowAgain looks at each line of every export after the run that
// gave it: it says the same in full, and nothing of a row that was not judged.
func TestLookFindsEveryRowAgain(t *testing.T) {
	folders, _ := filepath.Glob(exports + "*")
	looked := 0
	for _, folder := range folders {
		files, _ := filepath.Glob(folder + "/*.[ct]sv")
		var sources []Source
		for _, f := range files {
			if filepath.Base(f) != "answer.csv" {
				sources = append(sources, fileSource(f))
			}
		}
		looked += lookedAgain(t, folder, sources)
	}
	text := "\ufeffname,email,value,stage\nZoë,z@x.example,5000,demo\n\nKim,k@x.example,70000,demo\n"
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.TrimPrefix(text, "\ufeff"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{text, wide, "sep=,\n" + text[3:]} {
		if n := lookedAgain(t, "text", []Source{textSource("t.csv", s)}); n != 2 {
			t.Errorf("%d of 2 rows were found again in %q", n, s[:8])
		}
	}
	if looked < 20 {
		t.Errorf("only %d rows", looked)
	}
}

func lookedAgain(t *testing.T, about string, sources []Source) (n int) {
	t.Helper()
	o := options()
	groups, err := Contacts(context.Background(), sources, o)
	if err != nil {
		t.Fatal(about, err)
	}
	o.Odds = groups.Odds()
	run, err := New(sources, o)
	if err != nil {
		t.Fatal(about, err)
	}
	var lines []Line
	if err := run.Run(context.Background(), func(l *Line) error { lines = append(lines, *l); return nil }, nil); err != nil {
		t.Fatal(about, err)
	}
	for i := range lines {
		l := &lines[i]
		if run.Sheets[l.Source].Holds == Activities {
			continue
		}
		a, err := run.Look(l.Source, l.At)
		if err != nil || (a != nil) != l.Judged {
			t.Fatalf("%s: %s line %d: %v, judged %v", about, l.File, l.Row, err, a != nil)
		}
		if a == nil {
			continue
		}
		n++
		if a.Verdict != l.Verdict || a.Kind != l.Kind || a.Because != l.Because || a.Score != l.Score || a.Odds != l.Odds || len(a.Parts) == 0 {
			t.Errorf("%s: %s line %d: %s %s %d %q, and then %s %s %d %q", about, l.File, l.Row, l.Verdict, l.Kind, l.Score, l.Because, a.Verdict, a.Kind, a.Score, a.Because)
		}
	}
	return n
}

func TestFaultsHaveCodes(t *testing.T) {
	for code, s := range map[string]string{Empty: "", Unknown: "a,b\n1,2\n", Workbook: "PK\x03\x04 and so on", Binary: "%PDF-1.7\nid,name\n1,Kim\n", Nobody: "id,email,at,type\n1,a@x.example,2026-11-01,email\n"} {
		_, err := New([]Source{textSource("t.csv", s)}, options())
		var f *Fault
		if !errors.As(err, &f) || f.Code != code {
			t.Errorf("%q: %v", s, err)
		}
	}
	_, err := Ideal(context.Background(), []Source{textSource("t.csv", "id,title,contact person,stage,value\n1,One,Kim,won,5\n")}, options())
	var f *Fault
	if !errors.As(err, &f) || f.Code != Buyers {
		t.Errorf("ideal: %v", err)
	}
}

func TestFieldsOfAreThoseThatAFileMayHave(t *testing.T) {
	deals, activities := FieldsOf(Deals), FieldsOf(Activities)
	if deals[0] != "ignore" || !slices.Contains(deals, "value") || slices.Contains(deals, "outcome") || !slices.Contains(activities, "outcome") || slices.Contains(activities, "lost_reason") {
		t.Errorf("deals %v\nactivities %v", deals, activities)
	}
}

// TestReasonsAreSaidInTheRepsLanguage says a phrase with values and one without.
func TestReasonsAreSaidInTheRepsLanguage(t *testing.T) {
	o := options()
	o.Tongue = say.Learn("de", say.Name("{}: {} is not a date")+"\t$1: $2 ist kein Datum\n"+say.Name("has no name and no address")+"\that weder Name noch Adresse\n")
	text, _ := answered(t, o, textSource("p.csv", "name,email,created\nKim,k@x.example,soon\n,,2026-01-02\n"))
	for _, want := range []string{`created: ""soon"" ist kein Datum`, "hat weder Name noch Adresse"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestColumnsOfTheCallersOwn(t *testing.T) {
	run, err := New([]Source{textSource("p.csv", "name,email\nKim,k@x.example\n")}, Options{Now: now, Playbook: playbook.Balanced()})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := NewWriter(&out, "csv")
	w.Add([]string{"decision", "why"}, func(l *Line) []string { return []string{"agree", "=" + l.Name} })
	if err := errors.Join(w.Head(run.Sheets), run.Run(context.Background(), w.Line, nil)); err != nil {
		t.Fatal(err)
	}
	first, rest, _ := strings.Cut(out.String(), "\r\n")
	if !strings.HasSuffix(first, ",file,line,decision,why") || !strings.HasSuffix(rest, ",p.csv,2,agree,\"'=Kim\"\r\n") {
		t.Errorf("%s", out.String())
	}
}
