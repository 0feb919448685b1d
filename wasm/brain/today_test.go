package brain_test

import (
	"fmt"
	"testing"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/wasm/brain"
)

// fill tracks so many people.
func fill(t *testing.T, b *brain.Brain, people int) {
	t.Helper()
	var list []history.Listed
	for i := range people {
		list = append(list, history.Listed{Person: page.Person{Email: fmt.Sprintf("kim@north-%d.example", i)}})
	}
	if _, err := b.Take(list); err != nil {
		t.Fatal(err)
	}
}

// asked is what a window that shows Today has been given so far, by address.
type asked struct {
	tab    int
	given  map[string]bool
	rounds int
}

// more asks for the next few; false once everybody is there.
func (a *asked) more(t *testing.T, b *brain.Brain) bool {
	t.Helper()
	a.rounds++
	from := len(a.given)
	dues, err := b.Today(a.tab, from)
	if err != nil {
		t.Fatal(err)
	}
	if dues.From != from {
		t.Fatalf("tab %d had %d people and is given those from %d on", a.tab, from, dues.From)
	}
	for _, d := range dues.Due {
		a.given[d.Person.Email] = true
	}
	return len(a.given) < dues.All
}

func TestEveryWindowGetsAllOfToday(t *testing.T) {
	const people = 120
	b, _ := newBrain()
	fill(t, b, people)
	first, second := &asked{tab: 1, given: map[string]bool{}}, &asked{tab: 2, given: map[string]bool{}}
	for more := true; more && first.rounds < people; {
		more = first.more(t, b)
		more = second.more(t, b) || more
	}
	if len(first.given) != people || len(second.given) != people {
		t.Errorf("of %d people one window has %d and the other %d", people, len(first.given), len(second.given))
	}
}

func TestAWindowThatClosedLeavesNoListBehind(t *testing.T) {
	b, _ := newBrain()
	fill(t, b, 60)
	window := &asked{tab: 1, given: map[string]bool{}}
	window.more(t, b)
	b.Left(1)
	if dues, err := b.Today(1, len(window.given)); err != nil || dues.From != 0 {
		t.Errorf("goes on from %d, %v", dues.From, err)
	}
}
