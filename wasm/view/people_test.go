package view

import (
	"strings"
	"testing"
	"time"

	"cleanbreak/core/page"
)

func TestNamed(t *testing.T) {
	for _, c := range []struct {
		name, address, company string
		want                   page.Person
		wrong                  bool
	}{
		{" Kim  Olsen ", "Kim@Acme.example", " Acme ", page.Person{Name: "Kim Olsen", Email: "kim@acme.example", Company: "Acme"}, false},
		{"", "linkedin.com/in/Kim-Olsen/", "", page.Person{Slug: "kim-olsen"}, false},
		{"Kim Olsen", "", "Acme", page.Person{}, true},
		{"Kim Olsen", "Acme", "Acme", page.Person{}, true},
	} {
		got, problem := Named(c.name, c.address, c.company)
		if got != c.want || (problem != "") != c.wrong {
			t.Errorf("%+v: %+v, %q", c, got, problem)
		}
	}
	if p, _ := Named(strings.Repeat("x", 500), "kim@acme.example", ""); len(p.Name) > mostText {
		t.Errorf("a name of %d characters", len(p.Name))
	}
}

func TestEveryPhaseOffersToEnterSomebody(t *testing.T) {
	for _, phase := range []string{Elsewhere, NoAccess, Press, Reading, Unreadable, Several, Someone, Broken, "unknown"} {
		if p := Make(State{Phase: phase}, local); p.Name == nil {
			t.Errorf("%s does not", phase)
		}
	}
}

func TestSomebodyWithoutAnAddressIsNotOffered(t *testing.T) {
	vera := page.Person{Name: "Vera Holm", Company: "Fjell"}
	p := Make(State{Phase: Someone, Person: vera}, local)
	if !p.Offer.Nameless || p.Name.Given != vera {
		t.Errorf("%+v, %+v", p.Offer, p.Name)
	}
	vera.Slug = "vera-holm"
	if p := Make(State{Phase: Someone, Person: vera}, local); p.Offer.Nameless || p.Name.Given != (page.Person{}) {
		t.Errorf("%+v, %+v", p.Offer, p.Name)
	}
}

func TestTies(t *testing.T) {
	kim := page.Person{Name: "Kim Olsen", Email: "kim@acme.example", Company: "Acme"}
	profile := page.Person{Name: "Kim Olsen", Slug: "kim-olsen"}
	for _, c := range []struct {
		about, title, says string
		shown              page.Person
		offer              LinkOffer
	}{
		{"a profile of somebody tracked", "Is this Kim Olsen, whom you track?", "Acme · kim@acme.example / Same name, same company.", profile,
			LinkOffer{Seen: profile, With: kim, Reason: "same-name-and-company", Proof: "Kim Olsen"}},
		{"another address of theirs", "Is kim@home.example theirs too?", " / Kim Olsen writes here from this address.", kim,
			LinkOffer{Seen: page.Person{Name: "Kim Olsen", Email: "kim@home.example"}, With: kim, Reason: "same-name-in-thread", Proof: "Kim Olsen"}},
		{"somebody without a name", "Is this kim@acme.example, whom you track?", " / Both have the address kim@acme.example.", profile,
			LinkOffer{Seen: profile, With: page.Person{Email: "kim@acme.example"}, Reason: "same-address", Proof: "kim@acme.example"}},
	} {
		got := ties(State{Person: c.shown, Links: []LinkOffer{c.offer}})[0]
		if says := got.About + " / " + got.Reason; got.Title != c.title || says != c.says {
			t.Errorf("%s: %q, %q", c.about, got.Title, says)
		}
	}
}

func TestAPromiseIsSuggestedWithItsDay(t *testing.T) {
	sent := time.Date(2026, 11, 18, 9, 0, 0, 0, time.UTC)
	s := State{Now: sent.AddDate(0, 0, 1), Promises: []Suggested{{Text: "I'll send it", Sent: sent, On: sent.AddDate(0, 0, 2).Truncate(24 * time.Hour)}, {Text: "I'll ask", Sent: sent}}}
	got := promised(s, calendar{now: s.Now, local: local})
	if got[0].When != "By tomorrow, in your message of 18 Nov" || got[1].When != "In your message of 18 Nov" {
		t.Errorf("%q, %q", got[0].When, got[1].When)
	}
	if k := got[0].Keep; k.Type != "promise" || !k.At.Equal(sent) || k.Until.IsZero() {
		t.Errorf("kept as %+v", k)
	}
	if d := got[0].Drop; d.Type != "dismiss" || d.Text != "I'll send it" {
		t.Errorf("dropped as %+v", d)
	}
}
