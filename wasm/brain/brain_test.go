package brain_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

func TestNothingIsKeptOfAnybodyNotTracked(t *testing.T) {
	b, m := newBrain()
	s := show(t, b, 1, thread(eightMails()...))
	if s.Phase != view.Someone || s.Tracked || s.Assessment != nil || s.OnPage.Touches != 8 {
		t.Errorf("state is %+v", s)
	}
	if len(m.events)+len(m.looks) != 0 {
		t.Errorf("kept %d events and %d looks", len(m.events), len(m.looks))
	}
}

func TestTrackingCountsWhatIsInView(t *testing.T) {
	b, m := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	if !s.Tracked || s.Assessment == nil || s.Assessment.Verdict != verdict.LastTry || len(s.Entries) != 8 {
		t.Fatalf("state is %+v", s)
	}
	for range 3 { // opened again, in this tab and another
		show(t, b, 1, thread(eightMails()...))
		show(t, b, 2, thread(eightMails()...))
	}
	if n := m.count(replica.Touch); n != 8 {
		t.Errorf("8 mails counted as %d touches", n)
	}
}

func TestAReplyBelongsToItsSender(t *testing.T) {
	b, m := newBrain()
	do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	group := append(eightMails(), mail{days: 1, from: jo, to: me, text: "I am the one to ask."})
	s := show(t, b, 2, thread(group...))
	if s.Phase != view.Several {
		t.Fatalf("two people on the thread, and the panel shows %s", s.Phase)
	}
	if n := m.count(replica.Reply); n != 0 {
		t.Errorf("a colleague's reply was counted for the prospect (%d)", n)
	}
	i := slices.IndexFunc(s.Candidates, func(p page.Person) bool { return p.Email == kim })
	if s = do(t, b, s, view.Action{Do: view.Choose, Person: s.Candidates[i]}); !s.Tracked || len(s.Entries) != 8 {
		t.Errorf("chosen: %+v", s)
	}
}

func TestFullerReadingReplacesASnippet(t *testing.T) {
	b, m := newBrain()
	closed := mail{days: 2, from: kim, to: me, text: "Let us", closed: true}
	do(t, b, show(t, b, 1, thread(closed)), view.Action{Do: view.Track})
	open := closed
	open.text, open.closed = "Let us talk on Monday.", false
	s := show(t, b, 1, thread(open))
	if len(s.Entries) != 1 || s.Entries[0].Quote != open.text {
		t.Errorf("entries: %+v", s.Entries)
	}
	if s = show(t, b, 1, thread(closed)); s.Entries[0].Quote != open.text { // closed again: the full text stays
		t.Errorf("the fuller reading was lost: %+v", s.Entries)
	}
	if n := m.count(replica.Reply); n != 1 {
		t.Errorf("one reply is %d events", n)
	}
}

var call = view.Entered{Type: "touch", Channel: "call", Disposition: "no-answer"}

func TestLoggingByHandAndTakingItBack(t *testing.T) {
	b, _ := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	s = do(t, b, s, view.Action{Do: view.Log, Entered: call})
	if s.Entries[0].Channel != "call" || !s.Entries[0].ByHand || len(s.Entries) != 9 {
		t.Fatalf("entries: %+v", s.Entries)
	}
	observed := s.Entries[8].ID
	s = do(t, b, s, view.Action{Do: view.Unlog, ID: s.Entries[0].ID})
	if len(s.Entries) != 8 {
		t.Errorf("not taken back: %+v", s.Entries)
	}
	if _, err := b.Do(view.Action{Do: view.Unlog, Tab: 1, URL: s.URL, Person: s.Person, ID: observed}); err == nil {
		t.Error("what the page showed was taken back")
	}
	if _, err := b.Do(view.Action{Do: view.Log, Tab: 1, URL: s.URL, Person: s.Person, New: "n", Entered: view.Entered{Type: "touch", Channel: "telepathy"}}); err == nil {
		t.Error("an unknown channel was logged")
	}
}

// TestAGoodbyeThatIsLoggedLetsGo has the rep say the first of a goodbye before they
// pressed that they let go: the rest of it stays to be said, and one undo takes
// both back.
func TestAGoodbyeThatIsLoggedLetsGo(t *testing.T) {
	b, m, s := tracked(t)
	if err := b.SetPlaybook(`{"name": "Ours", "extends": "calvert"}`, "rules-1"); err != nil {
		t.Fatal(err)
	}
	s = do(t, b, s, view.Action{Do: view.Look})
	before, had := s.Assessment.Verdict, len(m.events)
	closing := view.Entered{Type: "decision", Verdict: "break-up", Kind: "ghosting"}
	s = log(t, b, s, view.Entered{Type: "touch", Channel: "voicemail", Closing: &closing})
	if s.Assessment.Verdict != verdict.Pause || s.Assessment.Kind != view.LetGo || m.count(replica.Decision) != 1 {
		t.Fatalf("%s %s", s.Assessment.Verdict, s.Assessment.Kind)
	}
	var left []string
	for _, st := range s.Assessment.Plan.Steps {
		if st.Purpose == "goodbye" {
			left = append(left, st.Channel)
		}
	}
	if len(left) != 2 || slices.Contains(left, "voicemail") {
		t.Errorf("still to be said: %v", left)
	}
	for _, e := range s.Entries {
		if e.Type == "touch" && e.Channel == "voicemail" {
			s = do(t, b, s, view.Action{Do: view.Unlog, ID: e.ID})
			break
		}
	}
	if s.Assessment.Verdict != before || len(m.events) != had {
		t.Errorf("taken back: %s, with %d events more", s.Assessment.Verdict, len(m.events)-had)
	}
}

