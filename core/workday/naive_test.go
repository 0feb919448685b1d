package workday

import (
	"slices"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/rickar/cal/v2"
	"pgregory.net/rapid"
)

// naive is the clock without haste: it walks day by day, compares dates as they
// are written and asks cal for the holidays. Its days are midnights in UTC.
type naive struct{ Calendar }

func (c naive) day(t time.Time) time.Time {
	if c.Zone != nil {
		t = t.In(c.Zone)
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func (c naive) works(day time.Time) bool {
	if wd := day.Weekday(); wd == time.Saturday || wd == time.Sunday || c.holiday(day) || c.away(day) {
		return false
	}
	if slices.Contains(c.Holidays, day.Format(DateForm)) || slices.Contains(c.Holidays, day.Format("01-02")) {
		return false
	}
	for _, p := range c.Quiet {
		d := day.Format("01-02")
		if p.From <= p.To && p.From <= d && d <= p.To || p.From > p.To && (d >= p.From || d <= p.To) {
			return false
		}
	}
	return true
}

func (c naive) holiday(day time.Time) bool {
	if day.Year() < FirstYear || day.Year() > LastYear || sources[c.Country] == nil {
		return false
	}
	for _, list := range sources[c.Country] {
		if _, observed, _ := (&cal.Calendar{Holidays: list}).IsHoliday(day); !observed {
			return false
		}
	}
	return true
}

func (c naive) away(day time.Time) bool {
	for _, a := range c.Away {
		if !day.Before(c.day(a.From)) && day.Before(c.day(a.To)) {
			return true
		}
	}
	return false
}

func (c naive) between(from, to time.Time) int {
	n, last := 0, c.day(to)
	for day := c.day(from).AddDate(0, 0, 1); !day.After(last); day = day.AddDate(0, 0, 1) {
		if c.works(day) {
			n++
		}
	}
	return n
}

// add writes the n-th working day after a day, or "" where it is years away.
func (c naive) add(from time.Time, n int) string {
	day := c.day(from)
	for range 2000 {
		if n == 0 {
			return day.Format(DateForm)
		}
		day = day.AddDate(0, 0, 1)
		if c.works(day) {
			n--
		}
	}
	return ""
}

func zones() []*time.Location {
	list := []*time.Location{nil}
	for _, name := range []string{
		"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati",
		"America/Sao_Paulo", "America/Santiago", "Africa/Cairo", "Asia/Beirut", // their clocks skip midnight
		"America/Havana", "Pacific/Apia", // midnight twice; a day left out
	} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			panic(err)
		}
		list = append(list, zone)
	}
	return list
}

var (
	anyZone    = rapid.SampledFrom(zones())
	anyCountry = rapid.SampledFrom(append(Countries(), "", "ZZ"))
	anyMoment  = rapid.Map(rapid.Int64Range(day("2009-01-01").Unix(), day("2049-01-01").Unix()),
		func(s int64) time.Time { return time.Unix(s, 0) })
	nearMoment = rapid.Map(rapid.Int64Range(day("2023-06-01").Unix(), day("2026-06-01").Unix()),
		func(s int64) time.Time { return time.Unix(s, 0) })
	anyYearly = rapid.Map(rapid.IntRange(0, 365),
		func(n int) string { return day("2024-01-01").AddDate(0, 0, n).Format("01-02") })
	anyHoliday = rapid.OneOf(anyYearly, rapid.Just("02-29"),
		rapid.Map(nearMoment, func(t time.Time) string { return t.UTC().Format(DateForm) }))
)

func drawCalendar(t *rapid.T) Calendar {
	c := Calendar{Zone: anyZone.Draw(t, "zone"), Country: anyCountry.Draw(t, "country")}
	for range rapid.IntRange(0, 2).Draw(t, "quiet") {
		c.Quiet = append(c.Quiet, Period{From: anyYearly.Draw(t, "from"), To: anyYearly.Draw(t, "to")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "away") {
		c.Away = append(c.Away, Span{From: nearMoment.Draw(t, "from"), To: nearMoment.Draw(t, "to")})
	}
	c.Holidays = rapid.SliceOfN(anyHoliday, 0, 15).Draw(t, "holidays")
	return c
}

// drawMoments are two moments in order, at most three years apart; half of them
// are near the absences.
func drawMoments(t *rapid.T) (from, to time.Time) {
	from = rapid.OneOf(anyMoment, nearMoment).Draw(t, "at")
	return from, from.Add(time.Duration(rapid.IntRange(0, 3*365*24).Draw(t, "hours")) * time.Hour)
}

func TestLikeTheNaiveClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCalendar(t)
		slow := naive{c}
		from, to := drawMoments(t)
		if got, want := c.Works(from), slow.works(slow.day(from)); got != want {
			t.Fatalf("works on %v: %t, want %t", from, got, want)
		}
		if got, want := c.Between(from, to), slow.between(from, to); got != want {
			t.Fatalf("between %v and %v: %d, want %d", from, to, got, want)
		}
		n := rapid.IntRange(1, 100).Draw(t, "n")
		if got, want := c.Date(c.Add(from, n)), slow.add(from, n); got != want && want != "" {
			t.Fatalf("%d working days after %v: %s, want %s", n, from, got, want)
		}
		before := from.AddDate(0, 0, -1)
		if got, want := c.Date(c.Next(from)), slow.add(before, 1); got != want && want != "" && slow.day(before) != slow.day(from) {
			t.Fatalf("next of %v: %s, want %s", from, got, want)
		}
	})
}

func TestAddAndBetweenAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCalendar(t)
		from, _ := drawMoments(t)
		n := rapid.IntRange(1, 300).Draw(t, "n")
		to := c.Add(from, n)
		if to.Sub(from) > longest*24*time.Hour {
			t.Skip("it works hardly ever")
		}
		if got := c.Between(from, to); got != n || !c.Works(to) {
			t.Fatalf("%d working days after %v is %v, and between them are %d", n, from, to, got)
		}
		if next := c.Next(to); !next.Equal(to) {
			t.Fatalf("%v works, and next is %v", to, next)
		}
		if a, b := c.Add(from, 0), c.Next(from); !a.Equal(b) || !c.Works(b) {
			t.Fatalf("add 0 is %v, next %v", a, b)
		}
	})
}

func TestStretchesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCalendar(t)
		from, to := drawMoments(t)
		middle := from.Add(to.Sub(from) / time.Duration(rapid.IntRange(1, 10).Draw(t, "part")))
		if a, b, all := c.Between(from, middle), c.Between(middle, to), c.Between(from, to); a+b != all {
			t.Fatalf("%d and %d are not %d", a, b, all)
		}
		if from.Before(to) && c.Date(from) != c.Date(to) && c.Between(to, from) != 0 {
			t.Fatal("backwards is not 0")
		}
	})
}

// TestWholeWeeksChangeNothing where neither stretch has a holiday.
func TestWholeWeeksChangeNothing(t *testing.T) {
	holidays := func(c Calendar, from, to time.Time) bool {
		return c.Between(from, to) != Calendar{Zone: c.Zone}.Between(from, to)
	}
	rapid.Check(t, func(t *rapid.T) {
		c := Calendar{Zone: time.UTC, Country: anyCountry.Draw(t, "country"), Quiet: quiet.Quiet}
		from, n := anyMoment.Draw(t, "from").UTC(), rapid.IntRange(1, 20).Draw(t, "n")
		weeks := rapid.IntRange(-60, 60).Draw(t, "weeks")
		to, moved := from.AddDate(0, 0, 40), from.AddDate(0, 0, 7*weeks)
		if holidays(c, from, to) || holidays(c, moved, moved.AddDate(0, 0, 40)) {
			return
		}
		if a, b := c.Between(from, to), c.Between(moved, moved.AddDate(0, 0, 40)); a != b {
			t.Fatalf("between: %d, and %d weeks on %d", a, weeks, b)
		}
		if a, b := c.Add(from, n).AddDate(0, 0, 7*weeks), c.Add(moved, n); !a.Equal(b) {
			t.Fatalf("add: %v, and %d weeks on %v", a, weeks, b)
		}
	})
}

func TestDayIsTheFirstMoment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Calendar{Zone: anyZone.Draw(t, "zone")}
		at := rapid.OneOf(anyMoment, rapid.Map(anyMoment, func(t time.Time) time.Time {
			return t.Truncate(24 * time.Hour) // near midnight in many zones
		})).Draw(t, "at")
		checkDay(t, c, at)
	})
}

func checkDay(t rapid.TB, c Calendar, at time.Time) {
	t.Helper()
	day := c.Day(at)
	if day.After(at) || c.Date(day) != c.Date(at) || c.Date(day.Add(-time.Nanosecond)) == c.Date(at) {
		t.Fatalf("%v: the day of %v is %v", c.Zone, at, day)
	}
	if got, want := c.Date(at), (naive{c}).day(at).Format(DateForm); got != want {
		t.Fatalf("%v: the date of %v is %s, want %s", c.Zone, at, got, want)
	}
}

// TestDayWhereTheClocksChange walks all hours of the zones in which they do so at
// midnight.
func TestDayWhereTheClocksChange(t *testing.T) {
	for _, zone := range zones() {
		for at := day("2010-01-01"); at.Year() < 2026; at = at.Add(7 * time.Hour / 2) {
			checkDay(t, Calendar{Zone: zone}, at)
		}
	}
}
