package calibrate

import (
	"strconv"

	"cleanbreak/core/say"
)

// enough is how many prospects a team's own sentence takes.
const enough = 20

// After is what became of those who were silent for n touches and got another:
// how many there were, and how many of them answered so far. Who was dropped right
// after counts as silent here, and might have answered another: the share is of what
// was seen, and no forecast, as the curve is.
func (c Counts) After(n int) (silent, answered int) {
	if n >= len(c) {
		return 0, 0
	}
	for _, t := range c[n:] {
		answered += t.Answered
	}
	return c[n].Reached, answered
}

// Sentence says what a team's own log knows of another touch after n in silence.
// Where that is little it says what the curve does, which leans on the published one
// then, and how few it rests on.
func (k Known) Sentence(l *say.Language, n int) string {
	silent, answered := k.Counts.After(n)
	touch := l.Whole(n)
	if silent < enough {
		p := k.Curve.Points[min(n, len(k.Curve.Points)-1)]
		next, low, high := percentIn(l, p.Share), percentIn(l, p.Low), percentIn(l, p.High)
		if silent == 0 {
			return l.Say("so far none like this had another touch after touch {} and two weeks to answer it; with what is published {} % answer the next, {}–{} % ({})", touch, next, low, high, l.Say(k.Curve.Source))
		}
		return l.Say("so far only {} like this had another touch after touch {} and two weeks to answer it; with what is published {} % answer the next, {}–{} % ({})", l.Whole(silent), touch, next, low, high, l.Say(k.Curve.Source))
	}
	share, low, high := shareIn(l, answered, silent)
	if answered == 0 {
		return l.Say("of {} like this, none answered after touch {} so far: {} %, {}–{} %", l.Whole(silent), touch, share, low, high)
	}
	return l.Say("of {} like this, {} answered after touch {} so far: {} %, {}–{} %", l.Whole(silent), l.Whole(answered), touch, share, low, high)
}

// sentenceOfAll is Sentence for somebody like whom nobody got another touch: k is of
// everybody.
func (k Known) sentenceOfAll(l *say.Language, n int) string {
	silent, answered := k.Counts.After(n)
	share, low, high := shareIn(l, answered, silent)
	if answered == 0 {
		return l.Say("so far none like this had another touch after touch {} and two weeks to answer it; of all {} of your own who had, none answered: {} %, {}–{} %", l.Whole(n), l.Whole(silent), share, low, high)
	}
	return l.Say("so far none like this had another touch after touch {} and two weeks to answer it; of all {} of your own who had, {} answered: {} %, {}–{} %", l.Whole(n), l.Whole(silent), l.Whole(answered), share, low, high)
}

// shareIn is a share of n, and its interval, in percent.
func shareIn(l *say.Language, k, n int) (share, low, high string) {
	from, to := Wilson(k, n)
	return percentIn(l, float64(k)/float64(n)), percentIn(l, from), percentIn(l, to)
}

// percent has two meaningful digits under ten and none after the point above.
func percent(share float64) string {
	v := share * 100
	switch {
	case v >= 9.95:
		return strconv.FormatFloat(v, 'f', 0, 64)
	case v >= 0.095 || v == 0:
		return trimmed(strconv.FormatFloat(v, 'f', 1, 64))
	}
	return trimmed(strconv.FormatFloat(v, 'f', 2, 64))
}

// percentIn is percent as a language writes it.
func percentIn(l *say.Language, share float64) string {
	v, _ := strconv.ParseFloat(percent(share), 64)
	return l.Number(v)
}

func trimmed(s string) string {
	for len(s) > 1 && s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}

// StopAfter is the number of touches after which another is worth less than it
// costs: the chance of an answer times the minutes an answer is worth, against the
// minutes of a touch. Below the floor silence is not judged. ok is false where the
// curve ends before that.
func (c Curve) StopAfter(answerIsWorth, touchCosts float64, floor int) (n int, ok bool) {
	n = len(c.Points)
	for n > 0 && c.Points[n-1].Share*answerIsWorth < touchCosts {
		n--
	}
	if n == len(c.Points) {
		return 0, false
	}
	return max(n, floor), true
}
