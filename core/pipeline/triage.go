package pipeline

import (
	"context"
	"fmt"
	"io"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/calibrate"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// Source is one file. It is opened once for each time it is read.
type Source struct {
	Name  string
	Size  int64     // 0 is not known
	Saved time.Time // when it was; zero is not known
	Open  func() (io.ReadCloser, error)
	Hints Hints
}

// Options is what a pipeline is judged by.
type Options struct {
	Now      time.Time
	Zone     *time.Location // of times without an offset; nil is UTC
	Country  string         // of prospects whose row names none
	Playbook *playbook.Playbook
	Tongue   *say.Language // of the reasons; nil is English
	Skip     int           // lines of the answer that an earlier run has given

	// Odds, where given, says of everybody who is silent how many like them answered
	// later; see [Contacts].
	Odds *calibrate.Odds

	// Part of Parts gives only its share of the lines: every run reads all files, and
	// each line is judged by one. Several threads of a browser share a file so. The
	// lines of all parts together are the answer, [Block] lines of each in turn.
	Part, Parts int
}

// Block is how many lines in a row belong to one part.
const Block = 256

// gives counts one more line of the answer, and reports whether this run gives it.
func (t *Triage) gives() bool {
	n := t.given
	t.given++
	return n >= t.o.Skip && (t.o.Parts < 2 || n/Block%t.o.Parts == t.o.Part)
}

func (o *Options) zone() *time.Location {
	if o.Zone == nil {
		return time.UTC
	}
	return o.Zone
}

// What a run does, in the order it does it; words that stand before a file's name.
const (
	Reading  = "reading"
	Judging  = "judging"
	LeftOver = "looking for activities that belong to nobody"
)

// Progress is how far a run is.
type Progress struct {
	Doing string // Reading, Judging or LeftOver
	File  string
	Rows  int
	Bytes int64 // of all files, in all passes
	Of    int64
}

// Triage is one run over the files of a pipeline.
type Triage struct {
	Sheets  []*Sheet
	Summary Summary

	// What the caller gives.
	o        Options
	sources  []Source
	emit     func(*Line) error
	progress func(Progress)

	// The files.
	skips []int         // by file: bytes before its header
	order []int         // in which they are read
	kin   []bool        // by file: another export holds the same
	first map[key]place // where a row that may stand in two files does first

	// What is joined to their rows.
	index  *index
	people *people

	// How far the run is.
	doing     string
	given     int   // lines of the answer
	bytes, of int64 // of all files, in all passes

	// The row at hand; its room is used again for the next.
	at     int64 // where in its file it begins
	line   Line
	row    prospect
	found  []activity
	events []history.Event
	lister assess.Lister

	// What cells with few values say, by cell.
	words   map[string]string
	endings map[string]string
	codes   map[string]string // of countries
	optOuts map[string]string // yes, no or neither
}

// Summary is what came of a run.
type Summary struct {
	Rows      int            `json:"rows"`     // lines given
	Judged    int            `json:"judged"`   // of them
	Unjudged  map[string]int `json:"unjudged"` // the others, by reason in short
	Verdicts  map[string]int `json:"verdicts"`
	Aggregate int            `json:"aggregate"`
	Untouched int            `json:"untouched"`     // judged, and nothing is known of contact with them
	Minutes   int            `json:"minutes_freed"` // by letting go
	Amounts   map[string]int `json:"amounts"`       // rows by the currency of their value: its code, or as it is written

	Kept   map[string]float64 `json:"value_kept"` // of the deals that are gone on with, by currency
	Known  int                `json:"known"`      // activities that an earlier file had already
	Joined int                `json:"joined"`     // activities that belong to a prospect

	Directions map[string]int `json:"directions"` // activities by a direction that is not known, as it is written
	Unread     int            `json:"unread"`     // answers whose words there was no room for
}

// mostFiles is how many are told apart.
const mostFiles = 255

// New recognises the files.
func New(sources []Source, o Options) (*Triage, error) {
	t := &Triage{
		o: o, sources: sources, index: newIndex(), people: newPeople(), first: map[key]place{}, Summary: Summary{Unjudged: map[string]int{}, Verdicts: map[string]int{}, Amounts: map[string]int{}, Kept: map[string]float64{}, Directions: map[string]int{}},
		words: map[string]string{}, endings: map[string]string{}, codes: map[string]string{}, optOuts: map[string]string{},
	}
	t.row.line = &t.line
	if len(sources) > mostFiles {
		return nil, fmt.Errorf("there are %d files; at most %d are read together", len(sources), mostFiles)
	}
	for _, src := range sources {
		sheet, skip, err := src.recognise()
		if err != nil {
			return nil, err
		}
		t.Sheets, t.skips = append(t.Sheets, sheet), append(t.skips, skip)
	}
	if err := t.arrange(); err != nil {
		return nil, err
	}
	for i, s := range t.Sheets {
		t.of += t.passes(s) * sources[i].Size
	}
	if !t.holds(Deals) && !t.holds(People) {
		return nil, &Fault{Code: Nobody, Words: "there are activities and nobody they are with: add the export of the deals, contacts or leads"}
	}
	return t, nil
}

func (s *Source) recognise() (*Sheet, int, error) {
	in, err := s.Open()
	if err != nil {
		return nil, 0, err
	}
	defer in.Close()
	sample, err := io.ReadAll(io.LimitReader(plain(in), sampleSize))
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", s.Name, err)
	}
	return recognise(s.Name, sample, s.Hints)
}

func (t *Triage) holds(what string) bool {
	for _, s := range t.Sheets {
		if s.Holds == what {
			return true
		}
	}
	return false
}

