package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"cleanbreak/core/pipeline"
	"cleanbreak/core/say"
)

// table writes lines for a terminal: the most valuable first, as the page lists them,
// in as many columns as fit. It holds the lines until all are known, and of more than
// most the best.
type table struct {
	only  string // the lines of one object, as deal; "" is all
	width int    // in characters
	most  int    // lines; 0 is all

	ranked ranked
	lines  int
	loose  int // activities that belong to nobody
}

// ranked is a heap of lines, the least worth on top.
type ranked []rank

type rank struct {
	worth, value float64
	score, n     int // n is the place among all lines
	cells        [tableColumns]string
}

// before orders as byWorth in extension/rows.js does: by value times score, then by score
// and by value; those that were not judged last.
func (r *rank) before(o *rank) int {
	return cmp.Or(cmp.Compare(o.worth, r.worth), o.score-r.score, cmp.Compare(o.value, r.value), r.n-o.n)
}

func (r ranked) Len() int           { return len(r) }
func (r ranked) Less(i, j int) bool { return r[i].before(&r[j]) > 0 }
func (r ranked) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *ranked) Push(x any)        { *r = append(*r, x.(rank)) }
func (r *ranked) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}

// Line takes one line. Activities that belong to nobody are counted.
func (t *table) Line(l *pipeline.Line) error {
	switch {
	case t.only != "" && l.Object != t.only:
		return nil
	case l.Loose:
		t.loose++
		return nil
	}
	t.lines++
	r := rank{worth: -1, value: l.Value, score: l.Score, n: t.lines}
	if l.Judged {
		r.worth = max(0, l.Value) * float64(l.Score)
	}
	if t.most > 0 && len(t.ranked) == t.most {
		if r.before(&t.ranked[0]) > 0 {
			return nil
		}
		heap.Pop(&t.ranked)
	}
	r.cells = cellsOf(l)
	heap.Push(&t.ranked, r)
	return nil
}

// tableColumns is how many columns there are.
const tableColumns = 12

// columnsOf a table, in the order in which they stand. Those needed first are taken, as
// far as each has its least width; what is left then widens them.
var columnsOf = [tableColumns]struct {
	head        string
	need        int // 1 is needed first
	least, most int // characters
	right       bool
}{
	{"name", 1, 14, 32, false}, {"account", 6, 10, 24, false}, {"owner", 8, 8, 18, false}, {"value", 3, 10, 30, true},
	{"verdict", 2, 9, 9, false}, {"kind", 10, 10, 16, false}, {"score", 4, 5, 5, true}, {"reason", 5, 30, 100, false},
	{"next step", 7, 16, 60, false}, {"reassess", 11, 10, 10, false}, {"closed-lost reason", 12, 12, 30, false}, {"hours", 9, 5, 5, true},
}

// cellsOf a line, as columnsOf names them.
func cellsOf(l *pipeline.Line) [tableColumns]string {
	score, value, reason, reassess, hours := "", "", l.Reason(), "", ""
	if l.Judged {
		score = strconv.Itoa(l.Score)
	}
	if l.Valued {
		value = strings.TrimSpace((*say.Language)(nil).Amount(l.Value) + " " + l.Currency)
	}
	if l.Aggregate {
		reason = "≈ " + reason
	}
	if l.Reassess != nil {
		reassess = *l.Reassess
	}
	if l.HoursFreed != nil {
		hours = strconv.Itoa(*l.HoursFreed)
	}
	status := strings.Join(slices.DeleteFunc([]string{l.ClosedLostReason, l.LeadStatus}, func(s string) bool { return s == "" }), " / ")
	return [tableColumns]string{l.Name, l.Account, l.Owner, value, l.Verdict, l.Kind, score, reason, l.Next, reassess, status, hours}
}

