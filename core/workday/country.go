package workday

import (
	_ "embed"
	"slices"
	"strings"
	"sync/atomic"
)

// FirstYear and LastYear bound the years whose holidays are known.
const (
	FirstYear = 2015
	LastYear  = 2045
)

// holidays has a line for each country and, indented below it, one for each year
// that departs from it; its head says how they are written.
//
//go:embed holidays.txt
var holidays string

// Countries whose holidays are known, by their ISO 3166 alpha-2 codes, in order.
func Countries() []string {
	codes := []string{}
	for line := range strings.Lines(holidays) {
		if line[0] >= 'A' && line[0] <= 'Z' {
			codes = append(codes, line[:2])
		}
	}
	return codes
}

// Known reports whether the holidays of a country are known.
func Known(country string) bool { return isCode(country) && len(tableOf(country).days) > 0 }

func isCode(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

// table is the public holidays of a country: the numbers of those that fall on
// Monday to Friday, in order.
type table struct{ days []int32 }

// tables holds those asked for so far, by their code.
var tables [26 * 26]atomic.Pointer[table]

// unknown is the table of a country that is not known.
var unknown table

// tableOf reads the table of a country when it is first asked for.
func tableOf(country string) *table {
	if !isCode(country) {
		return &unknown
	}
	kept := &tables[int(country[0]-'A')*26+int(country[1]-'A')]
	t := kept.Load()
	if t == nil {
		t = readTable(country)
		kept.Store(t)
	}
	return t
}

// before counts the holidays before a day.
func (t *table) before(day int) int {
	n, _ := slices.BinarySearch(t.days, int32(day))
	return n
}

// worked counts the working days of a stretch without breaks.
func (t *table) worked(s span) int {
	return weekdays(s) - (t.before(s.to+1) - t.before(s.from))
}

// nth is the n-th working day on or after the day from, where no break comes
// before it; n is at least 1.
func (t *table) nth(from, n int) int {
	for {
		day := nthWeekday(from, n)
		worked := t.worked(span{from, day})
		if worked == n {
			return day
		}
		from, n = day+1, n-worked
	}
}

// readTable reads the lines of one country.
func readTable(country string) *table {
	_, rest, found := strings.Cut(holidays, "\n"+country+" ")
	if !found {
		return &unknown
	}
	t := &table{}
	line, rest, _ := strings.Cut(rest, "\n")
	rules := strings.Fields(line)
	for year := FirstYear; year <= LastYear; year++ {
		for _, rule := range rules {
			t.add(ruleDay(rule, year))
		}
	}
	for strings.HasPrefix(rest, " ") {
		line, rest, _ = strings.Cut(rest, "\n")
		words := strings.Fields(line)
		year := digits(words[0])
		for _, w := range words[1:] {
			if out, ok := strings.CutPrefix(w, "!"); ok {
				t.remove(ruleDay(out, year))
			} else {
				t.add(ruleDay(w, year))
			}
		}
	}
	return t
}

func (t *table) add(day int) {
	at, there := slices.BinarySearch(t.days, int32(day))
	if there || !isWeekday(day) {
		return
	}
	t.days = append(t.days, 0)
	copy(t.days[at+1:], t.days[at:])
	t.days[at] = int32(day)
}

func (t *table) remove(day int) {
	if at, there := slices.BinarySearch(t.days, int32(day)); there {
		t.days = append(t.days[:at], t.days[at+1:]...)
	}
}

// weekdayNames as rules have them, by their place in the week.
var weekdayNames = []string{"mon", "tue", "wed", "thu", "fri"}

// ruleDay is the day a rule names in a year: "12-25"; "easter-2" and "orthodox+1",
// so many days from the Easter of the West or the East; "09-01/mon", the first
// Monday on or after 1 September.
func ruleDay(rule string, year int) int {
	if offset, ok := strings.CutPrefix(rule, "easter"); ok {
		return easter(year) + signed(offset)
	}
	if offset, ok := strings.CutPrefix(rule, "orthodox"); ok {
		return orthodoxEaster(year) + signed(offset)
	}
	d, _ := readDate(rule[:5])
	day := d.first(year)
	if _, name, ok := strings.Cut(rule, "/"); ok {
		weekday := slices.Index(weekdayNames, name)
		day += (weekday - day%7 + 7) % 7
	}
	return day
}

// signed reads "+39" or "-2".
func signed(s string) int {
	if s[0] == '-' {
		return -digits(s[1:])
	}
	return digits(s[1:])
}

// easter is the Sunday of the Western churches: the anonymous Gregorian
// algorithm (Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) int {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	return numberOf(year, 3, 22) + h + l - 7*m
}

// orthodoxEaster is the Sunday of the Eastern churches: Meeus' Julian algorithm,
// 13 days on from 1900 to 2099.
func orthodoxEaster(year int) int {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	return numberOf(year, 3, 22) + d + e + 13
}
