// Package tone reads a draft, ours or the rep's, and marks what a kind, honest
// seller would not send. It also says how long a text takes to say.
//
// # Phrases
//
// What is marked stands in one file a language, en.txt and so on, which a
// person can read and change:
//
//	[guilt]               the rule that the phrases below belong to
//	a|b                   either word
//	word*                 any word that begins so
//	...                   up to four words that are skipped
//	(a|b)                 up to three words, each of these, or none
//	^ word                only at the beginning of a sentence
//	word ?                only in a question
//	-a b                  what looks like one and is none: it silences the phrases it touches
//	@name a|b             a list of words, written @name further down
//	[urgency undated]     a sentence that names a date is left alone
//
// Words are compared without case and accents, and as they are meant: "don't"
// is "do not", "e-mail" is "email". A phrase never reaches over the end of a
// sentence. The phrases of [stop] and [door] are what a goodbye must hold.
//
// A file is read when its language is first met. Natively the files are part of
// the program; a program built with the tag lean is given them through
// [Source].
package tone

import (
	"slices"
	"strings"
)

// Draft is a text about to be sent. Lang is "en", "de", "fr" or "es"; another
// or none is guessed from the text. Goodbye says that the text is meant to end
// the contact.
type Draft struct {
	Text    string
	Lang    string
	Goodbye bool
}

// Finding is one thing to mend. Text[From:To] is Quote; what is missing has an
// empty one, at the place where it could be added.
type Finding struct {
	Rule   string `json:"rule"`
	From   int    `json:"from"` // bytes
	To     int    `json:"to"`
	Quote  string `json:"quote"`
	Better string `json:"better"` // one sentence for the rep, in English
}

// Check gives what to mend in a draft, in the order of the text; never nil.
// Without the phrases of the language (see [Source]) only blanks are found.
func Check(d Draft) []Finding {
	found := blanks(d.Text)
	sentences := split(d.Text)
	phrases := load(language(d.Lang, d.Text, sentences))
	if phrases != nil {
		stops, door := false, false
		for _, s := range sentences {
			for _, h := range phrases.hits(s) {
				switch h.rule {
				case saysStop:
					stops = true
				case opensDoor:
					door = true
				default:
					found = append(found, newFinding(d.Text, h.rule, s.words[h.from].from, s.words[h.to-1].to))
				}
			}
		}
		end := len(strings.TrimRight(d.Text, " \t\r\n"))
		if d.Goodbye && !stops {
			found = append(found, newFinding(d.Text, NoStop, end, end))
		}
		if d.Goodbye && !door {
			found = append(found, newFinding(d.Text, NoDoor, end, end))
		}
	}
	slices.SortStableFunc(found, func(a, b Finding) int { return a.From - b.From })
	return found
}

func newFinding(text, rule string, from, to int) Finding {
	return Finding{Rule: rule, From: from, To: to, Quote: text[from:to], Better: better(rule)}
}
