package brain

import (
	"fmt"
	"strings"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// Listed is somebody whom the rep's own list names, and what it says of the
// contact so far.
type Listed struct {
	Person  page.Person `json:"person"`
	Last    time.Time   `json:"last,omitzero"`    // day of the last contact
	Touches int         `json:"touches"`          // mails up to it; their days are not in the list
	Replied time.Time   `json:"replied,omitzero"` // day of their last answer
	Wrote   string      `json:"wrote"`            // its words; "" where the list has none
}

// Taken says what became of a list.
type Taken struct {
	Tracked int `json:"tracked"`
	Before  int `json:"before"`  // who were tracked already: nothing was changed
	Refused int `json:"refused"` // who are never tracked
}

// mostListed bounds the touches of one person that a list may bring.
const mostListed = 50

// Take tracks the people of a list. The same list once more changes nothing.
func (b *Brain) Take(list []Listed) (Taken, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out Taken
	index, err := b.index()
	if err != nil {
		return out, err
	}
	for _, one := range list {
		who := replica.Pseudonyms(one.Person, index)
		if len(who) == 0 {
			continue
		}
		known, err := b.load(who, nil)
		if err != nil {
			return out, err
		}
		s := replica.Fold(known.Events, who)
		if s.Tracked {
			out.Before++
			continue
		}
		if b.refused(s, one.Person, known, index) != "" {
			out.Refused++
			continue
		}
		p, err := b.playbookHere(known.Events, index)
		if err != nil {
			return out, err
		}
		if err := b.Store.Put(eventsOf(one, who, p.Waits.BetweenTouches, b.Now(), index), nil)(); err != nil {
			return out, err
		}
		out.Tracked++
	}
	b.listings = nil
	return out, nil
}

// eventsOf are the events that a list tells of somebody. Where it counts touches,
// the last stands on the day it names and the others before it, as many working days
// apart as the playbook has touches stand; an answer it names stands on its day, read
// where its words are there.
func eventsOf(one Listed, who []string, apart int, now time.Time, index seal.Index) []replica.Event {
	events := replica.Track(one.Person, now, index)
	days := apart * 7 / 5 // of the calendar
	byMail := replica.Clear{Channel: "email", ByHand: true}
	for i := range min(one.Touches, mostListed) {
		at := one.Last.AddDate(0, 0, -i*days)
		if one.Last.IsZero() || at.After(now) {
			break
		}
		id := index.EventID("listed", fmt.Sprint(who[0], one.Last.Unix(), i))
		events = append(events, replica.Event{ID: id, Kind: replica.Touch, Who: who, At: at, Clear: byMail})
	}
	if at := one.Replied; !at.IsZero() && !at.After(now) {
		id := index.EventID("answered", fmt.Sprint(who[0], at.Unix()))
		events = append(events, replica.Event{ID: id, Kind: replica.Reply, Who: who, At: at, Clear: byMail, Local: written(one.Wrote)})
	}
	return events
}

// written is what they wrote, as far as it is known.
func written(words string) replica.Local {
	if words = strings.TrimSpace(words); words == "" {
		return replica.Local{Read: page.ReadNone}
	}
	if long := []rune(words); len(long) > replica.MostReply {
		words = string(long[:replica.MostReply])
	}
	return replica.Local{Text: words, Read: page.ReadFull}
}
