package pipeline

import (
	"context"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/playbook"
)

// Contacts counts, for the curves of when replies stop, each prospect's touches in
// silence: a stretch ends with their answer, or with the last touch. Rows that are
// closed count too; those known by counts alone do not, for nobody knows which
// touch was answered. The segment is the tier of the deal's value.
func Contacts(ctx context.Context, sources []Source, o Options) (calibrate.Groups, error) {
	t, err := gathered(ctx, sources, o)
	if err != nil {
		return nil, err
	}
	groups := calibrate.Groups{}
	err = t.walk(ctx, func(_ *Sheet, _ [][]byte, known bool) {
		if !known {
			return
		}
		for _, c := range calibrate.Stretches(t.events, t.o.Now) {
			c.Segment = segment(t.line.Value, t.line.Valued, t.o.Playbook)
			groups.Add(c)
		}
	})
	if err != nil {
		return nil, err
	}
	return groups, nil
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
