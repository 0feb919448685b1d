package history

import (
	"time"

	"cleanbreak/core/page"
)

// together is how far apart the same contact may lie in the rep's log and on a page:
// it is logged when it is thought of.
const together = 12 * time.Hour

// United leaves out what the rep logged by hand, or a list of theirs names, and a page
// shows too: each touch on a page, and each reply whose words the log lacks, stands for
// the nearest one by hand on its channel, and takes the minutes entered there. The
// events given are not changed.
func United(events []Event) []Event {
	stands := map[int]int{} // by the place of one on a page: that of the one by hand
	gone := map[int]bool{}
	for _, counted := range []bool{false, true} { // what has a day of its own comes first
		for hand := range events {
			if h := &events[hand]; !h.ByHand || h.Counted != counted || !h.uniting() {
				continue
			}
			if page, found := nearest(events, hand, stands); found {
				stands[page], gone[hand] = hand, true
			}
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

// uniting reports what may be on a page, too, and says no more by hand than there.
func (e *Event) uniting() bool {
	return e.touched() || e.Type == Reply && e.Read == page.ReadNone
}

// nearest is the contact on a page that is the same as one by hand, and stands for
// no other yet. One that a list only counts may be any up to the last that it counts.
func nearest(events []Event, hand int, stands map[int]int) (page int, found bool) {
	h, closest := &events[hand], together+1
	until := h.At.Add(together)
	if h.Counted {
		closest, until = 1<<63-1, lastCounted(events).Add(together)
	}
	for i := range events {
		e := &events[i]
		if _, taken := stands[i]; taken || e.ByHand || e.Type != h.Type || e.Bounced || e.Channel != h.Channel || e.At.After(until) {
			continue
		}
		if apart := e.At.Sub(h.At).Abs(); apart < closest {
			page, closest, found = i, apart, true
		}
	}
	return page, found
}

// lastCounted is when the last touch was that a list counts.
func lastCounted(events []Event) (last time.Time) {
	for i := range events {
		if e := &events[i]; e.Counted && e.At.After(last) {
			last = e.At
		}
	}
	return last
}
