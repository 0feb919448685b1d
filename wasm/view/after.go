package view

import (
	"strings"

	"cleanbreak/core/assess"
	"cleanbreak/core/verdict"
)

// After is what goes into the books: rows to read, and texts to paste.
type After struct {
	Due   bool   // the contact ends, so the books are next
	Brief string // for the closed section
	Rows  []Dated
	Note  string
	List  []string // addresses for the do-not-contact list
	Freed string
}

func after(a assess.Assessment, c calendar) *After {
	out := &After{Note: a.CRMNote, List: a.Suppress, Brief: a.ClosedLostReason, Due: a.Verdict == verdict.BreakUp || a.Verdict == verdict.Stop}
	row := func(label, text string) {
		if text != "" {
			out.Rows = append(out.Rows, Dated{label, text})
		}
	}
	row(afterReason, capital(a.ClosedLostReason))
	row(afterStatus, capital(word(statusWords, a.LeadStatus)))
	if a.Reassess != nil {
		row(afterLook, c.date(*a.Reassess))
	}
	if h := a.HoursFreed; h != nil && *h > 0 {
		out.Freed = howMany(*h, freed)
	}
	if len(out.Rows) == 0 && out.Note == "" && len(out.List) == 0 && out.Freed == "" {
		return nil
	}
	return out
}

// Words are the addresses, one a line, to paste.
func (a *After) Words() string { return strings.Join(a.List, "\n") }
