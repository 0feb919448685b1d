package reply

import (
	"strconv"
	"strings"
	"time"
)

// cue is what stands before a date, and how sure it makes us that the date is
// when they are there again.
type cue int

const (
	bare     cue = iota
	inRange      // "from 10 to 14 July": the last day away
	untilDay     // "until 14 July"
	lastAway     // "bis 14.07.", "through": the day itself is still away
	afterDay     // "after 14 July"
	backOn       // "back on 15 July"
)

// day is a date in a sentence.
type day struct {
	at    time.Time
	month bool // only a month, quarter or year was named
	cue   cue
}

// first is the first day on which they are there.
func (d day) first() time.Time {
	switch {
	case d.month && d.cue == afterDay:
		return d.at.AddDate(0, 1, 0)
	case !d.month && (d.cue == afterDay || d.cue == lastAway || d.cue == inRange):
		return d.at.AddDate(0, 0, 1)
	}
	return d.at
}

// returns is when they are back: the surest date in an absence.
func returns(m Mail, r *Reading, f findings) time.Time {
	if m.Received.IsZero() || !names(r.Intents, OutOfOffice) {
		return time.Time{}
	}
	return surestDay(split(r.Visible+"\n"+m.Subject), m.Received)
}

func names(list []Intent, intent string) bool {
	for _, i := range list {
		if i.Intent == intent {
			return true
		}
	}
	return false
}

// notBefore is when they want to hear of us again. A date stands for that only
// beside an obstacle.
func notBefore(m Mail, r *Reading, f findings) time.Time {
	if m.Received.IsZero() || r.Machine || names(r.Intents, Unsubscribe) {
		return time.Time{}
	}
	for _, intent := range [...]string{Postpone, NoBudget, HasVendor, NotInterested} {
		for _, s := range f.read {
			if !has(s.hits, intent) {
				continue
			}
			if at := surestDay([]sentence{s.sentence}, m.Received); !at.IsZero() {
				return at
			}
		}
	}
	if names(r.Intents, Postpone) {
		return surestDay(split(r.Visible), m.Received)
	}
	return time.Time{}
}

func surestDay(sentences []sentence, now time.Time) time.Time {
	var best day
	for _, s := range sentences {
		for i := 0; i < len(s.words); i++ {
			d, n := dayAt(s.words[i:], now)
			if n == 0 {
				continue
			}
			d.cue = cueBefore(s.words, i)
			if best.at.IsZero() || d.cue >= best.cue {
				best = d
			}
			i += n - 1
		}
	}
	return best.first()
}

// cueBefore looks back over articles and weekdays for the cue.
func cueBefore(ws []word, i int) cue {
	for k := i - 1; k >= max(0, i-4); k-- {
		switch w := ws[k].folded; w {
		case "the", "le", "el", "dem", "den", "of", "de", "du", "on", "am", "zum", "al", "au", "a", "including", "early", "mid", "anfang", "mitte", "debut", "principios":
			if k > 0 && (w == "au" || w == "al") && ws[k-1].folded != "jusqu" {
				return inRange
			}
			continue
		case "until", "till", "before", "vor", "avant", "antes":
			return untilDay
		case "bis", "jusqu", "hasta", "through", "thru":
			return lastAway
		case "to":
			return inRange
		case "after", "nach", "apres", "despues", "tras", "pasado":
			return afterDay
		case "back", "return", "returning", "ab", "from", "retour", "partir", "vuelvo", "regreso", "volvere", "regresare", "reincorporo", "again", "in", "im", "en", "since":
			return backOn
		}
		if weekday(ws[k].folded) < 0 {
			return bare
		}
	}
	return bare
}

// dayAt reads a date at the first word and how many words it takes.
func dayAt(ws []word, now time.Time) (day, int) {
	w := ws[0].folded
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	if n, err := strconv.Atoi(strings.TrimRight(w, "stndrhe")); err == nil && w != "" {
		return numbered(ws, n, today)
	}
	if m := month(w); m > 0 {
		if len(ws) > 1 {
			if d, err := strconv.Atoi(strings.TrimRight(ws[1].folded, "stndrh")); err == nil && d >= 1 && d <= 31 {
				return yearOf(ws, 2, m, d, today)
			}
		}
		return monthOnly(ws, m, today)
	}
	if wd := weekday(w); wd >= 0 {
		return day{at: today.AddDate(0, 0, (wd-int(today.Weekday())+6)%7+1)}, 1
	}
	if quarter, ok := strings.CutPrefix(w, "q"); ok && len(quarter) == 1 && quarter >= "1" && quarter <= "4" {
		return monthOnly(ws, int(quarter[0]-'1')*3+1, today)
	}
	return relative(ws, today)
}

// numbered reads "14 July", "15 de enero", "17.08.", "2026-07-14", "3 weeks".
func numbered(ws []word, n int, today time.Time) (day, int) {
	next := func(i int) string {
		if i < len(ws) {
			return ws[i].folded
		}
		return ""
	}
	second, errSecond := strconv.Atoi(next(1))
	switch sep := ws[0].after; {
	case n > 2000 && sep == '-' && errSecond == nil && len(ws) > 2:
		if d, err := strconv.Atoi(next(2)); err == nil && valid(second, d) {
			return day{at: time.Date(n, time.Month(second), d, 0, 0, 0, 0, today.Location())}, 3
		}
	case (sep == '.' || sep == '/') && errSecond == nil && (sep == '/' || ws[1].after == '.'):
		if valid(second, n) {
			return yearOf(ws, 2, second, n, today)
		}
		if sep == '/' && valid(n, second) { // the American order, where no other is possible
			return yearOf(ws, 2, n, second, today)
		}
	}
	at := 1
	for at < 3 && (next(at) == "de" || next(at) == "of") {
		at++
	}
	if m := month(next(at)); m > 0 && valid(m, n) {
		return yearOf(ws, at+1, m, n, today)
	}
	if days := unit(next(1)); days != 0 && n < 100 {
		return later(days, n, today), 2
	}
	return day{}, 0
}

func valid(m, d int) bool { return m >= 1 && m <= 12 && d >= 1 && d <= 31 }

// yearOf takes the year that is given, or the next in which the day comes.
func yearOf(ws []word, at, m, d int, today time.Time) (day, int) {
	if at < len(ws) && (ws[at].folded == "de" || ws[at].folded == "del") && at+1 < len(ws) && year(ws[at+1].folded) > 0 {
		at++
	}
	y := 0
	if at < len(ws) {
		y = year(ws[at].folded)
	}
	if y > 0 {
		return day{at: time.Date(y, time.Month(m), d, 0, 0, 0, 0, today.Location())}, at + 1
	}
	t := time.Date(today.Year(), time.Month(m), d, 0, 0, 0, 0, today.Location())
	if t.Before(today) {
		t = t.AddDate(1, 0, 0)
	}
	return day{at: t}, at
}

func year(w string) int {
	if y, err := strconv.Atoi(w); err == nil && y >= 2000 && y < 2100 {
		return y
	}
	return 0
}

func monthOnly(ws []word, m int, today time.Time) (day, int) {
	d, n := yearOf(ws, 1, m, 1, today)
	d.month = true
	return d, n
}
