package brain

import (
	"cmp"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/wasm/view"
)

// recordAndShow is the one way from a page to what is shown: record what it adds
// about everybody tracked on it, then judge the person the panel is about.
//
// While a mail is written to somebody tracked, that is whom it is about.
func (b *Brain) recordAndShow(tab int, onScreen *shown) (view.State, error) {
	index, err := b.index()
	if err != nil {
		return view.State{}, err
	}
	to, theirs, err := b.recipients(onScreen.inHand(), index)
	if err != nil {
		return view.State{}, err
	}
	pg := onScreen.about(addressee(onScreen, to, index))
	st := view.State{
		Tab: tab, URL: pg.url, Site: pg.ctx.Site, Kind: pg.ctx.Kind, Now: b.Now(),
		Person: pg.person, Candidates: pg.ctx.Candidates, Unread: pg.ctx.Unread, Drift: pg.ctx.Drift, Entries: []view.Entry{},
		Phase: pg.phase(), ByHand: pg.byHand,
	}
	if st.Candidates == nil {
		st.Candidates = []page.Person{}
	}
	who, accounts := replica.Pseudonyms(pg.person, index), replica.Accounts(pg.person, index)
	known, written, err := b.observe(onScreen, accounts, index)
	if err == nil && pg != onScreen {
		known, err = b.load(who, accounts)
	}
	if err != nil {
		return st, err
	}
	s := replica.Fold(known.Events, who)
	st.OnPage = onPage(pg.ctx, s.Who, index)
	st.Refused = b.refused(s, pg.person, known, index)
	st.Tracked = s.Tracked && st.Refused == ""
	if st.Tracked {
		st.Search = replica.SearchQuery(replica.AddressesOf(known.Events, s.Who))
		s.Person = s.Corrected(pg.person)
		err = b.judge(&st, s, known, accounts, pg.context(), index)
		known.Team.together(&st, s)
	}
	if err == nil {
		err = b.tied(&st, pg, s, known, index)
	}
	if err == nil {
		err = b.writing(&st, pg, s, to, theirs, index)
	}
	// The log is written while this is judged; nothing is shown that is not in it.
	// So this waits for it even where judging failed.
	if failed := written(); failed != nil {
		return st, failed
	}
	return st, err
}

func (b *Brain) judge(st *view.State, s replica.State, known Known, accounts []string, ctx page.Context, index seal.Index) error {
	r, people, err := b.recordWith(s, known, accounts, index)
	if err != nil {
		return err
	}
	st.Account = people
	mine, err := b.mine()
	if err != nil {
		return err
	}
	r.Rep, r.Subject = cmp.Or(mine.Name, ctx.Viewer.Name), ctx.Subject
	for _, hook := range ctx.Hooks {
		if hook.Fresh(st.Now) {
			r.Hooks = append(r.Hooks, openingOf(hook))
		}
	}
	p, err := b.playbookHere(known.Events, index)
	if err != nil {
		return err
	}
	a := assess.Assess(r, p)
	if st.Odds, st.Silent, err = b.oddsOf(r, p); err != nil {
		return err
	}
	st.Person, st.Assessment, st.Deal, st.Entries = s.Person, &a, view.Deal(s.Deal), b.entries(s)
	st.Promises, st.Record = b.promises(s, r.Zone), p.CRM.Record
	st.Speech = view.Speech{WordsPerMinute: p.Speech.WordsPerMinute, From: p.Speech.From, To: p.Speech.To}
	return nil
}

// openingOf is what a page showed to open with.
func openingOf(hook page.Hook) history.Hook {
	opening := history.Hook{From: hook.From}
	switch hook.Kind {
	case page.Role:
		opening.Role, opening.Company = hook.What, hook.Where
		opening.Since, _ = time.Parse("2006-01", hook.Since) // which a fresh one has
	case page.School:
		opening.School = hook.Where
	}
	return opening
}

// recordWith is the record with where was looked, and with the others of their
// accounts, who come beside it.
func (b *Brain) recordWith(s replica.State, known Known, accounts []string, index seal.Index) (r history.Record, people []view.Colleague, err error) {
	r = b.record(s)
	r.Seen = &history.Seen{Gmail: seen(known.Looks, s.Who, page.Gmail), LinkedIn: seen(known.Looks, s.Who, page.LinkedIn)}
	r.Account, people, err = b.contacts(s, known, accounts, index)
	return r, people, err
}

// record is what the log tells of a person, in the engine's words.
func (b *Brain) record(s replica.State) history.Record {
	return history.Record{
		Now: b.Now(), Zone: b.zone(), Tongue: b.Tongue, Country: s.Deal.Country, Customer: s.Deal.Customer,
		Prospect: history.Prospect{
			Name: s.Person.Name, Email: s.Person.Email, Slug: cmp.Or(s.Person.Slug, s.Person.Member),
			Company: s.Person.Company, Title: s.Person.Title,
			CompanySize: s.Deal.CompanySize, ResponsibleFor: s.Deal.ResponsibleFor,
		},
		Opportunity: history.Opportunity{
			Value: s.Deal.Value, Stage: s.Deal.Stage, StageSince: s.StageSince, NextActivity: s.Deal.NextActivity,
		},
		Events: s.History(b.read),
	}
}

func onPage(ctx page.Context, who []string, index seal.Index) view.OnPage {
	var n view.OnPage
	if len(who) == 0 {
		return n
	}
	for _, e := range replica.Observe(ctx, who, index) {
		switch e.Kind {
		case replica.Touch:
			n.Touches++
		case replica.Reply:
			n.Replies++
		}
	}
	for _, m := range ctx.Messages {
		if m.Read != page.ReadFull {
			n.Closed++
		}
		if m.Direction == page.Unknown || m.ID == "" || m.At.IsZero() {
			n.Unplaced++
		}
	}
	return n
}
