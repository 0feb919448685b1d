package brain_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// kept is what the log has of a kind.
func (m *memory) kept(kind string) (out []replica.Event) {
	for _, e := range m.events {
		if e.Kind == kind {
			out = append(out, e)
		}
	}
	return out
}

// teamed is Kim, tracked by somebody in a team.
func teamed(t *testing.T) (*brain.Brain, *memory, view.State) {
	t.Helper()
	b, m, s := tracked(t)
	m.team = &brain.Team{Member: "anna", Role: replica.Rep, Names: map[string]string{"ben": "Ben’s laptop"}}
	return b, m, do(t, b, s, view.Action{Do: view.Look})
}

func TestInATeamWhatIsTakenBackIsAnEvent(t *testing.T) {
	b, m, st := teamed(t)
	st = do(t, b, st, view.Action{Do: view.Log, New: strings.Repeat("c", 21) + "A", Entered: view.Entered{Type: "touch", Channel: "call", Disposition: "no-answer"}})
	id := st.Entries[0].ID
	st = do(t, b, st, view.Action{Do: view.Unlog, ID: id, New: strings.Repeat("d", 21) + "A"})
	if slices.ContainsFunc(st.Entries, func(e view.Entry) bool { return e.ID == id }) {
		t.Error("it is still there")
	}
	if unlogs := m.kept(replica.Unlog); len(unlogs) != 1 || unlogs[0].Clear.Target != id {
		t.Errorf("%+v", unlogs)
	}
}

func TestInATeamUntrackingErasesEverywhere(t *testing.T) {
	b, m, st := teamed(t)
	if !st.Team {
		t.Error("the panel does not know of the team")
	}
	st = do(t, b, st, view.Action{Do: view.Untrack, New: strings.Repeat("e", 21) + "A"})
	if erased := m.kept(replica.Erase); len(m.events) != 1 || len(erased) != 1 || st.Tracked {
		t.Errorf("%+v", m.events)
	}
}

func TestColleaguesAreNamedAndTheirEntriesStay(t *testing.T) {
	b, m, st := teamed(t)
	who := m.kept(replica.Card)[0].Who
	for i, author := range []string{"ben", "cem", "anna"} {
		id := strings.Repeat(author[:1], 21) + "A"
		m.events[id] = replica.Event{
			ID: id, Kind: replica.Decision, Who: who, At: now.Add(time.Duration(i-9) * time.Minute),
			Clear: replica.Clear{Verdict: []string{"break-up", "keep", "pause"}[i], ByHand: true}, Stamp: replica.Stamp{Author: author, Role: "rep", Seq: int64(i + 1)},
		}
	}
	st = do(t, b, st, view.Action{Do: view.Look})
	by := map[string]bool{}
	for _, e := range st.Entries {
		if e.Type == replica.Decision {
			by[e.Author] = e.ByHand
		}
	}
	if len(by) != 3 || by["Ben’s laptop"] || by[view.SomeColleague] || !by[""] {
		t.Errorf("%+v", by)
	}
	if len(st.Clash) != 3 || st.Clash[0].Verdict != "break-up" || st.Clash[0].Author != "Ben’s laptop" {
		t.Errorf("%+v", st.Clash)
	}
}

func TestWhatAColleagueReadIsReadHereToo(t *testing.T) {
	b, m := newBrain()
	m.team = &brain.Team{Member: "anna"}
	answer := mail{days: 2, from: kim, to: me, text: "Let us talk on Monday."}
	do(t, b, show(t, b, 1, thread(answer)), view.Action{Do: view.Track})
	for id, e := range m.events { // as it comes from another device
		e.Stamp, e.Local = replica.Stamp{Seq: 1, Author: "ben", Role: "rep"}, replica.Local{}
		m.events[id] = e
	}
	if s := show(t, b, 1, thread(answer)); s.Entries[0].Quote != answer.text {
		t.Errorf("the page that shows it adds nothing: %+v", s.Entries[0])
	}
	before := len(m.events)
	show(t, b, 1, thread(answer))
	if len(m.events) != before {
		t.Error("seen again, it is written again")
	}
}
