package brain_test

import (
	"errors"
	"fmt"
	"testing"

	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// whole asks for the effect until everybody is judged.
func whole(t *testing.T, b *brain.Brain, file string) (all []brain.Change, judged, calls int) {
	t.Helper()
	for {
		e, err := b.Effect(file, judged)
		if err != nil || e.From != judged {
			t.Fatalf("%+v, %v, after %d", e, err, judged)
		}
		all, judged = append(all, e.Changed...), e.Judged
		if calls++; judged == e.All {
			return all, judged, calls
		}
	}
}

func TestWhatAnotherPlaybookWouldChange(t *testing.T) {
	b, m := newBrain()
	for i := range 30 { // every third has answered
		mails := eightMails()
		for j := range mails {
			if mails[j].to == kim {
				mails[j].to = fmt.Sprintf("kim%d@acme%d.example", i, i)
			}
		}
		if i%3 == 0 {
			mails = append(mails, mail{days: 1, from: mails[0].to, to: me, text: "Thanks, what does it cost?"})
		}
		do(t, b, seen(t, b, mails...), view.Action{Do: view.Track})
	}
	events := len(m.events)
	changed, judged, calls := whole(t, b, patient)
	if len(changed) != 20 || judged != 30 || calls != 2 {
		t.Fatalf("%d of %d change, in %d calls", len(changed), judged, calls)
	}
	for _, c := range changed {
		if c.From.Verdict != verdict.LastTry || c.To.Verdict != verdict.Keep || c.From.State != "last-try/ghosting" || c.Person.Email == "" {
			t.Errorf("%+v", c)
		}
	}
	if same, _, _ := whole(t, b, ""); len(same) != 0 {
		t.Errorf("Balanced changes %d of those it decides", len(same))
	}
	if r, _ := b.Playbook(); r.Name != "Balanced" || len(m.events) != events {
		t.Errorf("to try is not to keep: %+v, %d events more", r, len(m.events)-events)
	}
}

func TestAPlaybookThatIsWrongIsNotTried(t *testing.T) {
	b, _ := newBrain()
	_, err := b.Effect(`{"name": "N", "extends": "balanced", "floor": {"touches": 0}}`, 0)
	var fault *brain.Fault
	if !errors.As(err, &fault) || fault.Path != "floor.touches" || fault.Problem != "is 0; it takes a whole number from 1" {
		t.Errorf("%+v", err)
	}
}
