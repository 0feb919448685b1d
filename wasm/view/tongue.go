package view

import (
	"strings"

	"cleanbreak/core/say"
)

// tongue is the rep's language; nil is English. It is set before anything is
// drawn, and a panel that is opened anew may have another one.
var tongue *say.Language

// Speak has everything said in a language from now on.
func Speak(l *say.Language) { tongue = l }

// Tongue is the code of the rep's language.
func Tongue() string { return tongue.Code() }

// Say is one of our phrases in the rep's language. What is said already, and
// what others wrote, is given back as it is.
func Say(phrase string) string { return tongue.Say(phrase) }

// fill is one of our phrases with the values in place of the {}s.
func fill(phrase string, values ...string) string { return tongue.Say(phrase, values...) }

// many is the form of a phrase that fits a number, with the number in it.
func many(n int, phrase string) string { return tongue.Choose(n, phrase) }

// howMany is many, and nothing of none.
func howMany(n int, phrase string) string {
	if n == 0 {
		return ""
	}
	return many(n, phrase)
}

// Number writes a whole number.
func Number(n int) string { return number(n) }

func number(n int) string { return tongue.Whole(n) }

// word looks a code up and falls back to the code itself: a newer brain may
// know codes that this panel does not.
func word(words map[string]string, code string) string {
	if w, ok := words[code]; ok {
		return Say(w)
	}
	return strings.ReplaceAll(code, "-", " ")
}

// small is a phrase inside a line. German nouns keep their capitals.
func small(phrase string) string {
	if Tongue() == "de" {
		return phrase
	}
	return strings.ToLower(phrase)
}

func capital(s string) string { return say.Capital(s) }

// list is "a", "a and b", "a, b and c".
func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return fill(and, strings.Join(items[:last], ", "), items[last])
}

// sumText is "3 touches and 1 reply".
func sumText(touches, replies int) string {
	if touches+replies == 0 {
		return Say(nothingYet)
	}
	return fill(and, many(touches, touchCount), many(replies, replyCount))
}
