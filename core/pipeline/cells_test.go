package pipeline

import (
	"math"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		cell     string
		dayFirst bool
		want     string // "" is no date
	}{
		{"2026-11-22", false, "2026-11-22T00:00:00Z"},
		{"2026-11-22 09:05", false, "2026-11-22T09:05:00Z"},
		{"2026-11-22T09:05:07Z", false, "2026-11-22T09:05:07Z"},
		{"2026-11-22T09:05:07.000+0000", false, "2026-11-22T09:05:07Z"},
		{"2026-11-22T09:05:07+02:00", false, "2026-11-22T07:05:07Z"},
		{"2026-11-22T09:05:07-05:30", false, "2026-11-22T14:35:07Z"},
		{"2026-11-22T09:05:07.123-0500", false, "2026-11-22T14:05:07Z"},
		{"2026/11/22", false, "2026-11-22T00:00:00Z"},
		{"22.11.2026", false, "2026-11-22T00:00:00Z"},
		{"3.4.26", false, "2026-04-03T00:00:00Z"},
		{"22.11.2026 14:30", false, "2026-11-22T14:30:00Z"},
		{"3/4/2026", true, "2026-04-03T00:00:00Z"},
		{"3/4/2026", false, "2026-03-04T00:00:00Z"},
		{"22/11/2026", false, "2026-11-22T00:00:00Z"},
		{"11/22/2026", true, "2026-11-22T00:00:00Z"},
		{"11/22/2026 3:04 PM", false, "2026-11-22T15:04:00Z"},
		{"11/22/2026, 12:04 AM", false, "2026-11-22T00:04:00Z"},
		{"22 Nov 2026", false, "2026-11-22T00:00:00Z"},
		{"Nov 22, 2026 3:04 PM", false, "2026-11-22T15:04:00Z"},
		{"22. März 2026", false, "2026-03-22T00:00:00Z"},
		{"22 août 2026 08:15", false, "2026-08-22T08:15:00Z"},
		{"16 nov 2026", false, "2026-11-16T00:00:00Z"},
		{"20261122", false, "2026-11-22T00:00:00Z"},
		{"1794000000000", false, "2026-11-06T21:20:00Z"},
		{"1794000000", false, "2026-11-06T21:20:00Z"},
		{"46342", false, "2026-11-16T00:00:00Z"},
		{"46342.5", false, "2026-11-16T00:00:00Z"},
		{"46342,5", false, "2026-11-16T00:00:00Z"},
		{"1er nov. 2026", false, "2026-11-01T00:00:00Z"},
		{"1er novembre 2026 08:15", false, "2026-11-01T08:15:00Z"},
		{"10. Jänner 2026", false, "2026-01-10T00:00:00Z"},
		{"3. Feber 2026", false, "2026-02-03T00:00:00Z"},
		{"November 10th, 2026", false, "2026-11-10T00:00:00Z"},
		{"Nov 1st 2026 3:04 PM", false, "2026-11-01T15:04:00Z"},
		{"1º de noviembre de 2026", false, "2026-11-01T00:00:00Z"},
		{"10xx Nov 2026", false, ""},
		{"2026-11-31", false, ""},
		{"2026-02-29", false, ""},
		{"2028-02-29", false, "2028-02-29T00:00:00Z"},
		{"13/13/2026", false, ""},
		{"yesterday", false, ""},
		{"12", false, ""},
		{"2026-11-22 25:00", false, ""},
		{"1/2/3/4/5/6/7/8", false, ""},
		{"", false, ""},
	} {
		at, ok := date([]byte(c.cell), c.dayFirst, time.UTC)
		got := ""
		if ok {
			got = at.UTC().Format(time.RFC3339)
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.cell, got, c.want)
		}
	}
}

// TestNothing holds that a cell that says none is none, and a zero is a number.
func TestNothing(t *testing.T) {
	for _, cell := range []string{"", " ", "-", "–", "\x96", "N/A", "n/a", "#N/A", "NULL", "None", "Never", "NEVER", "Nie", "Jamais", "Nunca", "(No value)", "(Sin valor)", "k.A.", "0000-00-00", "0000-00-00 00:00:00", "00/00/0000"} {
		if !nothing([]byte(cell)) {
			t.Errorf("%q is something", cell)
		}
	}
	for _, cell := range []string{"0", "0.00", "0000", "2026-11-22", "soon", "Nina", "never mind"} {
		if nothing([]byte(cell)) {
			t.Errorf("%q is nothing", cell)
		}
	}
	_, lines := linesOf(t, textSource("p.csv", "name,created,last touch,touches\nKim,Never,0000-00-00,0\nLee,soon,,\n"))
	if lines[0].Verdict != "keep" || lines[1].Why != `created: "soon" is not a date` {
		t.Errorf("%s %s, %s", lines[0].Verdict, lines[0].Why, lines[1].Why)
	}
}

