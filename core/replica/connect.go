package replica

import (
	"cmp"
	"slices"

	"cleanbreak/core/history"
)

// lastWords are the last link or unlink of each two pseudonyms, in the order of the
// log. Nobody who was erased is linked to anybody.
func lastWords(events []Event) map[[2]string]*Event {
	last := map[[2]string]*Event{}
	gone := erased(events)
	for i := range events {
		e := &events[i]
		if (e.Kind != Link && e.Kind != Unlink) || len(e.Who) != 2 || namesAny(e.Who, gone) {
			continue
		}
		pair := [2]string{min(e.Who[0], e.Who[1]), max(e.Who[0], e.Who[1])}
		if before := last[pair]; before == nil || before.before(e) {
			last[pair] = e
		}
	}
	return last
}

// Connected gives every pseudonym that links reach from those given, sorted. Of
// two pseudonyms the last word counts.
func Connected(events []Event, who []string) []string {
	last := lastWords(events)
	set := map[string]bool{}
	for _, w := range who {
		set[w] = true
	}
	for grown := true; grown; {
		grown = false
		for pair, e := range last {
			if e.Kind == Link && set[pair[0]] != set[pair[1]] {
				set[pair[0]], set[pair[1]], grown = true, true, true
			}
		}
	}
	out := make([]string, 0, len(set))
	for w := range set {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// before reports whether an event comes earlier in the log. What is not in the
// team's log yet, or will never be, comes last, by its own clock.
func (e *Event) before(f *Event) bool {
	return cmp.Or(cmp.Compare(place(e.Stamp.Seq), place(f.Stamp.Seq)), e.At.Compare(f.At), cmp.Compare(e.ID, f.ID)) < 0
}

// erased gives the pseudonyms that erasures name, and whether they must not be
// contacted: so says the erasure, or a stop that still waits.
func erased(events []Event) map[string]bool {
	gone := map[string]bool{}
	for i := range events {
		if e := &events[i]; e.Kind == Erase {
			for _, w := range e.Who {
				gone[w] = gone[w] || e.Clear.Verdict == history.Stop
			}
		}
	}
	if len(gone) == 0 {
		return gone
	}
	for i := range events {
		if e := &events[i]; e.Kind == Decision && e.Clear.Verdict == history.Stop {
			for _, w := range e.Who {
				if _, is := gone[w]; is {
					gone[w] = true
				}
			}
		}
	}
	return gone
}

// namesAny reports whether any of who is among those that are gone.
func namesAny(who []string, gone map[string]bool) bool {
	return slices.ContainsFunc(who, func(w string) bool { _, is := gone[w]; return is })
}
