package workday

import (
	"testing"
	"time"

	"pgregory.net/rapid"
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
	}
	for _, c := range cases {
		if got := quiet.Between(day(c.from), day(c.to)); got != c.want {
			t.Errorf("from %s to %s: %d, want %d", c.from, c.to, got, c.want)
		}
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
	never := Calendar{Free: func(time.Time) bool { return true }}
	never.Next(day("2026-11-22")) // must come back
}

func TestAddAndBetweenAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := day("2020-01-01").AddDate(0, 0, rapid.IntRange(0, 4000).Draw(t, "day"))
		n := rapid.IntRange(1, 60).Draw(t, "n")
		to := quiet.Add(from, n)
		if got := quiet.Between(from, to); got != n || !quiet.Works(to) {
			t.Fatalf("%d working days after %v is %v, and between them are %d", n, from, to, got)
		}
	})
}
