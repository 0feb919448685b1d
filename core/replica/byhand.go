package replica

import (
	"fmt"
	"slices"
	"strings"

	"cleanbreak/core/playbook"
)

// ByHand gives the event for what the rep entered: a touch, or a decision. The
// caller adds its id, its time and whom it is about.
func ByHand(decision bool, channel, disposition, verdict, kind string) (Event, error) {
	if decision {
		if !slices.Contains([]string{"last-try", "break-up", "pause", "keep"}, verdict) {
			return Event{}, fmt.Errorf("%q is no decision; there are last-try, break-up, pause and keep", verdict)
		}
		return Event{Kind: Decision, Clear: Clear{Verdict: verdict, Kind: kind, ByHand: true}}, nil
	}
	if !slices.Contains(playbook.Channels, channel) {
		return Event{}, fmt.Errorf("no channel is called %q; there are: %s", channel, strings.Join(playbook.Channels, ", "))
	}
	return Event{Kind: Touch, Clear: Clear{Channel: channel, Disposition: disposition, ByHand: true}}, nil
}
