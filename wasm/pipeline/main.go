//go:build js && wasm

// Command pipeline judges the files that were chosen on the pipeline page. It runs
// in a worker of that page, so that the page goes on; extension/triage-worker.js
// puts a host object on the global before it starts the program and gets an api
// object back. Files are read synchronously, as a worker may, and nothing of them
// is held but what core/pipeline says.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"runtime/debug"
	"syscall/js"
	"time"

	"cleanbreak/core/pipeline"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
	"cleanbreak/core/words"
	"cleanbreak/core/workday"
	"cleanbreak/wasm/door"
	"cleanbreak/wasm/view"
)

// program is what one page works on.
type program struct {
	host   js.Value
	tongue *say.Language
	run    *pipeline.Triage // the last one, whose rows are looked at
	now    time.Time
}

// task is what a call is about.
type task struct {
	Now      time.Time `json:"now"`
	Zone     string    `json:"zone"`
	Playbook string    `json:"playbook"` // its file; "" is Balanced
	Own      []string  `json:"own"`      // the rep's own addresses and domains
	Never    []string  `json:"never"`    // whom the rep never tracks
	Files    []file    `json:"files"`
	Part     int       `json:"part"` // which of the threads that judge the files together
	Parts    int       `json:"parts"`
}

type file struct {
	Name    string           `json:"name"`
	Size    int64            `json:"size"`
	Saved   int64            `json:"saved"` // milliseconds since 1970
	Holds   string           `json:"holds"`
	Dates   string           `json:"dates"`
	Mapping pipeline.Mapping `json:"mapping"`
}

// fault is why files cannot be judged: a code of pipeline.Fault, or "" with words
// alone.
type fault struct {
	Code  string `json:"code"`
	File  string `json:"file"`
	Words string `json:"words"`
}

func main() {
	debug.SetGCPercent(400) // most of what a row needs is garbage after it; more would be memory of every thread
	debug.SetMemoryLimit(200 << 20)
	host := js.Global().Get("cleanBreakPipeline")
	workday.LoadZone = door.ZoneLoader(host)
	words.Source = door.WordsLoader(host) // what a plan is made of
	p := &program{host: host, tongue: door.Tongue(host.Get("tongue"))}
	view.Speak(p.tongue)
	host.Call("ready", map[string]any{
		"recognise": promised(p.recognise),
		"judge":     promised(p.judge),
		"export":    promised(p.export),
		"curves":    promised(p.curves),
		"replay":    promised(p.replay),
		"ideal":     promised(p.ideal),
		"learn":     door.Promised(func(args []js.Value) (any, error) { return p.learn(args[0].String()) }),
		"listed":    promised(p.listed),
		"look": door.Promised(func(args []js.Value) (any, error) {
			return p.look(args[0].Int(), int64(args[1].Float()))
		}),
	})
	select {}
}

// promised answers a call about a task; what is wrong with its files is an answer too.
func promised(do func(t task, args []js.Value) (any, error)) js.Func {
	return door.Given(func(t task, args []js.Value) (any, error) {
		result, err := do(t, args)
		if err != nil {
			result = map[string]any{"fault": faultOf(err)}
		}
		return door.JSON(result, nil)
	})
}

func faultOf(err error) fault {
	var known *pipeline.Fault
	if errors.As(err, &known) {
		return fault{known.Code, known.File, known.Words}
	}
	return fault{Words: err.Error()}
}

func (p *program) options(t task) (o pipeline.Options, err error) {
	zone, err := workday.LoadZone(t.Zone)
	if err != nil {
		return o, err
	}
	o = pipeline.Options{Now: t.Now.In(zone), Zone: zone, Playbook: playbook.Balanced(), Tongue: p.tongue}
	if t.Playbook != "" {
		if o.Playbook, err = playbook.Load([]byte(t.Playbook)); err != nil {
			return o, err
		}
	}
	o.Playbook = o.Playbook.Excluding(t.Own, t.Never)
	return o, nil
}

func (p *program) sources(t task) []pipeline.Source {
	var sources []pipeline.Source
	for i, f := range t.Files {
		sources = append(sources, pipeline.Source{
			Name: f.Name, Size: f.Size, Saved: time.UnixMilli(f.Saved), Open: opener(p.host, i, f.Size),
			Hints: pipeline.Hints{Holds: f.Holds, Dates: f.Dates, Mapping: f.Mapping},
		})
	}
	return sources
}

// recognised is one file, or why it cannot be read; and what its columns may be.
type recognised struct {
	Sheet  *pipeline.Sheet `json:"sheet"`
	Fault  *fault          `json:"fault"`
	Fields []string        `json:"fields"`
}

// recognise says of each file what it was taken for.
func (p *program) recognise(t task, _ []js.Value) (any, error) {
	out := []recognised{}
	for _, src := range p.sources(t) {
		in, err := src.Open()
		if err != nil {
			return nil, err
		}
		sheet, err := pipeline.Recognise(src.Name, in, src.Hints)
		if err != nil {
			f := faultOf(err)
			out = append(out, recognised{Fault: &f, Fields: []string{}})
			continue
		}
		out = append(out, recognised{Sheet: sheet, Fields: pipeline.FieldsOf(sheet.Holds)})
	}
	return out, nil
}

// triage is a run over a task's files that has not begun, and what it judges by.
func (p *program) triage(t task) (*pipeline.Triage, pipeline.Options, error) {
	o, err := p.options(t)
	if err != nil {
		return nil, o, err
	}
	o.Part, o.Parts = t.Part, t.Parts
	run, err := pipeline.New(p.sources(t), o)
	return run, o, err
}

// judge gives every row to the host as it is judged, and what came of all in the
// end.
func (p *program) judge(t task, _ []js.Value) (any, error) {
	p.run = nil // its memory is needed
	run, o, err := p.triage(t)
	if err != nil {
		return nil, err
	}
	rows := newBatches(p.host, "rows")
	if err := run.Run(context.Background(), rows.line, p.progress); err != nil {
		return nil, err
	}
	rows.flush()
	p.run, p.now = run, o.Now
	verdicts, kinds := view.Labels()
	return map[string]any{
		"summary": run.Summary, "sheets": run.Sheets, "verdicts": verdicts, "kinds": kinds,
		"hour_is_worth": o.Playbook.HourIsWorth,
	}, nil
}

func (p *program) progress(at pipeline.Progress) {
	p.host.Call("progress", map[string]any{"file": at.File, "rows": at.Rows, "bytes": float64(at.Bytes), "of": float64(at.Of), "judging": at.Doing == pipeline.Judging})
}

// look gives the reasons of one row, by its file and its place there.
func (p *program) look(file int, at int64) (any, error) {
	if p.run == nil || file < 0 || file >= len(p.run.Sheets) {
		return nil, errors.New("there is no such row; judge the files again")
	}
	looked, err := p.run.Look(file, at)
	if err != nil || looked == nil {
		return "null", err
	}
	why := view.TellWhy(looked.Assessment, p.now)
	why.Odds = say.Capital(looked.Odds)
	data, err := json.Marshal(why)
	return string(data), err
}
