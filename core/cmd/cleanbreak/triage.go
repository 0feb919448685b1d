package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"cleanbreak/core/pipeline"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
	"cleanbreak/core/workday"
)

// stopped is the exit of a run that was interrupted, as shells know it.
const stopped = 130

// interruption says how far a run was that was interrupted.
type interruption string

func (i interruption) Error() string { return string(i) }

// formats in which rows are written.
var formats = []string{"table", "csv", "json"}

// held is the memory at which the collector works harder: half of it is what a
// million rows take.
const held = 250 << 20

// triage is one run of that command.
type triage struct {
	call
	now        string
	zone       string
	country    string
	playbook   string
	format     string
	top        int    // of the table; 0 is all
	width      int    // of the table
	separator  string // "" is a comma
	to         string
	suppress   string
	only       string // an object, as deal; "" is all
	resume     bool
	force      bool
	columns    bool
	dates      string
	replay     string
	ideal      bool
	odds       bool
	mapping    mapping
	holds      mapping
	files      []string
	quiet      bool
	options    pipeline.Options
	checkpoint *checkpoint
	good       int // lines that are on disk
}

func (c call) triage(args []string) (err error) {
	t := triage{call: c, mapping: mapping{}, holds: mapping{}}
	f := flag.NewFlagSet(c.name, flag.ContinueOnError)
	f.StringVar(&t.now, "now", "", "judge as of this moment or day, 2026-11-22; the default is now")
	f.StringVar(&t.zone, "zone", "", "time `zone` of times without an offset; UTC")
	f.StringVar(&t.country, "country", "", "two letters: `country` of prospects whose row names none, for holidays")
	f.StringVar(&t.playbook, "playbook", "", "`NAME|FILE`; balanced")
	f.StringVar(&t.format, "format", "table", "table, csv or json (one object a line)")
	f.IntVar(&t.top, "top", 10_000, "the table has so many rows, those of most worth; 0 has all, and holds them")
	f.IntVar(&t.width, "width", 0, "the table is so many `characters` wide; the default is the terminal's width, or 120")
	f.StringVar(&t.separator, "separator", ",", "what stands between the cells of csv: \",\", or \";\" as a German Excel wants it")
	f.StringVar(&t.to, "out", "", "write to this `file`; then a run that was stopped can be resumed")
	f.StringVar(&t.suppress, "suppress", "", "write whom to contact no more to this `file`, for the do-not-contact list of the CRM; it is not read")
	f.StringVar(&t.only, "only", "", "`deal|contact|lead|…`: the lines of one object alone, under the headers of its own id and name, to be imported where they came from")
	f.BoolVar(&t.resume, "resume", false, "go on where the run that wrote -out was stopped")
	f.BoolVar(&t.force, "force", false, "overwrite what -out and -suppress name, whatever stands there; else only what triage wrote itself")
	f.BoolVar(&t.columns, "columns", false, "only show what each column was taken for, as JSON")
	f.StringVar(&t.dates, "dates", "", "dmy or mdy: what 3/4/2026 means, where the file does not show it")
	f.StringVar(&t.replay, "replay", "", "a second playbook, `NAME|FILE`: what changing to it would have brought over the last two quarters")
	f.BoolVar(&t.odds, "odds", false, "say of who is silent how many like them answered later, in csv and json; reads the files once more")
	f.BoolVar(&t.ideal, "ideal", false, "the ideal prospect, learnt from the accounts that bought more than once, as a playbook says it")
	f.Func("map", "`'HEADER=field'`: what a column holds, as often as needed; ignore leaves it out", t.mapping.as("'Kunde=name'"))
	f.Func("holds", "`FILE=deals|people|activities`: what a file holds, where its headers do not say", t.holds.as("people.csv=people"))
	f.BoolVar(&t.quiet, "quiet", false, "no progress and no summary")
	if t.files, err = c.files(f, args); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err = t.run(ctx); errors.Is(err, context.Canceled) {
		return interruption("stopped" + t.goOn())
	}
	return err
}

