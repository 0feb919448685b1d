package pipeline

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Dialect is how csv is written for a spreadsheet; the zero one is plain.
type Dialect struct {
	Separator byte // 0 is a comma; a German Excel wants a semicolon
	Mark      bool // begins with a byte order mark, by which Excel knows UTF-8
}

func (d Dialect) separator() byte { return cmp.Or(d.Separator, ',') }

// begin gives what stands before the head.
func (d Dialect) begin(b []byte) []byte {
	if d.Mark {
		return append(b, "\ufeff"...)
	}
	return b
}

// Writer writes lines one after the other.
type Writer struct {
	Dialect
	Only   string // the lines of one object, as deal, under its own headers; "" is all
	out    io.Writer
	format string
	buffer []byte
	more   func(*Line) []string
	titles []string
}

// Add puts columns of the caller's own after those of csv.
func (w *Writer) Add(titles []string, cells func(*Line) []string) {
	w.titles, w.more = titles, cells
}

// NewWriter writes csv or json. The id and the name of csv carry the headers they had
// in the first file that is judged, or that holds what Only names, so that it can be
// imported there again.
func NewWriter(out io.Writer, format string) *Writer { return &Writer{out: out, format: format} }

// columns of csv after the id and the name.
var columns = []string{
	"contact", "email", "account", "owner", "stage", "value", "currency", "verdict", "kind", "score", "reason", "next_step", "reassess",
	"closed_lost_reason", "lead_status", "hours_freed", "rotting", "basis", "odds", "note", "object", "file", "line",
}

// Head writes what stands above the lines.
func (w *Writer) Head(sheets []*Sheet) error {
	if w.format != "csv" {
		return nil
	}
	w.buffer = w.begin(w.buffer[:0])
	id, name := w.headers(sheets)
	w.cell(id)
	w.cell(name)
	for _, c := range columns {
		w.cell(c)
	}
	for _, c := range w.titles {
		w.cell(c)
	}
	w.endRow()
	return w.flush()
}

func (w *Writer) headers(sheets []*Sheet) (id, name string) {
	id, name = "id", "name"
	for _, holds := range []string{Deals, People} {
		for _, s := range sheets {
			if s.Holds != holds || w.Only != "" && s.Object != w.Only {
				continue
			}
			if s.has(ID) {
				id = s.Columns[s.at[ID][0]].Header
			}
			if s.has(Name) {
				name = s.Columns[s.at[Name][0]].Header
			}
			return id, name
		}
	}
	return id, name
}

// Line writes one line.
func (w *Writer) Line(l *Line) error {
	if w.Only != "" && l.Object != w.Only {
		return nil
	}
	w.buffer = w.buffer[:0]
	switch w.format {
	case "csv":
		w.csv(l)
	case "json":
		if err := w.json(l); err != nil {
			return err
		}
	}
	return w.flush()
}

func (w *Writer) flush() error {
	_, err := w.out.Write(w.buffer)
	return err
}

func (w *Writer) csv(l *Line) {
	for _, s := range [...]string{l.ID, l.Name, l.Contact, l.Email, l.Account, l.Owner, l.Stage, l.value(), l.Currency, l.Verdict, l.Kind} {
		w.cell(s)
	}
	if l.Judged {
		w.buffer = strconv.AppendInt(w.buffer, int64(l.Score), 10)
	}
	w.buffer = append(w.buffer, w.separator())
	for _, s := range [...]string{l.Reason(), l.Next, or(l.Reassess), l.ClosedLostReason, l.LeadStatus, l.freed(), l.rots(), l.Basis(), l.Odds, l.Note, l.Object, l.File} {
		w.cell(s)
	}
	w.buffer = append(strconv.AppendInt(w.buffer, int64(l.Row), 10), w.separator())
	if w.more != nil {
		for _, s := range w.more(l) {
			w.cell(s)
		}
	}
	w.endRow()
}

func (l *Line) value() string {
	if !l.Valued {
		return ""
	}
	return strconv.FormatFloat(l.Value, 'f', -1, 64)
}

func (l *Line) freed() string {
	if l.HoursFreed == nil {
		return ""
	}
	return strconv.Itoa(*l.HoursFreed)
}

func (l *Line) rots() string {
	if l.Rotting {
		return "yes"
	}
	return ""
}

