package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"cleanbreak/core/pipeline"
)

// checkpoint stands beside an output that is being written, as OUT.resume: how far
// it is good, and what it was made of.
type checkpoint struct {
	Of       string           `json:"of"` // the files and everything they are judged by
	Now      time.Time        `json:"now"`
	Lines    int              `json:"lines"`
	Out      int64            `json:"out"` // bytes
	Suppress int64            `json:"suppress"`
	Before   pipeline.Summary `json:"summary"` // of those lines

	name string
}

// between is how many lines are written between two checkpoints.
const between = 20_000

// output is a file, or standard output, with its length. It has no way in but Write,
// which counts.
type output struct {
	buffer *bufio.Writer
	file   *os.File // nil for standard output
	length int64
}

func (o *output) Write(b []byte) (int, error) {
	n, err := o.buffer.Write(b)
	o.length += int64(n)
	return n, err
}

func (o *output) close() error {
	if o == nil {
		return nil
	}
	err := o.buffer.Flush()
	if o.file != nil {
		err = errors.Join(err, o.file.Close())
	}
	return err
}

// apart refuses an output that is one of the files that are read, or the other
// output: opening it would empty it.
func (t *triage) apart() error {
	flags := map[string]string{"-out": t.to, "-suppress": t.suppress}
	if t.to != "" {
		flags["-out (its checkpoint)"] = t.to + ".resume"
	}
	taken := map[string]string{}
	for _, name := range t.files {
		taken[name] = "that is read"
	}
	for _, flag := range slices.Sorted(maps.Keys(flags)) {
		name := flags[flag]
		if name == "" {
			continue
		}
		for other, is := range taken {
			if same(name, other) {
				return fmt.Errorf("%s: %s is a file %s; name another one", flag, name, is)
			}
		}
		taken[name] = "that " + flag + " writes"
	}
	return nil
}

// same reports two names of one file, whether or not it is there.
func same(a, b string) bool {
	one, err := os.Stat(a)
	other, err2 := os.Stat(b)
	if err == nil && err2 == nil {
		return os.SameFile(one, other)
	}
	full, err := filepath.Abs(a)
	full2, err2 := filepath.Abs(b)
	return err == nil && err2 == nil && full == full2
}

// begin makes the checkpoint of a run into a file, or takes up an earlier one. A table
// is written in the end.
func (t *triage) begin() error {
	if t.to == "" || t.format == "table" {
		return nil
	}
	t.checkpoint = &checkpoint{Now: t.options.Now, name: t.to + ".resume"}
	if t.resume {
		if err := t.restore(); err != nil {
			return err
		}
	}
	t.checkpoint.Of = t.of()
	return nil
}

// open makes the outputs, or, to resume, cuts them back to where they are good.
func (t *triage) open() (out, suppress *output, err error) {
	good := checkpoint{}
	if t.checkpoint != nil {
		good = *t.checkpoint
	}
	if t.to == "" {
		out = &output{buffer: bufio.NewWriterSize(t.out, 1<<16)}
	} else if out, err = openAt(t.to, good.Out); err != nil {
		return nil, nil, err
	}
	if t.suppress == "" {
		return out, nil, nil
	}
	suppress, err = openAt(t.suppress, good.Suppress)
	return out, suppress, err
}

func openAt(name string, at int64) (*output, error) {
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &fileFault{name, "its folder is not there; make it first", err}
	}
	if err != nil {
		return nil, faultOf(name, err)
	}
	if info, err := file.Stat(); err != nil || info.Size() < at {
		file.Close()
		return nil, fmt.Errorf("%s: is shorter than it was when the run stopped; start anew, without -resume", name)
	}
	if err := file.Truncate(at); err != nil {
		return nil, err
	}
	if _, err := file.Seek(at, io.SeekStart); err != nil {
		return nil, err
	}
	return &output{buffer: bufio.NewWriterSize(file, 1<<16), file: file, length: at}, nil
}

// restore takes up an earlier run, if it was of the same files and rules.
func (t *triage) restore() error {
	c := t.checkpoint
	data, err := os.ReadFile(c.name)
	if os.IsNotExist(err) {
		return fmt.Errorf("-resume: there is no %s: no run into %s was stopped; leave -resume out", c.name, t.to)
	}
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, c); err != nil {
		return fmt.Errorf("%s: %w; start anew, without -resume", c.name, err)
	}
	if t.now == "" {
		t.options.Now = c.Now.In(t.options.Zone)
	}
	if c.Of != t.of() {
		return fmt.Errorf("-resume: the files, the moment, the format or the rules are not those of the run that wrote %s; start anew, without -resume", t.to)
	}
	t.options.Skip = c.Lines
	return nil
}

