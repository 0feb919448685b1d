package view

import "cleanbreak/core/assess"

// Said is what an assessment says, in a few words.
type Said struct {
	Verdict string `json:"verdict"`
	State   string `json:"state"` // the verdict with its kind
	Words   string `json:"words"`
}

// SaidOf names a verdict without its date.
func SaidOf(a assess.Assessment) Said {
	state := stateOf(a)
	a.Until = nil
	_, words := look(a, state, calendar{})
	return Said{a.Verdict, state, words}
}
