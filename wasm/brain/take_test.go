package brain_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/plan"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

func TestAListFillsToday(t *testing.T) {
	b, m := newBrain()
	setMine(t, b, brain.Mine{Never: []string{"rival.example"}})
	list := []brain.Listed{
		{Person: page.Person{Name: "Kim Olsen", Email: kim, Company: "Acme"}, Last: now.AddDate(0, 0, -9), Touches: 9},
		{Person: page.Person{Name: "Jo Berg", Email: "jo@north.example"}, Last: now.AddDate(0, 0, -4), Touches: 1},
		{Person: page.Person{Name: "New", Email: "new@south.example"}},
		{Person: page.Person{Name: "Rival", Email: "bo@rival.example"}, Touches: 3, Last: now.AddDate(0, 0, -4)},
		{Person: page.Person{Name: "No address"}},
	}
	taken, err := b.Take(list)
	if err != nil || taken != (brain.Taken{Tracked: 3, Refused: 1}) || m.count(replica.Touch) != 10 {
		t.Fatalf("%+v, %v, %d touches", taken, err, m.count(replica.Touch))
	}
	dues, err := b.Today(1, 0)
	if err != nil || dues.All != 3 {
		t.Fatalf("%+v, %v", dues, err)
	}
	for _, d := range dues.Due {
		unsure := d.Person.Name == "Kim Olsen" // whether she answered, no page has shown
		if d.Verdict != verdict.Keep || (d.Do == plan.Check) != unsure || d.On == "" {
			t.Errorf("%+v", d)
		}
	}
	events := len(m.events)
	if taken, err = b.Take(list); err != nil || taken != (brain.Taken{Before: 3, Refused: 1}) || len(m.events) != events {
		t.Errorf("once more: %+v, %v, %d events more", taken, err, len(m.events)-events)
	}
}

func TestTheTouchesOfAListStandApart(t *testing.T) {
	b, m := newBrain()
	last := now.AddDate(0, 0, -2)
	if _, err := b.Take([]brain.Listed{{Person: page.Person{Email: kim}, Last: last, Touches: 3}}); err != nil {
		t.Fatal(err)
	}
	var days []time.Duration
	for _, e := range m.events {
		if e.Kind == replica.Touch {
			days = append(days, last.Sub(e.At)/(24*time.Hour))
		}
	}
	slices.Sort(days)
	if !slices.Equal(days, []time.Duration{0, 4, 8}) {
		t.Errorf("days before the last: %v", days)
	}
}

// TestTheWordsOfAList has an answer that a list brings read as any other.
func TestTheWordsOfAList(t *testing.T) {
	for words, want := range map[string]string{
		"Please remove me from your list.":               verdict.Stop,
		"Not before April, please. Write to me then.":    verdict.Pause, // and the answer that confirms it
		"Who else uses it?":                              verdict.YourTurn,
		strings.Repeat("x ", replica.MostReply) + "Yes.": verdict.YourTurn,
	} {
		b, _ := newBrain()
		list := []brain.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Last: now.AddDate(0, 0, -9), Touches: 1, Replied: now.AddDate(0, 0, -2), Wrote: words}}
		if _, err := b.Take(list); err != nil {
			t.Fatal(err)
		}
		dues, err := b.Today(1, 0)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, d := range dues.Due {
			got += d.Verdict
		}
		if got != want {
			t.Errorf("%.40q: %q, want %q", words, got, want)
		}
	}
}

// TestAnAnswerOfAList has the verdict know that they wrote last, though not what.
func TestAnAnswerOfAList(t *testing.T) {
	b, m := newBrain()
	list := []brain.Listed{
		{Person: page.Person{Name: "Kim Olsen", Email: kim}, Last: now.AddDate(0, 0, -9), Touches: 9, Replied: now.AddDate(0, 0, -2)},
		{Person: page.Person{Name: "Ahead", Email: "jo@north.example"}, Replied: now.AddDate(0, 0, 2)},
	}
	for range 2 {
		if _, err := b.Take(list); err != nil {
			t.Fatal(err)
		}
	}
	if m.count(replica.Reply) != 1 {
		t.Errorf("%d replies", m.count(replica.Reply))
	}
	dues, err := b.Today(1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(dues.Due, func(d view.Due) bool { return d.Person.Name == "Kim Olsen" && d.Verdict == verdict.YourTurn }) {
		t.Errorf("%+v", dues.Due)
	}
}