func (t *triage) run(ctx context.Context) error {
	if err := t.check(); err != nil {
		return err
	}
	debug.SetMemoryLimit(held)
	sources, err := t.sources()
	if err != nil {
		return err
	}
	if t.columns {
		return t.showColumns(sources)
	}
	if t.replay != "" {
		return t.replayed(ctx, sources)
	}
	if t.ideal {
		ideal, err := pipeline.Ideal(ctx, sources, t.options)
		if err != nil {
			return err
		}
		return t.print(map[string]playbook.Ideal{"ideal": ideal})
	}
	if t.odds {
		groups, err := pipeline.Contacts(ctx, sources, t.options)
		if err != nil {
			return err
		}
		t.options.Odds = groups.Odds()
	}
	if err := t.begin(); err != nil {
		return err
	}
	run, err := pipeline.New(sources, t.options)
	if err != nil {
		return err
	}
	if objects := pipeline.ObjectsOf(run.Sheets); t.only != "" && !slices.Contains(objects, t.only) {
		return fmt.Errorf("-only: is %q; the files hold: %s", t.only, strings.Join(objects, ", "))
	}
	out, suppress, err := t.open() // last: what stood in them is gone then
	if err != nil {
		return err
	}
	t.guesses(run.Sheets)
	if err := t.judge(ctx, run, out, suppress); err != nil {
		return err
	}
	if !t.quiet {
		t.summary(run)
	}
	return nil
}

func (t *triage) check() (err error) {
	if !slices.Contains(formats, t.format) {
		return fmt.Errorf("-format: is %q; it takes one of: %s", t.format, strings.Join(formats, ", "))
	}
	if t.top < 0 {
		return fmt.Errorf("-top: is %d; a table has 1 row or more, or, with 0, all", t.top)
	}
	if t.width != 0 && t.width < narrowest {
		return fmt.Errorf("-width: is %d; a table is %d characters wide or more", t.width, narrowest)
	}
	if t.separator != "" && t.separator != "," && t.separator != ";" {
		return fmt.Errorf("-separator: is %q; it takes , or ;", t.separator)
	}
	if t.dates != "" && t.dates != "dmy" && t.dates != "mdy" {
		return fmt.Errorf("-dates: is %q; it takes dmy (3/4 is in April) or mdy (3/4 is in March)", t.dates)
	}
	if t.odds && t.format == "table" {
		return errors.New("-odds: is a sentence, for which the table has no room; add -format csv or -format json")
	}
	if t.resume && t.to == "" {
		return errors.New("-resume: goes on with a file; name it with -out")
	}
	if t.resume && t.format == "table" {
		return errors.New("-resume: a table is written when all rows are known; add -format csv or -format json, as the run had that was stopped")
	}
	if err := t.apart(); err != nil {
		return err
	}
	if err := t.spare(); err != nil {
		return err
	}
	o := &t.options
	if o.Zone, err = workday.LoadZone(t.zone); err != nil {
		return fmt.Errorf("-zone: is %q; write a time zone as Europe/Berlin", t.zone)
	}
	if o.Playbook, err = t.named(t.playbook); err != nil {
		return err
	}
	o.Country = strings.ToUpper(t.country)
	if t.country != "" && !workday.Known(o.Country) {
		return fmt.Errorf("-country: is %q; it takes two letters, one of: %s", t.country, strings.Join(workday.Countries(), ", "))
	}
	if t.now == "" {
		o.Now = time.Now().In(o.Zone).Truncate(time.Second)
		return nil
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if o.Now, err = time.ParseInLocation(layout, t.now, o.Zone); err == nil {
			return nil
		}
	}
	return fmt.Errorf("-now: is %q; write a moment or a day, as 2026-11-22", t.now)
}

func (t *triage) sources() ([]pipeline.Source, error) {
	var sources []pipeline.Source
	left := mapping{}
	for name := range t.mapping {
		left[name] = ""
	}
	for _, name := range slices.Sorted(maps.Keys(t.holds)) {
		if !slices.Contains(t.files, name) {
			return nil, fmt.Errorf("-holds: %s is not among the files that are read: %s", name, strings.Join(t.files, ", "))
		}
	}
	for _, name := range t.files {
		info, err := stat(name)
		if err != nil {
			return nil, err
		}
		open := func() (io.ReadCloser, error) { return open(name) }
		hints := pipeline.Hints{Holds: t.holds[name], Dates: t.dates}
		if h := hints.Holds; h != "" && h != pipeline.Deals && h != pipeline.People && h != pipeline.Activities {
			return nil, fmt.Errorf("-holds: %s: is %q; it takes deals, people or activities", name, h)
		}
		if hints.Mapping, err = t.mapped(name, open, left); err != nil {
			return nil, err
		}
		sources = append(sources, pipeline.Source{Name: name, Size: info.Size(), Saved: info.ModTime(), Open: open, Hints: hints})
	}
	for _, name := range slices.Sorted(maps.Keys(left)) {
		return nil, fmt.Errorf("-map: no file has a column %q; -columns shows those there are", name)
	}
	return sources, nil
}

