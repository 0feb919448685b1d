package reply

// The spans of tables/words.txt.
const (
	aWeek      = 2
	aSpanMonth = 3
	aQuarter   = 4
	aHalf      = 5
	aYear      = 6
)

// spanMonths is how many months a span has.
var spanMonths = [...]int{aSpanMonth: 1, aQuarter: 3, aHalf: 6, aYear: 12}

// relative reads "next quarter", "in two weeks", "l'année prochaine", "the new
// year", "summer", "Q1", "KW 34", "the end of the year".
func relative(ws []word, today int) day {
	first, second := &ws[0], nth(ws, 1)
	span, other := second.of(aSpan), first.of(aSpan)
	n, _ := number(second.text)
	switch {
	case first.is(aNext) && span > 1:
		return period(span, 1, today)
	case second.is(aNext) && other > 1:
		return period(other, 1, today)
	case first.is(aNext) && (second.is(aDay) || second.is(aMonth) || second.is(aSeason)):
		d := dayAt(ws[1:], today)
		d.words++
		return d
	case first.of(aSeason) > 1 || first.is(aSeason) && (first.text[1] != 'e' || len(first.text) > 5 || span == aYear):
		return season(first.of(aSeason), today)
	case first.is(aNth) && span >= aQuarter && span < aYear: // "the second half of 2027"
		return piece(ws, 2, span, first.of(aNth), today)
	case first.of(aSoon) == 3 && (span > 1 || second.is(aDay)): // "übernächste Woche"
		return afterNext(ws[1:], today)
	case other > 1 && twice(ws):
		return period(other, 2, today)
	case first.is(aNumber) && second.text == "fortnight":
		return later(aWeek, 2, today)
	case first.is(aNumber) && span == aWeek && nth(ws, 2).is(aCue) && nth(ws, 3).is(aDay): // "a week on Monday"
		return weeksOn(ws[3].of(aDay), first.of(aNumber), 4, today)
	case first.is(aNumber) && span > 0:
		return later(span, first.of(aNumber), today)
	case first.text == "w" && first.after == '/' && second.text == "c", other == aWeek && commences(second.text):
		return weekOf(ws, today)
	case len(first.text) == 2 && first.text[0]|0x20 == 'k' && first.text[1]|0x20 == 'w' && n > 0 && n < 54:
		return weekNumber(n, today)
	case first.is(aPart):
		return partOf(ws, today)
	}
	return halves(ws, today)
}

// twice reports the words "after next" behind the first.
func twice(ws []word) bool {
	return nth(ws, 1).of(aCue) == int(afterDay) && nth(ws, 2).is(aNext)
}

// afterNext is a weekday or a span, not the next but the one after.
func afterNext(ws []word, today int) day {
	if span := ws[0].of(aSpan); span > 1 {
		return period(span, 2, today)
	}
	d := dayAt(ws, today)
	return day{at: d.at + 7, last: d.at + 7, words: 2}
}

func commences(w string) bool { return w == "commencing" || w == "beginning" || w == "of" }

// weekOf reads "w/c 9 November" and "week of 9 November", which may have begun.
func weekOf(ws []word, today int) day {
	k := overSkipped(ws, 2)
	if k >= len(ws) {
		return day{}
	}
	d := dayAt(ws[k:], today-6)
	if d.words == 0 {
		return day{}
	}
	return day{at: d.at, last: d.at + 6, words: k + d.words}
}

// partOf reads "the end of the year", which is this one.
func partOf(ws []word, today int) day {
	k := 1
	for k < 4 && nth(ws, k).of(aCue) == int(skipped) {
		k++
	}
	span := nth(ws, k).of(aSpan)
	if span < aWeek {
		return day{}
	}
	d := period(span, 0, today)
	d.part, d.words = ws[0].of(aPart), k+1
	return d
}

// halves reads "Q1", "H2" and the French "T1", with or without a year.
func halves(ws []word, today int) day {
	w := ws[0].text
	if len(w) != 2 || w[1] < '1' || w[1] > '4' {
		return day{}
	}
	switch n := int(w[1] - '0'); {
	case w[0]|0x20 == 'q' || w[0] == 'T':
		return piece(ws, 1, aQuarter, n, today)
	case w[0]|0x20 == 'h' && n <= 2:
		return piece(ws, 1, aHalf, n, today)
	}
	return day{}
}

// piece is the nth quarter or half of the year that is named at word k, or of
// the next in which it begins.
func piece(ws []word, k, span, n, today int) day {
	size := spanMonths[span]
	y, used := year(ws, k)
	if y == 0 {
		used = k
		y, _, _ = civil(today)
		if dayOf(y, (n-1)*size+1, 1) < today {
			y++
		}
	}
	m := (n - 1) * size
	return day{at: dayOf(y, m+1, 1), last: dayOf(y, m+size+1, 1) - 1, words: used}
}

// later is n spans from today.
func later(span, n, today int) day {
	at := today + n
	if span == aWeek {
		at = today + 7*n
	} else if span > aWeek {
		y, m, d := civil(today)
		m += n * spanMonths[span]
		at = min(dayOf(y, m, d), dayOf(y, m+1, 1)-1)
	}
	return day{at: at, last: at, words: 2, length: true}
}

// period is this week, month, quarter, half or year, or the nth after it.
func period(span, n, today int) day {
	if span == aWeek {
		at := today + 7*n - weekday(today)
		return day{at: at, last: at + 6, words: 2}
	}
	y, m, _ := civil(today)
	size := spanMonths[span]
	m += n*size - (m-1)%size
	return day{at: dayOf(y, m, 1), last: dayOf(y, m+size, 1) - 1, words: 2}
}

// season is the next New Year, spring, summer, autumn, winter, Christmas or
// Easter that has not ended. The numbers are those of tables/words.txt.
func season(s, today int) day {
	y, _, _ := civil(today)
	for {
		d := day{words: 1}
		switch s {
		case 1:
			d.at = dayOf(y, 1, 1)
			d.last = d.at
		case 6:
			d.at = dayOf(y, 12, 24)
			d.last = d.at + 8
		case 7:
			d.at = easter(y)
			d.last = d.at + 1
		default:
			d.at, d.last = dayOf(y, 3*s-3, 1), dayOf(y, 3*s, 1)-1
		}
		if d.last >= today {
			return d
		}
		y++
	}
}

// weekNumber is a numbered week, as Germans count them.
func weekNumber(n, today int) day {
	for y, _, _ := civil(today); ; y++ {
		at := dayOf(y, 1, 4)
		at += 7*(n-1) - weekday(at)
		if at+6 >= today {
			return day{at: at, last: at + 6, words: 2}
		}
	}
}
