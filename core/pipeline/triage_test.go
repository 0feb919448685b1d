package pipeline

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cleanbreak/core/pipeline/sample"
)

func of(t testing.TB, folder string) []Source {
	t.Helper()
	entries, err := os.ReadDir(exports + folder)
	if err != nil {
		t.Fatal(err)
	}
	var sources []Source
	for _, e := range entries {
		if e.Name() != "answer.csv" {
			sources = append(sources, fileSource(exports+folder+"/"+e.Name()))
		}
	}
	return sources
}

// again is a source that somebody exported a second time.
func again(s Source) Source {
	s.Name = "again-" + s.Name
	return s
}

func TestTheSameActivitiesAgainAddNothing(t *testing.T) {
	for _, folder := range []string{"pipedrive", "salesforce", "zoho", "plain"} {
		sources := of(t, folder)
		once, first := answered(t, options(), sources...)
		var twice []Source
		for i, s := range sources {
			twice = append(twice, s)
			if first.Sheets[i].Holds == Activities {
				twice = append(twice, again(s))
			}
		}
		got, second := answered(t, options(), twice...)
		verdicts := func(answer string) string {
			var kept []string
			for _, line := range strings.Split(answer, "\r\n") {
				if !slices.ContainsFunc(first.Sheets, func(s *Sheet) bool { return s.Holds == Activities && strings.Contains(line, s.File) }) {
					kept = append(kept, line)
				}
			}
			return strings.Join(kept, "\n")
		}
		if second.Summary.Known == 0 || verdicts(got) != verdicts(once) {
			t.Errorf("%s: %d known already\n%s\nwant\n%s", folder, second.Summary.Known, got, once)
		}
	}
}

func TestTomorrowsExportAddsWhatIsNew(t *testing.T) {
	deals := textSource("deals.csv", "id,name,stage,account\n1,Northwind,demo,Northwind\n")
	today := textSource("mon.csv", "id,deal id,at,type\n1,1,2026-11-02,email\n2,1,2026-11-05,email\n")
	tomorrow := textSource("tue.csv", "id,deal id,at,type\n1,1,2026-11-02,email\n2,1,2026-11-05,email\n3,1,2026-11-10,email\n")
	got, run := answered(t, options(), deals, today, tomorrow)
	if run.Summary.Known != 2 || !strings.Contains(got, "3 of 8 touches") {
		t.Errorf("%d known\n%s", run.Summary.Known, got)
	}
}

// TestAnOpenDealIsJudgedByItsSilence holds that a deal nobody has touched for more
// than ninety days is no fresh start: it had its tries, or it is rotting. A person
// who is in no deal starts anew.
func TestAnOpenDealIsJudgedByItsSilence(t *testing.T) {
	touches := "id,deal id,at,type\n"
	for i, day := range []string{"04-01", "04-03", "04-07", "04-09", "04-14", "04-16", "04-21", "04-23"} {
		touches += fmt.Sprintf("a%d,1,2026-%s,%s\n", i, day, []string{"email", "call"}[i%2])
	}
	touches += "b1,2,2026-04-01,email\nb2,2,2026-04-03,call\n"
	deals := textSource("deals.csv", "id,name,stage,account\n1,Northwind,demo,Northwind\n2,Litware,demo,Litware\n")
	got, _ := answered(t, options(), deals, textSource("touches.csv", touches))
	lines := strings.Split(got, "\r\n")
	if !strings.Contains(lines[1], "last-try") || !strings.Contains(lines[1], "8 touches over") {
		t.Errorf("tried enough, and silent since April: %s", lines[1])
	}
	if !strings.Contains(lines[2], "keep") || !strings.Contains(lines[2], "book an activity, or let go") {
		t.Errorf("tried twice, and silent since April: %s", lines[2])
	}
	people := textSource("people.csv", "id,first name,last name,email\n1,Kim,Olsen,kim@acme.example\n")
	got, _ = answered(t, options(), people, textSource("touches.csv", strings.NewReplacer("deal id", "email", ",1,", ",kim@acme.example,").Replace(touches)))
	if line := strings.Split(got, "\r\n")[1]; !strings.Contains(line, "No touch in this cycle yet") {
		t.Errorf("no deal, and silent since April: %s", line)
	}
}

// TestARefusalOnThePhoneIsANo holds that the result of a call counts as what they said.
func TestARefusalOnThePhoneIsANo(t *testing.T) {
	deals := textSource("deals.csv", "id,name,stage,account\n1,Northwind,demo,Northwind\n2,Litware,demo,Litware\n")
	calls := textSource("calls.csv", "id,deal id,at,type,outcome\n"+
		"a,1,2026-11-10,call,Not interested\nb,2,2026-11-03,call,Kein Interesse\nc,2,2026-11-12,call,Pas intéressé\nd,2,2026-11-13,call,Busy\n")
	got, _ := answered(t, options(), deals, calls)
	lines := strings.Split(got, "\r\n")
	if !strings.Contains(lines[1], "your-turn") || !strings.Contains(lines[1], "Their first no came on 10 Nov") {
		t.Errorf("one no: %s", lines[1])
	}
	if !strings.Contains(lines[2], "break-up,not-interested") {
		t.Errorf("two noes: %s", lines[2])
	}
}