func TestADecisionIsFollowed(t *testing.T) {
	b, _ := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	s = do(t, b, s, view.Action{Do: view.Log, Entered: view.Entered{Type: "decision", Verdict: verdict.LastTry, Kind: verdict.Ghosting}})
	if s.Assessment.Verdict != verdict.LastTry || s.Assessment.Rule != "last-try-unanswered" { // nothing was sent
		t.Errorf("decided: %s, %s", s.Assessment.Verdict, s.Assessment.Because)
	}
	s = do(t, b, s, view.Action{Do: view.Log, Entered: view.Entered{Type: "touch", Channel: "email"}})
	if s.Assessment.Verdict != verdict.Pause || s.Assessment.Kind != verdict.Waiting {
		t.Errorf("after the last try: %s %s", s.Assessment.Verdict, s.Assessment.Kind)
	}
}

func TestUntrackForgetsEverything(t *testing.T) {
	b, m := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	s = do(t, b, s, view.Action{Do: view.Untrack})
	if s.Tracked || len(m.events)+len(m.looks) != 0 {
		t.Errorf("tracked %t, %d events and %d looks left", s.Tracked, len(m.events), len(m.looks))
	}
}

func TestAnActionAboutAnotherPageIsRefused(t *testing.T) {
	b, m := newBrain()
	show(t, b, 1, thread(eightMails()...))
	if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: "https://mail.google.com/mail/u/0/#inbox/other"}); !errors.Is(err, brain.ErrNotShown) {
		t.Errorf("error is %v", err)
	}
	b.Left(1)
	if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: "https://mail.google.com/mail/u/0/#inbox/abc"}); !errors.Is(err, brain.ErrNotShown) {
		t.Errorf("error after leaving is %v", err)
	}
	if len(m.events) != 0 {
		t.Error("something was recorded")
	}
}

func TestAPressIsAboutThePersonTheRepSaw(t *testing.T) {
	b, m := newBrain()
	s := show(t, b, 1, thread(eightMails()...))
	other := thread(mail{days: 3, from: jo, to: me, text: "Hello"}) // same address, another person
	show(t, b, 1, other)
	if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: s.URL, Person: s.Person}); !errors.Is(err, brain.ErrNotShown) {
		t.Errorf("error is %v", err)
	}
	if len(m.events) != 0 {
		t.Error("somebody was tracked")
	}
}

func TestOneMailToTwoTrackedPeopleCountsForBoth(t *testing.T) {
	b, _ := newBrain()
	do(t, b, show(t, b, 1, thread(mail{days: 5, from: me, to: kim, text: "a"})), view.Action{Do: view.Track})
	do(t, b, show(t, b, 2, thread(mail{days: 4, from: me, to: jo, text: "b"})), view.Action{Do: view.Track})
	both := thread(mail{days: 3, from: me, to: kim + " " + jo, text: "c"})
	for range 2 {
		s := show(t, b, 3, both)
		for _, p := range s.Candidates {
			if s = do(t, b, s, view.Action{Do: view.Choose, Person: p}); len(s.Entries) != 2 {
				t.Errorf("%s has %d entries, want 2", p.Email, len(s.Entries))
			}
		}
	}
}

func TestAForgedAddressIsRefused(t *testing.T) {
	b, _ := newBrain()
	for _, origin := range []string{"https://www.linkedin.com", "https://mail.google.com.evil.example", "http://mail.google.com", ""} {
		if _, err := b.Page(1, origin, thread(eightMails()...)); err == nil {
			t.Errorf("taken from %q", origin)
		}
	}
}

func TestAnUnknownViewerIsNoLook(t *testing.T) {
	b, m := newBrain()
	do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	clear(m.looks)
	blind := strings.Replace(string(thread(eightMails()...)), "Hello - "+me+" - Gmail", "Hello", 1)
	show(t, b, 2, []byte(blind))
	if len(m.looks) != 0 {
		t.Errorf("a page whose messages nobody could place counts as a look: %+v", m.looks)
	}
}

func TestAnOldThreadIsNoLook(t *testing.T) {
	b, m := newBrain()
	do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	clear(m.looks)
	show(t, b, 2, thread(mail{days: 60, from: me, to: kim, text: "old"}))
	if len(m.looks) != 0 {
		t.Errorf("an older thread counts as a look: %+v", m.looks)
	}
}

func TestAFullStoreIsSaidAndLosesNothing(t *testing.T) {
	b, m := newBrain()
	s := show(t, b, 1, thread(eightMails()...))
	m.full = true
	if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: s.URL, Person: s.Person}); err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("error is %v", err)
	}
	m.full = false
	if s = do(t, b, s, view.Action{Do: view.Track}); !s.Tracked || len(s.Entries) != 8 {
		t.Errorf("after there was room again: %+v", s)
	}
}

func TestSilenceIsKnownOnlyAfterALook(t *testing.T) {
	b, m := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	if s.Assessment.Verdict != verdict.LastTry {
		t.Fatalf("looking at the thread: %s", s.Assessment.Verdict)
	}
	for k := range m.looks {
		delete(m.looks, k)
	}
	list := thread()
	list = []byte(strings.Replace(string(list), `"layout":"thread"`, `"layout":"list"`, 1))
	show(t, b, 3, list) // a list of rows is no look at what they wrote
	if len(m.looks) != 0 {
		t.Errorf("looks: %+v", m.looks)
	}
}

func TestBadSnapshotsAreErrors(t *testing.T) {
	b, _ := newBrain()
	for _, bad := range []string{"", "[]", `{"v":2}`, `{"v":1,"site":"facebook"}`} {
		if _, err := b.Page(1, gmail, []byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
