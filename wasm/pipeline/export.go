//go:build js && wasm

package main

import (
	"context"
	"encoding/json"
	"io"
	"strconv"
	"syscall/js"

	"cleanbreak/core/pipeline"
	"cleanbreak/core/say"
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

// onto puts it in the place of what was proposed.
func (d decided) onto(l *pipeline.Line, tongue *say.Language) {
	switch d.Did {
	case "disagree":
		l.Decide(d.Instead, d.Why, "", tongue)
	case "snooze":
		l.Decide(verdict.Pause, d.Why, d.Until, tongue)
	}
}

// placeOf names a row as the page does: its file, and where in it the row begins.
func placeOf(l *pipeline.Line) string {
	return strconv.Itoa(l.Source) + ":" + strconv.FormatInt(l.At, 10)
}

// export is what is to be written, and how.
type export struct {
	What      string             `json:"what"`      // csv, or suppress: the do-not-contact list
	Decided   map[string]decided `json:"decided"`   // by place
	Only      []string           `json:"only"`      // the places of the rows that are written; null is all
	Object    string             `json:"object"`    // csv: the rows of one object alone, as deal, under its own headers; "" is all
	Separator string             `json:"separator"` // one character
}

// export writes one of two files piece by piece. The csv is what the command writes;
// where something was decided it has three columns more, and says what becomes of the
// row. The do-not-contact list is the command's too, and whoever the rep stopped.
func (p *program) export(t task, args []js.Value) (any, error) {
	var e export
	if err := json.Unmarshal([]byte(args[0].String()), &e); err != nil {
		return nil, err
	}
	run, _, err := p.triage(t)
	if err != nil {
		return nil, err
	}
	out := newBatches(p.host, "chunk")
	write, err := p.writer(e, out, run.Sheets, t.Part == 0)
	if err != nil {
		return nil, err
	}
	only := map[string]bool{}
	for _, place := range e.Only {
		only[place] = true
	}
	err = run.Run(context.Background(), func(l *pipeline.Line) error {
		if e.Only == nil || only[placeOf(l)] {
			if err := write(l); err != nil {
				return err
			}
		}
		out.ended()
		return nil
	}, p.progress)
	if err != nil {
		return nil, err
	}
	out.flush()
	return map[string]any{}, nil
}

// writer gives what writes a line. For the first part it writes the heads at once.
func (p *program) writer(e export, out io.Writer, sheets []*pipeline.Sheet, first bool) (func(*pipeline.Line) error, error) {
	dialect := pipeline.Dialect{Separator: e.Separator[0], Mark: true}
	if e.What == "suppress" {
		list, err := pipeline.NewSuppression(out, first, dialect)
		return func(l *pipeline.Line) error {
			if e.Decided[placeOf(l)].Instead == verdict.Stop {
				l.Stop(p.tongue)
			}
			return list.Line(l)
		}, err
	}
	w := pipeline.NewWriter(out, "csv")
	w.Dialect, w.Only = dialect, e.Object
	if len(e.Decided) > 0 {
		w.Add([]string{"decision", "decision_reason", "decision_until"}, func(l *pipeline.Line) []string {
			return e.Decided[placeOf(l)].cells()
		})
	}
	line := func(l *pipeline.Line) error {
		e.Decided[placeOf(l)].onto(l, p.tongue)
		return w.Line(l)
	}
	if !first {
		return line, nil
	}
	return line, w.Head(sheets)
}
