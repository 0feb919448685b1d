package view

import (
	"strings"

	"cleanbreak/core/page"
	"cleanbreak/core/verdict"
)

// Done is what the key for "done" does with the next step of a person: one event
// to log, that everything was looked at, or nothing where the rep has to pick.
type Done struct {
	Entered *Entered
	Looked  bool
	Pick    bool // of several outcomes; the panel shows them
}

// DoneOf finds the first step that is not done yet; nil where there is none.
func (p *Panel) DoneOf() *Done {
	if p.Steps != nil {
		for i := range p.Steps.Now {
			if d := p.Steps.Now[i].done(); d != nil {
				return p.lastTry(d)
			}
		}
	}
	return p.lastTry(nil)
}

// lastTry is the rep's word that the last try, or the handing over, is made: a
// mail that went out is counted by itself.
func (p *Panel) lastTry(d *Done) *Done {
	for _, decision := range p.Decide {
		if decision.Primary && (decision.Verdict == verdict.LastTry || decision.Verdict == verdict.HandOff) {
			e := decision.Entered()
			return &Done{Entered: &e}
		}
	}
	return d
}

func (st *Step) done() *Done {
	switch {
	case st.Logged != "", st.Tick != nil && st.Tick.Done, st.Note:
		return nil
	case st.Tick != nil:
		return &Done{Entered: &st.Tick.Entered}
	case len(st.Logs) == 1:
		return &Done{Entered: &st.Logs[0].Entered}
	case len(st.Logs) > 1:
		return &Done{Pick: true}
	case st.Link != nil:
		return &Done{Looked: true}
	case st.Draft != nil && st.By != "":
		return &Done{Entered: &Entered{Type: "touch", Channel: st.By}}
	}
	return nil
}

// DraftNow is the first draft of the plan that was not used yet, with its step's key.
func (p *Panel) DraftNow() (key string, d *Draft) {
	if p.Steps == nil {
		return "", nil
	}
	for _, st := range append(p.Steps.Now[:len(p.Steps.Now):len(p.Steps.Now)], p.Steps.Then...) {
		if st.Draft != nil && st.Logged == "" {
			return st.Key, st.Draft
		}
	}
	return "", nil
}

// Update puts a person who was judged anew in the place of what the list had; who
// is not tracked any more is left out.
func (d *Dues) Update(s State) {
	for i := range d.Due {
		if !same(d.Due[i].Person, s.Person) {
			continue
		}
		if !s.Tracked || s.Assessment == nil {
			d.Due = append(d.Due[:i:i], d.Due[i+1:]...)
			d.All--
			return
		}
		due := DueOf(d.Due[i].Person, s.Deal, s.Search, *s.Assessment)
		touches := 0
		for _, e := range s.Entries { // newest first
			if e.Type == "touch" {
				touches++
			}
			if e.Type == "decision" {
				due.Decided(e.Verdict, e.Kind, touches)
				break
			}
		}
		d.Due[i] = due
		return
	}
}

func same(a, b page.Person) bool { return KeyOf(a) == KeyOf(b) }

// What is said of a press in the list.

func SaidDone(name, what, then string) string {
	return fill(todayDone, name, strings.TrimRight(what, "."), then)
}
func SaidNext(name string) string {
	if name == "" {
		return Say(todayAllDone)
	}
	return fill(todayMoved, name)
}
func SaidUndone(name string) string { return fill(todayUndone, name) }
func SaidFinal(name string) string  { return fill(todayFinal, name) }

// Why a key did nothing.
const (
	NoStep  = todayNoStep
	PickOne = todayPick
	NoDraft = todayNoDraft
	NoUndo  = todayNoUndo
	NoPage  = todayNoPage
)
