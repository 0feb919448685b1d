package workday

import (
	"testing"
	"time"
)

func day(s string) time.Time {
	t, err := time.Parse(DateForm, s)
	if err != nil {
		panic(err)
	}
	return t
}

var quiet = Calendar{Quiet: []Period{{From: "12-24", To: "01-01"}}}

func TestBetween(t *testing.T) {
	cases := []struct {
		from, to string
		want     int
	}{
		{"2026-11-20", "2026-11-20", 0},
		{"2026-11-20", "2026-11-23", 1}, // Friday to Monday
		{"2026-11-16", "2026-11-20", 4},
		{"2026-11-20", "2026-11-16", 0},
		{"2026-12-23", "2027-01-04", 1}, // quiet from the 24th to the 1st
		{"1826-11-20", "2026-11-20", 2552},
		{"0001-01-01", "2026-11-20", 2552}, // the last ten years of it
	}
	for _, c := range cases {
		if got := quiet.Between(day(c.from), day(c.to)); got != c.want {
			t.Errorf("from %s to %s: %d, want %d", c.from, c.to, got, c.want)
		}
	}
}

// TestLastBy is on the day or before it, never after.
func TestLastBy(t *testing.T) {
	for by, want := range map[string]string{
		"2026-11-20": "2026-11-20", // a Friday
		"2026-12-20": "2026-12-18", // a Sunday
		"2027-01-01": "2026-12-23", // in the quiet period
	} {
		if got := quiet.Date(quiet.LastBy(day(by))); got != want {
			t.Errorf("by %s: %s, want %s", by, got, want)
		}
	}
	never := Calendar{Quiet: []Period{{From: "01-01", To: "12-31"}}}
	if got := never.Date(never.LastBy(day("2026-11-20"))); got != "2026-11-20" {
		t.Errorf("where nobody ever works: %s", got)
	}
}

func TestMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-11-20", 3, "2027-02-20"}, {"2026-11-30", 3, "2027-02-28"}, {"2027-01-31", 1, "2027-02-28"},
		{"2027-12-31", 2, "2028-02-29"}, {"2026-12-01", 0, "2026-12-01"}, {"2026-10-31", 13, "2027-11-30"},
	} {
		if got := quiet.Date(quiet.Months(day(c.from), c.months)); got != c.want {
			t.Errorf("%d months after %s: %s, want %s", c.months, c.from, got, c.want)
		}
	}
	tokyo := Calendar{Zone: time.FixedZone("Tokyo", 9*60*60)}
	late := time.Date(2026, 11, 29, 20, 0, 0, 0, time.UTC) // the 30th there
	if got := tokyo.Date(tokyo.Months(late, 3)); got != "2027-02-28" {
		t.Errorf("in Tokyo: %s", got)
	}
}

func TestHolidays(t *testing.T) {
	cases := []struct {
		country, day string
		works        bool
	}{
		{"DE", "2026-10-01", true}, {"DE", "2026-04-03", false}, {"DE", "2026-05-25", false},
		{"DE", "2017-10-31", true},  // a holiday in all of Germany, which cal does not know
		{"DE", "2026-11-01", false}, // a Sunday
		{"US", "2026-07-03", false}, {"US", "2026-11-26", false}, {"US", "2026-11-27", true},
		{"US", "2021-12-31", false}, // New Year 2022 was a Saturday
		{"GB", "2022-12-27", false}, {"GB", "2020-05-04", true}, {"GB", "2020-05-08", false},
		{"FR", "2026-07-14", false}, {"FR", "2026-07-13", true},
		{"GR", "2026-04-13", false}, {"GR", "2026-04-06", true}, // their Easter is a week later
		{"AU", "2022-09-22", false}, {"AU", "2026-06-08", true}, // not kept in all states
		{"", "2026-12-25", true}, {"ZZ", "2026-12-25", true}, {"de", "2026-12-25", true},
	}
	for _, c := range cases {
		if got := (Calendar{Country: c.country}).Works(day(c.day)); got != c.works {
			t.Errorf("%s on %s: works is %t", c.country, c.day, got)
		}
	}
}

func TestOwnHolidays(t *testing.T) {
	c := Calendar{Holidays: []string{"2026-12-07", "12-08", "02-29", "", "13-01", "2026-12-9", "nonsense", "12-08"}}
	for written, works := range map[string]bool{
		"2026-12-07": false, "2027-12-07": true,
		"2026-12-08": false, "2027-12-08": false,
		"2028-02-29": false, "2027-02-26": true, "2027-03-01": true,
		"2026-12-09": true,
	} {
		if got := c.Works(day(written)); got != works {
			t.Errorf("%s: works is %t", written, got)
		}
	}
}

func TestIsDay(t *testing.T) {
	for written, want := range map[string]bool{
		"12-07": true, "02-29": true, "2028-02-29": true, "2026-12-07": true,
		"": false, "12-7": false, "02-30": false, "2027-02-29": false, "00-10": false, "10-00": false,
		"13-01": false, "0000-01-01": false, "2026/12/07": false, "12/07": false, "+1-07": false, "2026-12-07Z": false,
	} {
		if got := IsDay(written); got != want {
			t.Errorf("%q: %t", written, got)
		}
	}
}

func TestAway(t *testing.T) {
	berlin := time.FixedZone("CET", 3600)
	c := Calendar{Zone: berlin, Away: []Span{
		{From: time.Date(2026, 11, 16, 14, 0, 0, 0, berlin), To: time.Date(2026, 11, 18, 8, 0, 0, 0, berlin)},
		{From: day("2026-12-01")},                        // no first day back
		{From: day("2026-12-10"), To: day("2026-12-10")}, // back at once
		{From: day("2027-01-04"), To: day("2028-06-01")}, // more than a year
	}}
	for written, works := range map[string]bool{
		"2026-11-13": true, "2026-11-16": false, "2026-11-17": false, "2026-11-18": true,
		"2026-12-01": true, "2026-12-10": true, "2027-06-01": false,
	} {
		if got := c.Works(day(written)); got != works {
			t.Errorf("%s: works is %t", written, got)
		}
	}
	if got := c.Date(c.Next(day("2027-01-04"))); got != "2028-06-01" {
		t.Errorf("back on %s", got)
	}
}

func TestDayIsThatOfTheZone(t *testing.T) {
	tokyo := Calendar{Zone: time.FixedZone("JST", 9*3600)}
	late := time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC)
	if got := tokyo.Date(late); got != "2026-11-23" {
		t.Errorf("20:00 UTC on 22 November in Tokyo is %s", got)
	}
}

func TestNextEndsWhereNothingIsWorked(t *testing.T) {
	never := Calendar{Quiet: []Period{{From: "01-01", To: "12-31"}}}
	from := day("2026-11-22")
	if next := never.Next(from); next.Before(from.AddDate(10, 0, 0)) {
		t.Errorf("next is %v", next)
	}
	never.Add(from, 5) // must come back
	if n := never.Between(from, from.AddDate(3, 0, 0)); n != 0 {
		t.Errorf("%d days of it are worked", n)
	}
}
