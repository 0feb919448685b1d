//go:build !js

package sim

import (
	"strings"
	"testing"
)

// TestSeeds plays ten thousand seeds, a tenth of them with the real server; under
// the race detector, which makes them ten times as slow, fewer.
func TestSeeds(t *testing.T) {
	index := NewIndex()
	for seed := range uint64(seeds) {
		if _, err := Run(seed, index); err != nil {
			story, steps, err := Small(seed, index)
			t.Fatalf("seed %d, in %d steps: %v\n%s", seed, steps, err, strings.Join(story, "\n"))
		}
	}
}

// TestSeedsThatBroke plays those of longer runs that once broke an invariant.
func TestSeedsThatBroke(t *testing.T) {
	index := NewIndex()
	for _, seed := range []uint64{
		228225, // the lift of a stop is taken back of somebody erased meanwhile
	} {
		if _, err := Run(seed, index); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
}
