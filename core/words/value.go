package words

import (
	"strconv"
	"strings"
	"time"
)

// Day writes a date for {date}: "12 January", "12. Januar", "1er janvier",
// "12 de enero". The year is left to the reader.
func Day(lang string, t time.Time) string {
	l := speak(lang)
	layout := l.day
	if t.Day() == 1 {
		layout = l.first
	}
	layout = strings.Replace(layout, "M", nth(l.months, int(t.Month())-1), 1)
	return number(layout, t.Day())
}

// Moment writes day and hour for {when}: "Tuesday, 24 November at 10:00", in the
// zone of t.
func Moment(lang string, t time.Time) string {
	l := speak(lang)
	said := strings.Replace(l.moment, "T", t.Format(l.clock), 1)
	said = strings.Replace(said, "D", Day(lang, t), 1)
	return strings.Replace(said, "W", nth(l.weekdays, int(t.Weekday())), 1)
}

// Role writes a role to open with for {hook}: "You have been Head of IT at Acme
// since August 2026".
func Role(lang, role, company string, since time.Time) string {
	l := speak(lang)
	return places(l.role, "R", role, "C", company, "M", nth(l.months, int(since.Month())-1), "Y", strconv.Itoa(since.Year()))
}

// School writes a school to open with for {hook}: "You went to Aarhus University".
func School(lang, school string) string { return places(speak(lang).school, "S", school) }

// places fills letters that stand alone in a sentence.
func places(sentence string, pairs ...string) string {
	all := strings.Split(sentence, " ")
	for i, word := range all {
		for at := 0; at < len(pairs); at += 2 {
			if word == pairs[at] {
				all[i] = pairs[at+1]
			}
		}
	}
	return strings.Join(all, " ")
}

// Hours writes working time for {invested}: "about 14 hours", under three quarters
// of an hour "about 20 minutes", to the nearest five.
func Hours(lang string, minutes int) string {
	l := speak(lang)
	switch hours := (minutes + 30) / 60; {
	case minutes < 45:
		return number(l.minutes, max(5, (minutes+2)/5*5))
	case hours > 1:
		return number(l.hours, hours)
	}
	return l.hour
}

// Tried writes what was tried for {tried}: "three e-mails, two calls and one
// letter", from the channels of the touches, each where it first came. A
// channel without a name is left out; of none comes "".
func Tried(lang string, channels []string) string {
	l := speak(lang)
	counts := make([]int, len(l.channels))
	var order []int
	for _, c := range channels {
		for i := range l.channels {
			if l.channels[i][0] != c {
				continue
			}
			if counts[i]++; counts[i] == 1 {
				order = append(order, i)
			}
		}
	}
	var out strings.Builder
	for place, i := range order {
		switch {
		case place == 0:
		case place == len(order)-1:
			out.WriteString(l.and)
		default:
			out.WriteString(", ")
		}
		out.WriteString(l.count(l.channels[i], counts[i]))
	}
	return out.String()
}

func (l *tongue) count(name [3]string, n int) string {
	switch {
	case n == 1:
		return name[1]
	case n <= 10:
		return strings.Replace(name[2], "#", nth(l.numbers, n-1), 1)
	}
	return number(name[2], n)
}

// number puts a number in the place of #.
func number(layout string, n int) string {
	return strings.Replace(layout, "#", strconv.Itoa(n), 1)
}

// nth is one word of a list, from 0.
func nth(list string, n int) string {
	for range n {
		_, list, _ = strings.Cut(list, " ")
	}
	word, _, _ := strings.Cut(list, " ")
	return word
}
