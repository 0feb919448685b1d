package reply

// dayAt reads the date that begins with the first word. Its words are 0 when
// there is none. Dates without a year are the next that come after today.
func dayAt(ws []word, today int) day {
	w := &ws[0]
	if n, rest := number(w.text); len(rest) < len(w.text) {
		return numbered(ws, n, rest, today)
	}
	if m := w.of(aMonth); m > 0 && (w.of(aSame) != 1 || w.capital) {
		if n, rest := number(nth(ws, 1).text); n >= 1 && n <= 31 && ordinal(rest) {
			if last, rest := number(nth(ws, 2).text); last > n && last <= 31 && ordinal(rest) && ws[2].start-int32(ws[1].end()) <= 3 { // "7–18"
				d := inYear(ws, 3, m, last, today)
				d.cue = inRange
				return d
			}
			return inYear(ws, 2, m, n, today)
		}
		return month(ws, m, today)
	}
	if wd := w.of(aDay); wd > 0 && (len(w.text) > 3 || w.capital && len(w.text) == 3) {
		if d := dayAndNumber(ws, wd, today); d.words > 0 {
			return d
		}
		d := plus(today, (wd-weekday(today)+5)%7+1)
		if weeks := nth(ws, 2).of(aNumber); nth(ws, 1).is(aCue) && weeks > 0 && nth(ws, 3).of(aSpan) == aWeek { // "Mittwoch in einer Woche"
			d = weeksOn(wd, weeks, 4, today)
		} else if twice(ws) { // "the Monday after next"
			d = day{at: d.at + 7, last: d.at + 7, words: 3}
		}
		return d
	}
	if n := w.of(aSoon); n > 0 && n < 3 {
		return plus(today, n)
	}
	return relative(ws, today)
}

// weeksOn is the weekday some weeks after the next, or after today where it is one.
func weeksOn(wd, weeks, words, today int) day {
	at := today + (wd-weekday(today)+6)%7 + 7*weeks
	return day{at: at, last: at, words: words}
}

// dayAndNumber reads "Monday the 16th" and "lunes 16", where that day is a Monday.
func dayAndNumber(ws []word, wd, today int) day {
	k := overSkipped(ws, 1)
	n, rest := number(nth(ws, k).text)
	after := nth(ws, overSkipped(ws, k+1))
	if more, _ := number(after.text); n < 1 || n > 31 || !ordinal(rest) || more > 0 || after.is(aMonth) { // "Monday, 16 November"
		return day{}
	}
	at := comingNth(n, today)
	if weekday(at)+1 != wd {
		return day{}
	}
	return day{at: at, last: at, words: k + 1}
}

// overSkipped goes on from word k over up to two articles and their likes.
func overSkipped(ws []word, k int) int {
	for last := k + 2; k < last && nth(ws, k).of(aCue) == int(skipped); k++ {
	}
	return k
}

// comingNth is the next day with a number, the 16th of this month or the next.
func comingNth(n, today int) int {
	y, m, d := civil(today)
	if n < d {
		m++
	}
	return dayOf(y, m, n)
}

var noWord word

func nth(ws []word, i int) *word {
	if i < len(ws) {
		return &ws[i]
	}
	return &noWord
}

// number reads the digits a word begins with, and what follows them.
func number(w string) (n int, rest string) {
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' || i == 5 {
			return n, w[i:]
		}
		n = 10*n + int(w[i]-'0')
	}
	return n, ""
}

// ordinal reports what may follow the number of a day.
func ordinal(rest string) bool {
	switch rest {
	case "", "st", "nd", "rd", "th", "er", "e":
		return true
	}
	return false
}

func plus(today, n int) day { return day{at: today + n, last: today + n, words: 1} }

// numbered reads "14 July", "15 de enero", "17.08.", "2026-07-14", "3 weeks",
// "10-14 July", "1. Quartal", "2027".
func numbered(ws []word, n int, rest string, today int) day {
	second, third := nth(ws, 1), nth(ws, 2)
	m, mRest := number(second.text)
	sep := ws[0].after
	if rest == "" && mRest == "" && int(second.start) == ws[0].end()+1 {
		if n > 2000 && sep == '-' {
			d, _ := number(third.text)
			return exact(n, m, d, 3)
		}
		if sep == '.' || sep == '/' || sep == '-' && second.after == '-' {
			return figures(ws, n, m, today)
		}
	}
	if n == 0 || !ordinal(rest) {
		return day{}
	}
	if mRest == "" && m > n && third.is(aMonth) { // "10-14 July"
		d := inYear(ws, 3, third.of(aMonth), m, today)
		d.cue = inRange
		return d
	}
	k := 1
	for k < 3 && nth(ws, k).of(aCue) == int(skipped) {
		k++
	}
	if m := nth(ws, k).of(aMonth); m > 0 && n <= 31 {
		return inYear(ws, k+1, m, n, today)
	}
	span := second.of(aSpan)
	if sep == '.' && span >= 4 && n <= 4 {
		return piece(ws, 2, span, n, today)
	}
	if span > 0 && n < 100 {
		return later(span, n, today)
	}
	if y, _, _ := civil(today); n > y && n <= y+5 {
		return day{at: dayOf(n, 1, 1), last: dayOf(n, 12, 31), words: 1}
	}
	return day{}
}

// figures reads "17.08.", "17/08/26", "8/17/2026".
func figures(ws []word, d, m, today int) day {
	sep, second, third := ws[0].after, &ws[1], nth(ws, 2)
	y, rest := number(third.text)
	if m > 12 && sep == '/' { // the American order, where no other is possible
		d, m = m, d
	}
	if size := len(third.text); rest == "" && second.after == sep && int(third.start) == second.end()+1 && (size == 2 || size == 4) {
		if size == 2 {
			y += 2000
		}
		return exact(y, m, d, 3)
	}
	if sep == '.' && (second.after != '.' && len(second.text) != 2 || third.of(aSame) == 3) {
		return day{}
	}
	return coming(m, d, 2, today)
}

func exact(y, m, d, used int) day {
	if m < 1 || m > 12 || d < 1 || d > 31 || y < 2000 || y > 2100 {
		return day{}
	}
	n := dayOf(y, m, d)
	return day{at: n, last: n, words: used}
}

// coming is the next time that a day comes.
func coming(m, d, used, today int) day {
	y, _, _ := civil(today)
	n := exact(y, m, d, used)
	if n.at < today {
		return exact(y+1, m, d, used)
	}
	return n
}

// inYear takes the year that is given, or the next in which the day comes.
func inYear(ws []word, used, m, d, today int) day {
	if y, k := year(ws, used); y > 0 {
		return exact(y, m, d, k)
	}
	return coming(m, d, used, today)
}

// year reads the year at word k, over a "de", and gives the word after it.
func year(ws []word, k int) (y, next int) {
	if nth(ws, k).of(aCue) == int(skipped) {
		k++
	}
	n, rest := number(nth(ws, k).text)
	if rest != "" || n < 2000 || n > 2100 {
		return 0, k
	}
	return n, k + 1
}

func month(ws []word, m, today int) day {
	y, used := year(ws, 1)
	if y == 0 {
		thisYear, thisMonth, _ := civil(today)
		y, used = thisYear, 1
		if m < thisMonth {
			y++
		}
	}
	return day{at: dayOf(y, m, 1), last: dayOf(y, m+1, 1) - 1, words: used}
}
