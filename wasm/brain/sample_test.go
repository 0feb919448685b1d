package brain_test

import (
	"testing"

	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
)

func TestTheSampleIsJudgedAndNotKept(t *testing.T) {
	b, m := newBrain()
	var happened []brain.Happening
	for i := range 8 {
		happened = append(happened, brain.Happening{At: now.AddDate(0, 0, 4*i-40), Type: "touch", Channel: []string{"email", "call"}[i%2]})
	}
	if a := b.Sample(happened[:7]); a.Verdict != verdict.Keep {
		t.Errorf("after seven: %s, %s", a.Verdict, a.Because)
	}
	if a := b.Sample(happened); a.Verdict != verdict.LastTry || len(a.Plan.Steps) == 0 {
		t.Errorf("after eight: %s, %s", a.Verdict, a.Because)
	}
	answered := append(happened, brain.Happening{At: now.AddDate(0, 0, -1), Type: "reply", Channel: "email", Text: "Thanks, what does it cost?"})
	if a := b.Sample(answered); a.Verdict != verdict.YourTurn {
		t.Errorf("answered: %s, %s", a.Verdict, a.Because)
	}
	if len(m.events) != 0 || m.loads != 0 {
		t.Errorf("%d events are kept, the log was asked %d times", len(m.events), m.loads)
	}
}
