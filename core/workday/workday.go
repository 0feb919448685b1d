// Package workday is the clock of the engine: it counts the prospect's working
// days. Weekends, holidays and quiet periods do not count, and no step is dated
// on one.
package workday

import "time"

// DateForm is how a day is written: "2026-11-22".
const DateForm = "2006-01-02"

// Calendar knows which days are worked. The zero value works Monday to Friday in
// UTC.
type Calendar struct {
	Zone  *time.Location // the prospect's; nil is UTC
	Quiet []Period
	Free  func(day time.Time) bool // public holidays and dated absences; nil is none
}

// Period is a stretch of every year, both ends included, as "12-24". One that
// ends before it starts runs over New Year.
type Period struct {
	From string `json:"from"`
	To   string `json:"to"`
}

func (p Period) holds(day time.Time) bool {
	d := day.Format("01-02")
	if p.From <= p.To {
		return p.From <= d && d <= p.To
	}
	return d >= p.From || d <= p.To
}

// Day is midnight of the day t falls on in the calendar's zone.
func (c Calendar) Day(t time.Time) time.Time {
	zone := c.Zone
	if zone == nil {
		zone = time.UTC
	}
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, zone)
}

// Date writes the day of t.
func (c Calendar) Date(t time.Time) string { return c.Day(t).Format(DateForm) }

// Works reports whether the day of t is a working day.
func (c Calendar) Works(t time.Time) bool {
	day := c.Day(t)
	if wd := day.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return false
	}
	for _, p := range c.Quiet {
		if p.holds(day) {
			return false
		}
	}
	return c.Free == nil || !c.Free(day)
}

// Next is the day of t, or the first working day after it.
func (c Calendar) Next(t time.Time) time.Time {
	day := c.Day(t)
	for range longestBreak {
		if c.Works(day) {
			return day
		}
		day = day.AddDate(0, 0, 1)
	}
	return day
}

// Add is the n-th working day after the day of t; Add(t, 0) is Next(t).
func (c Calendar) Add(t time.Time, n int) time.Time {
	day := c.Day(t)
	if n == 0 {
		return c.Next(day)
	}
	for range n {
		day = c.Next(day.AddDate(0, 0, 1))
	}
	return day
}

// Between counts the working days after the day of from, up to and including
// the day of to: 0 on the same day, 1 from Friday to Monday. It is never
// negative.
func (c Calendar) Between(from, to time.Time) int {
	day, last, n := c.Day(from), c.Day(to), 0
	if last.Sub(day) > longestCount {
		day = last.Add(-longestCount)
	}
	for day.Before(last) {
		day = day.AddDate(0, 0, 1)
		if c.Works(day) {
			n++
		}
	}
	return n
}

const (
	// longestBreak bounds the search for a working day where a calendar has none.
	longestBreak = 400
	// longestCount bounds what is counted: past ten years nobody cares.
	longestCount = 10 * 366 * 24 * time.Hour
)
