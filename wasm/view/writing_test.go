package view

import (
	"strings"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
)

func TestTheMailBeingWritten(t *testing.T) {
	until := "2027-02-22"
	stop, gone := Warning{Name: "Kim", Verdict: Stopped, Because: "They asked"}, Warning{Name: "Jo", Verdict: LetGo, Until: &until}
	for about, c := range map[string]struct {
		w        *Writing
		warnings int
		mend     string
		fine     bool
	}{
		"none":                    {nil, -1, "", false},
		"to nobody we know":       {&Writing{Watched: true, Text: "just checking in"}, -1, "", false},
		"nothing typed":           {&Writing{Theirs: true, Watched: true}, 0, "", false},
		"not read":                {&Writing{Theirs: true, Text: "just checking in"}, 0, "", false},
		"well":                    {&Writing{Theirs: true, Watched: true, Text: "Here is the sheet you asked for."}, 0, "", true},
		"to mend":                 {&Writing{Theirs: true, Watched: true, Text: "I am just checking in."}, 0, "1 thing to mend", false},
		"to somebody who said no": {&Writing{Watched: true, Text: "just checking in", Warnings: []Warning{stop, gone}}, 2, "", false},
	} {
		p := Make(State{Phase: Elsewhere, Now: now, Writing: c.w}, local)
		m := p.Mail
		if m == nil {
			if c.warnings >= 0 {
				t.Errorf("%s: nothing is shown", about)
			}
			continue
		}
		now, fine := m.Check()
		if len(m.Warnings) != c.warnings || (m.Text != "") != (c.fine || c.mend != "") || now.Mend != c.mend || m.Text != "" && (fine != "") != c.fine {
			t.Errorf("%s: %+v, %+v, %q", about, m, now, fine)
		}
	}
	p := Make(State{Phase: Someone, Now: now, Person: page.Person{Name: "Kim"}, Writing: &Writing{Warnings: []Warning{stop, gone}}}, local)
	if want := "Do not write to Kim: they asked not to be contacted. You let Jo go: leave them in peace until 22 Feb 2027. Kim."; !strings.HasPrefix(p.Say, want) {
		t.Errorf("said: %s", p.Say)
	}
}

func TestTheBadgeWarnsBeforeAllElse(t *testing.T) {
	until := "2027-02-22"
	for verdict, want := range map[string]Badge{
		Stopped: {"■!", "stop", "Do not write to Kim: they asked not to be contacted"},
		LetGo:   {"×!", "break-up", "You let Kim go: leave them in peace until 22 Feb 2027"},
	} {
		s := State{Now: now, Writing: &Writing{Warnings: []Warning{{Name: "Kim", Verdict: verdict, Until: &until}}}}
		if got := BadgeOf(s); got != want {
			t.Errorf("%s: %+v", verdict, got)
		}
	}
}

func TestWhatBecameOfADraft(t *testing.T) {
	s := State{Person: page.Person{Name: "Kim"}, Into: &Into{}}
	for about, c := range map[string]struct {
		put  Put
		s    State
		body string
		want []string
	}{
		"none is open": {Put{}, State{Person: s.Person}, "", []string{"Open a reply or a new mail to Kim in Gmail"}},
		"it is gone":   {Put{}, s, "", []string{"Nothing was put in"}},
		"it is in":     {Put{Done: true}, s, "Hello", []string{"It is in the mail now.", "Ctrl+Z"}},
		"above":        {Put{Done: true, Above: true, Subject: true}, s, "Hello ____", []string{"above what you had written", "subject", "blanks", "Ctrl+Z"}},
	} {
		got := PutSays(c.put, c.s, c.body)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s", about, got)
			}
		}
	}
}

func TestADraftGoesOnlyIntoAMail(t *testing.T) {
	for about, c := range map[string]struct {
		channel string
		s       State
		want    bool
	}{
		"a mail in Gmail":      {"email", State{Site: page.Gmail}, true},
		"on LinkedIn":          {"email", State{Site: page.LinkedIn}, false},
		"a call":               {"call", State{Site: page.Gmail}, false},
		"somebody not on page": {"email", State{Site: page.Gmail, ByHand: true}, false},
	} {
		if got := intoMail(c.channel, c.s); got != c.want {
			t.Errorf("%s: %v", about, got)
		}
	}
}

// TestTheBadgeCountsAsThePanelDoes: what was logged by hand and is on a page, too, is
// one touch.
func TestTheBadgeCountsAsThePanelDoes(t *testing.T) {
	at := now.AddDate(0, 0, -3)
	s := State{Now: now, Assessment: &assess.Assessment{Verdict: "last-try"}, Entries: []Entry{
		{ID: "a", At: at, Type: "touch", Channel: "linkedin"}, {ID: "b", At: at.Add(-time.Hour), Type: "touch", Channel: "linkedin", ByHand: true},
	}}
	if got := BadgeOf(s); got.Text != "!1" {
		t.Errorf("%+v", got)
	}
}