func TestANameThatTwoRowsHaveJoinsNothing(t *testing.T) {
	deals := "id,title,contact person,stage,value\n1,One,Anna Schmidt,demo,5000\n%2,Two,Anna Schmidt,demo,5000\n"
	activities := textSource("a.csv", "contact,at,type\nAnna Schmidt,2026-11-02,email\nAnna Schmidt,2026-11-05,email\nAnna Schmidt,2026-11-09,email\n")
	one, _ := answered(t, options(), textSource("d.csv", strings.Split(deals, "%")[0]), activities)
	if !strings.Contains(one, "3 of 8 touches") {
		t.Errorf("one has the name:\n%s", one)
	}
	two, _ := answered(t, options(), textSource("d.csv", strings.Replace(deals, "%", "", 1)), activities)
	if strings.Contains(two, "of 8 touches") || strings.Count(two, "belongs to no row of the pipeline") != 3 {
		t.Errorf("two have it:\n%s", two)
	}
}

func TestAColleaguesAnswerHoldsTheGoodbyeBack(t *testing.T) {
	deals := textSource("d.csv", "id,title,contact person,organization,stage,value\n1,One,Kim Olsen,Acme,demo,5000\n2,Two,Lee Park,Acme,demo,5000\n")
	var b strings.Builder
	b.WriteString("id,contact,account,at,type,direction\n")
	for i, day := range []string{"10-12", "10-15", "10-19", "10-22", "10-26", "10-29", "11-03", "11-09"} {
		b.WriteString(string(rune('a'+i)) + ",Kim Olsen,Acme,2026-" + day + ",email,out\n")
	}
	alone, _ := answered(t, options(), deals, textSource("a.csv", b.String()))
	if !strings.Contains(alone, "last-try,ghosting") {
		t.Errorf("alone:\n%s", alone)
	}
	b.WriteString("z,Lee Park,Acme,2026-11-18,email,in\n")
	got, _ := answered(t, options(), deals, textSource("a.csv", b.String()))
	if strings.Contains(got, "last-try") {
		t.Errorf("a colleague answered:\n%s", got)
	}
}

