package view

import (
	"testing"

	past "cleanbreak/core/history"
	"cleanbreak/core/replica"
)

// TestEveryKeyLogs what the log takes, each under a key of its own.
func TestEveryKeyLogs(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range quickLog().Groups {
		for _, one := range g.Logs {
			if len(one.Key) != 1 || seen[one.Key] || one.Label == "" {
				t.Errorf("%s under %q", one.Label, one.Key)
			}
			seen[one.Key] = true
			e := one.Entered
			if _, err := replica.ByHand(past.Event{Type: e.Type, Channel: e.Channel, Disposition: e.Disposition, By: e.By}, ""); err != nil {
				t.Errorf("%s: %v", one.Label, err)
			}
		}
	}
	if len(seen) < 15 {
		t.Errorf("%d keys", len(seen))
	}
}
