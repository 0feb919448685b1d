// Package signal reads evidence from a history: one named kind a file, each
// worth the points its weight in the playbook says.
//
// To add one, `make new-signal name=…` writes a file here, a line in All, a
// weight in core/playbook/balanced.json, a case in testdata/cases and a row in
// rows_test.go. Tests say what is left to write.
package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// Ours is the source of what we thought of ourselves.
const Ours = "ours"

// Signal is one kind of evidence.
type Signal struct {
	Name   string // also its weight in the playbook, and its file (with _ for -)
	Source string // whose thought it is: ours, or a voice
	Doc    string // what it observes and what follows, in one or two sentences
	Case   string // the case in testdata/cases that shows it
	Hint   bool   // shown also where it is worth no points

	// read gives the number of units, below zero where they speak against, why,
	// and what shows it. No words is no evidence, and no part.
	read func(h *history.History, p *playbook.Playbook) reading
}

type reading struct {
	units    int
	because  string
	evidence []Evidence
}

// All is every signal, in the order their parts are shown: who they are, what
// they said, what they did, what we did, and what the calendar says. They are
// pointed to, not copied: a program that judges nobody, as the panel, is then
// built without them.
var All = []*Signal{
	&worth, &fit, &qualified, &account,
	&replies, &interest, &noes, &olderNoes, &objections, &plural, &pride, &busy,
	&met, &noShow, &pushedBack, &reaction, &freshInbound, &opened, &absence,
	&unanswered, &channels, &floor, &valueGiven, &effort, &bounced,
	&idle, &rotting, &quarterEnd,
}

// Read gives the parts of a history: those that are worth points, and the hints.
func Read(h *history.History, p *playbook.Playbook) []Part {
	parts := make([]Part, 0, len(All)/2)
	for _, s := range All {
		if h.Dismissed(s.Name) {
			continue
		}
		r := s.read(h, p)
		points := points(p.Weights[s.Name], r.units)
		if r.because == "" || (points == 0 && !s.Hint) {
			continue
		}
		if r.evidence == nil {
			r.evidence = []Evidence{}
		}
		parts = append(parts, Part{Signal: s.Name, Points: points, Because: r.because, Source: s.source(p), Evidence: r.evidence})
	}
	return parts
}

// Weights are a playbook's, each in the place of its signal in All.
type Weights []playbook.Weight

// Weigh looks them up, once for a long list.
func Weigh(p *playbook.Playbook) Weights {
	w := make(Weights, len(All))
	for i, s := range All {
		w[i] = p.Weights[s.Name]
	}
	return w
}

// Sum is what the parts of a history are worth together, for those who show none:
// their words are not put together.
func (weights Weights) Sum(h *history.History, p *playbook.Playbook) (sum int) {
	tongue := h.Tongue
	h.Tongue = say.Nothing
	for i, s := range All {
		w := weights[i]
		if w.Points == 0 || h.Dismissed(s.Name) {
			continue
		}
		if r := s.read(h, p); r.because != "" {
			sum += points(w, r.units)
		}
	}
	h.Tongue = tongue
	return sum
}

func points(w playbook.Weight, units int) int {
	if units < 0 {
		return -w.Of(-units)
	}
	return w.Of(units)
}

func (s *Signal) source(p *playbook.Playbook) string {
	if s.Source == Ours {
		return p.Name
	}
	return s.Source
}

// most is how many pieces of evidence a part shows; its sentence gives the count.
const most = 5
