package workday

import "time"

// Period is a stretch of every year, both ends included, as "12-24". One that
// ends before it starts runs over New Year. One that cannot be read holds
// nothing.
type Period struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Span is a stretch of days in the calendar's zone: From is the first of them,
// To the first day back. Without days between them, so without a To, it holds
// nothing.
type Span struct{ From, To time.Time }

// IsDay reports whether s is a day as Calendar.Holidays has them: "2026-12-07",
// or "12-07" for every year.
func IsDay(s string) bool {
	_, ok := readDate(s)
	return ok
}

// roomFor is how many breaks of a window fit on the stack; more cost an
// allocation.
const roomFor = 32

// clear appends to list, in order, the stretches of from..to that no break
// touches; weekends and public holidays are still in them.
func (c Calendar) clear(from, to int, list []span) []span {
	var room [roomFor]span
	for _, b := range c.breaks(span{from, to}, room[:0]) {
		if from < b.from {
			list = append(list, span{from, b.from - 1})
		}
		from = max(from, b.to+1)
	}
	if from <= to {
		list = append(list, span{from, to})
	}
	return list
}

// breaks adds to list the absences, quiet periods and own holidays that touch the
// stretch, by their first day. They may overlap.
func (c Calendar) breaks(in span, list []span) []span {
	for _, a := range c.Away {
		list = touching(in, span{c.number(a.From), c.number(a.To) - 1}, list)
	}
	if len(c.Quiet)+len(c.Holidays) > 0 {
		first, last := utc(in.from).Year(), utc(in.to).Year()
		for _, p := range c.Quiet {
			list = p.breaks(in, first, last, list)
		}
		for _, h := range c.Holidays {
			list = holidayBreaks(h, in, first, last, list)
		}
	}
	return list
}

// breaks are the period's in the years first..last.
func (p Period) breaks(in span, first, last int, list []span) []span {
	from, fine := readDate(p.From)
	to, ok := readDate(p.To)
	if !fine || !ok || from.year != 0 || to.year != 0 {
		return list
	}
	over := 0 // New Year
	if to.month < from.month || to.month == from.month && to.day < from.day {
		over = 1
	}
	for year := first - over; year <= last; year++ {
		list = touching(in, span{from.first(year), to.last(year + over)}, list)
	}
	return list
}

// holidayBreaks are those of one of the team's holidays in the years first..last.
func holidayBreaks(holiday string, in span, first, last int, list []span) []span {
	d, ok := readDate(holiday)
	if !ok {
		return list
	}
	if d.year != 0 {
		first, last = d.year, d.year
	}
	for year := first; year <= last; year++ {
		list = touching(in, span{d.first(year), d.last(year)}, list)
	}
	return list
}

// touching adds s to list, which is in order and stays so, where it has a day in
// common with the other stretch.
func touching(in, s span, list []span) []span {
	if s.to < s.from || s.to < in.from || in.to < s.from {
		return list
	}
	list = append(list, s)
	for i := len(list) - 1; i > 0 && list[i].from < list[i-1].from; i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	return list
}

// date is a day of one year, or of every year where year is 0.
type date struct{ year, month, day int }

// first and last are the number of the date in a year, for the start and for the
// end of a stretch. They differ for 29 February in a common year: what starts on
// it starts on 1 March, what ends on it ends on the 28th, and the day itself is
// none.
func (d date) first(year int) int { return numberOf(year, d.month, d.day) }

func (d date) last(year int) int {
	n := numberOf(year, d.month, d.day)
	if d.month == 2 && d.day == 29 && !isLeap(year) {
		n--
	}
	return n
}

// readDate reads "2026-12-07" or "12-07".
func readDate(s string) (d date, ok bool) {
	year := 0
	if len(s) == len("2026-12-07") && s[4] == '-' {
		year, s = digits(s[:4]), s[5:]
		if year < 1 {
			return d, false
		}
	}
	if len(s) != len("12-07") || s[2] != '-' {
		return d, false
	}
	d = date{year, digits(s[:2]), digits(s[3:])}
	return d, d.exists()
}

func (d date) exists() bool {
	if d.month == 2 && d.day == 29 {
		return d.year == 0 || isLeap(d.year)
	}
	return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= daysIn[d.month-1]
}

// daysIn the months of a common year.
var daysIn = [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// digits reads a number without sign; it is -1 where s is none.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
