//go:build js && wasm

package main

import (
	"slices"

	"cleanbreak/wasm/view"
)

// taken is how something is taken back, and of whom. With no Do nothing takes it
// back.
type taken struct {
	view.Action
	name, what string
}

// mostBack is how many presses can be taken back, one after the other.
const mostBack = 50

// remember adds what was done to what can be taken back.
func (t *todayList) remember(b taken) {
	t.back = append(t.back[max(0, len(t.back)-mostBack+1):], b)
}

// settle drops what a press has taken back, and all that was done about somebody
// who is forgotten now.
func (t *todayList) settle(a view.Action) {
	t.back = slices.DeleteFunc(t.back, func(b taken) bool {
		return view.KeyOf(b.Person) == view.KeyOf(a.Person) &&
			(a.Do == view.Untrack || a.Do == b.Do && a.ID == b.ID && a.Deal == b.Deal)
	})
}

// takeBack undoes what was done last in the list, whoever is in hand now; then
// what was done before that.
func (p *panel) takeBack() {
	t := p.today
	last := len(t.back) - 1
	switch {
	case p.busy != "":
	case last < 0:
		p.problem = ""
		p.draw()
		p.announce(view.NoUndo)
	case t.back[last].Do == "":
		p.problem, t.back = view.SaidFinal(t.back[last].name), t.back[:last]
		p.draw()
		p.announce(p.problem)
	default:
		p.undoOf(t.back[last])
	}
}

// undoOf takes one thing back. What the brain refuses is not asked for by the next
// press: what was done before it waits behind.
func (p *panel) undoOf(b taken) {
	t, a := p.today, b.Action
	a.Tab, a.ByHand = p.tab, true
	a.New = p.idOf(a)
	p.busy = "take-back/"
	p.turn++
	again := func() { p.undoOf(b) }
	p.ask(a, func(s view.State) {
		t.settle(a)
		if s.Phase == view.Broken {
			p.todayFails(s.Problem, again)
			return
		}
		p.busy, p.problem, p.sent, t.wrong = "", "", press{}, ""
		t.at, t.open = view.KeyOf(b.Person), ""
		p.show(s)
		focus(rowOf(t.at))
		p.announce(view.SaidUndone(b.name + ", " + b.what))
	}, func(why string) { p.todayFails(why, again) })
}
