package page

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The shown date is the fallback where an id is no clock: the title of Gmail's
// span.g3, written in the language and zone of the browser.

var (
	yearFirst  = regexp.MustCompile(`(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})`)
	dayFirst   = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b`)
	slashed    = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
	aYear      = regexp.MustCompile(`\b(\d{4})\b`)
	aDay       = regexp.MustCompile(`\b(\d{1,2})\b`)
	aWord      = regexp.MustCompile(`\pL{3,}`)
	clockTime  = regexp.MustCompile(`(\d{1,2})[:h]\s?(\d{2})`)
	afternoon  = regexp.MustCompile(`(?i)\bp\.?\s?m\b|下午|午後|오후`)
	beforeNoon = regexp.MustCompile(`(?i)\ba\.?\s?m\b|上午|午前|오전`)
)

// monthNames are the beginnings of the months in English, German, French and
// Spanish. The longest match decides: "juin" and "juil" before "jun" and "jul".
var monthNames = map[string]time.Month{
	"jan": 1, "jän": 1, "ene": 1,
	"feb": 2, "fév": 2, "fev": 2,
	"mar": 3, "mär": 3, "mrz": 3,
	"apr": 4, "avr": 4, "abr": 4,
	"may": 5, "mai": 5,
	"jun": 6, "juin": 6,
	"jul": 7, "juil": 7,
	"aug": 8, "aoû": 8, "aou": 8, "ago": 8,
	"sep": 9,
	"oct": 10, "okt": 10,
	"nov": 11,
	"dec": 12, "déc": 12, "dez": 12, "dic": 12,
}

// shownTime reads a date with its time of day. It returns the zero time for
// what it does not know for certain, such as 3/4/2026: a wrong date is worse
// than none.
func shownTime(text, zone string) time.Time {
	year, month, day, ok := shownDate(text)
	if !ok {
		return time.Time{}
	}
	hour, minute, ok := shownClock(text)
	if !ok {
		return time.Time{}
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		loc = time.UTC
	}
	at := time.Date(year, month, day, hour, minute, 0, 0, loc)
	if at.Day() != day || at.Before(firstMail) || at.After(lastMail) {
		return time.Time{}
	}
	return at.UTC()
}

func shownDate(text string) (year int, month time.Month, day int, ok bool) {
	if d := yearFirst.FindStringSubmatch(text); d != nil {
		return checked(d[1], d[2], d[3])
	}
	if d := dayFirst.FindStringSubmatch(text); d != nil {
		return checked(d[3], d[2], d[1])
	}
	if d := slashed.FindStringSubmatch(text); d != nil {
		return slashedDate(d)
	}
	return namedDate(text)
}

// slashedDate is certain only where one number cannot be a month.
func slashedDate(d []string) (int, time.Month, int, bool) {
	first, second := number(d[1]), number(d[2])
	switch {
	case first == second || first > 12:
		return checked(d[3], d[2], d[1])
	case second > 12:
		return checked(d[3], d[1], d[2])
	}
	return 0, 0, 0, false
}

// namedDate reads "20 Aug 2025", "Sun, Nov 1, 2026" and their likes.
func namedDate(text string) (int, time.Month, int, bool) {
	year := aYear.FindString(text)
	month := namedMonth(text)
	rest := clockTime.ReplaceAllString(strings.Replace(text, year, " ", 1), " ")
	day := aDay.FindString(rest)
	if year == "" || month == 0 || day == "" {
		return 0, 0, 0, false
	}
	return checked(year, strconv.Itoa(int(month)), day)
}

// namedMonth is the text's month, 0 when it names none or two.
func namedMonth(text string) time.Month {
	var found time.Month
	for _, word := range aWord.FindAllString(strings.ToLower(text), -1) {
		month := monthOf([]rune(word))
		if month == 0 {
			continue
		}
		if found != 0 && found != month {
			return monthBesideNumber(text)
		}
		found = month
	}
	return found
}

var besideNumber = regexp.MustCompile(`\d{1,2}\.?\s(?:de\s)?(\pL{3,})`)

// monthBesideNumber tells "mar. 3 nov. 2026", a French Tuesday, from March.
func monthBesideNumber(text string) time.Month {
	if hit := besideNumber.FindStringSubmatch(strings.ToLower(text)); hit != nil {
		return monthOf([]rune(hit[1]))
	}
	return 0
}

func monthOf(word []rune) time.Month {
	for _, length := range []int{4, 3} {
		if len(word) >= length {
			if month := monthNames[string(word[:length])]; month != 0 {
				return month
			}
		}
	}
	return 0
}

func shownClock(text string) (hour, minute int, ok bool) {
	hit := clockTime.FindStringSubmatch(text)
	if hit == nil {
		return 0, 0, false
	}
	hour, minute = number(hit[1]), number(hit[2])
	switch {
	case afternoon.MatchString(text) && hour < 12:
		hour += 12
	case beforeNoon.MatchString(text) && hour == 12:
		hour = 0
	}
	return hour, minute, hour < 24 && minute < 60
}

func checked(year, month, day string) (int, time.Month, int, bool) {
	y, m, d := number(year), number(month), number(day)
	return y, time.Month(m), d, m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// number reads digits that a pattern has already checked.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
