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
	total := Figures{}
	for seed := range uint64(seeds) {
		f, err := Run(seed, index)
		if err != nil {
			story, steps, err := Small(seed, index)
			t.Fatalf("seed %d, in %d steps: %v\n%s", seed, steps, err, strings.Join(story, "\n"))
		}
		total.Add(f)
	}
	if total.Forgotten == 0 || total.Late == 0 {
		t.Errorf("%d people were silent for too long, and %d devices came with an invitation that was over", total.Forgotten, total.Late)
	}
}
