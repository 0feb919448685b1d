package reply

// cue is what stands before a date, and how sure it makes us that the date is
// when they are there again. The numbers are those of tables/words.txt.
type cue int

const (
	bare     cue = iota
	skipped      // an article
	untilDay     // "until 14 July"
	lastAway     // "bis 14.07.", "through": the day itself is still away
	inRange      // "from 10 to 14 July": the last day away
	afterDay     // "after 14 July"
	backOn       // "back on 15 July"
)

// day is a date in a sentence: a day, or the first and last day of a week,
// month, quarter, half, year or season.
type day struct {
	at, last int
	part     int // 1 the beginning of it, 2 the middle, 3 the end; 0 unsaid
	words    int // that name it
	cue      cue
}

// first is the first day on which they are there.
func (d *day) first() int {
	closed := d.cue == lastAway && d.at == d.last || d.part == 3 && (d.cue == lastAway || d.cue == untilDay)
	if closed || d.cue == afterDay || d.cue == inRange {
		return d.last + 1
	}
	return d.start()
}

// start is the day itself, or the day on which the part of it begins.
func (d *day) start() int {
	length := d.last - d.at
	switch {
	case d.part < 2 || length == 0:
		return d.at
	case length < 7:
		return d.at + 2*d.part - 2
	case d.part == 2:
		return d.at + length/2 - length/30
	case length > 31:
		return d.last - 30
	}
	return d.last - 6
}

// due is when something that runs until then ends.
func (d *day) due() int {
	if d.part == 3 {
		return d.last
	}
	return d.start()
}

// surestDay is the date in the words with the surest cue, the later of two that
// are equally sure; with `any` it is the first.
func surestDay(ws []word, today int, any bool) day {
	var best day
	end := 0 // of the last date
	for i := 0; i < len(ws); i++ {
		d := dayAt(ws[i:], today)
		if d.words > 0 && i > 0 && ws[i].text == "été" && ws[i-1].is(aHas) {
			continue // "a été" is no summer
		}
		if d.words == 0 {
			if d = dayOfMonth(ws, i, today); d.words == 0 {
				continue
			}
		}
		before(ws, i, &d)
		if i > 0 && i == end && int(ws[i].start) > ws[i-1].end()+2 { // "9 Nov - 13 Nov"
			d.cue = inRange
		}
		ends := i-end <= 2 && (d.cue == inRange || d.cue == lastAway) // "from 9 to 13 November"
		if best.words == 0 || d.cue >= best.cue || ends {
			best = d
		}
		if any {
			break
		}
		end = i + d.words
		i += d.words - 1
	}
	return best
}

// dayOfMonth reads "until the 20th" and "jusqu'au 21", behind a cue.
func dayOfMonth(ws []word, i, today int) day {
	n, rest := number(ws[i].text)
	cued := i > 0 && ws[i-1].of(aCue) > 1 || i > 1 && ws[i-1].of(aCue) == 1 && ws[i-2].of(aCue) > 1
	after := nth(ws, i+1)
	if n < 1 || n > 31 || !ordinal(rest) || !cued || after.is(aSpan) || after.of(aCue) == int(inRange) || after.of(aCue) == int(lastAway) || after.of(aSame) == 3 || ws[i].after == ':' {
		return day{}
	}
	at := comingNth(n, today)
	return day{at: at, last: at, words: 1}
}

// before looks back over articles, weekdays and "the end of" for the cue.
func before(ws []word, i int, d *day) {
	for k := i - 1; k >= 0 && k >= i-5 && d.cue == bare; k-- {
		w := &ws[k]
		if p := w.of(aPart); p > 0 && d.at < d.last {
			d.part = p
			continue
		}
		c := cue(w.of(aCue))
		if c == skipped && w.of(aSame) == 2 && d.at == d.last && !(k > 0 && ws[k-1].of(aCue) == int(lastAway)) { // "du 9 au 13", not "au printemps"
			c = inRange
		}
		if c > skipped {
			d.cue = c
		} else if c == bare && !w.is(aDay) {
			return
		}
	}
}

// returns is when they are back, as a day, or 0: the surest date in an absence.
func (d *desk) returns(subject string, today int) int {
	back := surestDay(d.typed.words, today, false)
	if back.words == 0 {
		back = surestDay(d.all(subject), today, false)
	}
	return back.first()
}

// dated gives each intent the day that its sentence names. A postponement
// takes one from anywhere.
func (d *desk) dated(m *Mail, r *Reading, today int) {
	for k := range r.Intents {
		out := &r.Intents[k]
		means := kindNamed(out.Intent)
		n := 0
		for i := range d.read {
			if s := &d.read[i]; n == 0 && has(s.hits, means) {
				n = intended(means, s.words, today)
			}
		}
		if n == 0 && means == postpone {
			n = intended(means, d.typed.words, today)
		}
		out.On = midnight(m, n)
	}
}

// soonest is how many days ahead somebody asks for a meeting; a day that the
// reader of dates puts beyond it has just gone by.
const soonest = 300

// intended is the day a sentence names for an intent, or 0.
func intended(means kind, ws []word, today int) int {
	if means == autoAck || means == unsubscribe || means == erasure || means == complaint {
		return 0
	}
	if means != hasVendor && means != interested && means != question && means != calendar {
		d := surestDay(ws, today, false)
		if means == reschedule {
			return d.start()
		}
		return d.first()
	}
	d := surestDay(ws, today, true)
	if means == hasVendor {
		return d.due()
	}
	if means == question && d.start() > today+soonest { // "would 20 November suit you", on the 22nd
		return 0
	}
	return d.start()
}
