package brain

import (
	"cmp"
	"slices"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/core/workday"
	"cleanbreak/wasm/view"
)

// state is the one way from a page to what is shown: record what it adds about
// everybody tracked on it, then judge the person the panel is about.
func (b *Brain) state(tab int, s *shown) (view.State, error) {
	st := view.State{
		Tab: tab, URL: s.url, Site: s.ctx.Site, Kind: s.ctx.Kind, Now: b.Now(),
		Person: s.person, Candidates: s.ctx.Candidates, Unread: s.ctx.Unread, Entries: []view.Entry{},
		Phase: phase(s),
	}
	index, err := b.index()
	if err != nil {
		return st, err
	}
	known, err := b.observe(s, index)
	if err != nil {
		return st, err
	}
	who := replica.Pseudonyms(s.person, index)
	state := replica.Fold(known.Events, who)
	st.OnPage = onPage(s.ctx, state.Who, index)
	st.Tracked = state.Tracked
	if state.Tracked {
		b.judge(&st, state, known.Looks, s.ctx)
	}
	return st, nil
}

func phase(s *shown) string {
	switch {
	case s.ctx.Kind == page.Unreadable:
		return view.Unreadable
	case s.person != (page.Person{}):
		return view.Someone
	case len(s.ctx.Candidates) > 0:
		return view.Several
	}
	return view.Elsewhere
}

func (b *Brain) judge(st *view.State, s replica.State, looks []Look, ctx page.Context) {
	st.Person = replica.Merge(s.Person, st.Person)
	zone, err := workday.LoadZone(b.Zone)
	if err != nil {
		zone = time.UTC // a zone this version does not know
	}
	a := assess.Assess(history.Record{
		Now: st.Now, Zone: zone, Rep: ctx.Viewer.Name, Subject: ctx.Subject,
		Prospect: history.Prospect{
			Name: st.Person.Name, Email: st.Person.Email, Slug: cmp.Or(st.Person.Slug, st.Person.Member),
			Company: st.Person.Company, Title: st.Person.Title,
		},
		Seen:   &history.Seen{Gmail: seen(looks, s.Who, page.Gmail), LinkedIn: seen(looks, s.Who, page.LinkedIn)},
		Events: s.History(),
	}, playbook.Balanced())
	st.Assessment = &a
	st.Entries = entries(s.Events)
}

// entries lists the log for the panel, newest first.
func entries(events []replica.Event) []view.Entry {
	out := make([]view.Entry, 0, len(events))
	for _, e := range slices.Backward(events) {
		out = append(out, entryOf(e))
	}
	return out
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
