package pipeline

import (
	"cleanbreak/core/assess"
	"cleanbreak/core/verdict"
)

// Line is one row of the answer: a prospect with its verdict, or a row that was
// not judged, with the reason. It stands until the next one.
type Line struct {
	File     string
	Row      int // the line of the file on which it begins
	ID       string
	Name     string // of the deal, or the person
	Contact  string
	Email    string
	Account  string
	Owner    string
	Stage    string
	Value    float64
	Valued   bool
	Currency string

	Judged    bool
	Why       string // why it was not judged
	Aggregate bool   // judged by counts and last dates alone
	Known     int    // events that it was judged by
	Note      string // what of the row could not be read, though it was judged
	Rotting   bool
	Odds      string // what the team's own touches say of another one
	Next      string // the next step
	assess.Assessment
}

// Unjudged reasons of rows that are none the less accounted for.
const (
	joinedToDeal = "is the contact of a deal, and judged with it"
	matchesNone  = "belongs to no row of the pipeline"
)

// next puts the next step in a few words.
func next(a *assess.Assessment) string {
	switch a.Verdict {
	case verdict.YourTurn:
		return "answer them"
	case verdict.LastTry:
		return "one last message, then stop"
	case verdict.BreakUp:
		if a.Kind == verdict.NotWorthIt || a.Rule == "last-try-unanswered" {
			return "close it without a word"
		}
		return "say goodbye and close it"
	case verdict.Stop:
		return "write to them no more; put them on the do-not-contact list"
	case verdict.HandOff:
		return "hand over to support"
	case verdict.Pause:
		return "wait until " + *a.Until
	}
	switch n := a.NextTouch; {
	case n != nil:
		return n.Channel + " on " + n.On
	case a.Rule == "meeting-booked":
		return "confirm the meeting"
	case len(a.Unsure) > 0:
		return "look whether they answered"
	}
	return "try another way in"
}

// forget empties a line, but for the file.
func (l *Line) forget() { *l = Line{File: l.File} }
