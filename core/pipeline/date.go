package pipeline

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

type order int

const (
	unknownOrder order = iota
	dayThenMonth
	monthThenDay
	eitherOrder
)

// orderOf is what a date such as 22/11/2026 shows of the order in its column.
func orderOf(cell []byte) order {
	var d digits
	if d.read(bytes.TrimSpace(cell)); d.n < 3 || d.sign[0] != '/' && d.sign[0] != '-' || d.width[0] > 2 {
		return unknownOrder
	}
	switch a, b := d.number[0], d.number[1]; {
	case a > 12 && b <= 12:
		return dayThenMonth
	case b > 12 && a <= 12:
		return monthThenDay
	case a <= 12 && b <= 12 && a != b:
		return eitherOrder
	}
	return unknownOrder
}

// digits are the numbers a date begins with, and the sign after each.
type digits struct {
	number [7]int
	width  [7]int
	sign   [7]byte
	n      int
	rest   []byte
}

func (d *digits) read(b []byte) {
	for len(b) > 0 && d.n < len(d.number) && b[0] >= '0' && b[0] <= '9' {
		i, v := 0, 0
		for i < len(b) && b[i] >= '0' && b[i] <= '9' && i < 14 {
			v = v*10 + int(b[i]-'0')
			i++
		}
		d.number[d.n], d.width[d.n] = v, i
		if i < len(b) {
			d.sign[d.n] = b[i]
			i++
		}
		d.n++
		d.rest = b[min(i, len(b)):]
		for len(d.rest) > 0 && d.rest[0] == ' ' {
			d.rest = d.rest[1:]
		}
		if d.n > 0 && !separates(d.sign[d.n-1]) {
			return
		}
		b = d.rest
	}
}

func separates(c byte) bool {
	return c == '-' || c == '/' || c == '.' || c == ' ' || c == 'T' || c == ':' || c == ','
}

// date reads a day or a moment as exports write them: ISO, day or month first,
// with a month's name, milliseconds since 1970, or a spreadsheet's number. Times
// without an offset are in the zone.
func date(cell []byte, dayFirst bool, zone *time.Location) (time.Time, bool) {
	cell = bytes.TrimSpace(cell)
	if len(cell) == 0 {
		return time.Time{}, false
	}
	var d digits
	if d.read(cell); d.n == 0 {
		return worded(cell, zone)
	}
	switch {
	case d.n == 1 && len(d.rest) == 0 && d.sign[0] == 0:
		return numbered(d.number[0], d.width[0], zone)
	case d.n == 2 && len(d.rest) == 0 && (d.sign[0] == '.' || d.sign[0] == ',') && d.width[0] == 5: // a spreadsheet's, with its hours
		return numbered(d.number[0], d.width[0], zone)
	case d.n < 3 || d.width[0] > 4 || d.width[0] < 4 && d.width[2] < 2:
		return worded(cell, zone)
	}
	var year, month, day int
	switch a, b, c := d.number[0], d.number[1], d.number[2]; {
	case d.width[0] == 4:
		year, month, day = a, b, c
	case d.sign[0] == '.' || a > 12 || dayFirst && b <= 12:
		year, month, day = century(c, d.width[2]), b, a
	default:
		year, month, day = century(c, d.width[2]), a, b
	}
	return moment(&d, year, month, day, zone)
}

func century(year, width int) int {
	switch {
	case width > 2:
		return year
	case year >= 70:
		return 1900 + year
	}
	return 2000 + year
}

// moment adds the time of day, if there is one, to a day.
func moment(d *digits, year, month, day int, zone *time.Location) (time.Time, bool) {
	if year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return time.Time{}, false
	}
	hour, minute, second := 0, 0, 0
	if d.n >= 5 {
		hour, minute = d.number[3], d.number[4]
		if d.n >= 6 && d.sign[4] == ':' {
			second = d.number[5]
		}
	}
	tail := strings.ToLower(string(d.rest))
	if d.n >= 4 && d.sign[d.n-1] != 0 && d.sign[d.n-1] != ' ' {
		tail = strings.ToLower(string(d.sign[d.n-1])) + tail
	}
	switch {
	case strings.HasPrefix(tail, "pm") || strings.HasPrefix(tail, "p.m"):
		hour = hour%12 + 12
	case strings.HasPrefix(tail, "am") || strings.HasPrefix(tail, "a.m"):
		hour %= 12
	case tail == "z" || strings.HasPrefix(tail, "utc"):
		zone = time.UTC
	default:
		zone = offset(d, tail, zone)
	}
	if hour > 23 || minute > 59 || second > 60 {
		return time.Time{}, false
	}
	return time.Date(year, time.Month(month), day, hour, minute, second, 0, zone), true
}

