package brain_test

import (
	"testing"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// TestBreakUpsOfAListAreRecorded agrees to let go of one who is tracked, one who is
// stopped, and one who is not tracked.
func TestBreakUpsOfAListAreRecorded(t *testing.T) {
	b, m := newBrain()
	list := []history.Listed{{Person: page.Person{Name: "Kim Olsen", Email: kim}, Contacts: counted(3, now.AddDate(0, 0, -9))}, {Person: page.Person{Email: "jo@north.example"}}}
	if _, err := b.Take(list); err != nil {
		t.Fatal(err)
	}
	jo := mail{days: 3, from: me, to: "jo@north.example", text: "Hello Jo"}
	do(t, b, seen(t, b, jo), view.Action{Do: view.Log, Entered: view.Entered{Type: "decision", Verdict: verdict.Stop}})
	agreed := []brain.Agreed{{Email: kim, Kind: verdict.Ghosting, At: "1"}, {Email: "jo@north.example", Kind: verdict.Ghosting, At: "1"}, {Email: "new@south.example", At: "1"}, {At: "1"}}
	before := m.count(replica.Decision)
	for _, c := range []struct {
		about    string
		sure     bool
		n, grown int
	}{{"counted", false, 1, 0}, {"recorded", true, 1, 1}, {"once more", true, 0, 1}} {
		n, err := b.Agree(agreed, c.sure)
		if err != nil || n != c.n || m.count(replica.Decision)-before != c.grown {
			t.Errorf("%s: %d, %v, %d decisions more", c.about, n, err, m.count(replica.Decision)-before)
		}
	}
	if s := seen(t, b, mail{days: 3, from: me, to: kim, text: "Hello Kim"}); s.Assessment == nil || s.Assessment.Kind != "let-go" {
		t.Errorf("the panel says %+v", s.Assessment)
	}
	if _, err := b.Agree([]brain.Agreed{{Email: "jo@north.example", Kind: "nonsense"}}, false); err != nil {
		t.Error(err)
	}
}
