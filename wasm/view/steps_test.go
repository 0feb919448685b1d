package view

import (
	"net/url"
	"reflect"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/plan"

	"pgregory.net/rapid"
)

func planned(verdict, kind string, entries []Entry, all ...plan.Step) *Steps {
	a := &assess.Assessment{Verdict: verdict, Kind: kind, Plan: plan.Plan{Steps: all}}
	return Make(State{Phase: Someone, Tracked: true, Now: now, Entries: entries, Assessment: a}, local).Steps
}

func TestSteps(t *testing.T) {
	eleven := 11
	s := State{Phase: Someone, Tracked: true, Now: now, Site: page.Gmail, URL: "https://mail.google.com/mail/u/1/#inbox/x",
		Person: page.Person{Email: "kim+x@acme.example", Slug: "kim/../olsen"}, Search: "from:(kim+x@acme.example) OR to:(kim+x@acme.example)",
		Assessment: &assess.Assessment{Verdict: "keep", Plan: plan.Plan{Steps: []plan.Step{
			{On: "2026-11-23", Do: plan.Send, Channel: "email", Body: "Hello ____"},
			{On: "2026-11-23", Do: plan.Check, Channel: "email"},
			{On: "2026-11-23", Do: plan.Check, Channel: "linkedin"},
			{On: "2026-11-23", Do: plan.Wait, Body: "Five days."},
			{On: "2026-11-23", Do: plan.Send, Channel: "call", Body: "Hello", Seconds: &eleven},
			{On: "2026-11-23", Do: plan.Log, Channel: "visit", Body: "Visit, and log it here"},
		}}}}
	got := Make(s, local).Steps
	all := append(got.Now, got.Then...)
	if first := all[0]; first.Draft == nil || first.Draft.Spoken || first.What != "Send an e-mail" || first.Icon != "mail" || first.When != "tomorrow" || first.Logs != nil {
		t.Errorf("%+v", first)
	}
	if url := all[1].Link.URL; url != "https://mail.google.com/mail/u/1/#search/from%3A%28kim%2Bx%40acme.example%29%20OR%20to%3A%28kim%2Bx%40acme.example%29" {
		t.Error(url)
	}
	if url := all[2].Link.URL; url != "https://www.linkedin.com/in/kim%2F..%2Folsen/" {
		t.Error(url)
	}
	if wait := all[3]; wait.Draft != nil || wait.Link != nil || wait.Text != "Five days." {
		t.Errorf("%+v", wait)
	}
	if call := all[4]; !call.Draft.Spoken || len(call.Logs) != 4 || call.Logs[1].Entered != (Entered{Type: "touch", Channel: "call", Disposition: "left-voicemail"}) {
		t.Errorf("%+v", call)
	}
	if visit := all[5]; visit.Draft != nil || len(visit.Logs) != 1 || visit.Logs[0].Entered != (Entered{Type: "touch", Channel: "visit"}) {
		t.Errorf("%+v", visit)
	}
	keys := map[string]bool{}
	for _, st := range all {
		if keys[st.Key] {
			t.Errorf("two steps have the key %q", st.Key)
		}
		keys[st.Key] = true
	}
}

func TestAStopShowsAllOfItsSteps(t *testing.T) {
	got := planned("stop", "", nil, plan.Step{Do: plan.Note}, plan.Step{Do: plan.Remove}, plan.Step{Do: plan.Suppress})
	if len(got.Now) != 3 || len(got.Then) != 0 {
		t.Errorf("%+v", got)
	}
}

func goodbyes3() []plan.Step {
	var all []plan.Step
	for _, channel := range []string{"voicemail", "email", "live-message"} {
		all = append(all, plan.Step{On: "2026-11-22", Do: plan.Send, Channel: channel, Purpose: "goodbye", Body: "…"})
	}
	return all
}

// The kinds of a goodbye on one day are a checklist, ticked by touches of today.
func TestGoodbyesOnOneDayAreAChecklist(t *testing.T) {
	yesterday, today := now.AddDate(0, 0, -1), now.Add(-time.Hour)
	entries := []Entry{
		{Type: "touch", Channel: "call", Disposition: "left-voicemail", At: today}, {Type: "touch", Channel: "email", At: yesterday}}
	got := planned("break-up", "ghosting", entries, append(goodbyes3(), plan.Step{On: "2026-11-22", Do: plan.Remove})...)
	if !got.Checklist || len(got.Now) != 3 || len(got.Then) != 1 {
		t.Fatalf("%+v", got)
	}
	for i, channel := range []string{"voicemail", "email", "live-message"} {
		st := got.Now[i]
		if (st.Logged != "") != (i == 0) || len(st.Logs) != 1 {
			t.Fatalf("%+v", st)
		}
		entered := st.Logs[0].Entered
		if entered.Type != "touch" || entered.Channel != channel || *entered.Closing != (Entered{Type: "decision", Verdict: "break-up", Kind: "ghosting"}) {
			t.Errorf("%+v", entered)
		}
	}
	if one := planned("last-try", "ghosting", nil, goodbyes3()[:1]...); one.Checklist {
		t.Error("one message is no checklist")
	}
}

