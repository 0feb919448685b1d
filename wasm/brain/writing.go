package brain

import (
	"cmp"
	"slices"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/plan"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/view"
)

// Writing takes the mails that are being written in a tab, and gives the State
// that goes with them. They are kept with the page in view and nowhere else. No
// boxes at all mean that nobody watches them any more.
func (b *Brain) Writing(tab int, origin string, boxes []byte) (view.State, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	pg := b.pages[tab]
	if pg == nil || page.SiteOf(origin) != page.Gmail || pg.ctx.Site != page.Gmail {
		return view.State{}, ErrNotShown
	}
	pg.boxes, pg.watched = nil, len(boxes) > 0
	if pg.watched {
		read, err := page.ReadBoxes(boxes)
		if err != nil {
			return view.State{}, err
		}
		pg.boxes = read
	}
	return b.recordAndShow(tab, pg)
}

// recipient is somebody whom an open mail goes to, as the log knows them.
type recipient struct {
	person page.Person
	who    []string
	state  replica.State
}

// recipients looks up everybody whom a mail goes to.
func (b *Brain) recipients(m *page.Box, index seal.Index) ([]recipient, Known, error) {
	if m == nil {
		return nil, Known{}, nil
	}
	var all []recipient
	var who, accounts []string
	for _, a := range m.To {
		r := recipient{person: page.Person{Name: a.Name, Email: a.Email}}
		r.who = replica.Pseudonyms(r.person, index)
		who, accounts = append(who, r.who...), append(accounts, replica.Accounts(r.person, index)...)
		all = append(all, r)
	}
	if len(who) == 0 {
		return nil, Known{}, nil
	}
	slices.Sort(accounts)
	known, err := b.load(who, slices.Compact(accounts))
	for i := range all {
		all[i].state = replica.Fold(known.Events, all[i].who)
	}
	return all, known, err
}

// addressee is whom the panel is about while a mail is written: the person in
// view where it goes to them, else the first tracked one it goes to.
func addressee(pg *shown, to []recipient, index seal.Index) page.Person {
	mine := replica.Pseudonyms(pg.person, index)
	if slices.ContainsFunc(to, func(r recipient) bool { return replica.Overlap(mine, r.state.Who) }) {
		return pg.person
	}
	for _, r := range to {
		if r.state.Tracked {
			them := r.state.Person // a chip may call them by anything
			them.Email = r.person.Email
			return them
		}
	}
	return pg.person
}

// writing tells of the mail in hand, and which one a draft to the person in view
// goes into.
func (b *Brain) writing(st *view.State, pg *shown, s replica.State, to []recipient, known Known, index seal.Index) error {
	st.Into = into(pg, s.Who, index)
	m := pg.inHand()
	if m == nil || len(to) == 0 {
		return nil
	}
	w := &view.Writing{Subject: m.Subject, Text: m.Text, Watched: pg.watched}
	for _, r := range to {
		w.Theirs = w.Theirs || s.Tracked && replica.Overlap(r.state.Who, s.Who)
		warning, err := b.warning(st, r, s, known, index)
		if err != nil {
			return err
		}
		if warning != nil {
			w.Warnings = append(w.Warnings, *warning)
		}
	}
	st.Writing = w
	return nil
}

// warning is there where somebody should not be written to: they asked not to be,
// or were let go. A plan that asks for a mail is no reason to warn of one.
func (b *Brain) warning(st *view.State, r recipient, inView replica.State, known Known, index seal.Index) (*view.Warning, error) {
	who := r.state.Person
	w := &view.Warning{Name: cmp.Or(who.Name, r.person.Name, r.person.Email), Verdict: view.Stopped}
	if !r.state.Tracked { // forgotten since, or erased
		if r.state.Stopped() || r.state.DoNotContact {
			return w, nil
		}
		return nil, nil
	}
	a := st.Assessment
	if a == nil || !replica.Overlap(r.state.Who, inView.Who) {
		p, err := b.playbookHere(known.Events, index)
		if err != nil {
			return nil, err
		}
		record, _, err := b.recordWith(r.state, known, replica.Accounts(r.person, index), index)
		if err != nil {
			return nil, err
		}
		judged := assess.Judge(record, p)
		a = &judged
	}
	letGo := a.Verdict == verdict.Pause && a.Kind == verdict.LetGo
	if a.Verdict != view.Stopped && !letGo || asksForMail(a.Plan) {
		return nil, nil
	}
	if letGo {
		w.Verdict, w.Until = view.LetGo, a.Until
	}
	w.Because = a.Because
	return w, nil
}

// asksForMail reports a plan whose next steps are to write: what is left of a
// goodbye, or the answer to somebody who came back.
func asksForMail(p plan.Plan) bool {
	return slices.ContainsFunc(p.Steps, func(st plan.Step) bool {
		return st.Do == plan.Send && st.Channel == "email" && st.On == p.Steps[0].On
	})
}

// into is the mail that a draft to somebody goes into: the one in hand where it
// goes to them, else the one opened last that does. Nil where none is open.
func into(pg *shown, who []string, index seal.Index) *view.Into {
	var found *page.Box
	for i := range pg.boxes {
		box := &pg.boxes[i]
		theirs := slices.ContainsFunc(box.To, func(a page.Address) bool {
			return replica.Overlap(replica.Pseudonyms(page.Person{Email: a.Email}, index), who)
		})
		if theirs && (found == nil || !found.Current) {
			found = box
		}
	}
	if found == nil {
		return nil
	}
	return &view.Into{Box: found.ID, To: found.As}
}
