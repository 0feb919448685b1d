package brain

import (
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
	for _, p := range everybody(s) {
		tracked, looks, err := b.observe(s.ctx, p, index)
		if err != nil {
			return st, err
		}
		if p == s.person {
			b.judge(&st, tracked, looks, s.ctx.Viewer.Name)
			st.OnPage = onPage(s.ctx, p, tracked, index)
		}
	}
	return st, nil
}

// everybody is each person the page may be about, the one in view included.
func everybody(s *shown) []page.Person {
	people := slices.Clone(s.ctx.Candidates)
	if s.person != (page.Person{}) && !slices.Contains(people, s.person) {
		people = append(people, s.person)
	}
	return people
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

func (b *Brain) judge(st *view.State, s replica.State, looks []Look, rep string) {
	st.Tracked = s.Tracked
	if !s.Tracked {
		return
	}
	st.Person = replica.Merge(s.Person, st.Person)
	zone, err := workday.LoadZone(b.Zone)
	if err != nil {
		zone = time.UTC // a zone this version does not know
	}
	a := assess.Assess(history.Record{
		Now: st.Now, Zone: zone, Rep: rep,
		Prospect: history.Prospect{
			Name: st.Person.Name, Email: st.Person.Email, Slug: st.Person.Slug,
			Company: st.Person.Company, Title: st.Person.Title,
		},
		Seen:   &history.Seen{Gmail: seen(looks, page.Gmail), LinkedIn: seen(looks, page.LinkedIn)},
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

func onPage(ctx page.Context, p page.Person, s replica.State, index seal.Index) view.OnPage {
	who := s.Who
	if len(who) == 0 {
		who = replica.Pseudonyms(p, index)
	}
	var n view.OnPage
	for _, e := range replica.Observe(ctx, who, index) {
		if e.Kind == replica.Touch {
			n.Touches++
		} else {
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
