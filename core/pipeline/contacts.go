package pipeline

import (
	"context"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/playbook"
)

// Contacts counts, for the curves of when replies stop, each prospect's touches in
// silence: a stretch ends with their answer, or with the last touch. Rows that are
// closed count too; those known by counts alone do not, for nobody knows which
// touch was answered. Somebody of several deals counts once, with the first of them.
// The segment is the tier of the deal's value.
func Contacts(ctx context.Context, sources []Source, o Options) (calibrate.Groups, error) {
	t, err := gathered(ctx, sources, o)
	if err != nil {
		return nil, err
	}
	groups := calibrate.Groups{}
	counted := map[key]bool{}
	err = t.walk(ctx, func(_ *Sheet, _ [][]byte, known bool) {
		who := t.contact()
		if !known || counted[who] {
			return
		}
		counted[who] = who != 0
		stretches := calibrate.Stretches(t.events, t.o.Now)
		for i := range stretches {
			stretches[i].Segment = segment(t.line.Value, t.line.Valued, t.o.Playbook)
		}
		groups.Add(stretches)
	})
	if err != nil {
		return nil, err
	}
	return groups, nil
}

// contact is a key of who the row at hand is with: by the address, else by name and
// account; 0 where neither says it.
func (t *Triage) contact() key {
	if k := keyOf(ofEmail, []byte(t.line.Email)); k != 0 {
		return k
	}
	if t.line.Account == "" {
		return 0
	}
	return keyOf(ofPerson, []byte(t.line.Contact), []byte(t.line.Account))
}

// segment is the tier of a deal's value, in the playbook's numbers; "" where it is
// not known.
func segment(value float64, known bool, p *playbook.Playbook) string {
	switch {
	case !known:
		return ""
	case value >= p.Worth.From:
		return "top tier"
	case value < p.Worth.Under:
		return "bottom tier"
	}
	return "middle tier"
}