// write writes the table, and below it what all of its lines come to.
func (t *table) write(out io.Writer, s *pipeline.Summary) error {
	slices.SortFunc(t.ranked, func(a, b rank) int { return a.before(&b) })
	widths := t.widths()
	var b strings.Builder
	var heads [tableColumns]string
	for i, c := range columnsOf {
		heads[i] = strings.ToUpper(c.head)
	}
	if len(t.ranked) > 0 {
		writeRow(&b, &heads, &widths)
	}
	for i := range t.ranked {
		writeRow(&b, &t.ranked[i].cells, &widths)
	}
	rows := howMany(t.lines, "row", "rows")
	if t.only == "" { // the sums are of all objects
		rows += fmt.Sprintf(", %s judged; going on with %s; %s freed by letting go", amount(s.Judged), pipeline.Sums(s.Kept), howMany((s.Minutes+30)/60, "hour", "hours"))
	}
	b.WriteString(rows + "\n")
	if more := t.lines - len(t.ranked); more > 0 {
		fmt.Fprintf(&b, "%s of less worth; -top 0 shows all, -format csv lists each\n", howMany(more, "more row", "more rows"))
	}
	if t.loose > 0 {
		fmt.Fprintf(&b, "%s to no row of the pipeline; -format csv lists each\n", howMany(t.loose, "activity belongs", "activities belong"))
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func amount(n int) string { return (*say.Language)(nil).Amount(float64(n)) }

// howMany is a number with its noun, the thousands apart.
func howMany(n int, one, many string) string {
	if n < 1000 {
		return say.Count(n, one, many)
	}
	return amount(n) + " " + many
}

const (
	gap       = 2  // between two columns
	narrowest = 40 // a table, in characters
)

// widths of the columns; 0 is not shown. Those that hold nothing are left out.
func (t *table) widths() (widths [tableColumns]int) {
	var wants [tableColumns]int
	for i := range t.ranked {
		for c, cell := range t.ranked[i].cells {
			wants[c] = max(wants[c], width(cell))
		}
	}
	byNeed := make([]int, tableColumns)
	for i, c := range columnsOf {
		byNeed[c.need-1] = i
	}
	left := t.width + gap
	for _, i := range byNeed {
		c := columnsOf[i]
		if wants[i] == 0 {
			continue
		}
		wants[i] = min(max(wants[i], len(c.head)), c.most)
		least := min(wants[i], c.least)
		if c.right {
			least = wants[i] // a number is not cut
		}
		if least+gap <= left {
			widths[i] = least
			left -= least + gap
		}
	}
	slices.SortStableFunc(byNeed, func(a, b int) int { return wants[a] - wants[b] })
	for _, i := range byNeed { // what wants little gets it
		if widths[i] > 0 {
			more := min(left, wants[i]-widths[i])
			widths[i] += more
			left -= more
		}
	}
	return widths
}

func writeRow(b *strings.Builder, cells *[tableColumns]string, widths *[tableColumns]int) {
	row := ""
	for i, cell := range cells {
		if widths[i] == 0 {
			continue
		}
		cell = cut(cell, widths[i])
		filling := strings.Repeat(" ", widths[i]-width(cell))
		if columnsOf[i].right {
			row += filling + cell
		} else {
			row += cell + filling
		}
		row += strings.Repeat(" ", gap)
	}
	b.WriteString(strings.TrimRight(row, " ") + "\n")
}

// cut is a cell in so many characters, with an ellipsis where it is longer. Signs that
// would steer a terminal are left out.
func cut(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
	if width(s) <= most {
		return s
	}
	n := 0
	for at, r := range s {
		if n += wide(r); n > most-1 {
			return s[:at] + "…"
		}
	}
	return s
}

// width is how many characters of a terminal a text takes.
func width(s string) (n int) {
	for _, r := range s {
		n += wide(r)
	}
	return n
}

// wide is 2 for the signs of East Asia and pictures, 0 for marks that stand on others.
func wide(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana), 0x3000 <= r && r < 0x3040, 0xff01 <= r && r <= 0xff60, 0x1f300 <= r && r <= 0x1faff:
		return 2
	}
	return 1
}
