package page

import (
	"strconv"
	"strings"
	"time"

	"cleanbreak/core/workday"
)

// The shown date is the fallback where an id is no clock: the title of Gmail's
// span.g3, written in the language and zone of the browser.

// yearFirst reads "2016年5月4日", "2026/11/22" and "2026-11-22".
func yearFirst(s *scan) [3]string {
	year := s.digits(4, 4)
	s.spaces()
	s.one("年./-")
	s.spaces()
	month := s.digits(1, 2)
	s.spaces()
	s.one("月./-")
	s.spaces()
	return [3]string{year, month, s.digits(1, 2)}
}

// dayFirst reads "5.11.2026" and "05. 11. 2026".
func dayFirst(s *scan) [3]string {
	s.edge()
	day := s.digits(1, 2)
	s.one(".")
	s.maybe(space)
	month := s.digits(1, 2)
	s.one(".")
	s.maybe(space)
	year := s.digits(4, 4)
	s.edge()
	return [3]string{year, month, day}
}

// slashed reads "3/4/2026", in the order of the page.
func slashed(s *scan) [3]string {
	s.edge()
	first := s.digits(1, 2)
	s.one("/")
	second := s.digits(1, 2)
	s.one("/")
	year := s.digits(4, 4)
	s.edge()
	return [3]string{first, second, year}
}

// clockTime reads "10:08", "9h30" and "9h 30".
func clockTime(s *scan) [3]string {
	hour := s.digits(1, 2)
	s.one(":h")
	s.maybe(space)
	return [3]string{hour, s.digits(2, 2)}
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
	loc, err := workday.LoadZone(zone)
	if err != nil {
		loc = time.UTC
	}
	at := time.Date(year, month, day, hour, minute, 0, 0, loc)
	if at.Day() != day || !possible(at) {
		return time.Time{}
	}
	return at.UTC()
}

func shownDate(text string) (year int, month time.Month, day int, ok bool) {
	if d, _, end := find(text, yearFirst); end > 0 {
		return checked(d[0], d[1], d[2])
	}
	if d, _, end := find(text, dayFirst); end > 0 {
		return checked(d[0], d[1], d[2])
	}
	if d, _, end := find(text, slashed); end > 0 {
		return slashedDate(d[0], d[1], d[2])
	}
	return namedDate(text)
}

// slashedDate is certain only where one number cannot be a month.
func slashedDate(first, second, year string) (int, time.Month, int, bool) {
	switch a, b := number(first), number(second); {
	case a == b || a > 12:
		return checked(year, second, first)
	case b > 12:
		return checked(year, first, second)
	}
	return 0, 0, 0, false
}

// namedDate reads "20 Aug 2025", "Sun, Nov 1, 2026" and their likes.
func namedDate(text string) (int, time.Month, int, bool) {
	year := numberAlone(text, 4, 4)
	month := namedMonth(text)
	rest := withoutClock(strings.Replace(text, year, " ", 1))
	day := numberAlone(rest, 1, 2)
	if year == "" || month == 0 || day == "" {
		return 0, 0, 0, false
	}
	return checked(year, strconv.Itoa(int(month)), day)
}

// numberAlone is the first number of so many digits that is not part of a word.
func numberAlone(text string, least, most int) string {
	notWord := func(r rune) bool { return r > '~' || !isWord(byte(r)) }
	for _, word := range strings.FieldsFunc(text, notWord) {
		if all(word, isDigit) && len(word) >= least && len(word) <= most {
			return word
		}
	}
	return ""
}

func withoutClock(text string) string {
	var out strings.Builder
	for {
		_, start, end := find(text, clockTime)
		if end == 0 {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(text[:start])
		out.WriteByte(' ')
		text = text[end:]
	}
}

// namedMonth is the text's month, 0 when it names none or two.
func namedMonth(text string) time.Month {
	var found time.Month
	for _, word := range strings.FieldsFunc(strings.ToLower(text), notLetter) {
		month := monthOf(word)
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

// monthBesideNumber tells "mar. 3 nov. 2026", a French Tuesday, from March.
func monthBesideNumber(text string) time.Month {
	hit, _, _ := find(strings.ToLower(text), besideNumber)
	return monthOf(hit[0])
}

// besideNumber reads the word in "3 nov", "3. nov" and "3 de nov".
func besideNumber(s *scan) [3]string {
	s.digits(1, 2)
	s.maybe(".")
	s.one(space)
	ahead := *s
	ahead.one("d")
	ahead.one("e")
	ahead.one(space)
	if !ahead.missed {
		*s = ahead
	}
	return [3]string{s.letters(3)}
}

func shownClock(text string) (hour, minute int, ok bool) {
	hit, _, end := find(text, clockTime)
	if end == 0 {
		return 0, 0, false
	}
	hour, minute = number(hit[0]), number(hit[1])
	switch {
	case isAfternoon(text) && hour < 12:
		hour += 12
	case isBeforeNoon(text) && hour == 12:
		hour = 0
	}
	return hour, minute, hour < 24 && minute < 60
}

func isAfternoon(text string) bool {
	return hasHalf(text, "pP") || hasAny(text, "下午", "午後", "오후")
}

func isBeforeNoon(text string) bool {
	return hasHalf(text, "aA") || hasAny(text, "上午", "午前", "오전")
}

// half reads "pm", "p.m." and "P. M.", by the first letter.
func half(letter string) func(*scan) [3]string {
	return func(s *scan) [3]string {
		s.edge()
		s.one(letter)
		s.maybe(".")
		s.maybe(space)
		s.one("mM")
		s.edge()
		return [3]string{}
	}
}

func hasHalf(text, letter string) bool {
	_, _, end := find(text, half(letter))
	return end > 0
}

func hasAny(text string, words ...string) bool {
	for _, word := range words {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
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
