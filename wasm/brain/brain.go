// Package brain is what runs in the background of the browser: it takes the
// pages that the content script read and the rep's presses from the panel, keeps
// the log, and gives the State to show. What a browser is needed for (storage,
// clock, randomness) are arguments, so all of it is tested natively.
//
// The brain may be stopped and started at any moment. All it holds is a cache:
// pages in view are read again, everything else is in the Store.
package brain

import (
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
	readings map[readingKey]*reply.Reading

	me *Mine // as the store has it

	listings map[int]*listing // of Today, by the tab it is shown in, while they go on
	trying   *trying          // another playbook, while it goes on

	learning *learning // from the log, while it goes on
	learnt   *learnt   // as the store has it

	deciding  *playbook.Playbook // the team's own, read once
	decidedBy string             // the event it is of
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
	pg := &shown{url: url, ctx: ctx, person: ctx.Prospect}
	if before := b.pages[tab]; before != nil && before.url == pg.url {
		pg.boxes, pg.watched = before.boxes, before.watched
		if pg.person == (page.Person{}) {
			pg.person = stillThere(before.person, ctx.Candidates)
		}
	}
	b.keep(tab, pg)
	return b.recordAndShow(tab, pg)
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
	s := replica.Fold(known.Events, who)
	if !s.Tracked || b.refused(s, person, known, index) != "" {
		return st, nil
	}
	err = b.judge(&st, s, known, nil, page.Context{}, index)
	return st, err
}

func (b *Brain) keep(tab int, pg *shown) {
	if b.pages == nil {
		b.pages = map[int]*shown{}
	}
	b.pages[tab] = pg
}

// stillThere is the person chosen among the candidates before, when the page
// still names them.
func stillThere(chosen page.Person, candidates []page.Person) page.Person {
	if i := slices.Index(candidates, chosen); i >= 0 {
		return chosen
	}
	return page.Person{}
}

// Left forgets what a tab shows: its address changed, or it was closed.
func (b *Brain) Left(tab int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.pages, tab)
	delete(b.listings, tab)
}

// ErrNotShown means that the brain does not hold the page an action is about:
// it was started anew, or the page has changed. The page must be read again.
var ErrNotShown = errors.New("this page is not in view any more; look at it again")

// Do carries out what the rep pressed and gives the new State.
func (b *Brain) Do(a view.Action) (view.State, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	pg := b.pages[a.Tab]
	if a.ByHand {
		pg = byHandPage(a)
	}
	if pg == nil || pg.url != a.URL {
		return view.State{}, ErrNotShown
	}
	about := pg
	if a.Do != view.Look && !pg.turnTo(a.Person) {
		if about = pg.writingTo(a.Person); about == nil {
			return view.State{}, ErrNotShown
		}
	}
	if err := b.act(about, a); err != nil {
		return view.State{}, err
	}
	return b.recordAndShow(a.Tab, pg)
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
