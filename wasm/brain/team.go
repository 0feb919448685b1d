package brain

import (
	"errors"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/wasm/view"
)

// Team is what the brain needs of a team: who the rep is in it, and what the
// members are called.
type Team struct {
	Member string            `json:"member"`
	Role   string            `json:"role"`
	Names  map[string]string `json:"names"`
}

// manages reports who may change what is the whole team's; without one it is the rep.
func (t *Team) manages() bool { return t == nil || t.Role == replica.Manager }

// called names an author: "" is the rep.
func (t *Team) called(author string) string {
	if t == nil || author == "" || author == t.Member {
		return ""
	}
	if name := t.Names[author]; name != "" {
		return name
	}
	return view.SomeColleague
}

// authors names whose each event of a person is, by its id; nil without a team.
func (t *Team) authors(s replica.State) map[string]string {
	if t == nil {
		return nil
	}
	by := make(map[string]string, len(s.Events))
	for i := range s.Events {
		by[s.Events[i].ID] = t.called(s.Events[i].Stamp.Author)
	}
	return by
}

// together adds what a team has to say of a person: whose each entry is, and
// decisions that stand against each other.
func (t *Team) together(st *view.State, s replica.State) {
	if t == nil {
		return
	}
	st.Team = true
	by := t.authors(s)
	for i := range st.Entries {
		e := &st.Entries[i]
		if e.Author = by[e.ID]; e.Author != "" {
			e.ByHand = false // only its author takes it back
		}
	}
	for _, d := range s.Clash() {
		stands := view.Stands{Verdict: d.Verdict, Kind: d.Reason, At: time.UnixMilli(d.At), Author: t.called(d.Author)}
		if d.Until != 0 {
			stands.Until = time.UnixMilli(d.Until)
		}
		st.Clash = append(st.Clash, stands)
	}
}

var errNoID = errors.New("what is logged needs an id of its own; reload the extension")
