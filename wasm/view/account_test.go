package view

import (
	"slices"
	"testing"
	"time"

	"cleanbreak/core/page"
)

func TestWhoElseIsKnownAtTheirCompany(t *testing.T) {
	day := func(n int) time.Time { return now.AddDate(0, 0, n) }
	jo := Colleague{Person: page.Person{Name: "Jo Berg", Title: "CFO"}, Touch: Last{At: day(-3)}}
	jo.Reply.Take(day(-5), "Anna")
	jo.Reply.Take(day(-9), "Ben") // older: Anna's stays
	ada := Colleague{Person: page.Person{Email: "ada@acme.example"}, Touch: Last{At: day(-3), By: SomeColleague}, Meeting: Last{At: day(2)}}
	idle := Colleague{Person: page.Person{Name: "Max Holm"}}
	a := accountOf(State{Account: []Colleague{jo, idle, ada}}, cal)
	if a.Brief != "3 others · 1 talking" || a.Note != "" {
		t.Errorf("%q %q", a.Brief, a.Note)
	}
	want := []AccountRow{
		{Name: "ada@acme.example", Talks: true, Lines: []string{"Meeting on " + cal.day(day(2)), "Last touch on " + cal.day(day(-3)) + ", by " + SomeColleague}},
		{Name: "Jo Berg", About: "CFO", Lines: []string{"Answered on " + cal.day(day(-5)) + ", to Anna", "Last touch on " + cal.day(day(-3))}},
		{Name: "Max Holm", Lines: []string{"Never in touch"}},
	}
	if !slices.EqualFunc(a.People, want, func(x, y AccountRow) bool {
		return x.Name == y.Name && x.About == y.About && x.Talks == y.Talks && slices.Equal(x.Lines, y.Lines)
	}) {
		t.Errorf("%+v", a.People)
	}
}

func TestASingleThreadIsSaid(t *testing.T) {
	if a := accountOf(State{Account: []Colleague{}}, cal); a.Brief != "only this one person" || a.Note == "" || len(a.People) != 0 {
		t.Errorf("%+v", a)
	}
	if a := accountOf(State{}, cal); a != nil {
		t.Errorf("no company is known: %+v", a)
	}
}
