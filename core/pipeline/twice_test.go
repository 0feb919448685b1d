package pipeline

import (
	"context"
	"strings"
	"testing"
	"time"
)

// TestARowOfTwoExportsIsJudgedOnce takes last week's export beside this week's: a deal
// is the same by its id, its activities are joined by its name, and it counts once.
func TestARowOfTwoExportsIsJudgedOnce(t *testing.T) {
	head := "Deal - ID,Deal - Title,Deal - Organization,Deal - Stage,Deal - Value,Deal - Currency of Value\n"
	sources := []Source{
		textSource("last-week.csv", head+"1,Rollout,Acme,Qualified,4000,EUR\n3,Trial,Initech,Demo,9000,EUR\n,No id,Umbrella,Demo,6000,\n"),
		textSource("this-week.csv", head+"1,Rollout,Acme,Demo,5000,EUR\n2,Pilot,Globex,Demo,7000,USD\n"),
		textSource("activities.csv", "contact,deal,at,type\n,Rollout,2026-11-09,email\n,Rollout,2026-11-12,call\n"),
	}
	got, run := answered(t, options(), sources...)
	if n := run.Summary.Unjudged["stands in this-week.csv too, and is judged there"]; n != 1 || run.Summary.Judged != 4 {
		t.Errorf("%+v\n%s", run.Summary, got)
	}
	if run.Summary.Joined != 2 || !strings.Contains(got, "2 touches") {
		t.Errorf("its activities are not joined: %+v\n%s", run.Summary, got)
	}
	if kept := run.Summary.Kept; kept["EUR"] != 14000 || kept["USD"] != 7000 || kept[""] != 6000 {
		t.Errorf("currencies are mixed: %v", kept)
	}
	later := options()
	later.Now = now.AddDate(0, 0, 14) // when their touches are no longer young
	groups, err := Contacts(context.Background(), sources, later)
	if err != nil || groups.Curves()[0].Prospects != 1 {
		t.Errorf("%v, %v", groups, err)
	}
	plain := []Source{textSource("a.csv", "id,name,email\n1,Kim,k@x.example\n"), textSource("b.csv", "id,name,email\n1,Lee,l@x.example\n")}
	if _, run := answered(t, options(), plain...); run.Summary.Judged != 2 {
		t.Errorf("two tables of their own count from 1: %+v", run.Summary)
	}
}

