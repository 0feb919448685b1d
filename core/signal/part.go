package signal

import "time"

// Part is what one signal adds to the score, and why.
type Part struct {
	Signal   string     `json:"signal"`
	Points   int        `json:"points"`
	Because  string     `json:"because"` // one sentence for the rep
	Source   string     `json:"source"`  // the voice whose thought it is; for our own, the playbook
	Evidence []Evidence `json:"evidence"`
}

// Evidence is one dated thing a person can check. Quote is what they wrote, or
// a few words naming the event ("e-mail, no reply").
type Evidence struct {
	At    time.Time `json:"at"`
	Quote string    `json:"quote"`
}
