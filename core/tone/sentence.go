package tone

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is the words of one sentence.
type sentence struct {
	words []word
	asks  bool // it ends in a question mark
	dated bool // it holds a date in figures
}

// word is one word as it is compared, and where it stands in the text.
type word struct {
	folded   string
	from, to int
}

// split cuts a text into sentences. They end at a mark followed by a space, and
// at an empty line.
func split(text string) []sentence {
	var all []sentence
	var r reader
	start := -1
	for i, c := range text {
		if inWord(text, start, i, c) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			r.add(text, start, i)
			start = -1
		}
		if ends, asks := boundary(text, i, c); ends {
			all = r.close(all, asks)
		}
	}
	if start >= 0 {
		r.add(text, start, len(text))
	}
	return r.close(all, false)
}

// inWord reports a character that belongs to a word. Those nobody sees do not
// end one, nor does the hyphen of "e-mail".
func inWord(text string, start, at int, c rune) bool {
	switch {
	case c == utf8.RuneError:
		return false
	case unicode.IsLetter(c) || unicode.IsDigit(c):
		return true
	case start < 0:
		return false
	case c == '-' || c == '‑':
		return at-start == 1 && text[start]|0x20 == 'e' && strings.HasPrefix(strings.ToLower(text[at+utf8.RuneLen(c):min(len(text), at+8)]), "mail")
	}
	return ignored(c)
}

func boundary(text string, at int, c rune) (ends, asks bool) {
	switch c {
	case '\n':
		rest := strings.TrimLeft(text[at+1:min(len(text), at+8)], " \t\r")
		return strings.HasPrefix(rest, "\n"), false
	case '.', '!', '?', '…', '؟', '？':
		after := at + utf8.RuneLen(c)
		next, _ := utf8.DecodeRuneInString(text[after:])
		ends = after >= len(text) || unicode.IsSpace(next) && !(c == '.' && ordinal(text[:at])) || strings.ContainsRune(`"'”’»)¿¡!?.`, next)
		return ends, ends && (c == '?' || c == '？')
	case '¿', '¡':
		return true, false
	}
	return false, false
}

// ordinal reports what ends no sentence before a full stop: a day ("12. Januar")
// or a single letter ("z. B.").
func ordinal(before string) bool {
	before = before[max(0, len(before)-3):]
	before = before[strings.LastIndexAny(before, " \u00a0\n(.")+1:]
	return len(before) < 3 && figures(before) || len(before) == 1 && letter(before[0])
}

// reader gathers the words of a sentence.
type reader struct {
	sentence
}

func (r *reader) close(all []sentence, asks bool) []sentence {
	if len(r.words) == 0 {
		if asks && len(all) > 0 {
			all[len(all)-1].asks = true // "!?"
		}
		return all
	}
	r.asks = asks
	all = append(all, r.sentence)
	r.sentence = sentence{}
	return all
}

func (r *reader) add(text string, from, to int) {
	folded := fold(text[from:to])
	if folded == "" {
		return
	}
	previous := word{}
	if n := len(r.words); n > 0 {
		previous = r.words[n-1]
	}
	between := ""
	if previous.to > 0 {
		between = text[previous.to:from]
	}
	if figures(folded) && figures(previous.folded) && (between == "." || between == "/" || between == "-" || between == ". ") {
		r.dated = true
	}
	if figures(previous.folded) && folded == "may" || previous.folded == "may" && figures(folded) {
		r.dated = true // the other months are words of @date
	}
	if apostrophe(between) {
		folded = r.contracted(folded)
	}
	if short, ok := strings.CutSuffix(folded, "nt"); ok && strings.Contains(" do did does have has had is was are were would could should ca wo ", " "+short+" ") {
		r.words = append(r.words, word{whole(short), from, to})
		folded = "not"
	}
	r.words = append(r.words, word{folded, from, to})
}

// contracted writes out the end of an English contraction: "I've", "didn't".
func (r *reader) contracted(end string) string {
	switch end {
	case "ve":
		return "have"
	case "ll":
		return "will"
	case "d":
		return "would"
	case "re":
		return "are"
	case "m":
		return "am"
	case "t":
		last := &r.words[len(r.words)-1]
		if verb, ok := strings.CutSuffix(last.folded, "n"); ok {
			last.folded = whole(verb)
			return "not"
		}
	}
	return end
}

func whole(verb string) string {
	switch verb {
	case "ca":
		return "can"
	case "wo":
		return "will"
	case "sha":
		return "shall"
	}
	return verb
}

func figures(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func apostrophe(s string) bool {
	return s != "" && strings.Trim(s, "'’‘ʼ´`＇") == "" && utf8.RuneCountInString(s) == 1
}