// offset is the zone of a moment that ends in +02:00, -0500, or .000+0000.
func offset(d *digits, tail string, zone *time.Location) *time.Location {
	sign, hours, minutes := 1, 0, 0
	switch {
	case strings.HasPrefix(tail, "+"):
		hours, minutes = hoursOf(tail[1:])
	case d.n >= 6 && d.sign[5] == '-' && d.n >= 7:
		sign, hours = -1, d.number[6]
		if d.width[6] == 4 {
			hours, minutes = d.number[6]/100, d.number[6]%100
		} else if d.sign[6] == ':' {
			minutes, _ = hoursOf(string(d.rest))
		}
	case d.n == 7 && d.sign[6] == '-':
		sign = -1
		hours, minutes = hoursOf(tail[1:])
	default:
		return zone
	}
	if hours > 14 || minutes > 59 {
		return zone
	}
	if hours == 0 && minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", sign*(hours*3600+minutes*60))
}

func hoursOf(s string) (hours, minutes int) {
	s = strings.ReplaceAll(s, ":", "")
	if len(s) >= 2 {
		hours, _ = strconv.Atoi(s[:2])
	}
	if len(s) >= 4 {
		minutes, _ = strconv.Atoi(s[2:4])
	}
	return hours, minutes
}

// numbered is a moment as a number: milliseconds or seconds since 1970, YYYYMMDD,
// or a spreadsheet's days.
func numbered(n, width int, zone *time.Location) (time.Time, bool) {
	switch {
	case width == 13:
		return time.UnixMilli(int64(n)).In(zone), true
	case width == 10:
		return time.Unix(int64(n), 0).In(zone), true
	case width == 8:
		return moment(&digits{}, n/10000, n/100%100, n%100, zone)
	case width == 5 && n >= 25569 && n < 73051:
		return time.Date(1899, 12, 30+n, 0, 0, 0, 0, zone), true
	}
	return time.Time{}, false
}

var months = map[string]int{}

func init() {
	for i, list := range strings.Fields("jan|janvier|january|januar|janner|jaenner|enero|ene|janv feb|february|februar|feber|fevrier|fev|fevr|febrero mar|march|marz|mrz|mars|marzo apr|april|avril|avr|abril|abr may|mai|mayo jun|june|juni|juin|junio jul|july|juli|juillet|juil|julio aug|august|aout|agosto|ago sep|sept|september|septembre|septiembre oct|october|oktober|okt|octobre|octubre nov|november|novembre|noviembre dec|december|dezember|dez|decembre|diciembre|dic") {
		for _, name := range strings.Split(list, "|") {
			months[name] = i + 1
		}
	}
}

// ordinal is the number of 1st, 22nd, 1er, 1º; any other word as it is.
func ordinal(word string) string {
	number := strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyzºª")
	switch word[len(number):] {
	case "st", "nd", "rd", "th", "er", "re", "ro", "o", "º", "ª":
		return number
	}
	return word
}

// worded is a date with a month's name: 22 Nov 2026, November 22, 2026 3:04 PM,
// 22. März 2026.
func worded(cell []byte, zone *time.Location) (time.Time, bool) {
	var d digits
	month := 0
	for _, word := range strings.Fields(header(strings.NewReplacer(":", " ", "-", " ").Replace(string(text(cell))))) {
		word = ordinal(word)
		switch n, err := strconv.Atoi(word); {
		case err == nil && d.n < len(d.number):
			d.number[d.n], d.width[d.n] = n, len(word)
			d.n++
		case months[word] > 0 && month == 0:
			month = months[word]
		case word == "am" || word == "pm":
			d.rest = []byte(word)
		}
	}
	if month == 0 || d.n < 2 {
		return time.Time{}, false
	}
	day, year := d.number[0], d.number[1]
	if d.width[0] == 4 {
		day, year = year, day
	} else {
		year = century(year, d.width[1])
	}
	t := digits{rest: d.rest}
	if d.n >= 4 {
		t.n, t.number[3], t.number[4] = 5, d.number[2], d.number[3]
		if d.n >= 5 {
			t.n, t.sign[4], t.number[5] = 6, ':', d.number[4]
		}
	}
	return moment(&t, year, month, day, zone)
}

func daysIn(year, month int) int {
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 29
	}
	return [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}
