package brain

import (
	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/wasm/view"
)

// Effect is what another playbook would change, of some of everybody.
type Effect struct {
	From    int      `json:"from"` // how many come before these
	Judged  int      `json:"judged"`
	All     int      `json:"all"`
	Changed []Change `json:"changed"`
}

// Change is one person who would be judged otherwise.
type Change struct {
	Person page.Person `json:"person"`
	From   view.Said   `json:"from"`
	To     view.Said   `json:"to"`
}

// trying is a playbook that is tried on everybody.
type trying struct {
	*listing
	file     string
	playbook *playbook.Playbook
}

// Effect judges everybody by the playbook that decides and by another one, some
// at a time: from is how many the caller has, 0 to begin.
func (b *Brain) Effect(file string, from int) (Effect, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.trying == nil || !b.trying.continues(from) || b.trying.file != file {
		t, err := b.try(file)
		if err != nil {
			return Effect{}, err
		}
		b.trying = t
	}
	t := b.trying
	out := Effect{From: t.at, All: len(t.people), Changed: []Change{}}
	for _, s := range t.next() {
		r, err := b.recordIn(t.listing, s)
		if err != nil {
			return Effect{}, err
		}
		before, after := view.SaidOf(assess.Judge(r, t.listing.playbook)), view.SaidOf(assess.Judge(r, t.playbook))
		if before != after {
			out.Changed = append(out.Changed, Change{s.Person, before, after})
		}
	}
	if out.Judged = t.at; t.done() {
		b.trying = nil
	}
	return out, nil
}

func (b *Brain) try(file string) (*trying, error) {
	p, err := b.parsePlaybook(file)
	if err != nil {
		return nil, err
	}
	l, err := b.list()
	if err != nil {
		return nil, err
	}
	m, err := b.mine()
	return &trying{l, file, m.over(p)}, err
}
