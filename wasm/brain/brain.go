// Package brain is what runs in the background of the browser: it takes the
// pages that the content script read and the rep's presses from the panel, keeps
// the log, and gives the State to show. What a browser is needed for (storage,
// clock, randomness) are arguments, so all of it is tested natively.
//
// The brain may be stopped and started at any moment. All it holds is a cache:
// pages in view are read again, everything else is in the Store.
package brain

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/reply"
	"cleanbreak/core/say"
	"cleanbreak/core/seal"
	"cleanbreak/wasm/view"
)

// Brain answers one call at a time; calls wait for each other.
type Brain struct {
	Store  Store
	Now    func() time.Time
	Zone   string        // IANA name of the device's; it stands for the prospect's while that is not known
	Tongue *say.Language // the rep's; nil is English

	mu       sync.Mutex
	pages    map[int]*shown
	hashes   *seal.Index
	readings map[kept]*reply.Reading

	me *Mine // as the store has it

	listing *listing // of Today, while it goes on
	trying  *trying  // another playbook, while it goes on

	learning *learning       // when replies stop, while it goes on
	odds     json.RawMessage // what was learnt, as the store has it

	deciding  *playbook.Playbook // the team's own, read once
	decidedBy string             // the event it is of
}

// shown is the page in view in one tab.
type shown struct {
	url    string
	ctx    page.Context
	person page.Person // who the panel is about; empty while several are possible
	byHand bool        // the rep named them; nothing of it was read on the page

	boxes   []page.Box // the mails being written there
	watched bool       // somebody watches them; else the page tells of one
}

// Page takes a snapshot that a tab's page of an origin sent, records what it adds
// about tracked prospects, and gives the State to show. A snapshot that claims to
// be of another origin is refused.
func (b *Brain) Page(tab int, origin string, snapshot []byte) (view.State, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	mine, err := b.mine()
	if err != nil {
		return view.State{}, err
	}
	ctx, url, err := page.ReadAt(snapshot, mine.Own)
	if err != nil {
		return view.State{}, errors.New(b.Tongue.Say("the page could not be read: {}", err.Error()))
	}
	if !strings.HasPrefix(url, origin+"/") || ctx.Site != page.SiteOf(origin) {
		return view.State{}, fmt.Errorf("the page could not be read: it says it is %s on %q, and it is on %s", ctx.Site, url, origin)
	}
	s := &shown{url: url, ctx: ctx, person: ctx.Prospect}
	if before := b.pages[tab]; before != nil && before.url == s.url {
		s.boxes, s.watched = before.boxes, before.watched
		if s.person == (page.Person{}) {
			s.person = stillThere(before.person, ctx.Candidates)
		}
	}
	b.keep(tab, s)
	return b.state(tab, s)
}

// At gives what is known of whom a profile's address names, for the badge. Nothing
// of the page is read, nothing is kept, and the tab shows nobody for it: it says
// nothing of anybody who is not tracked.
func (b *Brain) At(address string) (view.State, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	st := view.State{URL: address, Now: b.Now()}
	index, err := b.index()
	if err != nil {
		return st, err
	}
	person := page.ProfileAt(address)
	who := replica.Pseudonyms(person, index)
	if len(who) == 0 {
		return st, nil
	}
	known, err := b.load(who, nil)
	if err != nil {
		return st, err
	}
	state := replica.Fold(known.Events, who)
	if !state.Tracked || b.refused(state, person, known, index) != "" {
		return st, nil
	}
	err = b.judge(&st, state, known, nil, page.Context{}, index)
	return st, err
}

func (b *Brain) keep(tab int, s *shown) {
	if b.pages == nil {
		b.pages = map[int]*shown{}
	}
	b.pages[tab] = s
}

// stillThere is the person chosen among the candidates before, when the page
// still names them.
func stillThere(chosen page.Person, candidates []page.Person) page.Person {
	if i := slices.Index(candidates, chosen); i >= 0 {
		return chosen
	}
	return page.Person{}
}

// Left forgets the page of a tab: its address changed, or it was closed.
func (b *Brain) Left(tab int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.pages, tab)
}

// ErrNotShown means that the brain does not hold the page an action is about:
// it was started anew, or the page has changed. The page must be read again.
var ErrNotShown = errors.New("this page is not in view any more; look at it again")

// Do carries out what the rep pressed and gives the new State.
func (b *Brain) Do(a view.Action) (view.State, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.pages[a.Tab]
	if a.ByHand {
		s = byHandPage(a)
	}
	if s == nil || s.url != a.URL {
		return view.State{}, ErrNotShown
	}
	about := s
	if a.Do != view.Look && !s.turnTo(a.Person) {
		if about = s.writingTo(a.Person); about == nil {
			return view.State{}, ErrNotShown
		}
	}
	if err := b.act(about, a); err != nil {
		return view.State{}, err
	}
	return b.state(a.Tab, s)
}

// byHandPage is a page about somebody whom the rep named, whatever the tab shows. It
// is not kept: every press brings it along.
func byHandPage(a view.Action) *shown {
	return &shown{url: a.URL, ctx: page.Context{Kind: page.Other, Prospect: a.Person}, person: a.Person, byHand: true}
}

// turnTo makes the page be about the person whom the rep saw when they pressed.
// It is false when the page does not name them: then nothing may be done.
func (s *shown) turnTo(seen page.Person) bool {
	for _, p := range append([]page.Person{s.ctx.Prospect}, s.ctx.Candidates...) {
		if p != (page.Person{}) && samePerson(p, seen) {
			s.person = p
			return true
		}
	}
	return false
}

// writingTo is the page as it is about somebody whom the mail in hand goes to and
// whom it does not name; nil where it goes to nobody of theirs.
func (s *shown) writingTo(seen page.Person) *shown {
	m := s.inHand()
	if m == nil {
		return nil
	}
	for _, a := range m.To {
		if page.SameMailbox(a.Email, seen.Email) {
			return s.about(seen)
		}
	}
	return nil
}

// samePerson compares identities, and names only where a page gives nothing
// else.
func samePerson(a, b page.Person) bool {
	if a.Email+a.Slug+a.Member == "" {
		return a.Name == b.Name
	}
	same := func(x, y string) bool { return x != "" && x == y }
	return same(a.Email, b.Email) || same(a.Slug, b.Slug) || same(a.Member, b.Member)
}

func (b *Brain) index() (seal.Index, error) {
	if b.hashes != nil {
		return *b.hashes, nil
	}
	key, err := b.Store.Key()
	if err != nil {
		return seal.Index{}, err
	}
	index, err := seal.NewIndex(key)
	if err == nil {
		b.hashes = &index
	}
	return index, err
}

// load gives what is known about people, following links until no new identity
// turns up, and about everybody of some accounts; and the playbook.
func (b *Brain) load(who, accounts []string) (Known, error) {
	index, err := b.index()
	if err != nil {
		return Known{}, err
	}
	for {
		known, err := b.Store.Load(append(slices.Clone(who), playbookTag(index)), accounts)
		if err != nil {
			return Known{}, err
		}
		all := replica.Connected(known.Events, who)
		if len(all) <= len(who) {
			return known, nil
		}
		who = all
	}
}
