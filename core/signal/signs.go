package signal

import (
	"slices"
	"time"

	"cleanbreak/core/history"
)

// Sign is one of Hoffman's three signs of a tire-kicker.
type Sign struct {
	Name, Because string
	At            time.Time
	Answered      bool // by the rep; otherwise read from their text
}

// TireKickerSigns lists the signs that speak against them, the oldest first.
func TireKickerSigns(h *history.History) []Sign {
	var signs []Sign
	if n, said := speaksAsWe(h); n > 0 && !h.Dismissed("plural") {
		signs = append(signs, Sign{Name: "plural", Because: h.Say("They say \"we\" and never \"I\""), At: said[0].At})
	}
	if a, proud := prideOf(h); a != nil && !proud && !h.Dismissed("pride") {
		signs = append(signs, Sign{Name: "pride", Because: h.Say("They take no pride in where they work"), At: a.At, Answered: true})
	}
	if a, much := busyOf(h); a != nil && !much && !h.Dismissed("busy") {
		signs = append(signs, Sign{Name: "busy", Because: h.Say("Their calendar is never full"), At: a.At, Answered: true})
	}
	slices.SortStableFunc(signs, func(a, b Sign) int { return a.At.Compare(b.At) })
	return signs
}

// answer is the rep's newest answer to a qualifying question; nil where it was
// not asked.
func answer(h *history.History, question string) *history.Event {
	for i := len(h.Answers) - 1; i >= 0; i-- {
		if h.Answers[i].Question == question {
			return &h.Answers[i]
		}
	}
	return nil
}
