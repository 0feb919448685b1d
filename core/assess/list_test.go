package assess_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"cleanbreak/core/assess"
	"cleanbreak/core/plan"
)

// TestListsSayWhatAJudgementSays compares a whole list, judged in the same memory,
// with each of its records judged alone.
func TestListsSayWhatAJudgementSays(t *testing.T) {
	var l assess.Lister
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyPlaybook(t)
		listed, alone := l.Judge(r, p), assess.Judge(r, p)
		if len(alone.Unsure) == 0 {
			alone.Unsure = listed.Unsure
		}
		alone.Voices, alone.Parts, alone.Plan, alone.CRMNote, alone.Flips, alone.SpendOn = nil, nil, plan.Plan{}, "", nil, nil
		if len(alone.Suppress) == 0 {
			alone.Suppress = listed.Suppress
		}
		if !reflect.DeepEqual(listed, alone) {
			t.Fatalf("in a list:\n%+v\nalone:\n%+v", listed, alone)
		}
	})
}
