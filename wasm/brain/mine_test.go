package brain_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/page"
	"cleanbreak/core/plan"
	"cleanbreak/core/replica"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// seen shows the brain a thread and gives its State.
func seen(t *testing.T, b *brain.Brain, mails ...mail) view.State {
	t.Helper()
	s, err := b.Page(1, gmail, thread(mails...))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func setMine(t *testing.T, b *brain.Brain, m brain.Mine) {
	t.Helper()
	if gone, err := b.SetMine(m, true); err != nil || gone != nil {
		t.Fatal(gone, err)
	}
}

func TestMailFromAnotherAddressOfMineIsMine(t *testing.T) {
	const other = "robin@old.example"
	mails := []mail{{days: 5, from: other, to: kim, text: "Hello"}, {days: 4, from: kim, to: other, text: "Hello Robin"}, {days: 3, from: me, to: kim, text: "Well?"}}
	b, _ := newBrain()
	if s := seen(t, b, mails...); s.Phase != view.Several {
		t.Fatalf("before it is said, the page is about %q", s.Phase)
	}
	setMine(t, b, brain.Mine{Own: page.Own{Addresses: []string{"Robin@Old.example"}}})
	s := seen(t, b, mails...)
	if s.Person.Email != kim || s.OnPage.Touches != 2 || s.OnPage.Replies != 1 {
		t.Errorf("about %q with %+v", s.Person.Email, s.OnPage)
	}
}

func TestAColleagueInTheThreadIsNoProspect(t *testing.T) {
	b, m := newBrain()
	setMine(t, b, brain.Mine{Own: page.Own{Domains: []string{"seller.example"}}})
	s := seen(t, b, mail{days: 4, from: me, to: kim + " bo@seller.example", text: "Hello"}, mail{days: 3, from: "bo@seller.example", to: kim + " " + me, text: "And hello from me"})
	if s.Person.Email != kim || len(s.Candidates) != 0 {
		t.Fatalf("about %q, or %v", s.Person.Email, s.Candidates)
	}
	s = do(t, b, s, view.Action{Do: view.Track})
	if n := m.count(replica.Reply); n != 0 || s.OnPage.Touches != 1 {
		t.Errorf("%d replies and %+v: the colleague's mail is nobody's", n, s.OnPage)
	}
}

func TestWhomTheRepNeverTracks(t *testing.T) {
	for _, never := range []string{kim, "acme.example", "@Acme.Example"} {
		b, m := newBrain()
		setMine(t, b, brain.Mine{Never: []string{never}})
		s := seen(t, b, eightMails()...)
		if s.Refused == "" || s.Tracked {
			t.Errorf("%s: offered to be tracked", never)
		}
		if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: s.URL, Person: s.Person}); err == nil || !strings.Contains(err.Error(), "never-list") {
			t.Errorf("%s: error is %v", never, err)
		}
		if len(m.events) != 0 {
			t.Errorf("%s: %d events are kept", never, len(m.events))
		}
	}
}

func TestWhoComesOntoTheListIsForgottenOnceTheRepIsSure(t *testing.T) {
	b, m := newBrain()
	s := do(t, b, seen(t, b, eightMails()...), view.Action{Do: view.Track})
	gone, err := b.SetMine(brain.Mine{Never: []string{"acme.example"}}, false)
	if err != nil || !slices.Equal(gone, []string{"kim"}) || len(m.mine.Never) != 0 || m.count(replica.Touch) == 0 {
		t.Fatalf("gone %v, %v; kept %+v", gone, err, m.mine)
	}
	setMine(t, b, brain.Mine{Never: []string{"acme.example"}})
	if len(m.events) != 0 || len(m.looks) != 0 || !slices.Equal(m.mine.Never, []string{"acme.example"}) {
		t.Errorf("%d events and %d looks are left", len(m.events), len(m.looks))
	}
	if s, err = b.Do(view.Action{Do: view.Look, Tab: 1, URL: s.URL}); err != nil || s.Tracked || s.Refused == "" || len(m.events) != 0 {
		t.Errorf("looked at again: %v %v %q, %d events", err, s.Tracked, s.Refused, len(m.events))
	}
}

func TestWhatIsWrongWithAFieldIsSaidAtIt(t *testing.T) {
	cases := []struct {
		mine          brain.Mine
		path, problem string
	}{
		{brain.Mine{Own: page.Own{Addresses: []string{me, "robin at old"}}}, "addresses[1]", `"robin at old" is no e-mail address`},
		{brain.Mine{Own: page.Own{Domains: []string{"seller"}}}, "domains[0]", "is no domain"},
		{brain.Mine{Own: page.Own{Domains: []string{"gmail.com"}}}, "domains[0]", "anybody can have an address"},
		{brain.Mine{Never: []string{"Kim Olsen"}}, "never[0]", "is nobody"},
		{brain.Mine{Never: []string{" "}}, "never[0]", "is nobody"},
		{brain.Mine{WordsPerMinute: 12}, "words_per_minute", "takes 60 to 300"},
		{brain.Mine{Months: 121}, "months", "takes 1 to 120"},
		{brain.Mine{Months: -1}, "months", "takes 1 to 120"},
	}
	for _, c := range cases {
		b, m := newBrain()
		_, err := b.SetMine(c.mine, true)
		var fault *brain.Fault
		if !errors.As(err, &fault) || fault.Path != c.path || !strings.Contains(fault.Problem, c.problem) {
			t.Errorf("%+v: %v", c.mine, err)
		}
		if m.mine.Name != "" || m.mine.Never != nil {
			t.Error("it was kept all the same")
		}
	}
}

func TestMyNameAndMyPace(t *testing.T) {
	b, _ := newBrain()
	setMine(t, b, brain.Mine{Name: " Robin  Vale ", WordsPerMinute: 200, Never: []string{"https://www.linkedin.com/in/Bo-Berg/"}})
	m, err := b.Mine()
	if err != nil || m.Name != "Robin Vale" || !slices.Equal(m.Never, []string{"bo-berg"}) {
		t.Fatalf("%+v, %v", m, err)
	}
	s := do(t, b, seen(t, b, eightMails()...), view.Action{Do: view.Track})
	if s.Speech.WordsPerMinute != 200 {
		t.Errorf("speaks at %d", s.Speech.WordsPerMinute)
	}
	signed := slices.ContainsFunc(s.Assessment.Plan.Steps, func(st plan.Step) bool { return strings.Contains(st.Body, "Robin Vale") })
	if !signed {
		t.Errorf("no draft is signed: %+v", s.Assessment.Plan.Steps)
	}
}
