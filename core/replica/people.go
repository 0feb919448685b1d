package replica

import "slices"

// Someone is a tracked person, and what the log tells about them.
type Someone struct {
	State
	About []Event
}

// Everybody gives each tracked person that a log tells of. It looks at an event
// once, however many people there are.
func Everybody(events []Event) []Someone {
	var out []Someone
	for _, about := range groups(events) {
		for left := named(about); len(left) > 0; {
			s := Fold(about, left[:1])
			if s.Tracked {
				out = append(out, Someone{s, about})
			}
			left = slices.DeleteFunc(left, func(w string) bool { return slices.Contains(s.Who, w) })
		}
	}
	return out
}

// groups parts a log by people: the events of one group name nobody of another.
// Links that were taken back may leave two people in one.
func groups(events []Event) [][]Event {
	g := grouping{}
	for i := range events {
		if e := &events[i]; ofOnePerson(e) {
			for _, w := range e.Who {
				g.join(e.Who[0], w)
			}
		}
	}
	place := map[string]int{}
	var out [][]Event
	for _, e := range events {
		var roots []string // an erasure may be of several people
		for _, w := range e.Who {
			if root := g.root(w); !slices.Contains(roots, root) {
				roots = append(roots, root)
			}
		}
		for _, root := range roots {
			at, known := place[root]
			if !known {
				at, place[root] = len(out), len(out)
				out = append(out, nil)
			}
			out[at] = append(out[at], e)
		}
	}
	return out
}

func ofOnePerson(e *Event) bool { return e.Kind != Erase && len(e.Who) > 0 }

func named(events []Event) []string {
	var out []string
	for i := range events {
		if ofOnePerson(&events[i]) {
			out = append(out, events[i].Who...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// grouping finds which pseudonyms belong together: each points to another of its
// group, the last one to itself.
type grouping map[string]string

func (g grouping) root(w string) string {
	for g[w] != "" && g[w] != w {
		if up := g[g[w]]; up != "" {
			g[w] = up // half the way for the next
		}
		w = g[w]
	}
	return w
}

func (g grouping) join(a, b string) {
	if a, b = g.root(a), g.root(b); a != b {
		g[b] = a
	}
}
