package brain

import (
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/wasm/view"
)

// suggestFrom is how old a message of ours may be for its promises to be suggested.
const suggestFrom = 60 * 24 * time.Hour

// mostSuggested is how many promises are suggested at once.
const mostSuggested = 3

// promises are what our messages promise, for the rep to keep or drop.
func (b *Brain) promises(s replica.State, zone *time.Location) []view.Suggested {
	var out []view.Suggested
	for _, p := range replica.Suggestions(s, b.Now().Add(-suggestFrom), zone) {
		if len(out) < mostSuggested {
			out = append(out, view.Suggested{Text: p.Text, Sent: p.Sent, On: p.On})
		}
	}
	return out
}