// Let go earlier today: what the plan still asks for, after what was said.
func TestTheChecklistSurvivesTheDay(t *testing.T) {
	said := []Entry{{Type: "decision", At: now}, {Type: "touch", Channel: "voicemail", At: now.Add(-time.Hour)}}
	got := planned("pause", "let-go", said, goodbyes3()[1:]...)
	if !got.Checklist || len(got.Now) != 3 || got.Now[0].Logged == "" || got.Now[0].What != "Leave a voicemail" || got.Now[1].Logged != "" {
		t.Errorf("%+v", got)
	}
	if rest := planned("pause", "let-go", said, goodbyes3()[2:]...); !rest.Checklist || len(rest.Now) != 2 {
		t.Errorf("%+v", rest)
	}
}

func TestTicks(t *testing.T) {
	const text = "Take them out of every sequence"
	remove := plan.Step{On: "2026-11-23", Do: plan.Remove, Body: text}
	tick := func(entries ...Entry) Tick { return *planned("stop", "", entries, remove).Now[0].Tick }
	if got := tick(); got.Done || got.Entered != (Entered{Type: "promise", Text: text, Done: true}) {
		t.Errorf("%+v", got)
	}
	ticked := Entry{ID: "t", Type: "promise", Quote: text, Done: true}
	if got := tick(ticked); !got.Done || got.ID != "t" {
		t.Errorf("%+v", got)
	}
	if got := tick(Entry{Type: "touch"}, ticked); got.Done {
		t.Error("ticked in the time before the last touch")
	}
}

func TestAKeptPromiseIsTheOldestOpenOne(t *testing.T) {
	entries := []Entry{{Type: "promise", Quote: "c", Done: true}, {Type: "promise", Quote: "c"}, {Type: "promise", Quote: "b"}, {Type: "promise", Quote: "a"}}
	got := planned("your-turn", "", entries, plan.Step{Do: plan.Send, Channel: "email", Purpose: "promise", Body: "…"}).Now[0].Logs
	if len(got) != 1 || got[0].Entered != (Entered{Type: "promise", Text: "a", Done: true}) {
		t.Errorf("%+v", got)
	}
}

func TestOutcomesOfAMeeting(t *testing.T) {
	st := planned("your-turn", "", nil, plan.Step{Do: plan.Log, Body: "…"}).Now[0]
	want := []Entered{
		{Disposition: "completed"}, {Disposition: "rescheduled", By: "them"}, {Disposition: "rescheduled", By: "us"},
		{Disposition: "no-show", By: "them"}, {Disposition: "cancelled"}}
	for i, l := range st.Logs {
		want[i].Type = "meeting"
		if !reflect.DeepEqual(l.Entered, want[i]) {
			t.Errorf("%+v, want %+v", l.Entered, want[i])
		}
	}
	if st.Asks == "" || len(st.Logs) != len(want) {
		t.Errorf("%+v", st)
	}
}

func TestNoHookInAGoodbye(t *testing.T) {
	for _, c := range []struct {
		do, purpose string
		hooks       int
	}{{plan.Send, "first", 1}, {plan.Send, "next", 1}, {plan.Send, "last-try", 0}, {plan.Send, "goodbye", 0}, {plan.Send, "no-fit", 0}, {plan.Colleague, "colleague", 0}} {
		a := &assess.Assessment{Verdict: "keep", Plan: plan.Plan{
			Steps: []plan.Step{{Do: c.do, Channel: "email", Purpose: c.purpose, Body: "Hi"}}, Hooks: []plan.Hook{{Text: "A post.", From: "profile"}}}}
		got := Make(State{Phase: Someone, Tracked: true, Now: now, Assessment: a}, local).Steps.Now[0].Draft
		if len(got.Hooks) != c.hooks {
			t.Errorf("%+v: %+v", c, got.Hooks)
		}
	}
}

func TestEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "kim-o_1.~": "kim-o_1.~", "from:kim+x@acme.example": "from%3Akim%2Bx%40acme.example",
		"a b/../c?d#e": "a%20b%2F..%2Fc%3Fd%23e", "käthe": "k%C3%A4the", "100%": "100%25", "\x00\xff": "%00%FF",
	} {
		if got := escaped(text); got != want {
			t.Errorf("escaped(%q) = %q, want %q", text, got, want)
		}
	}
}

// Any text comes back from a path and from a query.
func TestEscapedBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		path, err := url.PathUnescape(escaped(text))
		query, err2 := url.QueryUnescape(escaped(text))
		if err != nil || err2 != nil || path != text || query != text {
			t.Fatalf("%q came back as %q, %v and %q, %v", text, path, err, query, err2)
		}
	})
}
