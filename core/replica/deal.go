package replica

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"cleanbreak/core/page"
)

// Facts are what the rep knows of the deal, the company and the person; zero values
// are unknown. Who they are stands here only where the rep corrected what a page
// gave: then it outranks every card.
type Facts struct {
	Value          float64   `json:"value,omitempty"`
	Stage          string    `json:"stage,omitempty"`
	CompanySize    int       `json:"company_size,omitempty"`
	ResponsibleFor string    `json:"responsible_for,omitempty"`
	Country        string    `json:"country,omitempty"` // ISO 3166
	Customer       bool      `json:"customer,omitempty"`
	NextActivity   time.Time `json:"next_activity,omitzero"` // when the rep means to do something next
	Name           string    `json:"name,omitempty"`
	Title          string    `json:"title,omitempty"`
	Company        string    `json:"company,omitempty"`
	Place          string    `json:"place,omitempty"`
}

// Describe gives the event for what the rep knows now and did not before: the
// facts that are new, and the names of those that do not hold any more. ok is
// false where nothing has changed. The caller adds its id, its time and whom it
// is about.
func Describe(now, before Facts) (e Event, ok bool, err error) {
	for _, text := range now.texts() {
		*text = strings.TrimSpace(*text)
	}
	now.NextActivity, before.NextActivity = now.NextActivity.UTC(), before.NextActivity.UTC()
	now.Country = strings.ToUpper(strings.TrimSpace(now.Country))
	if err := now.check(); err != nil {
		return Event{}, false, err
	}
	e = Event{Kind: Deal, Clear: Clear{ByHand: true}, Sealed: Sealed{Deal: &Facts{}}}
	news, gone := e.Sealed.Deal, &e.Sealed.Gone
	news.Value = change("value", now.Value, before.Value, gone)
	news.Stage = change("stage", now.Stage, before.Stage, gone)
	news.CompanySize = change("company_size", now.CompanySize, before.CompanySize, gone)
	news.ResponsibleFor = change("responsible_for", now.ResponsibleFor, before.ResponsibleFor, gone)
	news.Country = change("country", now.Country, before.Country, gone)
	news.Customer = change("customer", now.Customer, before.Customer, gone)
	news.NextActivity = change("next_activity", now.NextActivity, before.NextActivity, gone)
	news.Name = change("name", now.Name, before.Name, gone)
	news.Title = change("title", now.Title, before.Title, gone)
	news.Company = change("company", now.Company, before.Company, gone)
	news.Place = change("place", now.Place, before.Place, gone)
	return e, *news != (Facts{}) || len(*gone) > 0, nil
}

// change is what is new of one fact.
func change[T comparable](name string, now, before T, gone *[]string) (news T) {
	switch {
	case now == before:
		return news
	case now == news:
		*gone = append(*gone, name)
	}
	return now
}

const mostFact = 140 // characters

// texts are those that a person writes freely.
func (f *Facts) texts() []*string {
	return []*string{&f.Stage, &f.ResponsibleFor, &f.Name, &f.Title, &f.Company, &f.Place}
}

func (f Facts) check() error {
	for _, text := range f.texts() {
		if n := utf8.RuneCountInString(*text); n > mostFact {
			return fmt.Errorf("%d characters are too many; a name, a title, a company, a place, a stage, or what they are responsible for takes at most %d", n, mostFact)
		}
	}
	switch {
	case f.Value < 0 || math.IsNaN(f.Value) || f.Value > 1e12:
		return fmt.Errorf("%v is no value of a deal; it takes 0 or more", f.Value)
	case f.CompanySize < 0 || f.CompanySize > 10_000_000:
		return fmt.Errorf("%d is no size of a company; it takes the number of people", f.CompanySize)
	case f.Country != "" && (len(f.Country) != 2 || strings.Trim(f.Country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != ""):
		return fmt.Errorf("%q is no country; it takes two letters, as DE", f.Country)
	}
	return nil
}

// with gives the facts after a newer word on them.
func (f Facts) with(newer Sealed) Facts {
	holds := func(name string) bool { return !slices.Contains(newer.Gone, name) }
	return Facts{
		Value:          cmp.Or(newer.Deal.Value, when(holds("value"), f.Value)),
		Stage:          cmp.Or(newer.Deal.Stage, when(holds("stage"), f.Stage)),
		CompanySize:    cmp.Or(newer.Deal.CompanySize, when(holds("company_size"), f.CompanySize)),
		ResponsibleFor: cmp.Or(newer.Deal.ResponsibleFor, when(holds("responsible_for"), f.ResponsibleFor)),
		Country:        cmp.Or(newer.Deal.Country, when(holds("country"), f.Country)),
		Customer:       cmp.Or(newer.Deal.Customer, when(holds("customer"), f.Customer)),
		NextActivity:   cmp.Or(newer.Deal.NextActivity, when(holds("next_activity"), f.NextActivity)),
		Name:           cmp.Or(newer.Deal.Name, when(holds("name"), f.Name)),
		Title:          cmp.Or(newer.Deal.Title, when(holds("title"), f.Title)),
		Company:        cmp.Or(newer.Deal.Company, when(holds("company"), f.Company)),
		Place:          cmp.Or(newer.Deal.Place, when(holds("place"), f.Place)),
	}
}

// correct lays what the rep corrected over what cards and pages say.
func (f Facts) correct(p page.Person) page.Person {
	p.Name, p.Title = cmp.Or(f.Name, p.Name), cmp.Or(f.Title, p.Title)
	p.Company, p.Place = cmp.Or(f.Company, p.Company), cmp.Or(f.Place, p.Place)
	return p
}

func when[T any](holds bool, v T) (kept T) {
	if holds {
		return v
	}
	return kept
}
