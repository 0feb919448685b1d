package workday

import (
	"testing"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/ar"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/au"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/bg"
	"github.com/rickar/cal/v2/br"
	"github.com/rickar/cal/v2/ca"
	"github.com/rickar/cal/v2/ch"
	"github.com/rickar/cal/v2/cy"
	"github.com/rickar/cal/v2/cz"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/ee"
	"github.com/rickar/cal/v2/es"
	"github.com/rickar/cal/v2/fi"
	"github.com/rickar/cal/v2/fr"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/gr"
	"github.com/rickar/cal/v2/hr"
	"github.com/rickar/cal/v2/hu"
	"github.com/rickar/cal/v2/ie"
	"github.com/rickar/cal/v2/is"
	"github.com/rickar/cal/v2/it"
	"github.com/rickar/cal/v2/jp"
	"github.com/rickar/cal/v2/ke"
	"github.com/rickar/cal/v2/lt"
	"github.com/rickar/cal/v2/lu"
	"github.com/rickar/cal/v2/lv"
	"github.com/rickar/cal/v2/mt"
	"github.com/rickar/cal/v2/mw"
	"github.com/rickar/cal/v2/mx"
	"github.com/rickar/cal/v2/nc"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/nz"
	"github.com/rickar/cal/v2/pl"
	"github.com/rickar/cal/v2/pt"
	"github.com/rickar/cal/v2/ro"
	"github.com/rickar/cal/v2/rs"
	"github.com/rickar/cal/v2/ru"
	"github.com/rickar/cal/v2/se"
	"github.com/rickar/cal/v2/si"
	"github.com/rickar/cal/v2/sk"
	"github.com/rickar/cal/v2/th"
	"github.com/rickar/cal/v2/ua"
	"github.com/rickar/cal/v2/us"
	"github.com/rickar/cal/v2/za"
)

// sources are the lists of github.com/rickar/cal/v2 by country: a day is a
// holiday where every list of the country has it.
var sources = map[string][][]*cal.Holiday{
	"AR": {ar.Holidays},
	"AT": {at.Holidays},
	"AU": {
		au.HolidaysACT, au.HolidaysNSW, au.HolidaysNT, au.HolidaysQLD,
		au.HolidaysSA, au.HolidaysTAS, au.HolidaysVIC, au.HolidaysWA,
	},
	"BE": {be.Holidays},
	"BG": {bg.Holidays},
	"BR": {br.Holidays},
	"CA": {ca.Holidays},
	"CH": {ch.Holidays},
	"CY": {cy.Holidays},
	"CZ": {cz.Holidays},
	"DE": {de.Holidays},
	"DK": {dk.Holidays},
	"EE": {ee.Holidays},
	"ES": {es.Holidays},
	"FI": {fi.Holidays},
	"FR": {fr.Holidays},
	"GB": {gb.Holidays},
	"GR": {gr.Holidays},
	"HR": {hr.Holidays},
	"HU": {hu.Holidays},
	"IE": {ie.Holidays},
	"IS": {is.Holidays},
	"IT": {it.Holidays},
	"JP": {jp.Holidays},
	"KE": {ke.Holidays},
	"LT": {lt.Holidays},
	"LU": {lu.Holidays},
	"LV": {lv.Holidays},
	"MT": {mt.Holidays},
	"MW": {mw.Holidays},
	"MX": {mx.Holidays},
	"NC": {nc.Holidays},
	"NL": {nl.Holidays},
	"NO": {no.Holidays},
	"NZ": {nz.Holidays},
	"PL": {pl.Holidays},
	"PT": {pt.Holidays},
	"RO": {ro.Holidays},
	"RS": {rs.Holidays},
	"RU": {ru.Holidays},
	"SE": {se.Holidays},
	"SI": {si.Holidays},
	"SK": {sk.Holidays},
	"TH": {th.Holidays},
	"UA": {ua.Holidays},
	"US": {us.Holidays},
	"ZA": {za.Holidays},
}

func init() { cal.DefaultLoc = time.UTC }

// TestEveryDayIsAsInCal asks cal's own business calendars.
func TestEveryDayIsAsInCal(t *testing.T) {
	for country, lists := range sources {
		t.Run(country, func(t *testing.T) {
			t.Parallel()
			calendars := []*cal.BusinessCalendar{}
			for _, list := range lists {
				c := cal.NewBusinessCalendar()
				c.AddHoliday(list...)
				calendars = append(calendars, c)
			}
			ours := Calendar{Country: country}
			for day := day("2015-01-01"); day.Year() <= LastYear; day = day.AddDate(0, 0, 1) {
				works := false
				for _, c := range calendars {
					works = works || c.IsWorkday(day)
				}
				if ours.Works(day) != works {
					t.Errorf("%s: worked is %t, and in cal %t", day.Format("Mon "+DateForm), !works, works)
				}
			}
		})
	}
}

func TestCountries(t *testing.T) {
	if got := len(Countries()); got != len(sources) || got != 47 {
		t.Errorf("%d countries in the file, %d in cal", got, len(sources))
	}
	for _, country := range Countries() {
		if sources[country] == nil || !Known(country) {
			t.Errorf("%q is listed: in cal %t, known %t", country, sources[country] != nil, Known(country))
		}
	}
	for _, country := range []string{"", "D", "de", "ZZ", "DEU", "01", "\nD"} {
		if Known(country) {
			t.Errorf("%q is known", country)
		}
		if c := (Calendar{Country: country}); !c.Works(day("2026-12-25")) || c.Works(day("2026-12-26")) {
			t.Errorf("%q has holidays, or works on Saturday", country)
		}
	}
}

func TestOutsideTheYearsOnlyWeekendsCount(t *testing.T) {
	for _, country := range Countries() {
		c := Calendar{Country: country}
		for _, span := range [][2]string{{"2013-12-31", "2014-12-30"}, {"2045-12-31", "2047-12-31"}} {
			from, to := day(span[0]), day(span[1])
			if got, want := c.Between(from, to), (Calendar{}).Between(from, to); got != want {
				t.Errorf("%s from %s to %s: %d, want %d", country, span[0], span[1], got, want)
			}
		}
	}
}
