package view

import (
	"reflect"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/plan"
)

func TestTodayPutsFirstWhatIsWorthMost(t *testing.T) {
	day := func(days int) string { return now.AddDate(0, 0, days).Format(time.DateOnly) }
	soon := now.Add(4 * time.Minute).Format(time.RFC3339)
	dues := []Due{
		{Person: page.Person{Name: "Later"}, Verdict: "keep", State: "keep", Do: "send", Channel: "call", On: day(3)},
		{Person: page.Person{Name: "Small"}, Verdict: "your-turn", State: "your-turn", Value: 10, On: day(0), Do: "send", Channel: "email"},
		{Person: page.Person{Name: "Large"}, Verdict: "your-turn", State: "your-turn", Value: 9000, On: day(0), Do: "send", Channel: "email"},
		{Person: page.Person{Name: "Fresh"}, Verdict: "your-turn", State: "your-turn/inbound", AnswerBy: &soon, On: day(0), Do: "send", Channel: "call"},
		{Person: page.Person{Name: "Next"}, Verdict: "keep", State: "keep", Do: "send", Channel: "call", On: day(0)},
		{Person: page.Person{Name: "Waiting"}, Verdict: "pause", State: "pause/let-go", Do: "wait", On: day(0)},
		{Person: page.Person{Name: "Sequence"}, Verdict: "stop", State: "stop", Do: "remove-from-sequence", On: day(-1)},
		{Person: page.Person{Name: "Bye"}, Verdict: "break-up", State: "break-up/ghosting", Do: "send", Channel: "email", On: day(2)},
	}
	m := MakeToday(dues, len(dues), now, local)
	got := map[string][]string{}
	var order []string
	for _, s := range m.Sections {
		order = append(order, s.Name)
		for _, r := range s.Rows {
			got[s.Name] = append(got[s.Name], r.Name)
		}
	}
	want := map[string][]string{
		todayClock: {"Fresh"}, todayYours: {"Large", "Small"}, todayLetGo: {"Bye"}, todayOut: {"Sequence"}, todayNext: {"Next"},
	}
	if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(order, []string{todayClock, todayYours, todayLetGo, todayOut, todayNext}) {
		t.Errorf("got %v in %v", got, order)
	}
	if m.Brief != "6 of 8 people need something from you." || m.Progress != "" || m.Empty != nil {
		t.Errorf("%+v", m)
	}
}

func TestTodaySaysWhatIsNotThere(t *testing.T) {
	if m := MakeToday(nil, 0, now, local); m.Empty == nil || m.Empty.Title != todayNobody {
		t.Errorf("nobody: %+v", m)
	}
	idle := []Due{{Verdict: "keep", State: "keep"}}
	if m := MakeToday(idle, 1, now, local); m.Empty == nil || m.Empty.Title != todayNothing {
		t.Errorf("nothing due: %+v", m)
	}
	if m := MakeToday(idle, 4, now, local); m.Progress != "Judging 1 of 4…" || m.Part != 0.25 || m.Empty != nil {
		t.Errorf("under way: %+v", m)
	}
}

func TestWhereInTodayAPersonStands(t *testing.T) {
	today := now.Format(time.DateOnly)
	cases := map[string]Due{
		todayPromises: {Verdict: "your-turn", State: "your-turn/promise", On: today, Do: "send"},
		todayLetGo:    {Verdict: "pause", State: "pause/let-go", On: today, Do: "send", Missing: []string{"call"}},
		todayHomework: {Verdict: "pause", State: "pause/waiting", On: today, Do: "wait", Homework: true},
		todayBack:     {Verdict: "keep", State: "keep", On: today, Do: "send", Reunion: true},
		todaySecond:   {Verdict: "keep", State: "keep", Second: true},
		todayStops:    {Verdict: "stop", State: "stop", On: today, Do: "suppress"},
		todayWaits:    {Verdict: "pause", State: "pause/away", On: today, Do: "colleague"},
	}
	for want, due := range cases {
		due.Person.Name = "Kim"
		m := MakeToday([]Due{due}, 1, now, local)
		if len(m.Sections) != 1 || m.Sections[0].Name != want {
			t.Errorf("%s: stands in %+v", want, m.Sections)
		}
	}
	m := MakeToday([]Due{cases[todayHomework]}, 1, now, local)
	if m.Brief != todayNothing || m.Empty != nil {
		t.Errorf("who is waited for needs nothing: %q", m.Brief)
	}
}

func TestTheRepsLastDecisionSaysWhatIsWaitedFor(t *testing.T) {
	for _, c := range []struct {
		due              Due
		verdict, kind    string
		touches          int
		homework, second bool
	}{
		{Due{Verdict: "pause", State: "pause/waiting"}, "break-up", "tire-kicker", 1, true, false},
		{Due{Verdict: "pause", State: "pause/waiting"}, "last-try", "", 1, false, false},
		{Due{Verdict: "keep", State: "keep"}, "break-up", "ghosting", 0, false, true},
		{Due{Verdict: "keep", State: "keep"}, "break-up", "ghosting", 1, false, false},
	} {
		c.due.Decided(c.verdict, c.kind, c.touches)
		if c.due.Homework != c.homework || c.due.Second != c.second {
			t.Errorf("%s %s, %d touches: %+v", c.verdict, c.kind, c.touches, c.due)
		}
	}
}