// Reason is why the verdict is what it is, or why there is none.
func (l *Line) Reason() string {
	if !l.Judged {
		return "not judged: " + l.Why
	}
	return l.Because
}

// Basis is what the verdict rests on: single events, counts and last dates alone,
// or nothing that was done.
func (l *Line) Basis() string {
	switch {
	case !l.Judged:
		return ""
	case l.Aggregate:
		return "aggregate"
	case l.Known == 0:
		return "nothing"
	}
	return "events"
}

func or(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// cell writes one cell and the separator.
func (w *Writer) cell(s string) {
	w.buffer = append(AppendCell(w.buffer, s), w.separator())
}

func (w *Writer) endRow() {
	w.buffer = append(w.buffer[:len(w.buffer)-1], "\r\n"...)
}

// AppendCell writes a cell that no spreadsheet takes for a formula: what begins as
// one gets an apostrophe before it. A number stays a number.
func AppendCell(b []byte, s string) []byte {
	if bare(s) {
		return append(b, s...)
	}
	guarded := formula(s)
	b = append(b, '"')
	if guarded {
		b = append(b, '\'')
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '"' {
			b = append(b, '"')
		}
		b = append(b, s[i])
	}
	return append(b, '"')
}

// bare reports a text that needs no quotation marks and is no formula: it begins
// with a letter or a digit and holds no separator. Of other scripts 0xc2 and 0xef
// begin the blanks and wide signs that a formula may begin with.
func bare(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
		case i == 0 && (c < 0x80 || c == 0xc2 || c == 0xef) || c == ',' || c == ';' || c == '"' || c < ' ':
			return false
		}
	}
	return len(s) == 0 || s[len(s)-1] != ' '
}

// formula reports a text that a spreadsheet would calculate: one that begins with
// such a sign, after whatever blanks and quotation marks, and is no plain number.
func formula(s string) bool {
	rest := strings.TrimLeft(s, " \t\r\n\u00a0\"'")
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r") || strings.HasPrefix(s, "\n") {
		return true
	}
	switch r, _ := utf8.DecodeRuneInString(rest); r {
	case '=', '@', '+', '|', '%', '＝', '＋', '＠', '－':
		return true
	case '-':
		_, err := strconv.ParseFloat(s, 64)
		return err != nil
	}
	return false
}

// lineJSON is a line as JSON, one on each line of the answer.
type lineJSON struct {
	ID               string   `json:"id"`
	Name             string   `json:"name"`
	Contact          string   `json:"contact"`
	Email            string   `json:"email"`
	Account          string   `json:"account"`
	Owner            string   `json:"owner"`
	Stage            string   `json:"stage"`
	Value            *float64 `json:"value"`
	Currency         string   `json:"currency"`
	Judged           bool     `json:"judged"`
	Verdict          string   `json:"verdict"`
	Kind             string   `json:"kind"`
	Score            int      `json:"score"`
	Reason           string   `json:"reason"`
	Next             string   `json:"next_step"`
	Reassess         *string  `json:"reassess"`
	ClosedLostReason string   `json:"closed_lost_reason"`
	LeadStatus       string   `json:"lead_status"`
	HoursFreed       *int     `json:"hours_freed"`
	Rotting          bool     `json:"rotting"`
	Aggregate        bool     `json:"aggregate"`
	Odds             string   `json:"odds"`
	Note             string   `json:"note"`
	Object           string   `json:"object"`
	File             string   `json:"file"`
	Line             int      `json:"line"`
}

func (w *Writer) json(l *Line) error {
	j := lineJSON{
		l.ID, l.Name, l.Contact, l.Email, l.Account, l.Owner, l.Stage, nil, l.Currency, l.Judged, l.Verdict, l.Kind, l.Score, l.Reason(), l.Next,
		l.Reassess, l.ClosedLostReason, l.LeadStatus, l.HoursFreed, l.Rotting, l.Aggregate, l.Odds, l.Note, l.Object, l.File, l.Row,
	}
	if l.Valued {
		j.Value = &l.Value
	}
	data, err := json.Marshal(j)
	if err != nil {
		return fmt.Errorf("%s: line %d: %w", l.File, l.Row, err)
	}
	w.buffer = append(append(w.buffer, data...), '\n')
	return nil
}
