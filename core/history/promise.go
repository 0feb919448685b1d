package history

import (
	"slices"
	"strings"
)

// Owed lists what we said we would do and have not done, the oldest first, of every
// cycle: a promise does not lapse because time went by. It does when they were let
// go since. One that is entered as done keeps those of the same words before it, and
// none that is made again after it.
func (h *History) Owed() []Event {
	var owed []Event
	for i := range h.past {
		e := &h.past[i]
		switch {
		case e.Type == Promise && !e.Done:
			owed = append(owed, *e)
		case e.Type == Promise:
			owed = slices.DeleteFunc(owed, func(o Event) bool { return strings.TrimSpace(o.Text) == strings.TrimSpace(e.Text) })
		case e.Type == Decision && e.Verdict == BreakUp:
			owed = nil
		}
	}
	return owed
}
