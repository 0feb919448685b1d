//go:build !js

package sim

import (
	"slices"
	"testing"
)

// TestEveryInvariantCanBeBroken plays seeds with one thing wrong on purpose, in a
// device's storage or in the server, and wants it found.
func TestEveryInvariantCanBeBroken(t *testing.T) {
	if seeds < 1000 {
		t.Skip("the run without the race detector has it")
	}
	cases := []struct {
		bug    string
		breaks []string // one of these
	}{
		{"rows go when sent", []string{"differ", "lost"}},
		{"nothing is pushed again", []string{"lost"}},
		{"rewinds are not noticed", []string{"lost", "differ", "backwards", "waiting"}},
		{"half a transaction", []string{"lost", "differ"}},
		{"ids do not matter", []string{"twice", "backwards", "differ", "lost"}},
		{"mails are not united", []string{"twice"}},
		{"the newest writer wins", []string{"differ"}},
		{"own writes are overwritten", []string{"unread"}},
		{"late answers are taken", []string{"backwards", "lost"}},
		{"rows stay", []string{"waiting"}},
		{"erasures are not applied", []string{"erased"}},
		{"the erased come back", []string{"erased"}},
		{"linked people stay", []string{"erased", "differ"}},
		{"the first reading stays", []string{"reading", "differ"}},
		{"reps lift stops", []string{"stop", "lost"}},
		{"nothing is mended", []string{"removed", "waiting", "differ", "lost"}},
		{"who waits is told to join again", []string{"removed"}},
		{"stops are erased too", []string{"stop", "differ"}},
	}
	index := NewIndex()
	for _, c := range cases {
		t.Run(c.bug, func(t *testing.T) {
			for seed := range uint64(600) {
				_, err := run(seed, write(seed), index, c.bug, quiet)
				if f, broken := err.(failure); broken {
					if !slices.Contains(c.breaks, f.invariant) {
						t.Errorf("seed %d breaks %v", seed, f)
					}
					t.Logf("seed %d: %v", seed, f)
					return
				}
			}
			t.Error("600 seeds do not find it")
		})
	}
}
