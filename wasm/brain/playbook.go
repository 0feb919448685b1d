package brain

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"

	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/core/strict"
)

// The team's playbook is an event of the log, so that it reaches every device as
// touches do. The newest version decides; an empty one goes back to Balanced.

// mostPlaybook bounds a playbook's file, so that its event is not too large: sealed and
// written as text it is a third longer, beside its header.
const mostPlaybook = 5500 // bytes, as a JSON text

// Playbook says what everybody is judged by.
type Playbook struct {
	Name string `json:"name"`
	File string `json:"file"` // the team's own; "" is Balanced
	May  bool   `json:"may"`  // this rep may change it
}

// playbookTag is what playbook events name, in the place of people.
func playbookTag(index seal.Index) string { return index.EventID("playbook", "") }

// newestPlaybook gives the event of the playbook that decides; its version is 0
// where there is none.
func newestPlaybook(events []replica.Event, index seal.Index) replica.Event {
	var newest replica.Event
	for _, e := range events {
		theirs := e.Kind == replica.Playbook && slices.Contains(e.Who, playbookTag(index))
		if theirs && cmp.Or(cmp.Compare(e.Clear.Version, newest.Clear.Version), cmp.Compare(newest.ID, e.ID)) > 0 {
			newest = e
		}
	}
	return newest
}

// teamPlaybook gives what decides for everybody. One that this version cannot read is a fault:
// nobody is judged by other rules than the team's without a word.
func (b *Brain) teamPlaybook(events []replica.Event, index seal.Index) (*playbook.Playbook, error) {
	newest := newestPlaybook(events, index)
	if newest.Sealed.Text == "" {
		return playbook.Balanced(), nil
	}
	if b.deciding == nil || b.decidedBy != newest.ID {
		p, err := playbook.Load([]byte(newest.Sealed.Text))
		if err != nil {
			return nil, errors.New(b.Tongue.Say("your playbook does not fit this version of Clean Break: {}; mend it in the settings", err.Error()))
		}
		b.deciding, b.decidedBy = p, newest.ID
	}
	return b.deciding, nil
}

// playbookHere gives what decides on this device: the playbook, with what the rep says of
// themselves.
func (b *Brain) playbookHere(events []replica.Event, index seal.Index) (*playbook.Playbook, error) {
	m, err := b.mine()
	if err != nil {
		return nil, err
	}
	p, err := b.teamPlaybook(events, index)
	if err != nil {
		return nil, err
	}
	return m.over(p), nil
}

// Playbook gives what decides.
func (b *Brain) Playbook() (Playbook, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	newest, team, _, err := b.newestWithTeam()
	if err != nil {
		return Playbook{}, err
	}
	r := Playbook{File: newest.Sealed.Text, May: team.manages()}
	if r.File == "" {
		r.Name = "Balanced"
	} else if p, err := playbook.Load([]byte(r.File)); err == nil {
		r.Name = p.Name
	}
	return r, nil
}

// SetPlaybook makes a playbook's file decide, once it is checked; an empty one goes
// back to Balanced. In a team its months of retention are the Worker's from then on,
// which cannot read the file. The id is for its event.
func (b *Brain) SetPlaybook(file, id string) error {
	p, err := b.parsePlaybook(file)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	newest, team, index, err := b.newestWithTeam()
	switch {
	case err != nil:
		return err
	case id == "":
		return errNoID
	case !team.manages():
		return errors.New("the playbook is the whole team's, and only a manager may change it")
	}
	return b.Store.Put([]replica.Event{{
		ID: id, Kind: replica.Playbook, Who: []string{playbookTag(index)}, At: b.Now(),
		Clear: replica.Clear{Version: newest.Clear.Version + 1, Months: p.Retention.Months, ByHand: true}, Sealed: replica.Sealed{Text: file},
	}}, nil)()
}

// parsePlaybook checks a playbook's file; an empty one is Balanced.
func (b *Brain) parsePlaybook(file string) (*playbook.Playbook, error) {
	l := b.Tongue
	if text, err := json.Marshal(file); err != nil || len(text) > mostPlaybook {
		return nil, errors.New(l.Say("the playbook takes {} bytes as it is shared, and at most {} fit; with \"extends\" it says only what differs", l.Whole(len(text)), l.Whole(mostPlaybook)))
	}
	if file == "" {
		return playbook.Balanced(), nil
	}
	p, err := playbook.Load([]byte(file))
	var at *strict.Error
	if errors.As(err, &at) && at.Path != "" {
		return nil, &Fault{at.Path, at.In(l), l.Say("line {}, column {}: {}: {}", l.Whole(at.Line), l.Whole(at.Column), at.Path, at.In(l))}
	}
	return p, err
}

// newestWithTeam gives the event of the playbook that decides, and whose it is.
func (b *Brain) newestWithTeam() (newest replica.Event, team *Team, index seal.Index, err error) {
	if index, err = b.index(); err != nil {
		return newest, nil, index, err
	}
	known, err := b.Store.Load([]string{playbookTag(index)}, nil)
	return newestPlaybook(known.Events, index), known.Team, index, err
}
