package replica

import (
	"cmp"
	"slices"

	"cleanbreak/core/history"
)

// Stands is a decision that no other has replaced. Moments are ms.
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

// Stops reports whether an event of a kind, with a verdict, leaves a stop standing:
// a stop itself, or what takes the lift of one back.
func Stops(kind, verdict string) bool {
	return (kind == Decision || kind == Unlog) && verdict == history.Stop
}

// TakeBack is the unlog of an event. Of the lift of a stop it says that the stop
// stands again, because whoever hears of it may not have the lift any more.
func TakeBack(target Event) Event {
	u := Event{Kind: Unlog, Clear: Clear{Target: target.ID}}
	if target.Kind == Decision && target.Clear.Verdict == history.LiftStop {
		u.Clear.Verdict = history.Stop
	}
	return u
}

// strength orders verdicts where several stand; the smaller wins.
var strength = map[string]int{
	history.Stop: 0, history.Won: 1, history.Lost: 1, history.HandOff: 2, history.BreakUp: 3, history.Pause: 4, history.LastTry: 5,
	history.YourTurn: 6, history.Keep: 6, history.Invest: 6,
}

// Standing folds a person's decisions; the current one comes first. A decision
// replaces those that its author had seen, its base, and stands beside the rest.
// Only a manager's lift-stop that names it ends a stop. Without a team there is one
// author, who has seen whatever they decided before. The lines' order does not
// matter.
func Standing(lines []Line) []Stands {
	kept := Kept(lines)
	replaced, lifted := map[string]bool{}, map[string]bool{}
	for _, l := range kept {
		into := replaced
		if l.Verdict == history.LiftStop {
			into = lifted
		}
		if l.Kind == Decision && (l.Verdict != history.LiftStop || l.manages()) {
			for _, id := range l.seen(kept) {
				into[id] = true
			}
		}
	}
	out := []Stands{}
	for _, l := range kept {
		over := replaced
		if l.Verdict == history.Stop {
			over = lifted
		}
		if l.Kind == Decision && l.Verdict != history.LiftStop && !over[l.ID] {
			out = append(out, Stands{
				ID: l.ID, Verdict: l.Verdict, Reason: l.Reason, Until: l.Until, At: l.known(), Author: l.Author, Seq: l.Seq,
			})
		}
	}
	order(out, kept)
	return out
}

// seen gives the decisions that the author of one had seen.
func (l *Line) seen(lines []*Line) []string {
	if l.Role != "" || l.Base != nil {
		return l.Base
	}
	var before []string
	for _, o := range lines {
		if o.Kind == Decision && cmp.Or(cmp.Compare(o.At, l.At), cmp.Compare(o.ID, l.ID)) < 0 {
			before = append(before, o.ID)
		}
	}
	return before
}

// order puts the current decision first. One made before a reply never beats one
// made after it; a stop stays first whenever it was made.
func order(out []Stands, lines []*Line) {
	newest := int64(0)
	for _, s := range out {
		newest = max(newest, s.At)
	}
	answered := int64(-1 << 62) // the last word of theirs that a decision has seen
	for _, l := range lines {
		if at := l.known(); (l.Kind == Reply || l.Kind == Inbound) && at <= newest {
			answered = max(answered, at)
		}
	}
	for i := range out {
		out[i].stale = out[i].Verdict != history.Stop && out[i].At < answered
	}
	slices.SortFunc(out, func(a, b Stands) int {
		return cmp.Or(compare(a.stale, b.stale), strength[a.Verdict]-strength[b.Verdict],
			cmp.Compare(place(a.Seq), place(b.Seq)), cmp.Compare(a.ID, b.ID))
	})
}

// Base gives what a decision made now names as seen: all that stand.
func (s *State) Base() []string {
	var out []string
	for _, d := range s.Decisions {
		out = append(out, d.ID)
	}
	return out
}

// Decided gives the current decision, nil where none stands.
func (s *State) Decided() *Stands {
	if len(s.Decisions) == 0 {
		return nil
	}
	return &s.Decisions[0]
}

// Clash gives the decisions that stand against each other, the current one first:
// their authors did not know of one another. Nil where there are fewer than two.
func (s *State) Clash() []Stands {
	if len(s.Decisions) < 2 {
		return nil
	}
	return s.Decisions
}

// Stopped reports whether the person must not be contacted by a decision: a stop
// stands, or stood when they were erased.
func (s *State) Stopped() bool {
	return s.DoNotContact || slices.ContainsFunc(s.Decisions, func(d Stands) bool { return d.Verdict == history.Stop })
}