func TestDatesComeBack(t *testing.T) {
	layouts := []struct {
		form     string
		dayFirst bool
		whole    bool // with the time of day
	}{
		{time.RFC3339, false, true}, {time.DateTime, false, true}, {time.DateOnly, true, false}, {"02.01.2006 15:04:05", false, true}, {"2.1.2006", false, false},
		{"02/01/2006 15:04:05", true, true}, {"01/02/2006 15:04:05", false, true}, {"1/2/2006 3:04:05 PM", false, true}, {"2 January 2006", true, false},
		{"Jan 2, 2006 15:04:05", false, true}, {"2006-01-02T15:04:05.000-0700", false, true}, {"1/2/06", false, false},
	}
	rapid.Check(t, func(t *rapid.T) {
		layout := rapid.SampledFrom(layouts).Draw(t, "layout")
		zone := rapid.SampledFrom([]*time.Location{time.UTC, time.FixedZone("", 2*3600), time.FixedZone("", -9*3600-1800)}).Draw(t, "zone")
		at := time.Unix(rapid.Int64Range(time.Date(1971, 1, 1, 0, 0, 0, 0, time.UTC).Unix(), time.Date(2068, 1, 1, 0, 0, 0, 0, time.UTC).Unix()).Draw(t, "at"), 0).In(zone)
		if !layout.whole {
			at = time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, zone)
		}
		got, ok := date([]byte(at.Format(layout.form)), layout.dayFirst, zone)
		if !ok || !got.Equal(at) {
			t.Fatalf("%q is read as %v, want %v", at.Format(layout.form), got, at)
		}
	})
}

func TestMoney(t *testing.T) {
	none := math.NaN()
	for cell, want := range map[string]float64{
		"12500": 12500, "12,500": 12500, "12.500": 12500, "12,500.00": 12500, "12.500,00": 12500, "€ 1.234,50": 1234.5, "1 234,50 €": 1234.5,
		"1\u202f234,50": 1234.5, "12'000 CHF": 12000, "Fr. 1200": 1200, "(1,200.00)": -1200, "-5": -5, "5-": -5, "$0.50": 0.5, "0,500": 0.5, "1.5": 1.5,
		"1,5": 1.5, "12k": 12000, "1.2M": 1.2e6, "1,234,567": 1234567, "1.234.567": 1234567, "1,23,456.78": 123456.78, "USD 12,500.00": 12500,
		"0": 0, "1234.567": 1234.567, "abc": none, "": none,
		"1,2 Mio. €": 1.2e6, "12k €": 12000, "$1.2M USD": 1.2e6, "15 Mio": 15e6, "120 Tsd. €": 120e3, "120 TEUR": 120e3, "3,5 Mrd. EUR": 3.5e9, "15 lakh": 1.5e6,
		"12.500,-": 12500, "12.500,– €": 12500, "1'200.-": 1200, "1’200.–": 1200, "\u2212500": -500, "–500": -500, "€ -5": -5, "-€5": -5, "(5) €": -5, "1200.": 1200, ".5": 0.5,
		"1.5E+05": 150e3, "2e3": 2000, "US-$ 500": 500, "(ca.) 500": 500, "500 €/month": 500, "500 EUR netto": 500, "1 250 000,50": 1250000.5, "1\xa0250 \x80": 1250,
		"10.000 - 20.000 €": none, "10–20k": none, "12500 (1. Jahr)": none, "12 50": none, "2 x 500": none, "2026-11-02": none, "50 %": none, "15 mil": none, "1.200 Tsd.": none, "12 apples": none,
		"9999999999999999999999999999999999999999999999": none,
	} {
		got, ok := money([]byte(cell))
		if math.IsNaN(want) == ok || ok && math.Abs(got-want) > 1e-9 {
			t.Errorf("%q: %v %v, want %v", cell, got, ok, want)
		}
	}
}

