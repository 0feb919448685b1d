package main

import (
	"time"

	"cleanbreak/core/say"
)

// sample is a day or a number, and how it is written.
type sample struct {
	Lang    string
	Day     string  // YYYY-MM-DD; "" for a number
	Number  float64 // otherwise
	Written string
	Form    string // date, year, weekday or number
}

// written gives every day of a year and some numbers in every language but
// English, for a test to compare with the browser's Intl.
func written() []sample {
	var out []sample
	for _, lang := range Languages {
		l := say.Learn(lang, "")
		for day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == 2026; day = day.AddDate(0, 0, 1) {
			iso := day.Format(time.DateOnly)
			out = append(out,
				sample{Lang: lang, Day: iso, Form: "date", Written: l.Date(day, 2026)},
				sample{Lang: lang, Day: iso, Form: "year", Written: l.Date(day, 2025)},
				sample{Lang: lang, Day: iso, Form: "weekday", Written: l.Weekday(day, 2026)})
		}
		for _, n := range []float64{0, 7, 999, 1000, 1234, 12345, 1234567, 0.5, 1234.25, 12345.5} {
			out = append(out, sample{Lang: lang, Number: n, Form: "number", Written: l.Number(n)})
		}
	}
	return out
}
