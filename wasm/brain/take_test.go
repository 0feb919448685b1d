package brain_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/plan"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// counted are mails that a list only counts, four days apart, oldest first.
func counted(n int, last time.Time) (out []history.Met) {
	for i := range n {
		out = append(out, history.Met{At: last.AddDate(0, 0, -4*(n-1-i)), Type: history.Touch, Channel: "email", Counted: true})
	}
	return out
}

// answered is a reply some days from now.
func answered(days int, words string) history.Met {
	return history.Met{At: now.AddDate(0, 0, days), Type: history.Reply, Channel: "email", Text: words}
}

func TestAListFillsToday(t *testing.T) {
	b, m := newBrain()
	setMine(t, b, brain.Mine{Never: []string{"rival.example"}})
	list := []history.Listed{
		{Person: page.Person{Name: "Kim Olsen", Email: kim, Company: "Acme"}, Contacts: counted(9, now.AddDate(0, 0, -9))},
		{Person: page.Person{Name: "Jo Berg", Email: "jo@north.example"}, Contacts: counted(1, now.AddDate(0, 0, -4))},
		{Person: page.Person{Name: "New", Email: "new@south.example"}},
		{Person: page.Person{Name: "Rival", Email: "bo@rival.example"}, Contacts: counted(3, now.AddDate(0, 0, -4))},
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

// TestTheWordsOfAList has an answer that a list brings read as any other.
func TestTheWordsOfAList(t *testing.T) {
	for words, want := range map[string]string{
		"Please remove me from your list.":               verdict.Stop,
		"Not before April, please. Write to me then.":    verdict.Pause, // and the answer that confirms it
		"Who else uses it?":                              verdict.YourTurn,
		strings.Repeat("x ", replica.MostReply) + "Yes.": verdict.YourTurn,
	} {
		b, _ := newBrain()
		list := []history.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: append(counted(1, now.AddDate(0, 0, -9)), answered(-2, words))}}
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
	list := []history.Listed{
		{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: append(counted(9, now.AddDate(0, 0, -9)), answered(-2, ""))},
		{Person: page.Person{Name: "Ahead", Email: "jo@north.example"}, Contacts: []history.Met{answered(2, "")}},
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

// TestAPageTakesThePlaceOfWhatAListCounts opens the thread of somebody whose eight mails
// an export only counted: they are counted once, on the days the page shows. What came
// after the last one that the export knew is new.
func TestAPageTakesThePlaceOfWhatAListCounts(t *testing.T) {
	for shown, want := range map[int]int{1: 8, 5: 8, 8: 8, 10: 10} {
		b, m := newBrain()
		list := []history.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: counted(8, now.AddDate(0, 0, -5))}}
		if _, err := b.Take(list); err != nil {
			t.Fatal(err)
		}
		var mails []mail
		for i := range shown {
			mails = append(mails, mail{days: 60 - 6*i, from: me, to: kim, text: "Shall we talk?"})
		}
		got := touchesOf(show(t, b, 1, thread(mails...)))
		if m.count(replica.Touch) != 8+shown {
			t.Fatalf("%d touches in the log", m.count(replica.Touch))
		}
		if got != want {
			t.Errorf("%d on the page: %d touches, want %d", shown, got, want)
		}
	}
	b, _ := newBrain()
	if _, err := b.Take([]history.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: counted(8, now.AddDate(0, 0, -20))}}); err != nil {
		t.Fatal(err)
	}
	if got := touchesOf(show(t, b, 1, thread(mail{days: 3, from: me, to: kim, text: "Shall we talk?"}))); got != 9 {
		t.Errorf("a newer mail: %d touches", got)
	}
}

// touchesOf is how many touches the panel counts.
func touchesOf(s view.State) (n int) {
	for _, row := range view.Make(s, time.Time.UTC).Counts.Rows {
		n += row.Touches
	}
	return n
}

// TestAListKnowsTheDeal has value and stage of the export, and the person known again
// by their profile's address.
func TestAListKnowsTheDeal(t *testing.T) {
	b, m := newBrain()
	list := []history.Listed{{
		Person: page.Person{Name: "Kim Olsen", Email: kim, Slug: "kim-olsen", Title: "Head of IT"}, Value: 64000, Stage: "Proposal",
		Contacts: []history.Met{{At: now.AddDate(0, 0, -4), Type: history.Touch, Channel: "call", Disposition: history.NoAnswer}},
	}}
	if _, err := b.Take(list); err != nil {
		t.Fatal(err)
	}
	var facts *replica.Facts
	for _, e := range m.events {
		switch {
		case e.Kind == replica.Deal:
			facts = e.Sealed.Deal
		case e.Kind == replica.Touch && (e.Clear.Channel != "call" || e.Clear.Disposition != history.NoAnswer):
			t.Errorf("%+v", e.Clear)
		}
	}
	if facts == nil || facts.Value != 64000 || facts.Stage != "Proposal" {
		t.Errorf("%+v", facts)
	}
	if badge := badgeAt(t, b, "https://www.linkedin.com/in/kim-olsen/"); !strings.HasPrefix(badge.Title, "Kim Olsen: ") {
		t.Errorf("%+v", badge)
	}
}
