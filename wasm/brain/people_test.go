package brain_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

const home = "kim@home.example"

// byHand names somebody in a tab that shows no page we read.
func byHand(t *testing.T, b *brain.Brain, p page.Person) view.State {
	t.Helper()
	s, err := b.Do(view.Action{Do: view.Choose, Tab: 9, URL: "https://news.example/", Person: p, ByHand: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// press does something about whom the rep named.
func press(t *testing.T, b *brain.Brain, s view.State, a view.Action) view.State {
	t.Helper()
	a.ByHand = true
	return do(t, b, s, a)
}

func TestSomebodyTheRepNamesIsJudged(t *testing.T) {
	b, m := newBrain()
	named := page.Person{Name: "Kim Olsen", Email: home, Company: "Acme"}
	s := byHand(t, b, named)
	if s.Phase != view.Someone || s.Tracked || !s.ByHand || len(m.events) != 0 {
		t.Fatalf("named: %+v, %d events", s, len(m.events))
	}
	s = press(t, b, s, view.Action{Do: view.Track})
	for i := range 8 {
		s = press(t, b, s, view.Action{Do: view.Log, Entered: view.Entered{Type: "touch", Channel: "email", At: now.AddDate(0, 0, 3*i-32)}})
	}
	if s.Assessment == nil || s.Assessment.Verdict != verdict.Keep || len(s.Assessment.Unsure) == 0 {
		t.Fatalf("eight touches, and nobody looked: %+v", s.Assessment)
	}
	if s = press(t, b, s, view.Action{Do: view.Looked}); s.Assessment.Verdict != verdict.LastTry {
		t.Errorf("eight touches without an answer: %s, %s", s.Assessment.Verdict, s.Assessment.Because)
	}
	s = press(t, b, s, view.Action{Do: view.Log, Entered: view.Entered{Type: "reply", Channel: "email", Text: "Please do not write to me again.", At: now.AddDate(0, 0, -1)}})
	if s.Assessment.Verdict != verdict.Stop || s.Entries[0].Quote != "Please do not write to me again." || !s.Entries[0].ByHand {
		t.Errorf("a pasted opt-out: %s, %+v", s.Assessment.Verdict, s.Entries[0])
	}
	if again := byHand(t, b, page.Person{Email: home}); !again.Tracked || again.Person.Name != "Kim Olsen" {
		t.Errorf("named by the address alone: %+v", again.Person)
	}
}

func TestAMomentOfItsOwn(t *testing.T) {
	b, _, s := tracked(t)
	for _, c := range []struct {
		e    view.Entered
		want string
	}{
		{view.Entered{Type: "touch", Channel: "call", At: now.Add(time.Hour)}, "before now"},
		{view.Entered{Type: "decision", Verdict: "keep", At: now.AddDate(0, 0, -3)}, "when it happens"},
	} {
		if why := refused(t, b, s, view.Action{Do: view.Log, Entered: c.e}); !strings.Contains(why, c.want) {
			t.Errorf("%+v: %s", c.e, why)
		}
	}
}

func TestTwoThatMayBeOnePersonAreProposed(t *testing.T) {
	b, m, s := tracked(t) // kim@acme.example, whom the page calls "kim"
	alias := page.Person{Email: "kim+news@acme.example"}
	seen := byHand(t, b, alias)
	if len(seen.Links) != 1 || seen.Links[0].Reason != replica.SameMailbox || seen.Links[0].With.Email != kim || seen.Tracked {
		t.Fatalf("proposed: %+v", seen.Links)
	}
	offer := view.Action{Do: view.OnePerson, Pair: seen.Links[0].Pair, New: "link"}
	linked := press(t, b, seen, offer)
	if !linked.Tracked || len(linked.Entries) != len(s.Entries) || len(linked.Links) != 0 || len(linked.Linked) != 1 || linked.Linked[0].With.Email != kim {
		t.Fatalf("linked: %+v", linked)
	}
	if _, err := b.Do(view.Action{Do: view.OnePerson, Tab: 9, Person: alias, ByHand: true, Pair: offer.Pair, New: "twice"}); err == nil {
		t.Error("linked twice")
	}
	b.Now = func() time.Time { return now.Add(time.Minute) }
	apart := press(t, b, linked, view.Action{Do: view.TwoPeople, Pair: linked.Linked[0].Pair, New: "apart"})
	if len(apart.Links) != 0 || len(apart.Linked) != 0 || len(apart.Entries) != 0 {
		t.Errorf("taken apart: %+v", apart)
	}
	if again := show(t, b, 1, thread(eightMails()...)); len(again.Entries) != len(s.Entries) || len(again.Linked) != 0 {
		t.Errorf("the other has %d entries", len(again.Entries))
	}
	if n := m.count(replica.Link) + m.count(replica.Unlink); n != 2 {
		t.Errorf("%d links and unlinks are written", n)
	}
}

func TestTwoPeopleAreNotProposedAgain(t *testing.T) {
	b, m, _ := tracked(t)
	seen := byHand(t, b, page.Person{Email: "kim+news@acme.example"})
	if s := press(t, b, seen, view.Action{Do: view.TwoPeople, Pair: seen.Links[0].Pair, New: "two"}); len(s.Links) != 0 || s.Tracked {
		t.Errorf("they are two: %+v", s)
	}
	if n := m.count(replica.Card); n != 1 {
		t.Errorf("%d cards: whoever is not tracked has none", n)
	}
}

func TestAnotherAddressInTheThread(t *testing.T) {
	b, _, s := tracked(t)
	with := append(eightMails(), mail{days: 1, from: "kim+x@acme.example", to: me, text: "I have asked about it, what does it cost?"})
	s = show(t, b, 1, thread(with...))
	i := slices.IndexFunc(s.Links, func(l view.LinkOffer) bool { return l.Seen.Email == "kim+x@acme.example" })
	if i < 0 || s.Assessment.Verdict == verdict.YourTurn {
		t.Fatalf("proposed %+v, the verdict is %s", s.Links, s.Assessment.Verdict)
	}
	s = do(t, b, s, view.Action{Do: view.OnePerson, Pair: s.Links[i].Pair})
	if s.Assessment.Verdict != verdict.YourTurn || !strings.Contains(s.Search, "kim+x@acme.example") {
		t.Errorf("theirs: %s, the search is %s", s.Assessment.Verdict, s.Search)
	}
}

func TestAPromiseOfOursIsSuggested(t *testing.T) {
	b, m := newBrain()
	words := "I'll send you the security sheet by Friday."
	page := thread(mail{days: 3, from: me, to: kim, text: "Thanks for your time. " + words})
	s := do(t, b, show(t, b, 1, page), view.Action{Do: view.Track})
	if len(s.Promises) != 1 || s.Promises[0].Text != words || s.Promises[0].On.Format(time.DateOnly) != "2026-11-20" || s.Assessment.Verdict == verdict.YourTurn {
		t.Fatalf("suggested %+v, the verdict is %s", s.Promises, s.Assessment.Verdict)
	}
	if n := m.count(replica.Promise); n != 0 {
		t.Errorf("%d promises were recorded by themselves", n)
	}
	p := s.Promises[0]
	kept := log(t, b, s, view.Entered{Type: "promise", Text: p.Text, At: p.Sent, Until: p.On})
	if len(kept.Promises) != 0 || kept.Assessment.Verdict != verdict.YourTurn || !kept.Entries[0].Until.Equal(p.On) && !kept.Entries[1].Until.Equal(p.On) {
		t.Errorf("kept: %+v, %s, %+v", kept.Promises, kept.Assessment.Verdict, kept.Entries)
	}
	i := slices.IndexFunc(kept.Entries, func(e view.Entry) bool { return e.Type == "promise" })
	back := do(t, b, kept, view.Action{Do: view.Unlog, ID: kept.Entries[i].ID})
	if len(back.Promises) != 1 {
		t.Errorf("taken back, it is not suggested: %+v", back.Promises)
	}
	if dropped := log(t, b, back, view.Entered{Type: "dismiss", Signal: replica.Suggested, Text: p.Text}); len(dropped.Promises) != 0 || dropped.Assessment.Verdict == verdict.YourTurn {
		t.Errorf("dropped: %+v, %s", dropped.Promises, dropped.Assessment.Verdict)
	}
}

// broken is a store that cannot find cards.
type broken struct{ brain.Store }

func (broken) Alike(string, []string) ([]replica.Event, error) { return nil, errors.New("no index") }

func TestAFaultInFindingIsSaid(t *testing.T) {
	b, m := newBrain()
	b.Store = broken{m}
	if _, err := b.Page(1, gmail, thread(eightMails()...)); err == nil || !strings.Contains(err.Error(), "no index") {
		t.Errorf("error is %v", err)
	}
}
