package brain

import (
	"errors"
	"fmt"
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/reply"
	"cleanbreak/core/seal"
	"cleanbreak/wasm/view"
)

// act does what was pressed about the person in view.
func (b *Brain) act(s *shown, a view.Action) error {
	if a.Do == view.Look || a.Do == view.Choose {
		return nil // turnTo has done it
	}
	index, err := b.index()
	if err != nil {
		return err
	}
	who := replica.Pseudonyms(s.person, index)
	if len(who) == 0 {
		return errors.New("the page gives no address for this person, so they cannot be tracked; open their profile or a thread with them")
	}
	if a.Do == view.Track {
		return b.Store.Put(replica.Track(s.person, b.Now(), index), nil)()
	}
	known, err := b.load(who, nil)
	if err != nil {
		return err
	}
	state := replica.Fold(known.Events, who)
	if a.Do == view.Untrack {
		return b.forget(state, index)
	}
	if !state.Tracked {
		return errors.New("this person is not tracked; press Track first")
	}
	switch a.Do {
	case view.Log:
		return b.log(state, a)
	case view.Describe:
		return b.describe(state, a)
	case view.Looked:
		return b.Store.Put(nil, []Look{
			{Who: state.Who[0], Site: page.Gmail, At: b.Now()},
			{Who: state.Who[0], Site: page.LinkedIn, At: b.Now()},
		})()
	case view.Unlog:
		return b.unlog(state, a.ID)
	}
	return fmt.Errorf("the panel asked for %q, which is nothing this version can do; reload the extension", a.Do)
}

func (b *Brain) log(s replica.State, a view.Action) error {
	in := a.Entered
	if in.Type == replica.Dismiss && !in.Of.IsZero() {
		if err := b.mayDismiss(s, in); err != nil {
			return err
		}
	}
	e, err := replica.ByHand(history.Event{
		Type: in.Type, Channel: in.Channel, Disposition: in.Disposition, Minutes: in.Minutes,
		Starts: in.Starts, By: in.By, Text: in.Text, Done: in.Done, Question: in.Question,
		Verdict: in.Verdict, Kind: in.Kind, Until: in.Until, Signal: in.Signal, Of: in.Of,
	}, in.Against)
	if err != nil {
		return err
	}
	return b.add(s, e, a.New)
}

// mayDismiss finds the entry that is to count for nothing. A wish to be left
// alone always counts.
func (b *Brain) mayDismiss(s replica.State, in view.Entered) error {
	i := slices.IndexFunc(s.Events, func(e replica.Event) bool { return e.At.Equal(in.Of) && e.Kind != replica.Dismiss })
	if i < 0 {
		return errors.New("that entry is not in the history any more; look at the page again")
	}
	e := history.Event{Reading: b.read(s.Events[i])}
	if e.Says(reply.Unsubscribe, reply.Erasure) != nil {
		return errors.New("a wish not to be contacted cannot be set aside; only lifting the stop ends it")
	}
	return nil
}

// describe keeps what the rep says of the deal and was not known.
func (b *Brain) describe(s replica.State, a view.Action) error {
	e, ok, err := replica.Describe(replica.Facts(a.Deal), s.Deal)
	if err != nil || !ok {
		return err
	}
	return b.add(s, e, a.New)
}

// add puts what was entered by hand into the log.
func (b *Brain) add(s replica.State, e replica.Event, id string) error {
	if id == "" {
		return errors.New("what is logged needs an id of its own; reload the extension")
	}
	e.ID, e.At, e.Who = id, b.Now(), s.Who
	return b.Store.Put([]replica.Event{e}, nil)()
}

// unlog takes back what the rep entered; what a page showed stays.
func (b *Brain) unlog(s replica.State, id string) error {
	if !slices.ContainsFunc(s.Events, func(e replica.Event) bool { return e.ID == id && e.Clear.ByHand }) {
		return errors.New("only what you logged yourself can be taken back; this entry is not one of those")
	}
	return b.Store.Remove(id)
}

// forget removes everything about a person. That they are not to be contacted
// is kept, without a name or a word: a stop ends only when a manager lifts it.
func (b *Brain) forget(s replica.State, index seal.Index) error {
	h := history.Of(b.record(s), playbook.Balanced())
	if err := b.Store.Forget(s.Who); err != nil || h.OptOut == nil {
		return err
	}
	stop := replica.Event{
		ID: index.EventID("stop", s.Who[0]), Kind: replica.Decision, Who: s.Who, At: h.OptOut.At,
		Clear: replica.Clear{Verdict: "stop"},
	}
	if h.OptOut.Company {
		stop.Clear.Accounts = s.Accounts
	}
	return b.Store.Put([]replica.Event{stop}, nil)()
}
