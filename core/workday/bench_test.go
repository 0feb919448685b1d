package workday

import (
	"fmt"
	"testing"
	"time"
)

// full is as much as a calendar gets: a country with substitute days, two quiet
// periods, a dozen holidays of the team's, two absences.
func full() Calendar {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		panic(err)
	}
	c := Calendar{
		Zone: zone, Country: "US",
		Quiet: []Period{{From: "12-24", To: "01-01"}, {From: "08-01", To: "08-15"}},
		Away: []Span{
			{From: day("2026-05-04"), To: day("2026-05-18")}, {From: day("2026-10-05"), To: day("2026-10-12")},
		},
	}
	for month := 1; month <= 12; month++ {
		c.Holidays = append(c.Holidays, fmt.Sprintf("%02d-10", month))
	}
	return c
}

// plain is the usual one.
func plain() Calendar {
	c := full()
	c.Quiet, c.Holidays, c.Away = c.Quiet[:1], nil, nil
	return c
}

var (
	benchFrom = time.Date(2026, 1, 15, 15, 30, 0, 0, time.UTC)
	calls     = []struct {
		name string
		call func(Calendar)
	}{
		{"Works", func(c Calendar) { c.Works(benchFrom) }},
		{"Next", func(c Calendar) { c.Next(benchFrom) }},
		{"Day", func(c Calendar) { c.Day(benchFrom) }},
		{"Add5", func(c Calendar) { c.Add(benchFrom, 5) }},
		{"Add90", func(c Calendar) { c.Add(benchFrom, 90) }},
		{"Between1Month", func(c Calendar) { c.Between(benchFrom, benchFrom.AddDate(0, 1, 0)) }},
		{"Between1Year", func(c Calendar) { c.Between(benchFrom, benchFrom.AddDate(1, 0, 0)) }},
		{"Between10Years", func(c Calendar) { c.Between(benchFrom, benchFrom.AddDate(10, 0, 0)) }},
	}
)

func BenchmarkCalendar(b *testing.B) {
	for _, kind := range []string{"plain", "full"} {
		c := map[string]Calendar{"plain": plain(), "full": full()}[kind]
		for _, call := range calls {
			b.Run(kind+"/"+call.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					call.call(c)
				}
			})
		}
		b.Run(kind+"/Verdict", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				verdict(c)
			}
		})
	}
}

// verdict makes the thirty calls a whole verdict makes, over up to a year.
func verdict(c Calendar) {
	for n := range 10 {
		c.Between(benchFrom, benchFrom.AddDate(0, 0, 36*n))
		c.Next(c.Add(benchFrom, 5*n))
	}
}

// BenchmarkReadTable is paid once a country.
func BenchmarkReadTable(b *testing.B) {
	for b.Loop() {
		readTable("US")
	}
}

func TestNothingIsAllocated(t *testing.T) {
	for _, c := range []Calendar{{}, plain(), full(), {Country: "ZZ"}} {
		for _, call := range calls {
			if n := testing.AllocsPerRun(10, func() { call.call(c) }); n != 0 {
				t.Errorf("%s in %q: %v allocations", call.name, c.Country, n)
			}
		}
	}
}
