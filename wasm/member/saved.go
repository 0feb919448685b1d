package member

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/core/say"
	"cleanbreak/core/seal"
)

// Saved is the file with all that a device holds. Its key makes the pseudonyms in
// it; a team's key is not in it, and such a file goes back to the same team only.
type Saved struct {
	Format string          `json:"format"`
	Key    []byte          `json:"key,omitempty"`
	Mark   string          `json:"mark"` // made with the key, to know it again
	At     time.Time       `json:"at"`
	Events []replica.Event `json:"events"`
	Looks  []Look          `json:"looks"`
	Mine   json.RawMessage `json:"mine,omitempty"` // what the rep says of themselves, as the brain has it
}

// Look is when a place was last looked at for a person.
type Look struct {
	Who  string    `json:"who"`
	Site string    `json:"site"`
	At   time.Time `json:"at"`
}

// Restored is what a file adds to what is there.
type Restored struct {
	Events []replica.Event `json:"events"`
	Looks  []Look          `json:"looks"`
	Mine   json.RawMessage `json:"mine,omitempty"`
}

// Counted says what was added.
type Counted struct {
	Events int             `json:"events"`
	People int             `json:"people"`
	Mine   json.RawMessage `json:"mine,omitempty"` // for the page to fill in, where nothing is there yet
}

const (
	format   = "clean-break-device-1"
	mostFile = 200 << 20 // bytes
)

func markOf(index seal.Index) string { return index.EventID("saved", "") }

func playbookOf(index seal.Index) []string { return []string{index.EventID("playbook", "")} }

// Save gives all that this device holds, as a file.
func (m *Member) Save() (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, err := m.Store.Everything()
	if err != nil {
		return "", err
	}
	key, index, err := m.index()
	if err != nil {
		return "", err
	}
	team, err := m.Store.Membership()
	if err != nil {
		return "", err
	}
	s.Format, s.Mark, s.At = format, markOf(index), m.Now()
	if team == nil {
		s.Key = key
	}
	text, err := json.Marshal(s)
	return string(text), err
}

func (m *Member) index() (key []byte, index seal.Index, err error) {
	if key, err = m.Store.Key(); err == nil {
		index, err = seal.NewIndex(key)
	}
	return key, index, err
}

// Restore adds what a file holds and is not here. Nothing that is here changes.
func (m *Member) Restore(file string) (Counted, error) {
	s, err := readSaved(file, m.Now(), m.Tongue)
	if err != nil {
		return Counted{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	_, to, err := m.index()
	if err != nil {
		return Counted{}, err
	}
	team, err := m.Store.Membership()
	if err != nil {
		return Counted{}, err
	}
	log, err := m.Store.Log()
	if err != nil {
		return Counted{}, err
	}
	if s, err = s.moved(to, team != nil); err != nil {
		return Counted{}, err
	}
	news := s.news(log, team != nil)
	if err := m.Store.Restore(Restored{news, s.Looks, s.Mine}); err != nil {
		return Counted{}, err
	}
	return Counted{len(news), len(replica.Everybody(news)), s.Mine}, nil
}

var errNoFile = errors.New("this is no file that Clean Break saved on a device; choose the one that “Save everything” made")

func readSaved(file string, now time.Time, l *say.Language) (s Saved, err error) {
	if len(file) > mostFile {
		return s, errors.New(l.Say("the file has {} MB, and at most {} are read", l.Whole(len(file)>>20), l.Whole(mostFile>>20)))
	}
	var head struct {
		Format string `json:"format"`
	}
	if json.Unmarshal([]byte(file), &head) != nil || !strings.HasPrefix(head.Format, "clean-break-device-") {
		return s, errNoFile
	}
	if head.Format != format {
		return s, errors.New(l.Say("the file is {}, and this version reads {}; update Clean Break", head.Format, format))
	}
	if err := json.Unmarshal([]byte(file), &s); err != nil {
		return s, errors.New(l.Say("the file was changed or cut short, so nothing of it is taken: {}", err.Error()))
	}
	for i, e := range s.Events {
		if problem := wrong(e, now); problem != "" {
			return s, errors.New(l.Say("the file was changed, so nothing of it is taken: events[{}] {}", l.Whole(i), problem))
		}
	}
	return s, nil
}

var kinds = []string{
	replica.Card, replica.Link, replica.Unlink, replica.Deal, replica.Touch, replica.Reply, replica.Reading, replica.Meeting, replica.Promise,
	replica.Answer, replica.Complaint, replica.Reaction, replica.Inbound, replica.Decision, replica.Dismiss, replica.Unlog, replica.Erase, replica.Playbook,
}

// wrong says what is wrong with an event of a file.
func wrong(e replica.Event, now time.Time) string {
	const tag = 22 // characters of an id and of a pseudonym
	switch {
	case len(e.ID) != tag:
		return "has no id"
	case !slices.Contains(kinds, e.Kind):
		return fmt.Sprintf("is a %.30q, which is nothing that is logged", e.Kind)
	case len(e.Who) == 0 || slices.ContainsFunc(e.Who, func(w string) bool { return len(w) != tag }):
		return "is about nobody"
	case e.At.IsZero() || e.At.After(now.AddDate(0, 0, 2)):
		return "has no day, or one that is ahead"
	case e.Kind == replica.Card && e.Sealed.Person == nil:
		return "is a card without a person"
	}
	return ""
}

// moved gives a file's events in the tags of this device.
func (s Saved) moved(to seal.Index, team bool) (Saved, error) {
	if s.Mark == markOf(to) {
		return s, nil
	}
	from, err := seal.NewIndex(s.Key)
	switch {
	case len(s.Key) == 0:
		return s, errors.New("the file is of a device in a team, and what is in it can be known again by that team only; join the team, then choose it again")
	case err != nil || s.Mark != markOf(from):
		return s, errors.New("the file was changed: its key is not the one it was made with, so nothing of it is taken")
	}
	moved := replica.Readdress(s.Events, from, to)
	events := moved.Events
	for _, e := range moved.Left {
		if e.Kind == replica.Playbook && !team {
			e.ID, e.Who = to.EventID("moved", e.ID), playbookOf(to)
			events = append(events, e)
		}
	}
	var looks []Look
	for _, l := range s.Looks {
		if l.Who = moved.Who[l.Who]; l.Who != "" {
			looks = append(looks, l)
		}
	}
	s.Events, s.Looks = events, looks
	return s, nil
}

// news leaves out what is here, and who was erased. A team has its own playbook
// and erasures.
func (s Saved) news(log []replica.Event, team bool) []replica.Event {
	here, erased := map[string]bool{}, map[string]bool{}
	for _, e := range log {
		here[e.ID] = true
		for _, w := range e.Who {
			erased[w] = erased[w] || e.Kind == replica.Erase
		}
	}
	out := []replica.Event{}
	for _, e := range s.Events {
		e.Stamp = replica.Stamp{}
		ours := team && (e.Kind == replica.Playbook || e.Kind == replica.Erase)
		if !here[e.ID] && !ours && !slices.ContainsFunc(e.Who, func(w string) bool { return erased[w] }) {
			here[e.ID] = true
			out = append(out, e)
		}
	}
	return out
}
