package brain

import (
	"fmt"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// Taken says what became of a list.
type Taken struct {
	Tracked int `json:"tracked"`
	Before  int `json:"before"`  // who were tracked already: nothing was changed
	Refused int `json:"refused"` // who are never tracked
}

// mostListed bounds the contacts of one person that a list may bring; the newest stay.
const mostListed = 100

// Take tracks the people of a list. The same list once more changes nothing.
func (b *Brain) Take(list []history.Listed) (Taken, error) {
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
		if err := b.Store.Put(eventsOf(one, who, b.Now(), index), nil)(); err != nil {
			return out, err
		}
		out.Tracked++
	}
	b.listings = nil
	return out, nil
}

// eventsOf are the events that a list tells of somebody. What does not fit, a meeting
// without a time, is left out, as is what lies ahead.
func eventsOf(one history.Listed, who []string, now time.Time, index seal.Index) []replica.Event {
	events := replica.Track(one.Person, now, index)
	add := func(e replica.Event, at time.Time, i int) {
		e.ID, e.Who, e.At = index.EventID("listed", fmt.Sprint(who[0], e.Kind, at.Unix(), i)), who, at
		events = append(events, e)
	}
	if e, news, err := replica.Describe(replica.Facts{Value: one.Value, Stage: one.Stage}, replica.Facts{}); err == nil && news {
		add(e, now, 0)
	}
	for i, c := range one.Contacts[max(0, len(one.Contacts)-mostListed):] {
		if c.At.After(now) {
			continue
		}
		if c.Type == replica.Reply {
			add(replica.Event{Kind: replica.Reply, Clear: replica.Clear{Channel: c.Channel, ByHand: true}, Local: written(c.Text)}, c.At, i)
			continue
		}
		e, err := replica.ByHand(history.Event{Type: c.Type, Channel: c.Channel, Disposition: c.Disposition, Minutes: c.Minutes, Starts: c.Starts}, "")
		if err != nil {
			continue
		}
		e.Sealed.Counted = c.Counted
		add(e, c.At, i)
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