// Of somebody met in LinkedIn's messaging the member id is all that is known.
func TestARowOpensWhereThePersonIs(t *testing.T) {
	member := "ACoAAB1234567890abcdefgh"
	for about, c := range map[string]struct {
		who  page.Person
		want string
	}{
		"a conversation": {page.Person{Name: "Kim", Member: member}, "https://www.linkedin.com/in/" + member + "/"},
		"a profile":      {page.Person{Name: "Kim", Slug: "kim", Member: member}, "https://www.linkedin.com/in/kim/"},
	} {
		due := Due{Person: c.who, Verdict: "your-turn", State: "your-turn", Do: "send", Channel: "linkedin", On: now.Format(time.DateOnly)}
		row := MakeToday([]Due{due}, 1, now, local).Sections[0].Rows[0]
		if row.Open == nil || row.Open.URL != c.want {
			t.Errorf("%s: %+v", about, row.Open)
		} else if at := page.ProfileAt(row.Open.URL); at.Slug+at.Member == "" {
			t.Errorf("%s: nobody is known at %s", about, row.Open.URL)
		}
	}
}

func TestAGoodbyeNamesTheKindsStillMissing(t *testing.T) {
	send := func(channel string) plan.Step {
		return plan.Step{Do: plan.Send, Channel: channel, On: "2026-11-22", Purpose: "goodbye"}
	}
	a := assess.Assessment{Verdict: "break-up", Kind: "ghosting", Plan: plan.Plan{Steps: []plan.Step{send("email"), send("call"), send("linkedin"), {Do: plan.Remove, On: "2026-11-22"}}}}
	due := DueOf(page.Person{Name: "Kim", Email: "kim@acme.example"}, Deal{}, "", a)
	m := MakeToday([]Due{due}, 1, now, local)
	if got := m.Sections[0].Rows[0].Missing; got != "Still to say goodbye by: E-mail, Call and LinkedIn" {
		t.Errorf("missing: %q", got)
	}
}

func TestWhatDoneDoes(t *testing.T) {
	touch := Entered{Type: "touch", Channel: "call"}
	decision := Decision{Verdict: "last-try", Primary: true}
	for about, c := range map[string]struct {
		panel   Panel
		channel string
		verdict string
		pick    bool
		looked  bool
		nothing bool
	}{
		"one press logs it":                {panel: Panel{Steps: &Steps{Now: []Step{{Logs: []Logging{{"I called", touch}}}}}}, channel: "call"},
		"what was said today is past":      {panel: Panel{Steps: &Steps{Now: []Step{{Logged: "Logged today", Logs: []Logging{{"", Entered{}}}}, {Logs: []Logging{{"", touch}}}}}}, channel: "call"},
		"outcomes are picked":              {panel: Panel{Steps: &Steps{Now: []Step{{Asks: "How did it go?", Logs: []Logging{{"", touch}, {"", touch}}}}}}, pick: true},
		"a mail is one on its channel":     {panel: Panel{Steps: &Steps{Now: []Step{{By: "email", Draft: &Draft{}}}}}, channel: "email"},
		"a last try is the rep's word":     {panel: Panel{Steps: &Steps{Now: []Step{{By: "email", Draft: &Draft{}}}}, Decide: []Decision{decision}}, verdict: "last-try"},
		"a place to look in was looked at": {panel: Panel{Steps: &Steps{Now: []Step{{Link: &Link{}}}}}, looked: true},
		"a note is nothing to do":          {panel: Panel{Steps: &Steps{Now: []Step{{Note: true}}}}, nothing: true},
		"without steps":                    {panel: Panel{}, nothing: true},
	} {
		d := c.panel.DoneOf()
		if (d == nil) != c.nothing {
			t.Errorf("%s: %+v", about, d)
			continue
		}
		if d == nil {
			continue
		}
		got := Entered{}
		if d.Entered != nil {
			got = *d.Entered
		}
		if got.Channel != c.channel || got.Verdict != c.verdict || d.Pick != c.pick || d.Looked != c.looked {
			t.Errorf("%s: %+v %+v", about, d, got)
		}
	}
}

func TestWhoIsJudgedAnewTakesTheirPlace(t *testing.T) {
	kim, jo := page.Person{Name: "Kim", Email: "kim@acme.example"}, page.Person{Name: "Jo", Email: "jo@acme.example"}
	d := Dues{All: 2, Due: []Due{{Person: kim, Verdict: "last-try"}, {Person: jo, Verdict: "keep"}}}
	d.Update(State{Person: page.Person{Email: kim.Email}, Tracked: true, Assessment: &assess.Assessment{Verdict: "pause", Kind: "waiting"}})
	if d.Due[0].State != "pause/waiting" || d.Due[0].Person.Name != "Kim" || d.Due[1].Verdict != "keep" {
		t.Errorf("%+v", d)
	}
	d.Update(State{Person: jo})
	if len(d.Due) != 1 || d.All != 1 {
		t.Errorf("who is not tracked any more is there: %+v", d)
	}
}

func TestOnAWeekendMondayIsShown(t *testing.T) {
	friday := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	due := []Due{{Person: page.Person{Name: "Kim"}, Verdict: "keep", State: "keep", Do: "send", Channel: "call", On: "2026-11-23"}}
	for days, shown := range []int{0, 1, 1, 1} {
		m := MakeToday(due, 1, friday.AddDate(0, 0, days), local)
		if len(m.Sections) != shown {
			t.Errorf("%d days after Friday: %+v", days, m.Sections)
		}
	}
}
