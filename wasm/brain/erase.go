package brain

import (
	"errors"
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/core/verdict"
)

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
			e.Clear.Verdict = verdict.Stop
		}
		return b.Store.Forget(s.Who, []replica.Event{e})
	}
	if h.OptOut == nil {
		return b.Store.Forget(s.Who, nil)
	}
	e := replica.Event{
		ID: index.EventID("stop", s.Who[0]), Kind: replica.Decision, Who: s.Who, At: h.OptOut.At,
		Clear: replica.Clear{Verdict: verdict.Stop},
	}
	if company {
		e.Clear.Accounts = slices.Clone(s.Accounts)
	}
	return b.Store.Forget(s.Who, []replica.Event{e})
}

// forgetAll forgets several people; every device of a team makes the same events.
func (b *Brain) forgetAll(going []replica.State, team *Team, why string, index seal.Index) error {
	for _, s := range going {
		if err := b.forget(s, team, index.EventID(why, s.Who[0]), index); err != nil {
			return err
		}
	}
	return nil
}
