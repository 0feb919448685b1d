package tone_test

import (
	"testing"

	"cleanbreak/core/tone"
)

// What the rules must reach on the sentences kept aside.
const (
	leastPrecision = 0.95
	leastRecall    = 0.85
)

// tally counts what a rule finds: right, missed, and wrongly.
type tally struct{ right, missed, wrong float64 }

func (t *tally) add(o tally) {
	t.right, t.missed, t.wrong = t.right+o.right, t.missed+o.missed, t.wrong+o.wrong
}

func (t tally) precision() float64 { return t.right / max(1, t.right+t.wrong) }
func (t tally) recall() float64    { return t.right / max(1, t.right+t.missed) }

// TestSentencesKeptAside reads them without being told their language.
func TestSentencesKeptAside(t *testing.T) {
	var all tally
	for _, lang := range languages {
		var sum tally
		given := cases(t, "aside/"+lang)
		for _, r := range tone.Rules {
			one := count(r.Name, given[r.Name])
			t.Logf("%s %-12s precision %.2f recall %.2f", lang, r.Name, one.precision(), one.recall())
			sum.add(one)
		}
		t.Logf("%s all          precision %.3f recall %.3f", lang, sum.precision(), sum.recall())
		all.add(sum)
	}
	t.Logf("all             precision %.3f recall %.3f of %.0f", all.precision(), all.recall(), all.right+all.missed)
	if all.precision() < leastPrecision || all.recall() < leastRecall {
		t.Errorf("precision %.3f, recall %.3f; want %.2f and %.2f", all.precision(), all.recall(), leastPrecision, leastRecall)
	}
}

func count(rule string, s sentences) tally {
	var one tally
	for _, text := range s.Wrong {
		if marks(rule, text, "") {
			one.right++
		} else {
			one.missed++
		}
	}
	for _, text := range s.Fine {
		if marks(rule, text, "") {
			one.wrong++
		}
	}
	return one
}