func TestCurrencyOf(t *testing.T) {
	for cell, want := range map[string]string{
		"12500": "", "€ 5": "€", "5 €": "€", "12k €": "€", "$1.2M USD": "USD", "1,2 Mio. €": "€", "15 Mio": "", "15k": "", "USD 12,500.00": "USD", "12'000 CHF": "CHF", "Fr. 1200": "Fr", "12.500,- €": "€",
		"1.5E+05": "", "-500": "", "(500,00 €)": "€", "US$ 5": "US$", "5 \x80": "€", "approximately 5": "",
	} {
		if got := currencyOf([]byte(cell)); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestSizes(t *testing.T) {
	const none = -1
	for cell, want := range map[string]int{
		"120": 120, "0": 0, "1,200": 1200, "12.000": 12000, "1 200": 1200, "12000.0": 12000, "120 employees": 120, "10,001+": 10001, "10000+ Mitarbeiter": 10000, "> 500": 500, "<50": 50,
		"51-200": 125, "51 – 200": 125, "51 to 200": 125, "51 bis 200": 125, "de 51 à 200": 125, "1,001-5,000": 3000, "1.001 - 5.000 Mitarbeiter": 3000, "1-10": 5,
		"200-51": none, "51/200": none, "1-10-2026": none, "2 500 x 3": none, "-5": none, "12.5": none, "many": none, "51-": none,
	} {
		got, ok := size([]byte(cell))
		if ok != (want != none) || ok && got != want {
			t.Errorf("%q: %d %v, want %d", cell, got, ok, want)
		}
	}
	_, lines := linesOf(t, textSource("p.csv", "name,employees\nKim,51/200\nLee,51-200\n"))
	if lines[0].Note != `employees: "51/200" is not a number of people` || lines[1].Note != "" {
		t.Errorf("%q, %q", lines[0].Note, lines[1].Note)
	}
}

func TestMoneyComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := rapid.IntRange(0, 1e12).Draw(t, "cents")
		plain := strconv.Itoa(cents/100) + "." + strconv.Itoa(100 + cents%100)[1:]
		whole := strconv.Itoa(cents / 100)
		thousands, point := rapid.SampledFrom([]string{"", ",", "'", " ", "\u00a0"}).Draw(t, "thousands"), "."
		if rapid.Bool().Draw(t, "comma") {
			thousands, point = rapid.SampledFrom([]string{"", ".", " "}).Draw(t, "dots"), ","
		}
		for at := len(whole) - 3; at > 0; at -= 3 {
			whole = whole[:at] + thousands + whole[at:]
		}
		cell := rapid.SampledFrom([]string{"", "€ ", "$", "-"}).Draw(t, "before") + whole + point + plain[len(plain)-2:] + rapid.SampledFrom([]string{"", " EUR", " €"}).Draw(t, "after")
		want, _ := strconv.ParseFloat(plain, 64)
		if cell[0] == '-' {
			want = -want
		}
		if got, ok := money([]byte(cell)); !ok || math.Abs(got-want) > 1e-3 {
			t.Fatalf("%q: %v, want %v", cell, got, want)
		}
	})
}

func TestHeaders(t *testing.T) {
	for in, want := range map[string]string{
		"LastActivityDate": "last activity date", "Deal - Wert": "deal wert", "hs_lead_status": "hs lead status", "Währung": "wahrung", "Wa\u0308hrung": "wahrung",
		"ID de fiche d’informations": "id de fiche d informations", "Probability (%)": "probability", " Company / Account ": "company account", "ID": "id", "Größe": "grosse",
	} {
		if got := header(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestDecimalIsTheNearestNumber compares with strconv.
func TestDecimalIsTheNearestNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := []byte(rapid.StringMatching(`[0-9]{1,20}`).Draw(t, "digits"))
		decimals := rapid.IntRange(0, len(digits)).Draw(t, "decimals")
		got, err := decimal(digits, decimals)
		at := len(digits) - decimals
		want, wrong := strconv.ParseFloat("0"+string(digits[:at])+"."+string(digits[at:])+"0", 64)
		if got != want || (err == nil) != (wrong == nil) {
			t.Fatalf("%s with %d decimals: %v, want %v", digits, decimals, got, want)
		}
	})
}
