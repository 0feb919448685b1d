package brain_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// boxes is what extension/writing.js tells: a mail a recipient list, the last one
// in hand.
func boxes(to ...string) []byte {
	all := []any{}
	for i, addresses := range to {
		var people []any
		for _, a := range strings.Fields(addresses) {
			people = append(people, map[string]any{"fields": map[string]any{"email": map[string]any{"value": "\u202a" + a + "\u202c"}}})
		}
		all = append(all, map[string]any{
			"id": string(rune('a' + i)), "current": i == len(to)-1,
			"fields": map[string]any{"text": map[string]any{"value": "just checking in"}},
			"lists":  map[string]any{"to": map[string]any{"items": people}},
		})
	}
	return mustJSON(all)
}

func writes(t *testing.T, b *brain.Brain, to ...string) view.State {
	t.Helper()
	s, err := b.Writing(1, gmail, boxes(to...))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestThePanelIsAboutWhomTheMailGoesTo(t *testing.T) {
	b, m, s := tracked(t)
	beside(t, b)
	before := len(m.events)
	looks := maps.Clone(m.looks)
	w := writes(t, b, jo)
	if w.Person.Email != jo || w.Phase != view.Someone || !w.Tracked || w.Assessment == nil || w.OnPage.Touches != 0 {
		t.Fatalf("a mail to Jo over Kim's thread is about %+v, %+v", w.Person, w.OnPage)
	}
	if !w.Writing.Theirs || w.Writing.Text != "just checking in" || w.Into == nil || w.Into.Box != "a" || w.Into.To[0] != "\u202a"+jo+"\u202c" {
		t.Errorf("the mail is %+v, %+v", w.Writing, w.Into)
	}
	if again := writes(t, b, kim+" "+jo); again.Person.Email != kim || !again.Writing.Theirs {
		t.Errorf("a mail to both is about %+v", again.Person)
	}
	if back := writes(t, b); back.Person != s.Person || back.Writing != nil || back.Into != nil {
		t.Errorf("without a mail it is about %+v", back.Person)
	}
	if len(m.events) != before || !maps.Equal(m.looks, looks) {
		t.Error("what is being written was kept")
	}
}

func TestAPressWhileWritingIsAboutThem(t *testing.T) {
	b, _, _ := tracked(t)
	beside(t, b)
	w := writes(t, b, jo)
	after := log(t, b, w, view.Entered{Type: "touch", Channel: "call", Disposition: "no-answer"})
	if after.Person.Email != jo || after.Entries[0].Channel != "call" {
		t.Fatalf("the call is with %+v: %+v", after.Person, after.Entries[0])
	}
	if back := writes(t, b); back.Person.Email != kim || slices.ContainsFunc(back.Entries, func(e view.Entry) bool { return e.Channel == "call" }) {
		t.Errorf("afterwards it is about %+v", back.Person)
	}
}

func TestTheDraftGoesWhereItIsAddressed(t *testing.T) {
	b, _, _ := tracked(t)
	for about, c := range map[string]struct {
		to   []string
		into string
	}{
		"in hand":              {[]string{kim, kim}, "b"},
		"another is in hand":   {[]string{kim, "boss@else.example"}, "a"},
		"to nobody":            {[]string{""}, ""},
		"to others":            {[]string{"boss@else.example"}, ""},
		"the last that is her": {[]string{kim, kim, "boss@else.example"}, "b"},
	} {
		s := writes(t, b, c.to...)
		if got := s.Into; (got == nil) != (c.into == "") || got != nil && got.Box != c.into {
			t.Errorf("%s: %+v", about, got)
		}
		if s.Person.Email != kim {
			t.Errorf("%s: about %+v", about, s.Person)
		}
	}
}

func TestNobodyIsWrittenToWhoAskedNotToBe(t *testing.T) {
	b, m, s := tracked(t)
	if w := writes(t, b, kim); len(w.Writing.Warnings) != 0 {
		t.Fatalf("a mail to somebody who gets one last try is warned of: %+v", w.Writing.Warnings)
	}
	writes(t, b)
	s = log(t, b, s, view.Entered{Type: "decision", Verdict: "stop"})
	if s.Assessment.Verdict != verdict.Stop {
		t.Fatal(s.Assessment.Verdict)
	}
	w := writes(t, b, "boss@else.example "+kim)
	if len(w.Writing.Warnings) != 1 || w.Writing.Warnings[0].Verdict != view.Stopped || w.Writing.Warnings[0].Name != "kim" || w.Writing.Warnings[0].Because == "" {
		t.Fatalf("in CC: %+v", w.Writing.Warnings)
	}
	if badge := view.BadgeOf(w); badge.Text != "■!" || badge.Tone != "stop" {
		t.Errorf("the badge is %+v", badge)
	}
	do(t, b, s, view.Action{Do: view.Untrack})
	if len(m.events) == 0 {
		t.Fatal("the stop is forgotten")
	}
	if w := writes(t, b, kim); len(w.Writing.Warnings) != 1 || w.Tracked {
		t.Errorf("forgotten since: %+v", w.Writing)
	}
}

func TestNobodyIsOverlookedInALongList(t *testing.T) {
	b, _, s := tracked(t)
	log(t, b, s, view.Entered{Type: "decision", Verdict: "stop"})
	var all []string
	for i := range 500 { // as many as Gmail sends one mail to
		all = append(all, fmt.Sprintf("reader-%d@else.example", i))
	}
	w := writes(t, b, strings.Join(append(all, kim), " "))
	if w.Writing == nil || len(w.Writing.Warnings) != 1 || w.Writing.Warnings[0].Verdict != view.Stopped {
		t.Errorf("the last of 501: %+v", w.Writing)
	}
}

func TestWhoWasLetGoIsLeftInPeace(t *testing.T) {
	b, _, s := tracked(t)
	s = log(t, b, s, view.Entered{Type: "decision", Verdict: "break-up", Kind: "ghosting"})
	writes(t, b)
	for range 9 { // every kind of goodbye is said
		if s.Assessment.Verdict != verdict.Pause {
			t.Fatal(s.Assessment.Verdict)
		}
		w := writes(t, b, kim)
		writes(t, b)
		var left []string
		for _, st := range s.Assessment.Plan.Steps {
			if st.Do == "send" && st.On == s.Assessment.Plan.Steps[0].On {
				left = append(left, st.Channel)
			}
		}
		if warned := len(w.Writing.Warnings) == 1; warned == slices.Contains(left, "email") {
			t.Fatalf("with %v of the goodbye left, warned is %v", left, warned)
		}
		if len(left) == 0 {
			if got := w.Writing.Warnings[0]; got.Verdict != view.LetGo || got.Until == nil {
				t.Errorf("%+v", got)
			}
			return
		}
		s = log(t, b, s, view.Entered{Type: "touch", Channel: left[0]})
	}
	t.Error("the goodbye never ends")
}

func TestAPageAloneTellsOfItsDraft(t *testing.T) {
	b, _, s := tracked(t)
	log(t, b, s, view.Entered{Type: "decision", Verdict: "stop"})
	compose := strings.Replace(string(thread(mail{days: 1, from: me, to: jo, text: "Hello"})), `"lists":{`,
		`"lists":{"composes":{"by":0,"total":1,"items":[{"fields":{},"lists":{"to":{"by":0,"total":1,"items":[{"fields":{"email":{"value":"`+kim+`","by":0}}}]}}}]},`, 1)
	s = show(t, b, 3, []byte(compose))
	if s.Writing == nil || len(s.Writing.Warnings) != 1 || s.Writing.Watched || s.Into != nil || s.Person.Email != kim {
		t.Errorf("%+v, %+v", s.Writing, s.Person)
	}
}

func TestMailsOfAnotherPageAreRefused(t *testing.T) {
	b, _, _ := tracked(t)
	for about, tell := range map[string]func() (view.State, error){
		"no page":     func() (view.State, error) { return b.Writing(8, gmail, boxes(kim)) },
		"not Gmail":   func() (view.State, error) { return b.Writing(1, "https://www.linkedin.com", boxes(kim)) },
		"no list":     func() (view.State, error) { return b.Writing(1, gmail, []byte(`{"a":1}`)) },
		"broken JSON": func() (view.State, error) { return b.Writing(1, gmail, []byte(`[`)) },
	} {
		if s, err := tell(); err == nil {
			t.Errorf("%s: %+v", about, s.Writing)
		}
	}
}
