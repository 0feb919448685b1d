// Package rulebook lists everything the engine goes by: the rules that decide,
// the order of the gates, the signals that are worth points, and the practices
// that histories, plans and dates follow. The page core/RULES.md is made from it.
package rulebook

import (
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
	"cleanbreak/core/verdict"
)

// Row is one thing the engine goes by.
type Row struct {
	Name      string
	Source    string // whose it is: a voice, or ours
	Observed  string
	Follows   string
	Threshold string // in Balanced; "" where nothing is counted
	Case      string // the case in testdata/cases that shows it
	Playbook  string // under which the case shows it; "" is Balanced, or the one the case names
	Shows     string // a text that stands in the case's assessment
}

// Rules are those that decide, in the order in which they are asked.
func Rules(p *playbook.Playbook) []Row {
	rows := make([]Row, len(verdict.Rules))
	for i, r := range verdict.Rules {
		rows[i] = Row{
			Name: r.Name, Source: r.Source, Observed: r.Observed, Follows: r.Follows,
			Threshold: r.Threshold(p), Case: r.Case, Playbook: r.Voice, Shows: `"rule": "` + r.Name + `"`,
		}
	}
	return rows
}

// Signals are those that are worth points, and the hints.
func Signals(p *playbook.Playbook) []Row {
	rows := make([]Row, len(signal.All))
	for i, s := range signal.All {
		rows[i] = Row{
			Name: s.Name, Source: s.Source, Observed: s.Doc, Threshold: p.Weights[s.Name].String(), Case: s.Case,
			Shows: `"signal": "` + s.Name + `"`,
		}
	}
	return rows
}

// Gates are cases in which a gate and the next would both speak: the earlier one
// decides. Balanced's gate 10 only suggests.
var Gates = []Row{
	{Name: "stop, then customers", Case: "gate-1-before-2", Shows: `"rule": "stop"`},
	{Name: "customers, then clear noes", Case: "gate-2-before-3", Shows: `"rule": "customer"`},
	{Name: "clear noes, then your turn", Case: "gate-3-before-4", Shows: `"rule": "second-no"`},
	{Name: "your turn, then a meeting ahead", Case: "gate-4-before-5", Shows: `"rule": "your-turn"`},
	{Name: "a meeting ahead, then a pause", Case: "gate-5-before-6", Shows: `"rule": "meeting-booked"`},
	{Name: "a pause, then an unanswered last try", Case: "gate-6-before-7", Shows: `"rule": "pause"`},
	{Name: "an unanswered last try, then chase mode", Case: "gate-7-before-8", Shows: `"rule": "last-try-unanswered"`},
	{Name: "chase mode, then persistence", Case: "gate-8-before-9", Shows: `"rule": "chase"`},
	{Name: "persistence, then the signs of a tire-kicker", Case: "gate-9-before-10", Shows: `"rule": "persistence"`},
	{Name: "the signs of a tire-kicker, which decide nothing, then effort", Case: "gate-10-before-11", Shows: `"rule": "overwork"`},
	{Name: "effort, then tier", Case: "gate-11-before-12", Shows: `"rule": "overwork"`},
	{Name: "tier, then keep", Case: "gate-12-before-13", Shows: `"rule": "tier"`},
}
