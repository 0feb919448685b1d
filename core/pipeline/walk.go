package pipeline

import "context"

// gathered is a triage that has read what happened, and is about to read to whom.
func gathered(ctx context.Context, sources []Source, o Options) (*Triage, error) {
	t, err := New(sources, o)
	if err != nil {
		return nil, err
	}
	return t, t.gather(ctx)
}

// walk goes to every prospect once, as a deal or else as a person, with what is
// known of them in t.row and t.events. known is false where no single events are,
// or what happened cannot be put together.
func (t *Triage) walk(ctx context.Context, to func(s *Sheet, cells [][]byte, known bool)) error {
	for _, holds := range []string{Deals, People} {
		err := t.through(ctx, holds, func(file int, s *Sheet, _ int, cells [][]byte, bad error) error {
			t.line.forget()
			t.read(s, cells, &t.row)
			who := t.people.of(t.row.person)
			if bad != nil || t.before(file, s, cells) >= 0 || s.Holds == People && who != nil && who.used {
				return nil
			}
			if s.Holds == Deals && who != nil {
				who.completes(&t.row)
				who.used = true
			}
			t.found = t.index.collect(t.row.keys, t.found)
			why := t.happened()
			to(s, cells, why == "" && !t.line.Aggregate && len(t.events) > 0)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
