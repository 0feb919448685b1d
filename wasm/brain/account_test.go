package brain_test

import (
	"strings"
	"testing"

	"cleanbreak/core/page"
	"cleanbreak/core/signal"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

type part = signal.Part

// beside tracks Jo, Kim's colleague, with a thread of their own.
func beside(t *testing.T, b *brain.Brain, mails ...mail) view.State {
	t.Helper()
	mails = append([]mail{{days: 40, from: me, to: jo, text: "Hello Jo"}}, mails...)
	return do(t, b, show(t, b, 2, thread(mails...)), view.Action{Do: view.Track})
}

func TestAColleaguesAnswerHoldsBackTheGoodbye(t *testing.T) {
	b, _, _ := tracked(t)
	beside(t, b, mail{days: 2, from: jo, to: me, text: "Interesting. Can you send me a price list?"})
	s := show(t, b, 1, thread(eightMails()...))
	if s.Assessment.Verdict != verdict.Keep || !strings.Contains(s.Assessment.Because, "jo") {
		t.Errorf("the verdict is %s: %s", s.Assessment.Verdict, s.Assessment.Because)
	}
}

func TestAColleaguesMachineHoldsNothingBack(t *testing.T) {
	b, _, _ := tracked(t)
	beside(t, b, mail{days: 2, from: jo, to: me, text: "I am out of the office until 30 November 2026."})
	if s := show(t, b, 1, thread(eightMails()...)); s.Assessment.Verdict != verdict.LastTry {
		t.Errorf("the verdict is %s: %s", s.Assessment.Verdict, s.Assessment.Because)
	}
}

var stopAll = mail{days: 2, from: jo, to: me, text: "Please do not contact anyone at our company again."}

func TestAStopForTheCompanyIsOneForColleagues(t *testing.T) {
	b, m, _ := tracked(t)
	s := beside(t, b, stopAll)
	if s.Assessment.Verdict != verdict.Stop {
		t.Fatalf("for Jo the verdict is %s", s.Assessment.Verdict)
	}
	show1 := func() *view.State {
		s := show(t, b, 1, thread(eightMails()...))
		return &s
	}
	if a := show1().Assessment; a.Verdict != verdict.Stop || !strings.Contains(a.Because, "jo") {
		t.Errorf("for Kim the verdict is %s: %s", a.Verdict, a.Because)
	}
	do(t, b, s, view.Action{Do: view.Untrack}) // Jo is forgotten, what was asked is not
	if a := show1().Assessment; a.Verdict != verdict.Stop {
		t.Errorf("after Jo was forgotten the verdict is %s: %s", a.Verdict, a.Because)
	}
	for _, e := range m.events {
		if e.Local.Text != "" {
			t.Errorf("their words are kept: %+v", e)
		}
	}
	lifted := log(t, b, *show1(), view.Entered{Type: "decision", Verdict: "lift-stop"})
	if lifted.Assessment.Verdict == verdict.Stop {
		t.Error("lifted for Kim, it still holds")
	}
}

func TestAStopOfOneIsNoStopOfTheCompany(t *testing.T) {
	b, _, _ := tracked(t)
	beside(t, b, mail{days: 2, from: jo, to: me, text: "Please remove me from your list."})
	if s := show(t, b, 1, thread(eightMails()...)); s.Assessment.Verdict == verdict.Stop {
		t.Errorf("for Kim the verdict is stop: %s", s.Assessment.Because)
	}
}

func TestAnAccountIsLoadedAtOnce(t *testing.T) {
	b, m, _ := tracked(t)
	beside(t, b)
	m.loads = 0
	show(t, b, 1, thread(eightMails()...))
	if m.loads != 1 {
		t.Errorf("%d loads for one page", m.loads)
	}
}

func TestThePanelKnowsWhoElseIsThere(t *testing.T) {
	b, m, s := tracked(t)
	if s.Account == nil || len(s.Account) != 0 {
		t.Fatalf("a single thread: %+v", s.Account)
	}
	beside(t, b, mail{days: 9, from: me, to: jo, text: "Hello"}, mail{days: 4, from: jo, to: me, text: "Let us talk on Friday."})
	m.team = &brain.Team{Member: "robin", Names: map[string]string{"anna": "Anna"}}
	for id, e := range m.events {
		if e.Kind == "reply" {
			e.Stamp.Seq, e.Stamp.Author = 1, "anna"
			m.events[id] = e
		}
	}
	s = show(t, b, 1, thread(eightMails()...))
	if len(s.Account) != 1 {
		t.Fatalf("%+v", s.Account)
	}
	got := s.Account[0]
	if got.Person.Email != jo || got.Reply != (view.Last{At: now.AddDate(0, 0, -4), By: "Anna"}) || !got.Touch.At.Equal(now.AddDate(0, 0, -9)) || got.Touch.By != "" {
		t.Errorf("%+v", got)
	}
	home := press(t, b, byHand(t, b, page.Person{Email: "kim@gmail.com"}), view.Action{Do: view.Track})
	if home.Account != nil {
		t.Errorf("nobody knows their company: %+v", home.Account)
	}
}
