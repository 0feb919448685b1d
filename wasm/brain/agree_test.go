package brain_test

import (
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// TestDecisionsOfAListAreRecorded decides on one who is tracked, one who is stopped, and
// one who is not tracked; a list that is older than the history changes nothing.
func TestDecisionsOfAListAreRecorded(t *testing.T) {
	b, m := newBrain()
	list := []history.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: counted(3, now.AddDate(0, 0, -9))}, {Person: page.Person{Email: "jo@north.example"}}}
	if _, err := b.Take(list); err != nil {
		t.Fatal(err)
	}
	jo := mail{days: 3, from: me, to: "jo@north.example", text: "Hello Jo"}
	do(t, b, seen(t, b, jo), view.Action{Do: view.Log, Entered: view.Entered{Type: "decision", Verdict: verdict.Stop}})
	later := now.AddDate(0, 0, 45)
	gone := brain.Agreed{Verdict: verdict.BreakUp, Kind: verdict.Ghosting, At: now}
	put := brain.Agreed{Verdict: verdict.Pause, Until: later, At: now.Add(time.Minute)}
	stay := brain.Agreed{Verdict: verdict.Keep, Against: verdict.BreakUp, Why: "they asked for June", At: now.Add(2 * time.Minute)}
	stop := brain.Agreed{Verdict: verdict.Stop, At: now.Add(time.Hour)}
	for i, c := range []struct {
		about    string
		decision brain.Agreed
		sure     bool
		want     brain.Recorded
		verdict  string
	}{
		{"counted", gone, false, brain.Recorded{Decisions: 1}, verdict.Keep},
		{"recorded", gone, true, brain.Recorded{Decisions: 1}, verdict.Pause},
		{"once more", gone, true, brain.Recorded{}, verdict.Pause},
		{"put off", put, true, brain.Recorded{Decisions: 1}, verdict.Pause},
		{"once more", put, true, brain.Recorded{}, verdict.Pause},
		{"as the list said before", gone, true, brain.Recorded{}, verdict.Pause},
		{"handed to support, which is for customers", brain.Agreed{Verdict: verdict.HandOff, At: now.Add(90 * time.Second)}, true, brain.Recorded{}, verdict.Pause},
		{"gone on with", stay, true, brain.Recorded{Decisions: 1}, verdict.Keep},
		{"stopped", stop, true, brain.Recorded{Decisions: 1, Stops: 1}, verdict.Stop},
		{"once more", stop, true, brain.Recorded{}, verdict.Stop},
		{"a stop stands", brain.Agreed{Verdict: verdict.BreakUp, At: now.Add(2 * time.Hour)}, true, brain.Recorded{}, verdict.Stop},
	} {
		b.Now = func() time.Time { return now.Add(time.Duration(i) * time.Minute) }
		before := m.count(replica.Decision)
		all := []brain.Agreed{c.decision, c.decision, c.decision, c.decision}
		all[0].Email, all[1].Email, all[3].Email = "jo@north.example", "new@south.example", kim
		got, err := b.Agree(all, c.sure)
		grown := 0
		if c.sure {
			grown = c.want.Decisions
		}
		if err != nil || got != c.want || m.count(replica.Decision)-before != grown {
			t.Errorf("%s: %+v, %v, %d decisions more", c.about, got, err, m.count(replica.Decision)-before)
		}
		s := seen(t, b, mail{days: 3, from: me, to: kim, text: "Hello Kim"})
		if s.Assessment.Verdict != c.verdict || c.about == "put off" && *s.Assessment.Until != later.Format(time.DateOnly) {
			t.Errorf("%s: the panel says %+v", c.about, s.Assessment)
		}
	}
	nonsense := []brain.Agreed{{Email: kim, Verdict: verdict.BreakUp, Kind: "nonsense", At: now}}
	b, _ = newBrain()
	if _, err := b.Take(list); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Agree(nonsense, true); err == nil {
		t.Error("a reason that nobody knows is recorded")
	}
}

// TestALiftedStopStaysLifted has a list that stopped somebody before the stop was lifted.
func TestALiftedStopStaysLifted(t *testing.T) {
	b, _ := newBrain()
	if _, err := b.Take([]history.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: counted(2, now.AddDate(0, 0, -9))}}); err != nil {
		t.Fatal(err)
	}
	stop := []brain.Agreed{{Email: kim, Verdict: verdict.Stop, At: now.Add(-time.Hour)}}
	if got, err := b.Agree(stop, true); err != nil || got.Stops != 1 {
		t.Fatal(got, err)
	}
	hello := mail{days: 9, from: me, to: kim, text: "Hello Kim"}
	do(t, b, seen(t, b, hello), view.Action{Do: view.Log, Entered: view.Lift("they called")})
	stop = append(stop, brain.Agreed{Email: kim, Verdict: verdict.Stop, At: now.Add(-time.Minute)})
	if got, err := b.Agree(stop, true); err != nil || got.Decisions != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	if s := seen(t, b, hello); s.Assessment.Verdict == verdict.Stop {
		t.Errorf("the panel says %s", s.Assessment.Because)
	}
}

// TestLetGoAgain lets somebody go who answered after the first time.
func TestLetGoAgain(t *testing.T) {
	b, _ := newBrain()
	if _, err := b.Take([]history.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: counted(4, now.AddDate(0, 0, -29))}}); err != nil {
		t.Fatal(err)
	}
	gone := func(days int) []brain.Agreed {
		return []brain.Agreed{{Email: kim, Verdict: verdict.BreakUp, Kind: verdict.Ghosting, At: now.AddDate(0, 0, -days)}}
	}
	for _, c := range []struct {
		days, n  int
		answered bool
	}{{10, 1, false}, {9, 0, false}, {1, 1, true}} {
		if c.answered {
			seen(t, b, mail{days: 29, from: me, to: kim, text: "Hello Kim"}, mail{days: 5, from: kim, to: me, text: "We may come back to it."})
		}
		if got, err := b.Agree(gone(c.days), true); err != nil || got.Decisions != c.n {
			t.Errorf("%d days ago: %+v, %v", c.days, got, err)
		}
	}
}

// TestAnAnswerAfterTheListsDecisionIsNewer records a break-up that was decided before
// they answered: it is their answer that counts.
func TestAnAnswerAfterTheListsDecisionIsNewer(t *testing.T) {
	b, _ := newBrain()
	if _, err := b.Take([]history.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: counted(4, now.AddDate(0, 0, -9))}}); err != nil {
		t.Fatal(err)
	}
	thread := []mail{{days: 9, from: me, to: kim, text: "Hello Kim, shall we talk?"}, {days: 1, from: kim, to: me, text: "Yes, let us talk. When would suit you?"}}
	seen(t, b, thread...)
	got, err := b.Agree([]brain.Agreed{{Email: kim, Verdict: verdict.BreakUp, Kind: verdict.Ghosting, At: now.AddDate(0, 0, -4)}}, true)
	if err != nil || got.Decisions != 1 {
		t.Fatal(got, err)
	}
	if s := seen(t, b, thread...); s.Assessment.Verdict != verdict.YourTurn {
		t.Errorf("the panel says %s: %s", s.Assessment.Verdict, s.Assessment.Because)
	}
}
