package pipeline

import (
	"bytes"
	"errors"
	"io"
)

// longestRow bounds what an open quotation mark can swallow, longestLine what is
// held of a file that has no lines.
const (
	longestRow  = 1 << 18
	longestLine = 1 << 24
)

// errNeverClosed is a quotation mark that opens a cell and that nothing closes.
var errNeverClosed = errors.New("a quotation mark is opened and never closed")

var errNoLines = errors.New("a line is longer than 16 MB; this is no table of separated values")

// rows reads separated values as they really come: quoted line breaks, stray
// quotation marks, rows too short and too long, any line ending. Cells are given in
// one buffer and stand until the next row.
type rows struct {
	in        io.Reader
	separator byte
	buffer    []byte
	from, to  int // what is read and not yet given
	ended     bool
	failed    error // of the reader below
	cells     [][]byte
	doubled   []int // which of the cells hold doubled quotation marks
	line      int   // on which the row given last began, from 1
	next      int   // on which the one after it begins
	began     int64 // bytes before the row given last
	read      int64 // bytes given
}

func newRows(in io.Reader, separator byte) *rows {
	return &rows{in: in, separator: separator, buffer: make([]byte, 1<<17), next: 1}
}

// row gives the cells of the next row that is not blank; io.EOF after the last. A
// row with errNeverClosed is given by its first line, marks and all, and reading
// goes on after it.
func (r *rows) row() ([][]byte, error) {
	for {
		end, lines, err := r.scan(false)
		if err == io.EOF {
			return nil, err
		}
		if err == errNeverClosed {
			if end, lines, err = r.scan(true); err != nil {
				return nil, err
			}
			err = errNeverClosed
		} else if err != nil {
			return nil, err
		}
		for _, i := range r.doubled {
			r.cells[i] = single(r.cells[i])
		}
		r.line, r.next = r.next, r.next+lines
		r.began, r.read = r.read, r.read+int64(end-r.from)
		r.from = end
		if len(r.cells) > 1 || len(bytes.TrimSpace(r.cells[0])) > 0 {
			return r.cells, err
		}
	}
}

// scan marks the cells of the row at r.from and gives where the next one begins.
// Taken literally a quotation mark is a character as any other.
func (r *rows) scan(literally bool) (end, lines int, err error) {
	for {
		end, lines, whole := r.mark(literally)
		switch {
		case whole:
			return end, lines, nil
		case r.from == r.to && r.ended:
			if r.failed != nil {
				return 0, 0, r.failed
			}
			return 0, 0, io.EOF
		case r.ended || r.to-r.from > longestRow && !literally:
			return 0, 0, errNeverClosed
		case r.to-r.from > longestLine:
			return 0, 0, errNoLines
		}
		r.fill()
	}
}

// fill makes room and reads more.
func (r *rows) fill() {
	if r.from > 0 {
		copy(r.buffer, r.buffer[r.from:r.to])
		r.to -= r.from
		r.from = 0
	}
	if r.to == len(r.buffer) {
		r.buffer = append(r.buffer, make([]byte, len(r.buffer))...)
	}
	n, err := r.in.Read(r.buffer[r.to:])
	r.to += n
	if err != nil {
		r.ended = true
		if err != io.EOF {
			r.failed = err
		}
	}
}

// mark walks over one row. whole is false where the buffer ends within it.
func (r *rows) mark(literally bool) (end, lines int, whole bool) {
	r.cells, r.doubled = r.cells[:0], r.doubled[:0]
	b, at, separator := r.buffer[:r.to], r.from, r.separator
	if at == len(b) {
		return 0, 0, false
	}
	for {
		from, to := at, 0
		if !literally && at < len(b) && b[at] == '"' {
			if from, to, at = r.quoted(b, at); at < 0 {
				return 0, 0, false
			}
		} else {
			for at < len(b) && b[at] != separator && b[at] != '\n' && b[at] != '\r' {
				at++
			}
			to = at
		}
		if at == len(b) && !r.ended {
			return 0, 0, false
		}
		r.cells = append(r.cells, b[from:to:to])
		if at < len(b) && b[at] == separator {
			at++
			continue
		}
		lines = 1 + breaks(b[r.from:at])
		switch {
		case at == len(b):
			return at, lines, true
		case b[at] == '\n':
			return at + 1, lines, true
		}
		if at+1 == len(b) && !r.ended { // what follows the \r is not read yet
			return 0, 0, false
		}
		if at+1 < len(b) && b[at+1] == '\n' {
			at++
		}
		return at + 1, lines, true
	}
}

// breaks is how many line breaks stand within a row.
func breaks(row []byte) (n int) {
	for {
		i := bytes.IndexByte(row, '\n')
		if i < 0 {
			return n
		}
		n++
		row = row[i+1:]
	}
}

// quoted is the cell whose opening mark stands at at: where it begins, where it ends,
// and what follows it; -1 where the buffer ends within it. It ends at a mark before a
// separator, the end of the line or of the file; any other stray one belongs to it.
func (r *rows) quoted(b []byte, at int) (from, to, after int) {
	at++
	from = at
	doubled := false
	for {
		i := bytes.IndexByte(b[at:], '"')
		if i < 0 {
			return 0, 0, -1
		}
		to, at = at+i, at+i+1
		switch {
		case at == len(b) && !r.ended:
			return 0, 0, -1
		case at < len(b) && b[at] == '"':
			doubled = true
			at++
			continue
		}
		after = at
		for after < len(b) && b[after] == ' ' && r.separator != ' ' {
			after++
		}
		if after == len(b) || b[after] == r.separator || b[after] == '\n' || b[after] == '\r' {
			if doubled {
				r.doubled = append(r.doubled, len(r.cells))
			}
			return from, to, after
		}
	}
}

func single(cell []byte) []byte {
	kept := cell[:0]
	for i := 0; i < len(cell); i++ {
		kept = append(kept, cell[i])
		if cell[i] == '"' && i+1 < len(cell) && cell[i+1] == '"' {
			i++
		}
	}
	return kept
}

// separators that are tried. Where two part the rows as well, the first it is: text
// and amounts hold commas, and hardly ever tabs.
var separators = []byte{'\t', ';', '|', ','}

// separatorOf finds what stands between the cells, from the beginning of a file:
// the one that gives most rows as many cells as the first. A line "sep=;" says it.
func separatorOf(head []byte) (separator byte, skip int) {
	if said, ok := bytes.CutPrefix(head, []byte("sep=")); ok && len(said) > 1 {
		line := bytes.IndexByte(head, '\n') + 1
		return said[0], line
	}
	best := 0
	separator = ','
	for _, s := range separators {
		if score := regular(head, s); score > best {
			best, separator = score, s
		}
	}
	return separator, 0
}

// regular is how many of the first rows have as many cells as the first, times the
// cells; 0 with one cell.
func regular(head []byte, separator byte) int {
	r := newRows(bytes.NewReader(head), separator)
	cells, same := 0, 0
	for range 30 {
		row, err := r.row()
		if err == io.EOF {
			break
		}
		if cells == 0 {
			cells = len(row)
		}
		if len(row) == cells && err == nil {
			same++
		}
	}
	if cells < 2 {
		return 0
	}
	return same * cells
}