// joins reports that rows of several files may belong together.
func (t *Triage) joins() bool { return len(t.Sheets) > 1 }

// passes is how often a file is read: activities are read before and, for those
// that belong to nobody, after; people before the deals and after.
func (t *Triage) passes(s *Sheet) int64 {
	if s.Holds == Activities || s.Holds == People && t.holds(Deals) {
		return 2
	}
	return 1
}

// Run judges every row, in the order of the files, deals first, and of several exports
// of one thing the newest first. Activities are held in a small form, [index]; nothing
// else grows with the files. The context ends it.
func (t *Triage) Run(ctx context.Context, emit func(*Line) error, progress func(Progress)) error {
	t.emit, t.progress = emit, progress
	if err := t.gather(ctx); err != nil {
		return err
	}
	t.doing = Judging
	for _, holds := range []string{Deals, People} {
		if err := t.through(ctx, holds, t.judgeRow); err != nil {
			return err
		}
	}
	t.doing = LeftOver
	err := t.through(ctx, Activities, t.leftOver)
	t.Summary.Joined -= t.Summary.Known // whose rows are marked as joined, too
	return err
}

// gather reads what is joined to the rows that are judged.
func (t *Triage) gather(ctx context.Context) error {
	t.doing = Reading
	if err := t.through(ctx, Activities, t.take); err != nil {
		return err
	}
	t.index.sort()
	for _, n := range t.index.known {
		t.Summary.Known += n
	}
	if t.holds(Deals) && t.holds(People) {
		if err := t.through(ctx, People, t.meet); err != nil {
			return err
		}
	}
	if !t.index.loose {
		return nil
	}
	seen := map[key]*person{}
	for _, holds := range []string{Deals, People} {
		if err := t.through(ctx, holds, func(file int, s *Sheet, line int, cells [][]byte, bad error) error {
			if t.before(file, s, cells) < 0 {
				t.namesake(s, cells, seen)
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

type visit func(file int, s *Sheet, line int, cells [][]byte, bad error) error

// through reads the files that hold something, row by row.
func (t *Triage) through(ctx context.Context, holds string, do visit) error {
	for _, i := range t.order {
		s := t.Sheets[i]
		if s.Holds != holds {
			continue
		}
		if err := t.file(ctx, i, s, do); err != nil {
			return err
		}
	}
	return nil
}

// often is how many rows pass between two looks at the context.
const often = 2048

func (t *Triage) file(ctx context.Context, i int, s *Sheet, do visit) error {
	in, err := t.sources[i].Open()
	if err != nil {
		return err
	}
	defer in.Close()
	b := plain(in)
	if _, err := b.Discard(t.skips[i]); err != nil {
		return err
	}
	r := newRows(b, s.Separator[0])
	r.next += s.above
	before := t.bytes
	t.index.before = len(t.index.all)
	for n := 0; ; n++ {
		cells, err := r.row()
		if err == io.EOF {
			t.bytes = before + r.read
			return nil
		}
		if err != nil && err != errNeverClosed {
			return fmt.Errorf("%s: line %d: %w", s.File, r.next, err)
		}
		if n == 0 {
			continue // the header
		}
		if n == often && t.doing == Reading && s.Holds == Activities {
			t.index.expect(r.read, t.sources[i].Size)
		}
		if n%often == 0 {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if t.progress != nil {
				t.progress(Progress{t.doing, s.File, n, before + r.read, t.of})
			}
		}
		t.at = r.began
		if err := do(i, s, r.line, cells, err); err != nil {
			return err
		}
	}
}

// take puts an activity into the index.
func (t *Triage) take(file int, s *Sheet, line int, cells [][]byte, bad error) error {
	t.index.grow(file, line)
	a, why := s.activityOf(cells, &t.o)
	if bad != nil || why != "" {
		return nil // reported by leftOver, when the file is read once more
	}
	t.Summary.strange(string(text(s.cell(cells, Direction))))
	a.file, a.line = uint8(file), uint32(line)
	a.row, a.anonymous = s.rowOf(cells)
	if body := s.cell(cells, Body); (kinds[a.kind] == history.Reply || kinds[a.kind] == history.Inbound) && len(body) > 0 {
		a.text = t.index.hold(string(text(body)))
		if a.text == 0 {
			t.Summary.Unread++
		}
	}
	t.index.add(a, s, cells)
	return nil
}

// namesake notes the names alone under which activities are found and that two
// rows have: whose they are nobody knows. A deal and its contact are one.
func (t *Triage) namesake(s *Sheet, cells [][]byte, seen map[key]*person) {
	t.line.forget()
	t.line.Name = s.name(cells)
	t.keys(s, cells, &t.row)
	alone := func(k key, who *person) {
		if k == 0 || len(t.index.of(k)) == 0 {
			return
		}
		if first, twice := seen[k]; twice && (who == nil || who != first) {
			t.index.shared[k] = true
		}
		seen[k] = who
	}
	name := []byte(t.line.Name)
	if s.Holds == Deals {
		alone(keyOf(ofTitle, name, nil), nil)
	}
	if s.names() {
		name, _ = s.contact(cells)
	}
	alone(keyOf(ofPerson, name, nil), t.people.of(t.row.person))
}

// meet holds what is known of a person, for the deals they belong to.
func (t *Triage) meet(file int, s *Sheet, line int, cells [][]byte, bad error) error {
	t.line.forget()
	if bad != nil || t.before(file, s, cells) >= 0 || t.read(s, cells, &t.row) != "" && t.row.person == nil {
		return nil
	}
	t.people.add(&t.row)
	return nil
}
