package view

import (
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
)

func TestHistoryLines(t *testing.T) {
	for _, c := range []struct {
		e           Entry
		title, note string
	}{
		{Entry{Type: "touch", Channel: "call", Disposition: "no-answer", ByHand: true}, "You called: no answer", "entered by you"},
		{Entry{Type: "reply", Channel: "email", Read: page.ReadSnippet}, "They answered by e-mail", "only its first words were read"},
		{Entry{Type: "reply", Channel: "pigeon", Read: page.ReadNone}, "They answered · pigeon", "text not read"},
		{Entry{Type: "reply", Channel: "email", Machine: "out-of-office"}, "Automatic: out of office", "no answer: a machine sent it"},
		{Entry{Type: "reply", Channel: "email", Machine: "new"}, "Automatic reply", "no answer: a machine sent it"},
		{Entry{Type: "decision", Verdict: "last-try", Kind: "ghosting"}, "You decided: last try · no answer", ""},
		{Entry{Type: "decision", Verdict: "lift-stop"}, "You decided: lift the stop", ""},
		{Entry{Type: "meeting", Disposition: "no-show"}, "Meeting: they did not come", ""},
		{Entry{Type: "meeting", Disposition: "rescheduled", By: "them", Starts: now}, "Meeting: they moved it", "22 Nov at 10:00"},
		{Entry{Type: "meeting", Disposition: "rescheduled"}, "Meeting: moved", ""},
		{Entry{Type: "decision", Verdict: "keep", Against: "last-try", ByHand: true}, "You decided: keep going", "against “last try” · entered by you"},
		{Entry{Type: "answer", Question: "budget"}, "You found out: Budget", ""},
		{Entry{Type: "promise"}, "You promised", ""},
		{Entry{Type: "promise", Done: true}, "Done", ""},
		{Entry{Type: "reaction", Channel: "linkedin"}, "They accepted or reacted on LinkedIn", ""},
		{Entry{Type: "dismiss", Signal: "idle"}, "You left out: The days of silence", ""},
		{Entry{Type: "new-thing"}, "new thing", ""},
	} {
		got := historyOf([]Entry{c.e}, cal).Lines(9)[0]
		if got.Title != c.title || got.Note != c.note {
			t.Errorf("%+v: %q, %q", c.e, got.Title, got.Note)
		}
	}
}

func TestWhatWasNotedCanBeTakenBack(t *testing.T) {
	before := State{Entries: []Entry{{ID: "old", ByHand: true, Type: "touch"}}}
	now := State{Entries: []Entry{{ID: "page", Type: "touch"}, {ID: "new", ByHand: true, Type: "promise", Quote: "call"}, before.Entries[0]}}
	got := NotedBetween(before, now, "")
	if got == nil || got.ID != "new" || got.Text != "Noted: You promised: call" {
		t.Errorf("%+v", got)
	}
	if NotedBetween(now, now, "") != nil || NotedBetween(now, now, got.ID) == nil {
		t.Error("noted, and nothing is new")
	}
}

func TestAfter(t *testing.T) {
	hours, look := 3, "2027-02-22"
	a := after(assess.Assessment{Verdict: "break-up", ClosedLostReason: "no fit", LeadStatus: "bad timing", Reassess: &look, HoursFreed: &hours,
		CRMNote: "note", Suppress: []string{"a@b.example", "slug"}}, cal)
	if !a.Due || len(a.Rows) != 3 || a.Rows[0].Text != "No fit" || a.Rows[2].Text != "22 Feb 2027" || a.Words() != "a@b.example\nslug" || a.Freed == "" {
		t.Errorf("%+v", a)
	}
	if after(assess.Assessment{Verdict: "keep"}, cal) != nil {
		t.Error("nothing is shown")
	}
	none := 0
	if a := after(assess.Assessment{CRMNote: "note", HoursFreed: &none}, cal); a.Freed != "" || a.Due {
		t.Errorf("%+v", a)
	}
}

// TestWhatWasLoggedAndSeenIsListedOnce, and counted once: as the engine judges it.
func TestWhatWasLoggedAndSeenIsListedOnce(t *testing.T) {
	entries := []Entry{
		{ID: "call", At: now.Add(2 * time.Hour), Type: "touch", Channel: "call", ByHand: true},
		{ID: "by hand", At: now.Add(time.Hour), Type: "touch", Channel: "email", ByHand: true},
		{ID: "seen", At: now, Type: "touch", Channel: "email"},
	}
	p := Make(State{Phase: Someone, Tracked: true, Now: now, Entries: entries}, func(t time.Time) time.Time { return t })
	if p.History.Count != 2 || p.Counts.Words != "2 touches and no replies" {
		t.Errorf("%d lines, %s", p.History.Count, p.Counts.Words)
	}
	if lines := p.History.Lines(9); lines[0].ID != "call" || lines[1].ID != "seen" {
		t.Errorf("%+v", lines)
	}
}
