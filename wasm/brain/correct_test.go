package brain_test

import (
	"testing"

	"cleanbreak/core/page"
	"cleanbreak/wasm/view"
)

func TestWhatTheRepCorrectsStandsWhateverThePageSays(t *testing.T) {
	b, m, s := tracked(t)
	right := view.Deal{Name: "Kim Olsen", Company: "Acme Nord"}
	s = do(t, b, s, view.Action{Do: view.Describe, Deal: right, New: "1 correct"})
	for range 2 {
		if s.Person.Name != "Kim Olsen" || s.Person.Company != "Acme Nord" || s.Person.Email != kim || s.Deal != right {
			t.Errorf("corrected: %+v, %+v", s.Person, s.Deal)
		}
		s = show(t, b, 1, thread(eightMails()...)) // it calls them "kim"
	}
	if today, err := b.Today(1, 0); err != nil || today.Due[0].Person.Name != "Kim Olsen" {
		t.Errorf("Today: %+v, %v", today.Due, err)
	}
	before := len(m.events)
	if do(t, b, s, view.Action{Do: view.Describe, Deal: right, New: "2 again"}); len(m.events) != before {
		t.Error("the same again is news")
	}
	if s = do(t, b, s, view.Action{Do: view.Describe, Deal: view.Deal{}, New: "3 back"}); s.Person.Name != "kim" || s.Person.Company != "" {
		t.Errorf("taken back: %+v", s.Person)
	}
}

// Somebody whose company was corrected belongs to the account of that company.
func TestACorrectedCompanyIsTheAccount(t *testing.T) {
	b, _ := newBrain()
	colleague := press(t, b, byHand(t, b, page.Person{Name: "Jo Berg", Slug: "jo-berg", Company: "Northwind"}), view.Action{Do: view.Track, New: "jo"})
	s := press(t, b, byHand(t, b, page.Person{Name: "Kim Olsen", Slug: "kim-olsen", Company: "N. W."}), view.Action{Do: view.Track, New: "kim"})
	all := view.Entered{Type: "reply", Channel: "email", Text: "Please do not contact anyone at our company again."}
	press(t, b, colleague, view.Action{Do: view.Log, Entered: all, New: "stop all"})
	s = press(t, b, s, view.Action{Do: view.Looked})
	if s.Assessment.Verdict == "stop" {
		t.Fatal("they are of one account before")
	}
	if s = press(t, b, s, view.Action{Do: view.Describe, Deal: view.Deal{Company: "Northwind"}, New: "correct"}); s.Assessment.Verdict != "stop" {
		t.Errorf("the company's wish holds for them: %s, %s", s.Assessment.Verdict, s.Assessment.Because)
	}
	if again := byHand(t, b, page.Person{Name: "Jo Berg", Slug: "jo-berg"}); again.Assessment == nil {
		t.Error("the colleague is lost")
	}
}
