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
// or what happened cannot be put together. Unlike [Triage.gatherRow] it goes to those
// who are not judged, too; it leaves out only broken rows, and those of another export.
func (t *Triage) walk(ctx context.Context, to func(s *Sheet, cells [][]byte, known bool)) error {
	for _, holds := range []string{Deals, People} {
		err := t.through(ctx, holds, func(file int, s *Sheet, _ int, cells [][]byte, bad error) error {
			t.line.forget()
			t.read(s, cells, &t.row)
			if bad != nil || t.before(file, s, cells) >= 0 {
				return nil
			}
			who := t.meetRow(s)
			if who != nil && s.Holds == People && who.used {
				return nil
			}
			if who != nil && s.Holds == Deals {
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
