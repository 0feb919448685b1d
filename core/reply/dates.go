package reply

import "strings"

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
	within       // "in July", "from 15 July": they may be back, or away
)

// aim is which date of several is wanted.
type aim int

const (
	surest    aim = iota // the surest cue, the later of two that are equally sure
	earliest             // the first that is named
	theReturn            // the surest of an absence: a day without a cue is one away
)

// day is a date in a sentence: a day, or the first and last day of a week,
// month, quarter, half, year or season.
type day struct {
	at, last int
	part     int // 1 the beginning of it, 2 the middle, 3 the end; 0 unsaid
	words    int // that name it
	cue      cue
	length   bool // it is the end of so much time: "two weeks"
	away     bool // nothing tells that they are back on it
	begins   bool // "from" stands before it
}

// first is the first day on which they are there.
func (d *day) first() int {
	if d.away && !d.length && d.cue == bare {
		return d.last + 1
	}
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

// surestDay is the date in the words that is aimed at.
func surestDay(ws []word, today int, which aim) day {
	var best day
	end := 0 // of the last date
	for i := 0; i < len(ws); i++ {
		d := dayAmong(ws, i, today, which)
		if d.words == 0 {
			continue
		}
		if best.words > 0 && follows(ws, i) { // "the Monday after"
			d.at = best.last + 1 + (weekday(d.at)-weekday(best.last)+6)%7
			d.last = d.at
		}
		before(ws, i, &d)
		if i > 0 && i == end && int(ws[i].start) > ws[i-1].end()+2 { // "9 Nov - 13 Nov"
			d.cue = inRange
		}
		if d.cue == untilDay && inclusive(nth(ws, i+d.words)) {
			d.cue = lastAway
		}
		if which == theReturn {
			d.settle(ws, i)
		}
		if d.cue == within && !(which == theReturn && d.begins) {
			d.cue = backOn
		}
		ends := i-end <= 2 && (d.cue == inRange || d.cue == lastAway) // "from 9 to 13 November"
		if d.cue != within && (best.words == 0 || d.cue >= best.cue || ends) {
			best = d
		}
		if which == earliest {
			break
		}
		end = i + d.words
		i = end - 1
	}
	return best
}

// dayAmong reads the date at word i, or none.
func dayAmong(ws []word, i, today int, which aim) day {
	d := dayAt(ws[i:], today)
	if d.words > 0 && i > 0 && ws[i].text == "été" && ws[i-1].is(aHas) {
		return day{} // "a été" is no summer
	}
	if span := nth(ws, i+1).of(aSpan); d.words == 0 && which == theReturn && ws[i].is(aNow) && (span == aWeek || span == aSpanMonth) {
		return period(span, 0, today)
	}
	if d.words == 0 {
		return dayOfMonth(ws, i, today)
	}
	return d
}

// follows reports a weekday that is counted from the date before it: "the Monday
// after", "the following Monday".
func follows(ws []word, i int) bool {
	day := i + btoi(!ws[i].is(aDay))
	if !nth(ws, day).is(aDay) {
		return false
	}
	after := nth(ws, day+1)
	last := day+2 >= len(ws) || ws[day+2].clause != after.clause
	return last && after.of(aCue) == int(afterDay) || following(after.text) || day > 0 && following(ws[day-1].text)
}

func following(text string) bool {
	switch strings.ToLower(text) {
	case "following", "folgenden", "darauffolgenden", "suivant", "siguiente":
		return true
	}
	return false
}

// inclusive reports a word that takes the day before it in.
func inclusive(w *word) bool {
	text := strings.ToLower(w.text)
	return strings.HasPrefix(text, "inclu") || strings.HasPrefix(text, "einschl")
}

// settle tells, of a date in the news of an absence that no cue tells it of,
// whether they are back on it or away.
func (d *day) settle(ws []word, i int) {
	switch {
	case d.cue != bare && d.cue != within:
	case there(ws, i, i+d.words):
		d.cue = backOn
	case !d.begins:
		d.cue, d.away = bare, true
	}
}

// there reports a word in the clause of the date from word i up to end that says
// that somebody is there then: "back", "I'll answer".
func there(ws []word, i, end int) bool {
	k := i - 1
	for k > 0 && (ws[k].is(aDay) || ws[k].of(aCue) == int(skipped)) {
		k--
	}
	for n := 0; k >= 0 && n < 8 && !stops(&ws[k]); k, n = k-1, n+1 {
		if ws[k].clause != ws[k+1].clause && ws[k].after != ':' {
			break
		}
		if ws[k].is(aThere) && !denied(ws, k) {
			return true
		}
	}
	apposed := i > 0 && ws[i-1].is(aDay) && ws[i-1].clause != ws[i].clause // "ab Dienstag, 24. November, wieder"
	for k := end; k < len(ws) && (ws[k].clause == ws[k-1].clause || apposed && k == end) && !stops(&ws[k-1]); k++ {
		if ws[k].is(aThere) && !denied(ws, k) {
			return true
		}
	}
	return false
}

// stops reports the last word of a sentence.
func stops(w *word) bool {
	return strings.IndexByte(".!?\x00", w.after) >= 0 && (w.text[0] > '9' || w.after != '.')
}

// denied reports a "not" beside word k, or that it is a thing of ours: "your reply".
func denied(ws []word, k int) bool {
	for i := max(0, k-3); i < k+2 && i < len(ws); i++ {
		if ws[i].clause == ws[k].clause && ws[i].is(aNo) {
			return true
		}
	}
	return k > 0 && strings.EqualFold(ws[k-1].text, "your")
}

// dayOfMonth reads "until the 20th", "jusqu'au 21" and "back on the 20th".
func dayOfMonth(ws []word, i, today int) day {
	n, rest := number(ws[i].text)
	after := nth(ws, i+1)
	if n < 1 || n > 31 || !ordinal(rest) || after.is(aSpan) || after.of(aCue) == int(inRange) || after.of(aCue) == int(lastAway) || after.of(aSame) == 3 || ws[i].after == ':' {
		return day{}
	}
	k := i - 1
	for k > 0 && k > i-3 && ws[k].of(aCue) == int(skipped) {
		k--
	}
	if k < 0 || ws[k].of(aCue) < int(untilDay) && !(ws[k].is(aThere) && k < i-1) {
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
		if c == skipped && w.of(aSame) == 2 && d.at == d.last && !(k > 0 && (ws[k-1].of(aCue) == int(lastAway) || ws[k-1].of(aCue) == int(untilDay))) { // "du 9 au 13", not "au printemps"
			c = inRange
		}
		if k > 0 && c == within && ws[k-1].of(aCue) > int(skipped) && ws[k-1].of(aCue) < int(inRange) { // "jusqu'en janvier"
			c = untilDay
		}
		if c > skipped {
			d.cue, d.begins = c, w.is(aBegins)
		} else if c == bare && !w.is(aDay) {
			return
		}
	}
}

// returns is when they are back, as a day, or 0: the surest date in an absence.
func (d *desk) returns(subject string, today int) int {
	back := surestDay(d.typed.words, today, theReturn)
	if back.words == 0 {
		back = surestDay(d.all(subject), today, theReturn)
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
	if means == autoAck || means == referral || means == unsubscribe || means == erasure || means == complaint {
		return 0
	}
	if means != hasVendor && means != interested && means != question && means != calendar {
		d := surestDay(ws, today, surest)
		if means == reschedule {
			return d.start()
		}
		return d.first()
	}
	d := surestDay(ws, today, earliest)
	if means == hasVendor {
		return d.due()
	}
	if means == question && d.start() > today+soonest { // "would 20 November suit you", on the 22nd
		return 0
	}
	return d.start()
}
