package brain

import (
	"slices"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/wasm/view"
)

// listing is a judging of everybody that is under way.
type listing struct {
	batch
	looks    map[string][]Look // by pseudonym
	accounts map[string][]int  // who of the people belongs to each account
	playbook *playbook.Playbook
	team     *Team
	index    seal.Index
}

// Today judges everybody who is tracked for the page in a tab, some at a time: from
// is how many it has, 0 to begin. What comes starts at view.Dues.From, which is 0
// where the listing had to begin anew.
func (b *Brain) Today(tab, from int) (view.Dues, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := b.listings[tab]
	if l == nil || !l.continues(from) {
		var err error
		if l, err = b.list(); err != nil {
			return view.Dues{}, err
		}
		if b.listings == nil {
			b.listings = map[int]*listing{}
		}
		b.listings[tab] = l
	}
	out := view.Dues{Now: b.Now(), From: l.at, All: len(l.people), Due: []view.Due{}}
	for _, s := range l.next() {
		due, err := b.due(l, s)
		if err != nil {
			return view.Dues{}, err
		}
		out.Due = append(out.Due, due)
	}
	if l.done() {
		delete(b.listings, tab)
	}
	return out, nil
}

func (b *Brain) list() (*listing, error) {
	index, err := b.index()
	if err != nil {
		return nil, err
	}
	known, err := b.Store.All()
	if err != nil {
		return nil, err
	}
	p, err := b.playbookHere(known.Events, index)
	if err != nil {
		return nil, err
	}
	l := &listing{batch: batch{people: replica.Everybody(known.Events)}, looks: map[string][]Look{}, accounts: map[string][]int{}, playbook: p, team: known.Team, index: index}
	for _, look := range known.Looks {
		l.looks[look.Who] = append(l.looks[look.Who], look)
	}
	for i := range l.people {
		for _, a := range l.people[i].Accounts {
			l.accounts[a] = append(l.accounts[a], i)
		}
	}
	return l, nil
}

// due judges one person of the list.
func (b *Brain) due(l *listing, s replica.Someone) (view.Due, error) {
	r, err := b.recordIn(l, s)
	if err != nil {
		return view.Due{}, err
	}
	search := replica.SearchQuery(replica.AddressesOf(s.About, s.Who))
	due := view.DueOf(s.Person, view.Deal(s.Deal), search, assess.Judge(r, l.playbook))
	touches := 0
	for i := len(r.Events) - 1; i >= 0; i-- {
		switch e := r.Events[i]; e.Type {
		case history.Touch:
			touches++
		case history.Decision:
			due.Decided(e.Verdict, e.Kind, touches)
			return due, nil
		}
	}
	return due, nil
}

// recordIn is the record of one person of the list.
func (b *Brain) recordIn(l *listing, s replica.Someone) (history.Record, error) {
	accounts := replica.Accounts(s.Person, l.index)
	known := Known{Events: l.colleagues(accounts), Team: l.team}
	for _, w := range s.Who {
		known.Looks = append(known.Looks, l.looks[w]...)
	}
	r, _, err := b.recordWith(s.State, known, accounts, l.index)
	return r, err
}

// colleagues gives what the log tells about everybody of some accounts.
func (l *listing) colleagues(accounts []string) []replica.Event {
	var who []int
	for _, a := range accounts {
		who = append(who, l.accounts[a]...)
	}
	slices.Sort(who)
	var out []replica.Event
	for _, i := range slices.Compact(who) {
		out = append(out, l.people[i].About...)
	}
	return out
}
