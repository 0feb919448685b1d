package brain_test

import (
	"testing"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

const kimsProfile = "https://www.linkedin.com/in/kim-olsen/"

// badgeAt is what the toolbar says of an address.
func badgeAt(t *testing.T, b *brain.Brain, address string) view.Badge {
	t.Helper()
	s, err := b.At(address)
	if err != nil {
		t.Fatal(err)
	}
	return view.BadgeOf(s)
}

func TestSomebodyTrackedIsKnownByTheirAddressAlone(t *testing.T) {
	b, m := newBrain()
	s := byHand(t, b, page.Person{Name: "Kim Olsen", Email: kim, Slug: "kim-olsen"})
	s = press(t, b, s, view.Action{Do: view.Track})
	s = press(t, b, s, view.Action{Do: view.Log, Entered: view.Entered{Type: replica.Decision, Verdict: "stop"}})
	before := len(m.events) + len(m.looks)
	if got := badgeAt(t, b, kimsProfile+"?utm=1"); got.Tone != "stop" || got.Text == "" {
		t.Errorf("the badge is %+v", got)
	}
	for _, address := range []string{"https://www.linkedin.com/in/kim-olsen-2/", "https://www.linkedin.com/feed/", "https://kim.example/in/kim-olsen/"} {
		if got := badgeAt(t, b, address); got.Text != "" || got.Title != "Clean Break" {
			t.Errorf("%s: the badge is %+v", address, got)
		}
	}
	if after := len(m.events) + len(m.looks); after != before {
		t.Errorf("%d rows were written", after-before)
	}
	press(t, b, s, view.Action{Do: view.Untrack})
	if got := badgeAt(t, b, kimsProfile); got.Text != "" || got.Title != "Clean Break" {
		t.Errorf("forgotten: the badge is %+v", got)
	}
}

func TestWhomTheRepNeverTracksIsNotKnownByTheirAddress(t *testing.T) {
	b, m := newBrain()
	press(t, b, byHand(t, b, page.Person{Name: "Kim Olsen", Slug: "kim-olsen"}), view.Action{Do: view.Track})
	if got := badgeAt(t, b, kimsProfile); got.Title == "Clean Break" {
		t.Fatal("they are not known before either")
	}
	m.mine.Never = []string{"kim-olsen"}
	again := &brain.Brain{Store: m, Now: b.Now, Zone: b.Zone}
	if got := badgeAt(t, again, kimsProfile); got.Title != "Clean Break" {
		t.Errorf("the badge is %+v", got)
	}
}
