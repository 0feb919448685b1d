package pipeline

import (
	"cmp"

	"cleanbreak/core/assess"
	"cleanbreak/core/say"
	"cleanbreak/core/verdict"
)

// Line is one row of the answer: a prospect with its verdict, or a row that was
// not judged, with the reason. It stands until the next one.
type Line struct {
	File     string
	Row      int    // the line of the file on which it begins
	Source   int    // which of the files
	At       int64  // where in it the row begins, for [Triage.Look]
	Object   string // what it is of: deal, contact, lead, person, task, …
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
	Loose     bool   // an activity that belongs to nobody, or its copy
	Aggregate bool   // judged by counts and last dates alone
	Known     int    // events that it was judged by
	Note      string // what of the row could not be read surely, though it was judged
	Rotting   bool
	Several   bool   // its cell names more contacts than the one it is judged by
	Stopped   string // why its addresses are on the do-not-contact list, where that is not the verdict
	Odds      string // what the team's own touches say of another one
	Next      string // the next step
	assess.Assessment
}

// next puts the next step in a few words. Its day, where it has one, stands in it as
// 2026-11-22 in every language: the page's nextStep (worklist-rows.js) finds it and
// writes it as days are written there.
func next(l *say.Language, a *assess.Assessment) string {
	switch a.Verdict {
	case verdict.YourTurn:
		return l.Say("answer them")
	case verdict.LastTry:
		return l.Say("one last message, then stop")
	case verdict.BreakUp:
		if a.Kind == verdict.NotWorthIt || a.Rule == "last-try-unanswered" {
			return l.Say("close it without a word")
		}
		return l.Say("say goodbye and close it")
	case verdict.Stop:
		return l.Say("write to them no more; put them on the do-not-contact list")
	case verdict.HandOff:
		return l.Say("hand over to support")
	case verdict.Pause:
		return l.Say("wait until {}", *a.Until)
	}
	switch n := a.NextTouch; {
	case n != nil:
		return l.Say("{} on {}", l.Channel(n.Channel), n.On)
	case a.Rule == "meeting-booked":
		return l.Say("confirm the meeting")
	case len(a.Unsure) > 0:
		return l.Say("look whether they answered")
	}
	return l.Say("try another way in")
}

// begin empties a line for a row of a file.
func (l *Line) begin(s *Sheet, file, row int, at int64) {
	*l = Line{File: s.File, Row: row, Source: file, At: at, Object: s.Object}
}

// forget empties a line, but for the file.
func (l *Line) forget() { *l = Line{File: l.File} }

// Stop puts the line's address on the do-not-contact list, where nothing of it is there
// yet: they asked for it, or the rep says so, and it is not the verdict.
func (l *Line) Stop(tongue *say.Language) {
	if len(l.Suppress) == 0 && l.Email != "" {
		l.Suppress, l.Stopped = []string{l.Email}, tongue.Say("contact stopped")
	}
}

// Decide puts what the rep decided in the place of the verdict, so that what a CRM takes
// in says what becomes of the row. Their reason, where they gave one, is the reason;
// until, 2026-11-22, is the day up to which a pause is.
func (l *Line) Decide(becomes, why, until string, tongue *say.Language) {
	if !l.Judged || becomes == l.Verdict && until == "" {
		return
	}
	l.Verdict, l.Kind, l.Rule, l.Because = becomes, "", "", cmp.Or(why, l.Because)
	l.ClosedLostReason, l.LeadStatus, l.HoursFreed, l.Reassess, l.Until = "", "", nil, nil, nil
	switch becomes {
	case verdict.BreakUp:
		hours := (l.MinutesLeft + 30) / 60
		l.ClosedLostReason, l.LeadStatus, l.HoursFreed = tongue.Say("no decision"), "nurture", &hours
	case verdict.Stop:
		l.ClosedLostReason, l.LeadStatus = tongue.Say("contact stopped"), "unqualified"
	case verdict.Pause:
		if l.Next = ""; until == "" {
			return
		}
		l.Until, l.Reassess = &until, &until
	}
	l.Next = next(tongue, &l.Assessment)
}

// note adds to what is to be known of the row beside its verdict; "" adds nothing.
func (l *Line) note(what string) {
	if l.Note != "" && what != "" {
		what = l.Note + "; " + what
	}
	l.Note = cmp.Or(what, l.Note)
}
