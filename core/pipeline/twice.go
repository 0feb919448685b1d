package pipeline

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"time"
)

// place is where a row stands: in which of the files, and its first byte there.
type place struct {
	file int
	at   int64
}

// arrange puts the files in the order in which they are read: as they were given, but of
// several exports of one thing the newest first, for what it says is judged.
func (t *Triage) arrange() error {
	t.kin = make([]bool, len(t.Sheets))
	dates := make([]time.Time, len(t.Sheets))
	for i, s := range t.Sheets {
		t.order = append(t.order, i)
		t.kin[i] = slices.ContainsFunc(t.Sheets, func(o *Sheet) bool { return o != s && o.like(s) })
		if t.kin[i] {
			var err error
			if dates[i], err = t.newest(i); err != nil {
				return err
			}
		}
	}
	newer := func(a, b int) int {
		return cmp.Or(dates[b].Compare(dates[a]), t.sources[b].Saved.Compare(t.sources[a].Saved), cmp.Compare(b, a))
	}
	for i := range t.order { // into the places that exports of one thing have, the newest of them
		for j := i + 1; j < len(t.order); j++ {
			if a, b := t.order[i], t.order[j]; t.Sheets[a].like(t.Sheets[b]) && newer(a, b) > 0 {
				t.order[i], t.order[j] = b, a
			}
		}
	}
	t.index.rank = make([]int, len(t.order))
	for at, file := range t.order {
		t.index.rank[file] = at
	}
	return nil
}

// like reports two exports of one thing.
func (s *Sheet) like(o *Sheet) bool {
	return s.System == o.System && s.What == o.What && s.Holds == o.Holds
}

// newest is the last day, up to now, that stands in the beginning of a file; zero where
// none does.
func (t *Triage) newest(file int) (day time.Time, err error) {
	s := t.Sheets[file]
	in, err := t.sources[file].Open()
	if err != nil {
		return day, err
	}
	defer in.Close()
	b := plain(in)
	if _, err := b.Discard(t.skips[file]); err != nil {
		return day, err
	}
	r := newRows(io.LimitReader(b, sampleSize), s.Separator[0])
	for {
		cells, err := r.row()
		if err == io.EOF {
			return day, nil
		}
		if err != nil && err != errNeverClosed {
			return day, err
		}
		for _, f := range [...]Field{Created, StageSince, LastTouch, LastReply, At, DoneAt} {
			if at := s.when(cells, f, &t.o); !at.After(t.o.Now) {
				day = later(day, at.Truncate(24*time.Hour))
			}
		}
	}
}

// before is the file in which the row at hand stood before, as in this week's export
// beside last week's: it is the same by its id, and where no system we know gave that,
// by its name too; without an id by all of its cells. -1 where it stands in no other.
func (t *Triage) before(file int, s *Sheet, cells [][]byte) int {
	if !t.kin[file] {
		return -1
	}
	var name []byte
	if s.System == "plain" {
		name = text(s.cell(cells, Name))
	}
	k := keyOf(ofID, identity(text(s.cell(cells, ID))), []byte(s.System), []byte(s.What), name)
	if k == 0 {
		k = keyOf(ofRow, bytes.Join(cells, []byte{0x1f}), []byte(s.System), []byte(s.What))
	}
	return t.already(k, file)
}

// leftBefore is the file in which an activity that is joined to no row stood already; -1
// where it stands in no other.
func (t *Triage) leftBefore(file int, s *Sheet, cells [][]byte) int {
	if !t.kin[file] {
		return -1
	}
	k, _ := s.rowOf(cells)
	return t.already(k, file)
}

// already is the file in which the row at hand stood before, by its key; -1 where it stands
// in no other.
func (t *Triage) already(k key, file int) int {
	here := place{file, t.at}
	first, known := t.first[k]
	if !known {
		t.first[k], first = here, here
	}
	if first.file == file {
		return -1
	}
	return first.file
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
