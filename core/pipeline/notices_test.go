package pipeline

import (
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/verdict"
)

// TestNotices has figures of which something is to be known, and such as speak for
// themselves.
func TestNotices(t *testing.T) {
	many := map[string]int{}
	for _, word := range strings.Fields("a b c d e f g h i j") {
		many[word] = 2
	}
	for _, c := range []struct {
		about string
		of    Summary
		want  []string
	}{
		{"no row", Summary{}, []string{"There is no row below the headers."}},
		{"nothing", Summary{Rows: 9, Judged: 3, Amounts: map[string]int{"EUR": 3}}, []string{}},
		{"nobody was touched", Summary{Rows: 9, Judged: 2, Untouched: 2}, []string{"No row says anything of contact with them: add the export of activities, or say which column holds their last contact."}},
		{"one was not", Summary{Rows: 9, Judged: 2, Untouched: 1}, []string{"1 of 2 rows was judged without any touch: it has no counts or dates, and no activity is with them."}},
		{"some were not", Summary{Rows: 9, Judged: 30_000, Untouched: 12_000}, []string{"12,000 of 30,000 rows were judged without any touch: they have no counts or dates, and no activity is with them."}},
		{"directions", Summary{Rows: 9, Directions: map[string]int{"inbund": 1, "OUTT": 4}}, []string{"Directions of activities that are not known: OUTT (4), inbund (1). Write in or out instead."}},
		{"many directions", Summary{Rows: 9, Directions: many}, []string{"Directions of activities that are not known: a (2), b (2), c (2), d (2), e (2), f (2), g (2), h (2) and 2 more. Write in or out instead."}},
		{"too much was written", Summary{Rows: 9, Unread: 1200}, []string{"What they wrote is more than can be held at once. Answers that count by their day alone: 1,200. Who asked not to be contacted is heard in all of them."}},
		{"currencies", Summary{Rows: 9, Judged: 4, Amounts: map[string]int{"": 1, "EUR": 2, "CHF": 1}}, []string{"Values are in EUR (2), no currency (1), CHF (1): they are never added to each other, and compared as they are, without exchange rates, in the verdicts and in the order of the list."}},
	} {
		if got := c.of.Notices(nil); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}

// TestWordsThatThereIsNoRoomFor has more written than is held: the answers are counted,
// and who wants to be left alone is heard all the same.
func TestWordsThatThereIsNoRoomFor(t *testing.T) {
	sources := []Source{
		textSource("p.csv", "name,email\nKim,kim@x.example\nBo,bo@x.example\n"),
		textSource("a.csv", "email,at,type,direction,body\nkim@x.example,2026-11-04,email,in,We bought elsewhere last week so this is off.\nbo@x.example,2026-11-05,email,in,Do not contact me again.\n"),
	}
	run, err := New(sources, options())
	if err != nil {
		t.Fatal(err)
	}
	run.index.room = 20
	verdicts := map[string]string{}
	if err := run.Run(t.Context(), func(l *Line) error { verdicts[l.Name] = l.Verdict; return nil }, nil); err != nil {
		t.Fatal(err)
	}
	if run.Summary.Unread != 1 || verdicts["Kim"] != verdict.YourTurn || verdicts["Bo"] != verdict.Stop {
		t.Errorf("%d answers unread, %v", run.Summary.Unread, verdicts)
	}
}