// of names a run: what it reads and everything it judges by.
func (t *triage) of() string {
	h := fnv.New64a()
	fmt.Fprintln(h, t.options.Now.UTC(), t.options.Zone, t.options.Country, t.format, t.separator, t.only, t.suppress, t.dates, t.odds, t.mapping.sorted(), t.holds.sorted())
	h.Write(marshal(t.options.Playbook))
	for _, name := range t.files {
		if info, err := os.Stat(name); err == nil {
			fmt.Fprintln(h, name, info.Size(), info.ModTime().UTC())
		}
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

// goOn says how to take a stopped run up again.
func (t *triage) goOn() string {
	if t.good == 0 {
		return ""
	}
	return fmt.Sprintf(" after %d lines; the same command with -resume goes on", t.good)
}

// judge runs and writes. When it is stopped, what is written is good and the
// checkpoint says how far.
func (t *triage) judge(ctx context.Context, run *pipeline.Triage, out, suppress *output) (err error) {
	dialect := pipeline.Dialect{Mark: true}
	if t.separator == ";" {
		dialect.Separator = ';'
	}
	rows, err := t.writer(run, out, dialect)
	if err != nil {
		return err
	}
	var list *pipeline.Suppression
	if suppress != nil {
		if list, err = pipeline.NewSuppression(suppress, suppress.length == 0, dialect); err != nil {
			return err
		}
	}
	lines := 0
	shown := t.shown()
	err = run.Run(ctx, func(l *pipeline.Line) error {
		if list != nil {
			if err := list.Line(l); err != nil {
				return err
			}
		}
		if err := rows.Line(l); err != nil {
			return err
		}
		if lines++; lines%between == 0 {
			return t.mark(run, lines, out, suppress)
		}
		return nil
	}, shown)
	if shown != nil {
		fmt.Fprint(t.said, "\r\x1b[K")
	}
	if table, ok := rows.(*table); ok && err == nil {
		err = table.write(out, &run.Summary)
	}
	if err == nil {
		err = t.done()
	} else if errors.Is(err, context.Canceled) {
		err = errors.Join(err, t.mark(run, lines, out, suppress))
	}
	return errors.Join(err, out.close(), suppress.close())
}

// lineWriter takes one line after the other.
type lineWriter interface {
	Line(*pipeline.Line) error
}

// writer is what writes the lines in the format that is asked for, after its head.
func (t *triage) writer(run *pipeline.Triage, out *output, dialect pipeline.Dialect) (lineWriter, error) {
	if t.format == "table" {
		return &table{only: t.only, width: cmp.Or(t.width, widthOf(t.out), 120), most: t.top, now: t.options.Now}, nil
	}
	w := pipeline.NewWriter(out, t.format)
	w.Dialect = dialect
	w.Only = t.only
	w.Mark = t.to != ""  // and not into a pipe
	if out.length == 0 { // a run that was stopped before its first line has written its head too
		return w, w.Head(run.Sheets)
	}
	return w, nil
}

// mark brings everything to disk and then says how far it is good.
func (t *triage) mark(run *pipeline.Triage, lines int, out, suppress *output) error {
	c := t.checkpoint
	if c == nil {
		return nil
	}
	now := *c
	now.Lines, now.Out, now.Before = t.options.Skip+lines, out.length, c.Before.Plus(run.Summary)
	if err := out.buffer.Flush(); err != nil {
		return err
	}
	if suppress != nil {
		now.Suppress = suppress.length
		if err := suppress.buffer.Flush(); err != nil {
			return err
		}
	}
	t.good = now.Lines
	return replace(c.name, marshal(now))
}

// replace writes a file in one step.
func replace(name string, data []byte) error {
	if err := os.WriteFile(name+".new", data, 0o600); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// done takes the checkpoint away: there is nothing to resume.
func (t *triage) done() error {
	if t.checkpoint == nil {
		return nil
	}
	if err := os.Remove(t.checkpoint.name); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}
