// Package workday is the clock of the engine: it counts the prospect's working
// days. Weekends, public holidays, the team's own holidays, absences and quiet
// periods do not count, and no step is dated on one.
//
// # What is known of holidays
//
// holidays.txt holds the national holidays of 47 countries ([Countries]) from
// FirstYear to LastYear, days off instead of one that falls on a weekend
// included. It is written by `go generate ./core/workday` from
// github.com/rickar/cal/v2, which only the tests link; a test compares every
// day with it. What that source does not know, this package does not know:
//
//   - Regional holidays (German states, Spanish communities, Scotland and
//     Northern Ireland: GB is England and Wales). Of Australia it has only lists
//     by state: AU is the days all of them share. Of Switzerland and Canada its
//     list is wide: some of the days are kept in some cantons and provinces
//     only.
//   - Holidays that follow the moon (Thailand's Buddhist days, Idd in Kenya,
//     Matariki in New Zealand), days the state moves or adds year by year
//     (Russia from 2 to 6 January), and what war has suspended in Ukraine.
//
// A team adds such days in its playbook ([Calendar.Holidays]). Before FirstYear
// and after LastYear only weekends, quiet periods, absences and the team's own
// holidays count.
//
// The weekend is Saturday and Sunday. That is so in each of the 47 (CLDR 48,
// weekendData); the countries that rest on Friday are not among them.
package workday

import (
	"strconv"
	"time"
)

//go:generate go test -count=1 -run TestHolidaysFile . -update

// DateForm is how a day is written: "2026-11-22".
const DateForm = "2006-01-02"

// longest bounds, in days, what is counted and how far is searched: past ten
// years nobody cares.
const longest = 10 * 366

// Calendar knows which days are worked. The zero value works Monday to Friday in
// UTC. Nothing in it needs preparing: write it as a literal.
type Calendar struct {
	Zone     *time.Location // the prospect's; nil is UTC
	Country  string         // ISO 3166 alpha-2, upper case; one that is not Known has no holidays
	Quiet    []Period
	Holidays []string // the team's own: "2026-12-07", or "12-07" for every year; see IsDay
	Away     []Span   // the prospect's absences
}

// Day is the first moment of the day t falls on in the calendar's zone:
// midnight, or later where the clocks skip midnight.
func (c Calendar) Day(t time.Time) time.Time { return c.moment(c.number(t)) }

// Date writes the day of t.
func (c Calendar) Date(t time.Time) string {
	year, month, day := utc(c.number(t)).Date()
	if year < 1000 || year > 9999 {
		return utc(c.number(t)).Format(DateForm)
	}
	var form [len(DateForm)]byte // a list of a hundred thousand has as many dates, and Format looks its form over for each
	b := strconv.AppendInt(form[:0], int64(year), 10)
	return string(twoDigits(twoDigits(b, int(month)), day))
}

func twoDigits(b []byte, n int) []byte { return append(b, '-', byte('0'+n/10), byte('0'+n%10)) }

// Works reports whether the day of t is a working day.
func (c Calendar) Works(t time.Time) bool {
	day := c.number(t)
	return c.count(day, day) == 1
}

// Next is the day of t, or the first working day after it. Where ten years bring
// none, it is the day after them.
func (c Calendar) Next(t time.Time) time.Time { return c.moment(c.nth(c.number(t), 1)) }

// Add is the n-th working day after the day of t; Add(t, 0) is Next(t), and so
// is one with n below 0.
func (c Calendar) Add(t time.Time, n int) time.Time {
	if n <= 0 {
		return c.Next(t)
	}
	return c.moment(c.nth(c.number(t)+1, n))
}

// LastBy is the day of t, or the last working day before it: for what must be
// done by a day. Where ten years hold none, it is the day of t.
func (c Calendar) LastBy(t time.Time) time.Time {
	day := c.number(t)
	for on := day; on >= max(0, day-longest); on-- {
		if c.count(on, on) == 1 {
			return c.moment(on)
		}
	}
	return c.moment(day)
}

// Months is the day of t so many calendar months on, worked or not. A month
// without such a day gives its last one: three months after 30 November is the
// end of February.
func (c Calendar) Months(t time.Time, n int) time.Time {
	day := utc(c.number(t))
	first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return c.moment(numberOf(first.Year(), int(first.Month()), min(day.Day(), last)))
}

// Apart is how many days lie between two moments, worked or not: 1 from today to
// tomorrow.
func (c Calendar) Apart(from, to time.Time) int { return c.number(to) - c.number(from) }

// Between counts the working days after the day of from, up to and including
// the day of to: 0 on the same day, 1 from Friday to Monday. It is never
// negative, and of a longer time it counts the last ten years.
func (c Calendar) Between(from, to time.Time) int {
	first, last := c.number(from)+1, c.number(to)
	return c.count(max(first, last-longest+1), last)
}

// window is how many days are looked at together: few enough for their breaks
// to fit on the stack.
const window = 366

// count is how many of the days from..to are worked.
func (c Calendar) count(from, to int) int {
	free, n := tableOf(c.Country), 0
	for ; from <= to; from += window {
		var room [roomFor]span
		for _, s := range c.clear(from, min(to, from+window-1), room[:0]) {
			n += free.worked(s)
		}
	}
	return n
}

// nth is the n-th working day on or after the day from.
func (c Calendar) nth(from, n int) int {
	free, end := tableOf(c.Country), from+2*n+longest
	for wide := 0; from < end; from += wide {
		wide = min(window, 2*n+14) // n days are worked in less, but for holidays
		var room [roomFor]span
		for _, s := range c.clear(from, from+wide-1, room[:0]) {
			worked := free.worked(s)
			if n <= worked {
				return free.nth(s.from, n)
			}
			n -= worked
		}
	}
	return end
}
