package view

import (
	"strconv"
	"strings"
)

// Every English phrase of the panel is in the files words*.go, so that a
// translation replaces those and nothing else. {} stands for a name, a date or a
// number.

const (
	wordToday    = "today"
	wordTomorrow = "tomorrow"
	wordOther    = "Other"
)

var (
	months   = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	weekdays = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
)

// sumText is "3 touches and 1 reply".
func sumText(touches, replies int) string {
	if touches+replies == 0 {
		return "nothing yet"
	}
	return join2(many(touches, "touch", "touches"), many(replies, "reply", "replies"))
}

func many(n int, one, more string) string {
	switch n {
	case 0:
		return "no " + more
	case 1:
		return "1 " + one
	}
	return number(n) + " " + more
}

func join2(a, b string) string { return a + " and " + b }

// list is "a", "a and b", "a, b and c".
func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return join2(strings.Join(items[:last], ", "), items[last])
}

// fill puts the values in place of the {}s, in their order. A value that holds
// {} itself is not filled by the next one.
func fill(phrase string, values ...string) string {
	if len(values) == 0 {
		return phrase
	}
	before, after, found := strings.Cut(phrase, "{}")
	if !found {
		return phrase
	}
	return before + values[0] + fill(after, values[1:]...)
}

// number groups thousands with a thin space, which reads the same everywhere.
func number(n int) string {
	digits := strconv.Itoa(n)
	if n < 0 || len(digits) < 5 {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteRune('\u202f')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// signed writes "+12" and "−30" with a true minus sign.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + number(n)
	case n < 0:
		return "−" + number(-n)
	}
	return "0"
}

// word looks a code up and falls back to the code itself: a newer brain may
// know codes that this panel does not.
func word(words map[string]string, code string) string {
	if w, ok := words[code]; ok {
		return w
	}
	return strings.ReplaceAll(code, "-", " ")
}

// capital is for the start of a label; the words here start with a letter of
// one byte or are left as they are.
func capital(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// Problem says that a press did not work, with the reason when there is one.
func Problem(why string) string {
	if why == "" {
		return noAnswer
	}
	return fill(notDone, strings.TrimRight(why, ". "))
}
