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
	marks     []mark
	cells     [][]byte
	line      int   // on which the row given last began, from 1
	next      int   // on which the one after it begins
	began     int64 // bytes before the row given last
	read      int64 // bytes given
}

// mark is where a cell stands in the buffer; escaped cells hold doubled quotation
// marks.
type mark struct {
	from, to int
	escaped  bool
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
		r.cut()
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
	r.marks = r.marks[:0]
	b, at := r.buffer[:r.to], r.from
	if at == len(b) {
		return 0, 0, false
	}
	for {
		m := mark{from: at, to: at}
		if !literally && at < len(b) && b[at] == '"' {
			if m, at, lines, whole = r.quoted(b, at, lines); !whole {
				return 0, 0, false
			}
		} else {
			for at < len(b) && b[at] != r.separator && b[at] != '\n' && b[at] != '\r' {
				at++
			}
			m.to = at
		}
		if at == len(b) && !r.ended {
			return 0, 0, false
		}
		r.marks = append(r.marks, m)
		switch {
		case at == len(b):
			return at, lines + 1, true
		case b[at] == '\n':
			return at + 1, lines + 1, true
		case b[at] == '\r':
			if at+1 == len(b) && !r.ended {
				return 0, 0, false
			}
			if at+1 < len(b) && b[at+1] == '\n' {
				at++
			}
			return at + 1, lines + 1, true
		}
		at++ // the separator
	}
}

// quoted is the cell whose opening mark stands at at, and where it ends. It ends
// at a mark before a separator, the end of the line or of the file; any other stray
// one belongs to it.
func (r *rows) quoted(b []byte, at, lines int) (m mark, end, after int, whole bool) {
	m.from = at + 1
	at++
	for {
		for at < len(b) && b[at] != '"' {
			if b[at] == '\n' {
				lines++
			}
			at++
		}
		if at++; at > len(b) {
			return m, 0, lines, false
		}
		switch {
		case at == len(b) && !r.ended:
			return m, 0, lines, false
		case at < len(b) && b[at] == '"':
			m.escaped = true
			at++
			continue
		}
		m.to, end = at-1, at
		for end < len(b) && b[end] == ' ' && r.separator != ' ' {
			end++
		}
		if end == len(b) || b[end] == r.separator || b[end] == '\n' || b[end] == '\r' {
			return m, end, lines, true
		}
	}
}

// cut makes cells of the marks, and single quotation marks of doubled ones.
func (r *rows) cut() {
	r.cells = r.cells[:0]
	for _, m := range r.marks {
		cell := r.buffer[m.from:m.to:m.to]
		if m.escaped {
			cell = single(cell)
		}
		r.cells = append(r.cells, cell)
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
