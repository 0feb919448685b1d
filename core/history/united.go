package history

import "time"

// together is how far apart the same touch may lie in the rep's log and on a page:
// it is logged when it is thought of.
const together = 12 * time.Hour

// United leaves out what the rep logged by hand and a page shows too: each touch
// on a page stands for the nearest one by hand on its channel, and takes the
// minutes entered there. The events given are not changed.
func United(events []Event) []Event {
	stands := map[int]int{} // by the place of one on a page: that of the one by hand
	gone := map[int]bool{}
	for hand := range events {
		if !events[hand].ByHand || !events[hand].touched() {
			continue
		}
		if page, found := nearest(events, hand, stands); found {
			stands[page], gone[hand] = hand, true
		}
	}
	if len(gone) == 0 {
		return events
	}
	out := make([]Event, 0, len(events))
	for i, e := range events {
		if gone[i] {
			continue
		}
		if hand, found := stands[i]; found && e.Minutes == 0 {
			e.Minutes = events[hand].Minutes
		}
		out = append(out, e)
	}
	return out
}

// nearest is the touch on a page that is the same as one by hand, and stands for
// no other yet.
func nearest(events []Event, hand int, stands map[int]int) (page int, found bool) {
	h, closest := &events[hand], together+1
	for i := range events {
		e := &events[i]
		if _, taken := stands[i]; taken || e.ByHand || !e.touched() || e.Channel != h.Channel {
			continue
		}
		if apart := e.At.Sub(h.At).Abs(); apart < closest {
			page, closest, found = i, apart, true
		}
	}
	return page, found
}
