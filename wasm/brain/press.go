package brain

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/reply"
	"cleanbreak/core/seal"
	"cleanbreak/core/workday"
	"cleanbreak/wasm/view"
)

// act does what was pressed about the person in view.
func (b *Brain) act(pg *shown, a view.Action) error {
	if a.Do == view.Look || a.Do == view.Choose {
		return nil // turnTo has done it
	}
	index, err := b.index()
	if err != nil {
		return err
	}
	who := replica.Pseudonyms(pg.person, index)
	if len(who) == 0 {
		return errors.New("the page gives no address for this person, so they cannot be tracked; open their profile or a thread with them, or enter them by hand")
	}
	known, err := b.load(who, nil)
	if err != nil {
		return err
	}
	s := replica.Fold(known.Events, who)
	if a.Do == view.Track {
		if because := b.refused(s, pg.person, known, index); because != "" {
			return errors.New(because)
		}
		return b.Store.Put(replica.Track(pg.person, b.Now(), index), nil)()
	}
	switch a.Do {
	case view.Untrack:
		return b.forget(s, known.Team, a.New, index)
	case view.OnePerson, view.TwoPeople:
		return b.tie(pg, a, s, known, index)
	}
	if !s.Tracked {
		return errors.New("this person is not tracked; press Track first")
	}
	switch a.Do {
	case view.Log:
		return b.log(s, who, a, index)
	case view.Describe:
		return b.describe(s, who, a, index)
	case view.Looked:
		return b.Store.Put(nil, []Look{
			{Who: s.Who[0], Site: page.Gmail, At: b.Now()},
			{Who: s.Who[0], Site: page.LinkedIn, At: b.Now()},
		})()
	case view.Unlog:
		return b.unlog(s, known.Team, a, index)
	}
	return fmt.Errorf("the panel asked for %q, which is nothing this version can do; reload the extension", a.Do)
}

// log keeps what the rep entered, and the break-up that a goodbye begins, a moment
// before it.
func (b *Brain) log(s replica.State, who []string, a view.Action, index seal.Index) error {
	e, err := b.entered(s, who, a.Entered)
	if err != nil {
		return err
	}
	if a.New == "" {
		return errNoID
	}
	e.ID = a.New
	events := []replica.Event{e}
	if a.Entered.Closing != nil {
		d, err := b.entered(s, who, *a.Entered.Closing)
		if err != nil {
			return err
		}
		d.ID, d.At = closingOf(e.ID, index), e.At.Add(-closing)
		events = append(events, d)
	}
	return b.Store.Put(events, nil)()
}

// closingOf makes the id of what goes with an event, from that event's.
func closingOf(id string, index seal.Index) string { return index.EventID("closing", id) }

// closing is how long before a goodbye the break-up stands that it came with.
const closing = time.Second

// closes reports that a decision is the break-up that came with a goodbye. Their
// ids change when a device joins a team; their times do not.
func closes(d, goodbye replica.Event) bool {
	return d.Kind == replica.Decision && d.Clear.ByHand && goodbye.Kind == replica.Touch &&
		d.Stamp.Author == goodbye.Stamp.Author && goodbye.At.Sub(d.At).Round(time.Millisecond) == closing
}

// entered is the event for what the rep entered, of the person as the page names
// them; whom links tie to them has it too. A decision is about all of them by name.
func (b *Brain) entered(s replica.State, who []string, in view.Entered) (replica.Event, error) {
	if in.Type == replica.Dismiss && !in.Of.IsZero() {
		if err := b.mayDismiss(s, in); err != nil {
			return replica.Event{}, err
		}
	}
	e, err := replica.ByHand(history.Event{
		Type: in.Type, Channel: in.Channel, Disposition: in.Disposition, Minutes: in.Minutes,
		Starts: in.Starts, By: in.By, Text: in.Text, Done: in.Done, Question: in.Question,
		Verdict: in.Verdict, Kind: in.Kind, Until: in.Until, Signal: in.Signal, Of: in.Of,
	}, in.Against)
	if err != nil {
		return e, err
	}
	if e.Kind == replica.Decision {
		who, e.Clear.Base = s.Who, s.Base()
	}
	e.Who = who
	e.At, err = b.when(in)
	return e, err
}

// when something that the rep enters happened: now, unless they say a day before.
func (b *Brain) when(in view.Entered) (time.Time, error) {
	now := b.Now()
	switch {
	case in.At.IsZero():
		return now, nil
	case in.At.After(now):
		return now, errors.New("what is logged has happened; pick a time before now")
	case !slices.Contains([]string{replica.Touch, replica.Reply, replica.Promise}, in.Type):
		return now, fmt.Errorf("a %s is logged when it happens, without a day of its own", in.Type)
	}
	return in.At, nil
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
		return replica.ErrOptOut
	}
	return nil
}

// describe keeps what the rep says of the deal and of who they are, and was not
// known.
func (b *Brain) describe(s replica.State, who []string, a view.Action, index seal.Index) error {
	e, ok, err := replica.Describe(replica.Facts(a.Deal), s.Deal)
	if err != nil || !ok {
		return err
	}
	if c := e.Sealed.Deal.Country; c != "" && !workday.Known(c) {
		return errors.New(b.Tongue.Say("no public holidays are known for {}: leave the country out, and write their days off into the playbook's holidays", c))
	}
	e.At = b.Now()
	e.Clear.Accounts = replica.Accounts(page.Person{Company: e.Sealed.Deal.Company}, index)
	return b.add(e, who, a.New)
}

// add puts what was entered by hand into the log.
func (b *Brain) add(e replica.Event, who []string, id string) error {
	if id == "" {
		return errNoID
	}
	e.ID, e.Who = id, who
	return b.Store.Put([]replica.Event{e}, nil)()
}

// unlog takes back what the rep entered, and the break-up that came with it; what
// a page showed stays. In a team it may be with the others already, so that it was
// taken back is an event too.
func (b *Brain) unlog(s replica.State, team *Team, a view.Action, index seal.Index) error {
	i := slices.IndexFunc(s.Events, func(e replica.Event) bool { return e.ID == a.ID && e.Clear.ByHand })
	if i < 0 {
		return errors.New("only what you logged yourself can be taken back; this entry is not one of those")
	}
	if d := slices.IndexFunc(s.Events, func(e replica.Event) bool { return closes(e, s.Events[i]) }); d >= 0 {
		// First: once more finds the other.
		if err := b.takeBack(s, team, s.Events[d], closingOf(a.New, index)); err != nil {
			return err
		}
	}
	return b.takeBack(s, team, s.Events[i], a.New)
}

func (b *Brain) takeBack(s replica.State, team *Team, target replica.Event, id string) error {
	if team == nil {
		return b.Store.Remove(target.ID)
	}
	e := replica.TakeBack(target)
	e.At = b.Now()
	return b.add(e, s.Who, id)
}
