package view

import "cleanbreak/core/page"

// Things the rep can press.
const (
	Look    = "look" // show the page that is in view
	Track   = "track"
	Untrack = "untrack" // and forget everything recorded
	Choose  = "choose"
	Log     = "log"
	Decide  = "decide" // the rep follows a verdict: the last try is made, the prospect is let go
	Unlog   = "unlog"  // take back what was logged by hand
)

// Action is what the rep pressed in the panel. The brain answers with the new
// State.
type Action struct {
	Do          string      `json:"do"`
	Tab         int         `json:"tab"`
	URL         string      `json:"url"`         // the State the rep was looking at
	Person      page.Person `json:"person"`      // whom they saw there; choose: the candidate
	New         string      `json:"new"`         // log, decide: the id of the event to make, 128 fresh bits; the background gives it
	Channel     string      `json:"channel"`     // log
	Disposition string      `json:"disposition"` // log
	Verdict     string      `json:"verdict"`     // decide: last-try, break-up, pause or keep
	Kind        string      `json:"kind"`        // decide
	ID          string      `json:"id"`          // unlog: the entry
}
