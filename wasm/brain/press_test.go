package brain_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// tracked is Kim after eight mails without an answer, one last try due.
func tracked(t *testing.T) (*brain.Brain, *memory, view.State) {
	t.Helper()
	b, m := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	if s.Assessment.Verdict != verdict.LastTry {
		t.Fatalf("the verdict on eight mails is %s", s.Assessment.Verdict)
	}
	return b, m, s
}

func log(t *testing.T, b *brain.Brain, s view.State, e view.Entered) view.State {
	t.Helper()
	return do(t, b, s, view.Action{Do: view.Log, Entered: e})
}

// refused presses something that cannot be done, and gives the words of why.
func refused(t *testing.T, b *brain.Brain, s view.State, a view.Action) string {
	t.Helper()
	a.Tab, a.URL, a.Person, a.New = s.Tab, s.URL, s.Person, "refused"
	_, err := b.Do(a)
	if err == nil {
		t.Fatalf("%+v was done", a)
	}
	return err.Error()
}

func TestTheVerdictFollowsWhatTheRepEnters(t *testing.T) {
	soon := now.AddDate(0, 0, 3)
	cases := []struct {
		about   string
		enter   []view.Entered
		verdict string
		entry   func(view.Entry) bool // the newest
	}{
		{"a call that reached them", []view.Entered{{Type: "touch", Channel: "call", Disposition: "connected", Minutes: 10}}, verdict.Keep,
			func(e view.Entry) bool { return e.Disposition == "connected" && e.ByHand }},
		{"a meeting booked", []view.Entered{{Type: "meeting", Disposition: "scheduled", Starts: soon, Text: "Demo"}}, verdict.Keep,
			func(e view.Entry) bool { return e.Starts.Equal(soon) && e.Quote == "Demo" }},
		{"a promise", []view.Entered{{Type: "promise", Text: "send the security sheet"}}, verdict.YourTurn,
			func(e view.Entry) bool { return e.Quote == "send the security sheet" && !e.Done }},
		{"a promise kept", []view.Entered{{Type: "promise", Text: "send the sheet"}, {Type: "promise", Text: "send the sheet", Done: true}}, verdict.LastTry,
			func(e view.Entry) bool { return e.Done }},
		{"a stop", []view.Entered{{Type: "decision", Verdict: "stop", Text: "They told me on the phone"}}, verdict.Stop,
			func(e view.Entry) bool { return e.Verdict == "stop" && e.Quote == "They told me on the phone" }},
		{"a stop lifted", []view.Entered{{Type: "decision", Verdict: "stop"}, {Type: "decision", Verdict: "lift-stop"}}, verdict.LastTry, nil},
		{"a disagreement", []view.Entered{{Type: "decision", Verdict: "keep", Against: "last-try", Text: "They are at a fair"}}, verdict.Keep,
			func(e view.Entry) bool { return e.Against == "last-try" && e.Quote == "They are at a fair" }},
		{"a rule dismissed", []view.Entered{{Type: "dismiss", Signal: "persistence"}}, verdict.Keep,
			func(e view.Entry) bool { return e.Signal == "persistence" }},
		{"an answer", []view.Entered{{Type: "answer", Question: "why-here", Text: "a short way to work"}}, verdict.LastTry,
			func(e view.Entry) bool { return e.Question == "why-here" && e.Quote == "a short way to work" }},
		{"a reaction", []view.Entered{{Type: "reaction", Channel: "linkedin"}}, verdict.Keep, nil},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			b, _, s := tracked(t)
			for _, e := range c.enter {
				s = log(t, b, s, e)
			}
			newest := s.Entries[0]
			if s.Assessment.Verdict != c.verdict {
				t.Errorf("the verdict is %s (%s), want %s", s.Assessment.Verdict, s.Assessment.Because, c.verdict)
			}
			if newest.Type != c.enter[len(c.enter)-1].Type || (c.entry != nil && !c.entry(newest)) {
				t.Errorf("the newest entry is %+v", newest)
			}
			for range c.enter { // all of it can be taken back
				s = do(t, b, s, view.Action{Do: view.Unlog, ID: s.Entries[0].ID})
			}
			if s.Assessment.Verdict != verdict.LastTry || len(s.Entries) != 8 {
				t.Errorf("taken back, the verdict is %s with %d entries", s.Assessment.Verdict, len(s.Entries))
			}
		})
	}
}

func TestAMeetingThatTheyMoved(t *testing.T) {
	b, _, s := tracked(t)
	s = log(t, b, s, view.Entered{Type: "meeting", Disposition: "rescheduled", By: "them"})
	if e := s.Entries[0]; e.By != "them" || e.Disposition != "rescheduled" {
		t.Errorf("the entry is %+v", e)
	}
	if !slices.ContainsFunc(s.Assessment.Parts, func(p part) bool { return p.Signal == "pushed-back" }) {
		t.Errorf("the score does not know it: %+v", s.Assessment.Parts)
	}
}

func TestTheRepsWordThatTheyLookedEverywhere(t *testing.T) {
	b, m, s := tracked(t)
	clear(m.looks)
	if s = do(t, b, s, view.Action{Do: view.Looked}); len(m.looks) != 2 || len(s.Assessment.Unsure) != 0 {
		t.Errorf("looks: %+v, unsure %v", m.looks, s.Assessment.Unsure)
	}
}

