// Package signal reads evidence from a history: one named kind a file, each
// worth the points its weight in the playbook says.
//
// To add one: a file here, a line in All, a weight in
// core/playbook/balanced.json, a case in testdata/cases. A test fails while one
// of them is missing.
package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// Signal is one kind of evidence.
type Signal struct {
	Name string // also its file, and its weight in the playbook
	Doc  string // what it says, in one sentence
	Case string // the case in testdata/cases that shows it

	// read gives the number of units, why, and what shows it. No units is no
	// evidence, and no part.
	read func(h *history.History, p *playbook.Playbook) reading
}

type reading struct {
	units    int
	because  string
	evidence []Evidence
}

// All is every signal, in the order their parts are shown.
var All = []Signal{unanswered, replies, idle, channels, floor}

// Read gives the parts of a history that are worth points.
func Read(h *history.History, p *playbook.Playbook) []Part {
	var parts []Part
	for _, s := range All {
		r := s.read(h, p)
		points := p.Weights[s.Name].Times(r.units)
		if points == 0 {
			continue
		}
		parts = append(parts, Part{Signal: s.Name, Points: points, Because: r.because, Source: p.Name, Evidence: r.evidence})
	}
	return parts
}

// most is how many pieces of evidence a part shows; its sentence gives the count.
const most = 5

// show lists the newest events, newest first, in the words of say.
func show(events []history.Event, say func(history.Event) string) []Evidence {
	evidence := []Evidence{}
	for i := len(events) - 1; i >= 0 && len(evidence) < most; i-- {
		evidence = append(evidence, Evidence{At: events[i].At, Quote: say(events[i])})
	}
	return evidence
}
