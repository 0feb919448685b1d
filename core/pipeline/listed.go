package pipeline

import (
	"context"
	"iter"
	"strings"
	"time"

	"cleanbreak/core/history"
)

// Listed is somebody whom rows name by an e-mail address, and the contact so far.
type Listed struct {
	Name    string    `json:"name"`
	Email   string    `json:"email"`
	Company string    `json:"company"`
	Touches int       `json:"touches"`
	Last    time.Time `json:"last,omitzero"`    // the last touch
	Replied time.Time `json:"replied,omitzero"` // their last reply
	Wrote   string    `json:"wrote,omitempty"`  // its words, where an export has them
}

// List is whom the files name, each once, and who is left out.
type List struct {
	People      []Listed `json:"people"`
	Unaddressed int      `json:"unaddressed"` // rows without an address
	Over        int      `json:"over"`        // rows that are closed, or of who opted out
}

// ListOf reads whom to begin with: everybody with an address whose row is open.
func ListOf(ctx context.Context, sources []Source, o Options) (*List, error) {
	t, err := gathered(ctx, sources, o)
	if err != nil {
		return nil, err
	}
	list := &List{People: []Listed{}}
	at, optedOut := map[string]int{}, map[string]bool{}
	err = t.walk(ctx, func(s *Sheet, cells [][]byte, _ bool) {
		who := t.listed()
		out := t.row.said || history.Of(t.row.record, t.o.Playbook).OptOut != nil
		if out {
			optedOut[who.Email] = true
		}
		before, twice := at[who.Email]
		switch {
		case who.Email == "":
			list.Unaddressed++
		case out || t.closed(s, cells) != "":
			list.Over++
		case !twice:
			at[who.Email] = len(list.People)
			list.People = append(list.People, who)
		case who.Last.After(list.People[before].Last):
			list.People[before] = who
		}
	})
	open := list.People[:0]
	for _, who := range list.People {
		if optedOut[who.Email] {
			list.Over++
		} else {
			open = append(open, who)
		}
	}
	list.People = open
	return list, err
}

// listed is the person of the row at hand.
func (t *Triage) listed() Listed {
	p := &t.row.record.Prospect
	who := Listed{Name: strings.Join(strings.Fields(p.Name), " "), Email: addressIn(p.Email), Company: p.Company}
	for i := range t.events {
		switch e := &t.events[i]; {
		case e.Type == history.Touch:
			who.Touches++
			who.Last = later(who.Last, e.At)
		case e.Type == history.Reply && (e.Reading == nil || !e.Reading.Machine):
			if e.At.After(who.Replied) {
				who.Replied, who.Wrote = e.At, e.Text
			}
		}
	}
	return who
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// addressIn is the first e-mail address of a cell, in small letters; "" where there
// is none.
func addressIn(cell string) string {
	for address := range addressesIn(cell) {
		return address
	}
	return ""
}

// addressesIn are the e-mail addresses of a cell, in small letters.
func addressesIn(cell string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, word := range strings.FieldsFunc(strings.ToLower(cell), func(r rune) bool { return strings.ContainsRune(" \t\r\n,;|<>\"", r) }) {
			name, domain, ok := strings.Cut(word, "@")
			dot := strings.LastIndexByte(domain, '.')
			if ok && name != "" && dot > 0 && dot < len(domain)-1 && !strings.Contains(domain, "@") && !yield(word) {
				return
			}
		}
	}
}
