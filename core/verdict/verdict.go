// Package verdict decides. The gates stand in one list, in their
// order; the first that speaks decides, so no pile of soft signs outvotes a
// clear one. The score orders lists and decides nothing.
package verdict

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
)

// Verdicts.
const (
	YourTurn = "your-turn"
	Keep     = "keep"
	LastTry  = "last-try"
	BreakUp  = "break-up"
	Pause    = "pause"
)

// Kinds.
const (
	Ghosting = "ghosting"
	Waiting  = "waiting" // pause: for an answer to a last try
	LetGo    = "let-go"  // pause: until the second look
	NotNow   = "not-now"
)

// Verdict is what to do about a prospect, and why.
type Verdict struct {
	Verdict string
	Kind    string
	Gate    string    // the one that spoke
	Until   time.Time // pause: the first day it is over; zero otherwise
	Because string
	Silent  bool // break-up: the goodbye was said already, so nothing is sent
	Unsure  []string
	Score   int
	Parts   []signal.Part
}

// Judge decides about one history.
func Judge(h *history.History, p *playbook.Playbook) Verdict {
	v := decide(h, p)
	v.Unsure = []string{}
	if silence[v.Gate] {
		v = withCoverage(h, v)
	}
	v.Score, v.Parts = score(signal.Read(h, p), p)
	return v
}

func decide(h *history.History, p *playbook.Playbook) Verdict {
	for _, g := range gates {
		if v, ok := g.speak(h, p); ok {
			v.Gate = g.name
			return v
		}
	}
	panic("verdict: the last gate did not speak")
}

// silence names the gates that judge silence: they need the places where an
// answer could stand to have been looked at.
var silence = map[string]bool{"last-try-unanswered": true, "persistence": true}

// withCoverage turns a verdict about silence into keep, unsure, while the
// silence is only assumed: one goodbye to somebody who had answered elsewhere
// loses the rep's trust for good.
func withCoverage(h *history.History, v Verdict) Verdict {
	unseen := h.Unseen()
	if len(unseen) == 0 {
		return v
	}
	return Verdict{
		Verdict: Keep, Gate: "coverage", Unsure: unseen,
		Because: "Check " + places(unseen) + " first: an answer could stand there unread",
	}
}

var placeNames = map[string]string{"gmail": "Gmail", "linkedin": "LinkedIn"}

func places(unseen []string) string {
	words := placeNames[unseen[0]]
	for _, u := range unseen[1:] {
		words += " and " + placeNames[u]
	}
	return words
}
