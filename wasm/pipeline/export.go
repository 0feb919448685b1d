//go:build js && wasm

package main

import (
	"context"
	"encoding/json"
	"strconv"
	"syscall/js"

	"cleanbreak/core/pipeline"
	"cleanbreak/core/verdict"
)

// decided is what the rep decided on a row; the zero one is nothing.
type decided struct {
	Did     string `json:"did"`     // agree, disagree or snooze
	Instead string `json:"instead"` // the verdict of who disagrees
	Why     string `json:"why"`
	Until   string `json:"until"` // the day until which it is put off
}

// cells are those of csv.
func (d decided) cells() []string {
	did := d.Did
	if d.Instead != "" {
		did += ": " + d.Instead
	}
	return []string{did, d.Why, d.Until}
}

// placeOf names a row as the page does: its file, and where in it the row begins.
func placeOf(l *pipeline.Line) string {
	return strconv.Itoa(l.Source) + ":" + strconv.FormatInt(l.At, 10)
}

// export writes one of two files, "csv" or "suppress", piece by piece. The csv is
// what the command writes; where something was decided it has three columns more.
// The do-not-contact list is the command's too, and whoever the rep stopped. Where
// some rows are named, by file and place, only these are written.
func (p *program) export(t task, args []js.Value) (any, error) {
	run, _, err := p.triage(t)
	if err != nil {
		return nil, err
	}
	by := map[string]decided{}
	if err := json.Unmarshal([]byte(args[1].String()), &by); err != nil {
		return nil, err
	}
	var only []string
	if err := json.Unmarshal([]byte(args[2].String()), &only); err != nil {
		return nil, err
	}
	chosen := map[string]bool{}
	for _, place := range only {
		chosen[place] = true
	}
	of := func(l *pipeline.Line) decided { return by[placeOf(l)] }
	out := newBatches(p.host, "chunk")
	first := t.Part == 0 // which writes the heads
	dialect := pipeline.Dialect{Separator: args[3].String()[0], Mark: true}
	var emit func(*pipeline.Line) error
	if args[0].String() == "suppress" {
		list, err := pipeline.NewSuppression(out, first, dialect)
		if err != nil {
			return nil, err
		}
		emit = func(l *pipeline.Line) error {
			if of(l).Instead == verdict.Stop {
				l.Stop(p.tongue)
			}
			return list.Line(l)
		}
	} else {
		w := pipeline.NewWriter(out, "csv")
		w.Dialect = dialect
		if len(by) > 0 {
			w.Add([]string{"decision", "decision_reason", "decision_until"}, func(l *pipeline.Line) []string {
				return of(l).cells()
			})
		}
		if first {
			if err := w.Head(run.Sheets); err != nil {
				return nil, err
			}
		}
		emit = w.Line
	}
	if err := run.Run(context.Background(), func(l *pipeline.Line) error {
		err := error(nil)
		if only == nil || chosen[placeOf(l)] {
			err = emit(l)
		}
		out.ended()
		return err
	}, p.progress); err != nil {
		return nil, err
	}
	out.flush()
	return map[string]any{}, nil
}
