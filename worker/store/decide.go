package store

import (
	"cmp"
	"slices"

	"cleanbreak/core/replica"
)

const (
	stop     = "stop"
	liftStop = "lift-stop"
)

// Stands is a decision that no other has replaced.
type Stands struct {
	ID      string `json:"id"`
	Verdict string `json:"verdict"`
	Reason  string `json:"reason,omitempty"`
	Until   int64  `json:"until,omitempty"`
	At      int64  `json:"at"`
	Author  string `json:"author"`
	Seq     int64  `json:"seq"`
	stale   bool   // a reply came after it, and another decision after that
}

// strength orders verdicts where several stand; the smaller wins.
var strength = map[string]int{
	stop: 0, "won": 1, "lost": 1, "hand-off": 2, "break-up": 3, "pause": 4, "last-try": 5,
	"your-turn": 6, "keep": 6, "invest": 6,
}

// Standing folds a person's decisions, lines in the order of the log: the
// current one comes first. A decision replaces the others when its author had
// seen them all; else it stands beside those that were not seen. Only a
// manager's lift-stop that names it ends a stop.
func Standing(lines []line) []Stands {
	standing := []Stands{}
	var replies []line
	for _, l := range lines {
		switch {
		case l.Kind == replica.Reply:
			replies = append(replies, l)
		case l.Kind != replica.Decision:
		case l.Verdict == liftStop:
			standing = slices.DeleteFunc(standing, func(s Stands) bool {
				return s.Verdict == stop && l.Role == Manager && slices.Contains(l.Base, s.ID)
			})
		default:
			standing = slices.DeleteFunc(standing, func(s Stands) bool {
				return s.Verdict != stop && slices.Contains(l.Base, s.ID)
			})
			standing = append(standing, Stands{
				ID: l.ID, Verdict: l.Verdict, Reason: l.Reason, Until: l.Until,
				At: min(l.At, l.Received), Author: l.Author, Seq: l.Seq,
			})
		}
	}
	order(standing, replies)
	return standing
}

// order puts the current decision first. One made before a reply never beats one
// made after it; a stop stays first whenever it was made.
func order(standing []Stands, replies []line) {
	newest := int64(0)
	for _, s := range standing {
		newest = max(newest, s.At)
	}
	answered := int64(-1 << 62) // the last reply that a decision has seen
	for _, r := range replies {
		if r.At <= newest {
			answered = max(answered, r.At)
		}
	}
	for i := range standing {
		standing[i].stale = standing[i].Verdict != stop && standing[i].At < answered
	}
	slices.SortFunc(standing, func(a, b Stands) int {
		return cmp.Or(stale(a)-stale(b), strength[a.Verdict]-strength[b.Verdict], cmp.Compare(a.Seq, b.Seq))
	})
}

func stale(s Stands) int {
	if s.stale {
		return 1
	}
	return 0
}
