package brain

import (
	"errors"
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
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

// Erase erases a person everywhere: an address or the address of a LinkedIn
// profile. The id is for the event that tells the team.
func (b *Brain) Erase(person, id string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	index, err := b.index()
	if err != nil {
		return err
	}
	var who []string
	if p, ok := page.Typed(person); ok {
		who = replica.Pseudonyms(p, index)
	}
	if len(who) == 0 {
		return errors.New("this is no e-mail address and no address of a LinkedIn profile; write it as kim@acme.example or linkedin.com/in/kim-olsen")
	}
	known, err := b.load(who, nil)
	if err != nil {
		return err
	}
	return b.forget(replica.Fold(known.Events, who), known.Team, id, index)
}

// forget removes everything about a person, in a team everywhere. That they are
// not to be contacted is kept, without a name or a word: a stop ends only when a
// manager lifts it.
func (b *Brain) forget(s replica.State, team *Team, id string, index seal.Index) error {
	stop := s.Stopped()
	var company bool
	h := history.Of(b.record(s), playbook.Balanced())
	if h.OptOut != nil {
		stop, company = true, h.OptOut.Company
	}
	if team != nil {
		if id == "" {
			return errNoID
		}
		e := replica.Event{ID: id, Kind: replica.Erase, Who: s.Who, At: b.Now()}
		if stop {
			e.Clear.Verdict = "stop"
		}
		return b.Store.Forget(s.Who, []replica.Event{e})
	}
	if h.OptOut == nil {
		return b.Store.Forget(s.Who, nil)
	}
	e := replica.Event{
		ID: index.EventID("stop", s.Who[0]), Kind: replica.Decision, Who: s.Who, At: h.OptOut.At,
		Clear: replica.Clear{Verdict: "stop"},
	}
	if company {
		e.Clear.Accounts = slices.Clone(s.Accounts)
	}
	return b.Store.Forget(s.Who, []replica.Event{e})
}