// TestTheNewestExportIsJudged holds two exports of the same deal beside each other: what
// was written last counts, however they are given.
func TestTheNewestExportIsJudged(t *testing.T) {
	const head = "Deal - ID,Deal - Title,Deal - Status,Deal - Value,Deal - Last activity date\n"
	saved := func(s Source, day int) Source {
		s.Saved = time.Date(2026, 11, day, 9, 0, 0, 0, time.UTC)
		return s
	}
	open, won := textSource("open.csv", head+"1,Rollout,Open,5000,\n"), textSource("won.csv", head+"1,Rollout,Won,5000,\n")
	const isOpen, isWon = "keep in open.csv", "is closed already: won in won.csv"
	for _, c := range []struct {
		about string
		files []Source
		want  string
	}{
		{"the one given last", []Source{open, won}, isWon},
		{"and the other way round", []Source{won, open}, isOpen},
		{"the one saved last", []Source{saved(won, 20), saved(open, 13)}, isWon},
		{"and the other way round", []Source{saved(won, 13), saved(open, 20)}, isOpen},
		{"with a file of its own between", []Source{saved(won, 20), textSource("p.csv", "name,email\n"), saved(open, 13)}, isWon},
		{"the one with the newest day, though it was saved again", []Source{
			saved(textSource("won.csv", head+"1,Rollout,Won,5000,2026-11-18\n"), 13), saved(textSource("open.csv", head+"1,Rollout,Open,5000,2026-11-12\n"), 20)}, isWon},
		{"days ahead say nothing of it", []Source{
			saved(textSource("won.csv", head+"1,Rollout,Won,5000,2026-11-18\n"), 20), saved(textSource("open.csv", head+"1,Rollout,Open,5000,2026-12-24\n"), 20)}, isWon},
	} {
		_, lines := linesOf(t, c.files...)
		var got []string
		for _, l := range lines {
			if !strings.Contains(l.Why, "too, and is judged there") {
				got = append(got, l.Verdict+l.Why+" in "+l.File)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
}

// TestTheNewestActivityStands turns no recorded no-show back into a meeting without an
// outcome.
func TestTheNewestActivityStands(t *testing.T) {
	const head = "id,deal id,at,type,outcome\n"
	deals := textSource("deals.csv", "id,name,stage\n1,Northwind,demo\n")
	before, after := textSource("before.csv", head+"1,1,2026-11-02,email,\n2,1,2026-11-12,meeting,scheduled\n"), textSource("after.csv", head+"1,1,2026-11-02,email,\n2,1,2026-11-12,meeting,no-show\n3,1,2026-11-13,email,\n")
	want, _ := answered(t, options(), deals, after)
	for _, files := range [][]Source{{deals, before, after}, {deals, after, before}} {
		if got, run := answered(t, options(), files...); got != want || run.Summary.Known != 2 {
			t.Errorf("%d known\n%s\nwant\n%s", run.Summary.Known, got, want)
		}
	}
}

// TestARowWithoutAnIDIsJudgedOnce knows it in another export by all of its cells.
func TestARowWithoutAnIDIsJudgedOnce(t *testing.T) {
	const head = "name,email,value,currency\n"
	for _, c := range []struct {
		about, first, second string
		judged               int
		kept                 float64
	}{
		{"the same", "Kim,kim@x.example,5000,EUR\n", "Kim,kim@x.example,5000,EUR\n", 1, 5000},
		{"another value", "Kim,kim@x.example,5000,EUR\n", "Kim,kim@x.example,6000,EUR\n", 2, 11000},
		{"twice in one file", "Kim,kim@x.example,5000,EUR\nKim,kim@x.example,5000,EUR\n", "Lee,lee@x.example,1000,EUR\n", 3, 11000},
	} {
		_, run := answered(t, options(), textSource("w1.csv", head+c.first), textSource("w2.csv", head+c.second))
		if run.Summary.Judged != c.judged || run.Summary.Kept["EUR"] != c.kept {
			t.Errorf("%s: %+v", c.about, run.Summary)
		}
	}
}

// TestTouchesAreCountedOnce counts the touches of one deal in files of activities.
func TestTouchesAreCountedOnce(t *testing.T) {
	deals := textSource("deals.csv", "id,name,stage\n1,Northwind,demo\n")
	const numbered, bare = "id,deal id,at,type\n", "Subject,Type,Due date,Done,Marked as done time,Deal\n"
	dials := func(a, b string) (rows string) {
		for _, day := range []string{"02", "03", "04", "05", "06"} {
			rows += strings.ReplaceAll(a, "DAY", day) + strings.ReplaceAll(b, "DAY", day)
		}
		return rows
	}
	const dial = "Call,Call,2026-11-DAY,Done,2026-11-DAY 10:00:00,Northwind\n"
	calls := numbered + "1,1,2026-11-02,call\n2,1,2026-11-04,call\n3,1,2026-11-06,call\n"
	mails := numbered + "1,1,2026-11-03,email\n2,1,2026-11-05,email\n3,1,2026-11-06,email\n"
	for _, c := range []struct {
		about          string
		files          []string
		touches, known int
	}{
		{"one file", []string{calls}, 3, 0},
		{"the same again", []string{calls, calls}, 3, 3},
		{"calls and mails, each numbered from 1", []string{calls, mails}, 6, 0},
		{"without ids", []string{bare + dials(dial, "")}, 5, 0},
		{"two dials a day that look the same", []string{bare + dials(dial, dial)}, 10, 0},
		{"and exported again", []string{bare + dials(dial, dial), bare + dials(dial, dial)}, 10, 10},
		{"the second dial stands in one export only", []string{bare + dials(dial, ""), bare + dials(dial, dial)}, 10, 5},
		{"and in whichever", []string{bare + dials(dial, dial), bare + dials(dial, "")}, 10, 5},
		{"an id twice in one file", []string{numbered + "1,1,2026-11-02,call\n1,1,2026-11-02,call\n"}, 1, 1},
	} {
		sources := []Source{deals}
		for i, file := range c.files {
			sources = append(sources, textSource(string(rune('a'+i))+".csv", file))
		}
		run, lines := linesOf(t, sources...)
		if l := lines[0]; l.Known != c.touches || run.Summary.Known != c.known {
			t.Errorf("%s: %d touches, %d known already; want %d, %d (%s)", c.about, l.Known, run.Summary.Known, c.touches, c.known, l.Because)
		}
	}
}

// TestAnActivityOfTwoExportsIsLeftOverOnce, whether nobody knows whose it is or it cannot
// be read; what an earlier export had is not counted as joined.
func TestAnActivityOfTwoExportsIsLeftOverOnce(t *testing.T) {
	const head = "id,email,at,type,direction\n"
	const rows = "1,nobody@x.example,2026-11-02,email,out\n2,ann@x.example,soon,email,out\n3,,2026-11-03,call,out\n4,ann@x.example,2026-11-04,email,out\n"
	people := textSource("people.csv", "id,name,email\n7,Ann,ann@x.example\n")
	run, lines := linesOf(t, people, textSource("before.csv", head+rows), textSource("after.csv", head+rows+"5,,2026-11-06,call,out\n"))
	sum := run.Summary
	if n := sum.Unjudged["stands in after.csv too"]; n != 2 || sum.Unjudged["at is not a date"] != 1 || sum.Unjudged["belongs to no row of the pipeline"] != 3 {
		t.Errorf("%+v", sum.Unjudged)
	}
	if sum.Known != 2 || sum.Joined != 1 || lines[0].Known != 1 {
		t.Errorf("%d known, %d joined; %d touches", sum.Known, sum.Joined, lines[0].Known)
	}
	if _, lines := linesOf(t, people, textSource("a.csv", head+rows+rows)); len(lines) != 6 { // but for the one that is known by its id
		t.Errorf("%d lines: rows of one file are left over as often as they stand there", len(lines))
	}
}
