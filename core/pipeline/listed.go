package pipeline

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
)

// List is whom the files name, each once, and who is left out.
type List struct {
	People      []history.Listed `json:"people"`
	Unaddressed int              `json:"unaddressed"` // rows without an e-mail address or a LinkedIn profile
	Over        int              `json:"over"`        // rows that are closed, or of who opted out
}

// ListOf reads whom to begin with: everybody who can be known again and whose row is open.
func ListOf(ctx context.Context, sources []Source, o Options) (*List, error) {
	t, err := gathered(ctx, sources, o)
	if err != nil {
		return nil, err
	}
	list := &List{People: []history.Listed{}}
	at, optedOut := map[string]int{}, map[string]bool{}
	err = t.walk(ctx, func(s *Sheet, cells [][]byte, _ bool) {
		who := t.listed()
		key := personal(who)
		out := t.row.said || history.Of(t.row.record, t.o.Playbook).OptOut != nil
		if out {
			optedOut[key] = true
		}
		before, twice := at[key]
		switch {
		case key == "":
			list.Unaddressed++
		case out || t.closed(s, cells) != "":
			list.Over++
		case !twice:
			at[key] = len(list.People)
			list.People = append(list.People, who)
		case lastOf(who).After(lastOf(list.People[before])):
			list.People[before] = who
		}
	})
	open := list.People[:0]
	for _, who := range list.People {
		if optedOut[personal(who)] {
			list.Over++
		} else {
			open = append(open, who)
		}
	}
	list.People = open
	return list, err
}

// listed is the person of the row at hand.
func (t *Triage) listed() history.Listed {
	p, deal := &t.row.record.Prospect, &t.row.record.Opportunity
	who := history.Listed{Person: page.ProfileAt("https://www.linkedin.com/in/" + p.Slug), Value: deal.Value, Stage: deal.Stage, Contacts: []history.Met{}}
	who.Person.Name, who.Person.Email = strings.Join(strings.Fields(p.Name), " "), addressIn(p.Email)
	who.Person.Company, who.Person.Title = p.Company, p.Title
	for i := range t.events {
		e := &t.events[i]
		switch e.Type {
		case history.Touch, history.Meeting, history.Inbound:
		case history.Reply:
			if e.Reading != nil && e.Reading.Machine {
				continue
			}
		default:
			continue
		}
		who.Contacts = append(who.Contacts, history.Met{
			At: noonOf(e.At, t.o.Now), Type: e.Type, Channel: e.Channel, Disposition: e.Disposition,
			Minutes: e.Minutes, Starts: e.Starts, Text: e.Text, Counted: e.Counted,
		})
	}
	slices.SortStableFunc(who.Contacts, func(a, b history.Met) int { return a.At.Compare(b.At) })
	return who
}

// personal is what somebody is known by; "" where nothing is.
func personal(who history.Listed) string {
	return cmp.Or(who.Person.Email, who.Person.Slug, who.Person.Member)
}

// noonOf is the noon of a day that has no time, if it is not ahead: nearest to any
// time of the day.
func noonOf(at, now time.Time) time.Time {
	if noon := at.Add(12 * time.Hour); at.Hour() == 0 && at.Minute() == 0 && at.Second() == 0 && noon.Before(now) {
		return noon
	}
	return at
}

// lastOf is when the last touch was.
func lastOf(who history.Listed) time.Time {
	for _, c := range slices.Backward(who.Contacts) {
		if c.Type == history.Touch {
			return c.At
		}
	}
	return time.Time{}
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