func TestMappingAndFaults(t *testing.T) {
	kunden := "Kunde;Beziehung;Zuletzt;Mal\nKim Olsen;x;16.11.2026;9\n"
	src := textSource("k.csv", kunden)
	if _, err := New([]Source{src}, options()); err == nil || !strings.Contains(err.Error(), "k.csv: line 1: no column of it is known (Kunde, Beziehung, Zuletzt, Mal)") {
		t.Error(err)
	}
	src.Hints.Mapping = Mapping{"Kunde": "name", "Zuletzt": "last_touch", "Mal": "touches"}
	got, run := answered(t, options(), src)
	if !strings.Contains(got, "last-try,ghosting") || run.Sheets[0].Columns[1].Field != "ignore" {
		t.Error(got)
	}
	for name, want := range map[string]string{"Kunde ": `there is no column "Kunde "`, "Kunde": `"nam" is no field; there are: ignore, id, name`} {
		src.Hints.Mapping = Mapping{name: "nam"}
		if _, err := New([]Source{src}, options()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if _, err := New([]Source{textSource("e.csv", "\ufeff")}, options()); err == nil || !strings.Contains(err.Error(), "e.csv: is empty") {
		t.Error(err)
	}
	if _, err := New([]Source{textSource("a.csv", "at,type,email\n")}, options()); err == nil || !strings.Contains(err.Error(), "nobody they are with") {
		t.Error(err)
	}
}

func TestDayOrMonthFirst(t *testing.T) {
	for _, c := range []struct {
		about, file, dates string
		dayFirst, doubt    bool
	}{
		{"a 22nd shows it", "name,created\nA,3/4/2026\nB,22/4/2026\n", "", true, false},
		{"American", "name,created\nA,3/4/2026\nB,4/22/2026\n", "", false, false},
		{"nothing shows it", "name,created\nA,3/4/2026\n", "", false, true},
		{"German headers", "Vorname;Nachname;Erstellt am\nA;B;3/4/2026\n", "", true, true},
		{"it is said", "name,created\nA,3/4/2026\n", "dmy", true, false},
		{"dots need no order", "name,created\nA,3.4.2026\n", "", false, false},
	} {
		s, err := Recognise("f.csv", strings.NewReader(c.file), Hints{Dates: c.dates})
		if err != nil || s.DayFirst != c.dayFirst || s.Ambiguous != c.doubt {
			t.Errorf("%s: %+v %v", c.about, s, err)
		}
	}
}

// TestResume stops a run anywhere and goes on: the two answers are the whole one.
func TestResume(t *testing.T) {
	for _, folder := range []string{"hubspot", "salesforce", "zoho"} {
		sources := of(t, folder)
		whole, run := answered(t, options(), sources...)
		errStop := errors.New("stop")
		for stop := range run.Summary.Rows + 1 {
			var out bytes.Buffer
			w := NewWriter(&out, "csv")
			first, err := New(sources, options())
			if err != nil {
				t.Fatal(err)
			}
			_ = w.Head(first.Sheets)
			given := 0
			err = first.Run(context.Background(), func(l *Line) error {
				if given == stop {
					return errStop
				}
				given++
				return w.Line(l)
			}, nil)
			if stop < run.Summary.Rows && err != errStop {
				t.Fatalf("%s, after %d: %v", folder, stop, err)
			}
			o := options()
			o.Skip = given
			second, err := New(sources, o)
			if err != nil {
				t.Fatal(err)
			}
			if err := second.Run(context.Background(), w.Line, nil); err != nil {
				t.Fatal(err)
			}
			if out.String() != whole {
				t.Fatalf("%s, resumed after %d:\n%s\nwant\n%s", folder, stop, out.String(), whole)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	src := Source{Name: "d.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(sample.NewDeals(100_000, now)), nil }}
	run, err := New([]Source{src}, options())
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	err = run.Run(ctx, func(*Line) error {
		if lines++; lines == 10_000 {
			cancel()
		}
		return nil
	}, nil)
	if !errors.Is(err, context.Canceled) || lines > 10_000+often {
		t.Errorf("%v after %d lines", err, lines)
	}
}

// TestNoRowVanishes counts: every row of the sample is a line, and progress ends
// where the file does.
func TestNoRowVanishes(t *testing.T) {
	const rows = 20_000
	src := Source{Name: "d.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(sample.NewDeals(rows, now)), nil }}
	got, run := answered(t, options(), src)
	table, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil || len(table) != rows+1 || run.Summary.Rows != rows {
		t.Errorf("%d lines, %+v, %v", len(table)-1, run.Summary, err)
	}
	verdicts := map[string]bool{}
	for _, row := range table[1:] {
		verdicts[row[slices.Index(table[0], "verdict")]] = true
	}
	for _, v := range []string{"your-turn", "invest", "keep", "last-try", "break-up", ""} {
		if !verdicts[v] {
			t.Errorf("no row of the sample is %q", v)
		}
	}
}

// TestAnswersAreRead reads the answer of one run with another: what was judged can
// be judged again.
func TestAnswersAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOf(rapid.SampledFrom([]rune("aB é,;\"=+@-1\n")))
		var b []byte
		b = append(b, "id,name,account,value,stage\r\n"...)
		n := rapid.IntRange(1, 6).Draw(t, "rows")
		for range n {
			for i := range 5 {
				if i > 0 {
					b = append(b, ',')
				}
				b = append(b, '"')
				b = append(b, strings.ReplaceAll("x"+cell.Draw(t, "cell"), `"`, `""`)...)
				b = append(b, '"')
			}
			b = append(b, "\r\n"...)
		}
		run, err := New([]Source{textSource("d.csv", string(b))}, options())
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := NewWriter(&out, "csv")
		var names []string
		_ = w.Head(run.Sheets)
		if err := run.Run(context.Background(), func(l *Line) error { names = append(names, l.Name); return w.Line(l) }, nil); err != nil {
			t.Fatal(err)
		}
		second, err := New([]Source{textSource("answer.csv", out.String())}, options())
		if err != nil {
			t.Fatal(err)
		}
		var back []string
		if err := second.Run(context.Background(), func(l *Line) error { back = append(back, l.Name); return nil }, nil); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(names, back) || len(names) != n {
			t.Fatalf("%q came back as %q", names, back)
		}
	})
}

// FuzzRead runs any bytes as an export: no panic, no row lost, and an answer that
// is a table in which nothing calculates.
func FuzzRead(f *testing.F) {
	for _, folder := range []string{"mess", "german", "french", "spanish", "plain", "pipedrive", "salesforce"} {
		for _, s := range of(f, folder) {
			in, err := s.Open()
			if err != nil {
				f.Fatal(err)
			}
			data, _ := io.ReadAll(in)
			in.Close()
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		src := textSource("f.csv", string(data))
		people := textSource("p.csv", "id,name,email,account\n0,Kim Olsen,kim@northwind.example,Northwind\n")
		run, err := New([]Source{src, people}, options())
		if err != nil {
			return
		}
		var out bytes.Buffer
		w := NewWriter(&out, "csv")
		_ = w.Head(run.Sheets)
		if err := run.Run(context.Background(), w.Line, nil); err != nil {
			return
		}
		b := plain(bytes.NewReader(data))
		if _, err := b.Discard(run.skips[0]); err != nil {
			t.Fatal(err)
		}
		table, _, _ := readAll(b, run.Sheets[0].Separator[0])
		if s := run.Summary; s.Rows+s.Joined+s.Known != len(table)-1+1 {
			t.Fatalf("%d rows came to %+v", len(table)-1, s)
		}
		answer, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(answer) != run.Summary.Rows+1 {
			t.Fatalf("%d lines: %v", len(answer), err)
		}
		for _, row := range answer {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+@\t\r", rune(cell[0])) {
					t.Fatalf("%q would be calculated", cell)
				}
			}
		}
	})
}
