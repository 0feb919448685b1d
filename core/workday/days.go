package workday

import "time"

// Days are numbered from 0, Monday 1 January of the year 1: a number modulo 7 is
// a weekday, 0 to 4 those of work, and no number is negative.

const (
	secondsPerDay = 24 * 60 * 60
	// unixDay is the number of 1 January 1970.
	unixDay = 719162
)

// span is the days from..to, both included; none where to is before from.
type span struct{ from, to int }

// number is that of the day t falls on in the calendar's zone.
func (c Calendar) number(t time.Time) int {
	offset := 0
	if c.Zone != nil {
		_, offset = t.In(c.Zone).Zone()
	}
	return int(max(0, t.Unix()+int64(offset)+unixDay*secondsPerDay) / secondsPerDay)
}

// moment is the first one of a day in the calendar's zone.
func (c Calendar) moment(day int) time.Time {
	zone := c.Zone
	if zone == nil {
		zone = time.UTC
	}
	y, m, d := utc(day).Date()
	t := time.Date(y, m, d, 0, 0, 0, 0, zone)
	if t.Day() != d { // the clocks skip midnight, and t is before it
		_, t = t.ZoneBounds()
	}
	return t
}

// utc is the midnight of a day in UTC.
func utc(day int) time.Time {
	return time.Unix(int64(day-unixDay)*secondsPerDay, 0).UTC()
}

// numberOf is that of a date. 29 February of a common year is 1 March.
func numberOf(year, month, day int) int {
	y := year - 1
	n := y*365 + y/4 - y/100 + y/400 + daysBefore[month-1] + day - 1
	if month > 2 && isLeap(year) {
		n++
	}
	return n
}

// daysBefore each month of a common year.
var daysBefore = [12]int{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func isWeekday(day int) bool { return day%7 < 5 }

// weekdays counts Mondays to Fridays.
func weekdays(s span) int { return weekdaysBefore(s.to+1) - weekdaysBefore(s.from) }

func weekdaysBefore(day int) int { return day/7*5 + min(day%7, 5) }

// nthWeekday is the n-th Monday to Friday on or after the day from; n is at
// least 1.
func nthWeekday(from, n int) int {
	before := weekdaysBefore(from) + n - 1
	return before/5*7 + before%5
}
