package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
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
	now   time.Time

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
	r.cells = t.cells(l)
	heap.Push(&t.ranked, r)
	return nil
}

// tableColumns is how many columns there are.
const tableColumns = 12

// column is how one of the columns stands. It is left out where there is no room for its
// least width; a good one is given to it before those that are needed less get any.
type column struct {
	head              string
	need              int // 1 is needed first
	least, good, most int // characters
	right             bool
}

// columnsOf a table, in the order in which they stand. What is left when all have a good
// width widens them.
var columnsOf = [tableColumns]column{
	{"name", 1, 14, 14, 32, false}, {"account", 7, 10, 10, 24, false}, {"owner", 8, 8, 8, 18, false}, {"value", 3, 10, 10, 30, true},
	{"verdict", 2, 9, 9, 9, false}, {"kind", 10, 10, 10, 16, false}, {"score", 4, 5, 5, 5, true}, {"reason", 6, 20, 30, 100, false},
	{"next step", 5, 16, 27, 60, false}, {"reassess", 11, 10, 10, 10, false}, {"closed-lost reason", 12, 12, 12, 30, false}, {"hours", 9, 5, 5, 5, true},
}

// dated finds the day in a next step.
var dated = regexp.MustCompile(`\d{4}-\d\d-\d\d`)

// cells of a line, as columnsOf names them. A row without a name is called by its place,
// and a day is written as in the reasons.
func (t *table) cells(l *pipeline.Line) [tableColumns]string {
	name := cmp.Or(l.Name, fmt.Sprintf("%s:%d", filepath.Base(l.File), l.Row))
	next := dated.ReplaceAllStringFunc(l.Next, func(day string) string {
		on, err := time.ParseInLocation(time.DateOnly, day, t.now.Location())
		if err != nil {
			return day
		}
		return (*say.Language)(nil).Day(on, t.now, t.now.Location())
	})
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
	return [tableColumns]string{name, l.Account, l.Owner, value, l.Verdict, l.Kind, score, reason, next, reassess, status, hours}
}

// write writes the table, and below it what all of its lines come to.
func (t *table) write(out io.Writer, s *pipeline.Summary) error {
	slices.SortFunc(t.ranked, func(a, b rank) int { return a.before(&b) })
	widths, without := t.widths()
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
	rows := howMany(t.lines+t.loose, "row", "rows") // as the summary counts them
	if t.only == "" {                               // the sums are of all objects
		rows += fmt.Sprintf(", %s judged; going on with %s; %s freed by letting go", amount(s.Judged), pipeline.Sums(s.Kept), howMany((s.Minutes+30)/60, "hour", "hours"))
	}
	b.WriteString(rows + "\n")
	if more := t.lines - len(t.ranked); more > 0 {
		fmt.Fprintf(&b, "%s of less worth; -top 0 shows all, -format csv lists each\n", howMany(more, "more row", "more rows"))
	}
	if t.loose > 0 {
		what := "are activities that belong"
		if t.loose == 1 {
			what = "is an activity that belongs"
		}
		fmt.Fprintf(&b, "%s of them %s to no row of the pipeline; -format csv lists each\n", amount(t.loose), what)
	}
	if len(without) > 0 {
		fmt.Fprintf(&b, "no room for: %s; a wider terminal, -width or -format csv shows them\n", strings.Join(without, ", "))
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

// widths of the columns; 0 is not shown. Those that hold nothing are left out, and
// those for which there is no room, which are named.
func (t *table) widths() (widths [tableColumns]int, without []string) {
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
		least, good := min(wants[i], c.least), min(wants[i], c.good)
		if c.right {
			least, good = wants[i], wants[i] // a number is not cut
		}
		if least+gap > left {
			without = append(without, c.head)
			continue
		}
		widths[i] = min(good, left-gap)
		left -= widths[i] + gap
	}
	slices.SortStableFunc(byNeed, func(a, b int) int { return wants[a] - wants[b] })
	for _, i := range byNeed { // what wants little gets it
		if widths[i] > 0 {
			more := min(left, wants[i]-widths[i])
			widths[i] += more
			left -= more
		}
	}
	return widths, without
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