func (t *triage) showColumns(sources []pipeline.Source) error {
	sheets := []*pipeline.Sheet{}
	for _, src := range sources {
		in, err := src.Open()
		if err != nil {
			return err
		}
		sheet, err := pipeline.Recognise(src.Name, in, src.Hints)
		in.Close()
		if err != nil {
			return err
		}
		sheets = append(sheets, sheet)
	}
	return t.print(sheets)
}

// guesses says what the files do not show and was decided for them.
func (t *triage) guesses(sheets []*pipeline.Sheet) {
	if t.quiet {
		return
	}
	for _, s := range sheets {
		fmt.Fprintf(t.said, "%s: %s %s", s.File, s.System, s.What)
		if s.Ambiguous {
			what := "mdy: 3/4 is in March"
			if s.DayFirst {
				what = "dmy: 3/4 is in April"
			}
			fmt.Fprintf(t.said, "; its dates are read as %s; -dates says otherwise", what)
		}
		if unread := s.Unread(nil); unread != "" {
			fmt.Fprintf(t.said, ". %s", unread)
		}
		fmt.Fprintln(t.said)
	}
}

// shown is how progress is told: on a terminal, in one line that is written over.
func (t *triage) shown() func(pipeline.Progress) {
	if t.quiet || !terminal(t.said) {
		return nil
	}
	return t.progress
}

// terminal reports an output that a person looks at. A file keeps what is written.
func terminal(out io.Writer) bool {
	file, ok := out.(interface{ Stat() (os.FileInfo, error) })
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (t *triage) progress(p pipeline.Progress) {
	share := ""
	if p.Of > 0 {
		share = fmt.Sprintf("%3d %% ", min(100, p.Bytes*100/p.Of))
	}
	fmt.Fprintf(t.said, "\r%s%s %s, row %d\x1b[K", share, p.Doing, p.File, p.Rows)
}

func (t *triage) summary(run *pipeline.Triage) {
	s := run.Summary
	if t.checkpoint != nil {
		s = t.checkpoint.Before.Plus(s)
	}
	fmt.Fprintf(t.said, "%d rows: %d judged", s.Rows, s.Judged)
	if s.Aggregate > 0 {
		fmt.Fprintf(t.said, ", %d of them by counts and last dates alone", s.Aggregate)
	}
	fmt.Fprintln(t.said)
	for _, v := range []string{"your-turn", "invest", "keep", "last-try", "break-up", "pause", "stop", "hand-off"} {
		if n := s.Verdicts[v]; n > 0 {
			fmt.Fprintf(t.said, "  %-10s %d\n", v, n)
		}
	}
	for _, why := range slices.Sorted(maps.Keys(s.Unjudged)) {
		fmt.Fprintf(t.said, "  not judged: %d %s\n", s.Unjudged[why], why)
	}
	if s.Joined+s.Known > 0 {
		fmt.Fprintf(t.said, "activities: %d joined, %d known already\n", s.Joined, s.Known)
	}
	for _, notice := range s.Notices(nil) {
		fmt.Fprintln(t.said, notice)
	}
	freed, worth := (s.Minutes+30)/60, ""
	if hour := t.options.Playbook.HourIsWorth; hour > 0 {
		worth = ", worth " + (*say.Language)(nil).Amount(float64(freed*hour))
	}
	fmt.Fprintf(t.said, "letting go frees %s%s; deals worth %s go on\n", say.Count(freed, "hour", "hours"), worth, pipeline.Sums(s.Kept))
}

// replayed judges the past by two playbooks.
func (t *triage) replayed(ctx context.Context, sources []pipeline.Source) error {
	other, err := t.named(t.replay)
	if err != nil {
		return err
	}
	r, err := pipeline.Replayed(ctx, sources, t.options, [2]*playbook.Playbook{t.options.Playbook, other})
	if err != nil {
		return err
	}
	if t.format == "json" {
		return t.print(r)
	}
	_, err = io.WriteString(t.out, r.Text())
	return err
}

func marshal(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain numbers and strings
	}
	return data
}
