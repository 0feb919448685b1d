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
	decide := func(kims brain.Agreed) []brain.Agreed {
		kims.Email = kim
		others := []brain.Agreed{{Email: "jo@north.example"}, {Email: "new@south.example"}, {}}
		for i := range others {
			others[i].Verdict, others[i].At = kims.Verdict, kims.At
		}
		return append(others, kims)
	}
	gone := decide(brain.Agreed{Verdict: verdict.BreakUp, Kind: verdict.Ghosting, At: now})
	put := decide(brain.Agreed{Verdict: verdict.Pause, Until: later, At: now.Add(time.Minute)})
	stop := decide(brain.Agreed{Verdict: verdict.Stop, At: now.Add(time.Hour)})
	before, grown := m.count(replica.Decision), 0
	for i, c := range []struct {
		about string
		list  []brain.Agreed
		sure  bool
		n     int
	}{
		{"counted", gone, false, 1}, {"recorded", gone, true, 1}, {"once more", gone, true, 0},
		{"put off", put, true, 1}, {"once more", put, true, 0}, {"as the list said before", gone, true, 0},
		{"stopped", stop, true, 1}, {"once more", stop, true, 0}, {"a stop stands", decide(brain.Agreed{Verdict: verdict.BreakUp, At: now.Add(2 * time.Hour)}), true, 0},
	} {
		b.Now = func() time.Time { return now.Add(time.Duration(i) * 10 * time.Second) }
		n, err := b.Agree(c.list, c.sure)
		if c.sure {
			grown += n
		}
		if err != nil || n != c.n || m.count(replica.Decision)-before != grown {
			t.Errorf("%s: %d, %v, %d decisions more", c.about, n, err, m.count(replica.Decision)-before)
		}
		if s := seen(t, b, mail{days: 3, from: me, to: kim, text: "Hello Kim"}); c.about == "put off" && (s.Assessment.Verdict != verdict.Pause || *s.Assessment.Until != later.Format(time.DateOnly)) {
			t.Errorf("the panel says %+v", s.Assessment)
		}
	}
	if s := seen(t, b, mail{days: 3, from: me, to: kim, text: "Hello Kim"}); s.Assessment == nil || s.Assessment.Verdict != verdict.Stop {
		t.Errorf("the panel says %+v", s.Assessment)
	}
	if _, err := b.Agree([]brain.Agreed{{Email: "jo@north.example", Verdict: verdict.Pause, Kind: "nonsense"}}, false); err != nil {
		t.Error(err)
	}
}