func TestWhatTheRepKnowsOfTheDeal(t *testing.T) {
	b, m, s := tracked(t)
	deal := view.Deal{Value: 60000, Stage: "demo", CompanySize: 120, ResponsibleFor: "tooling", Country: "DE"}
	describe := func(d view.Deal) view.State {
		t.Helper()
		s := do(t, b, s, view.Action{Do: view.Describe, Deal: d, New: fmt.Sprintf("deal %03d", len(m.events))})
		if s.Deal != d || len(s.Entries) != 8 {
			t.Errorf("known: %+v with %d entries, want %+v", s.Deal, len(s.Entries), d)
		}
		return s
	}
	describe(deal)
	deal.Stage = "proposal"
	if s := describe(deal); s.Assessment.Motion != "proposal" {
		t.Errorf("motion %s", s.Assessment.Motion)
	}
	before := len(m.events)
	if describe(deal); len(m.events) != before {
		t.Error("the same again is news")
	}
	if why := refused(t, b, s, view.Action{Do: view.Describe, Deal: view.Deal{Country: "Germany"}}); !strings.Contains(why, "two letters") {
		t.Error(why)
	}
	if why := refused(t, b, s, view.Action{Do: view.Describe, Deal: view.Deal{Country: "XX"}}); !strings.Contains(why, "no public holidays are known for XX") {
		t.Error(why)
	}
	deal.Customer = true
	if v := describe(deal).Assessment.Verdict; v == verdict.LastTry || v == verdict.BreakUp {
		t.Errorf("a customer is told %s", v)
	}
	if s := describe(view.Deal{}); s.Assessment.Verdict != verdict.LastTry {
		t.Errorf("all taken back, the verdict is %s", s.Assessment.Verdict)
	}
}

func TestAMachinesAnswerIsNotYourTurn(t *testing.T) {
	b, _, _ := tracked(t)
	away := mail{days: 1, from: kim, to: me, text: "I am out of the office until 30 November 2026 and will answer after that."}
	s := show(t, b, 1, thread(append(eightMails(), away)...))
	if e := s.Entries[0]; e.Machine != "out-of-office" || e.Quote == "" {
		t.Errorf("the entry is %+v", e)
	}
	if s.Assessment.Verdict != verdict.Pause || s.Assessment.Kind != verdict.Away {
		t.Errorf("the verdict is %s %s: %s", s.Assessment.Verdict, s.Assessment.Kind, s.Assessment.Because)
	}
}

var stopIt = mail{days: 1, from: kim, to: me, text: "Please remove me from your list and do not contact me again."}

func TestAnOptOutHoldsUntilItIsLifted(t *testing.T) {
	b, m, _ := tracked(t)
	s := show(t, b, 1, thread(append(eightMails(), stopIt)...))
	if s.Assessment.Verdict != verdict.Stop {
		t.Fatalf("the verdict is %s", s.Assessment.Verdict)
	}
	at := s.Entries[0].At
	for _, e := range []view.Entered{
		{Type: "dismiss", Of: at}, {Type: "dismiss", Signal: "stop"}, {Type: "decision", Verdict: "keep", Against: "stop"},
	} {
		if why := refused(t, b, s, view.Action{Do: view.Log, Entered: e}); !strings.Contains(why, "only lifting the stop") {
			t.Error(why)
		}
	}
	again := do(t, b, s, view.Action{Do: view.Untrack})
	if again.Tracked || len(m.events) != 1 {
		t.Fatalf("tracked %t, %d events left", again.Tracked, len(m.events))
	}
	for _, e := range m.events {
		if !reflect.DeepEqual(e.Sealed, replica.Sealed{}) || !reflect.ValueOf(e.Local).IsZero() || e.Clear.Verdict != "stop" {
			t.Errorf("what is left says %+v", e)
		}
	}
	s = do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	if s.Assessment.Verdict != verdict.Stop {
		t.Errorf("tracked anew, the verdict is %s", s.Assessment.Verdict)
	}
	if s = log(t, b, s, view.Entered{Type: "decision", Verdict: "lift-stop", Text: "They asked for an offer"}); s.Assessment.Verdict == verdict.Stop {
		t.Error("lifted, it still holds")
	}
}

func TestADismissedEntryMustBeThere(t *testing.T) {
	b, _, s := tracked(t)
	if why := refused(t, b, s, view.Action{Do: view.Log, Entered: view.Entered{Type: "dismiss", Of: now.Add(-time.Second)}}); !strings.Contains(why, "not in the history") {
		t.Error(why)
	}
}

func TestNobodyIsLoggedForWhoIsNotTracked(t *testing.T) {
	b, m := newBrain()
	s := show(t, b, 1, thread(eightMails()...))
	for _, a := range []view.Action{
		{Do: view.Log, Entered: call}, {Do: view.Describe, Deal: view.Deal{Value: 5}}, {Do: view.Looked}, {Do: view.Unlog, ID: "x"},
	} {
		if why := refused(t, b, s, a); !strings.Contains(why, "press Track first") {
			t.Error(why)
		}
	}
	if len(m.events)+len(m.looks) != 0 {
		t.Error("something was kept")
	}
}

func TestNothingIsShownThatIsNotWritten(t *testing.T) {
	b, m, _ := tracked(t)
	m.full = true
	more := append(eightMails(), mail{days: 1, from: kim, to: me, text: "Yes, call me."})
	if s, err := b.Page(1, gmail, thread(more...)); err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("shown %+v, error %v", s, err)
	}
}
