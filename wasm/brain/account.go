package brain

import (
	"cmp"
	"slices"
	"sort"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/wasm/view"
)

// contacts are what happened with the others of a person's account who are
// tracked, oldest first, and a wish of theirs that nobody there is contacted; and
// who these others are, nil where it is not known of which company the person is.
// Known holds the people of the accounts that were loaded with it.
func (b *Brain) contacts(s replica.State, known Known, loaded []string, index seal.Index) (out []history.Contact, people []view.Colleague, err error) {
	accounts := replica.Accounts(s.Person, index)
	if len(accounts) > 0 {
		people = []view.Colleague{}
	}
	others, err := b.others(accounts, known, loaded)
	if err != nil {
		return nil, nil, err
	}
	done := slices.Clone(s.Who)
	for _, e := range others {
		if slices.Contains(done, e.Who[0]) || !replica.Overlap(e.Clear.Accounts, accounts) {
			continue
		}
		other := replica.Fold(others, e.Who)
		done = append(done, other.Who...)
		switch {
		case other.Tracked && replica.Overlap(replica.Accounts(other.Person, index), accounts):
			with := b.with(other, known.Team)
			out, people = append(out, with...), append(people, colleague(other.Person, with))
		case e.Kind == replica.Decision: // of somebody forgotten since
			out = append(out, history.Contact{At: e.At, Type: history.StopAll, Who: "somebody there"})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].At.Before(out[j].At) })
	return out, people, nil
}

// colleague is somebody else of an account, and what happened with them.
func colleague(p page.Person, with []history.Contact) view.Colleague {
	c := view.Colleague{Person: p}
	for _, w := range with {
		switch w.Type {
		case history.Touch:
			c.Touch.Take(w.At, w.By)
		case history.Reply:
			c.Reply.Take(w.At, w.By)
		case history.Meeting:
			c.Meeting.Take(w.At, w.By)
		}
	}
	return c
}

// others gives the events of an account's people; those that only an older card
// tells of are loaded now.
func (b *Brain) others(accounts []string, known Known, loaded []string) ([]replica.Event, error) {
	missing := slices.DeleteFunc(slices.Clone(accounts), func(a string) bool { return slices.Contains(loaded, a) })
	if len(missing) == 0 {
		return known.Events, nil
	}
	more, err := b.Store.Load(nil, missing)
	return append(known.Events, news(known.Events, more.Events)...), err
}

// with is what happened with another person of the account, and with whom of the
// team.
func (b *Brain) with(s replica.State, team *Team) []history.Contact {
	name := cmp.Or(s.Person.Name, s.Person.Email, "somebody there")
	r := b.record(s)
	var out []history.Contact
	if h := history.Of(r, playbook.Balanced()); h.OptOut != nil && h.OptOut.Company {
		out = append(out, history.Contact{At: h.OptOut.At, Type: history.StopAll, Who: name})
	}
	authors := team.authors(s)
	for _, e := range r.Events {
		c := history.Contact{At: e.At, Who: name, Type: e.Type, Channel: e.Channel, By: b.Tongue.Say(authors[e.ID])}
		switch {
		case e.Type == history.Touch, e.Type == history.Reply && (e.Reading == nil || !e.Reading.Machine):
			out = append(out, c)
		case e.Type == history.Meeting && (e.Disposition == history.Scheduled || e.Disposition == history.Completed):
			if !e.Starts.IsZero() {
				c.At = e.Starts
			}
			out = append(out, c)
		}
	}
	return out
}
