package reply

import (
	"testing"
	"time"
)

func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	for n := dayOf(1999, 12, 1); n < dayOf(2101, 1, 1); n++ {
		want := time.Date(1970, 1, 1+n, 0, 0, 0, 0, time.UTC)
		y, m, d := civil(n)
		if y != want.Year() || m != int(want.Month()) || d != want.Day() || dayOf(y, m, d) != n || weekday(n) != (int(want.Weekday())+6)%7 {
			t.Fatalf("day %d is %d-%d-%d, weekday %d", n, y, m, d, weekday(n))
		}
	}
}

func TestEaster(t *testing.T) {
	for _, c := range [...][3]int{{2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5}, {2027, 3, 28}, {2038, 4, 25}} {
		if got := easter(c[0]); got != dayOf(c[0], c[1], c[2]) {
			_, m, d := civil(got)
			t.Errorf("Easter %d is on %d-%d", c[0], m, d)
		}
	}
}
