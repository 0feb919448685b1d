package signal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner goes through the words of a text without allocating. A word is
// letters, in lower case and without accents; an apostrophe ends one, so "we're"
// is "we" and "re".
type scanner struct {
	text     string
	from, to int      // where the word stands
	fresh    bool     // a stop, a comma or a line end stands before it
	room     [32]byte // the word; a longer one is cut
	size     int
}

func (s *scanner) word() []byte { return s.room[:s.size] }

func (s *scanner) next() bool {
	s.from, s.size, s.fresh = s.to, 0, s.to == 0
	for s.to < len(s.text) {
		c, n := rune(s.text[s.to]), 1
		lower := c | 0x20
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(s.text[s.to:])
			lower = fold(c)
		}
		switch {
		case lower >= 'a' && lower <= 'z' || c >= utf8.RuneSelf && unicode.IsLetter(c):
			if s.size <= len(s.room)-utf8.UTFMax {
				s.size += utf8.EncodeRune(s.room[s.size:], lower)
			}
		case s.size > 0:
			return true
		default:
			s.from = s.to + n
			s.fresh = s.fresh || stops(c)
		}
		s.to += n
	}
	return s.size > 0
}

func stops(c rune) bool {
	switch c {
	case '.', ',', ';', ':', '!', '?', '(', ')', '\n':
		return true
	}
	return false
}

// fold makes a letter small and takes its accent off.
func fold(c rune) rune {
	switch c = unicode.ToLower(c); c {
	case 'à', 'á', 'â', 'ä', 'ã', 'å':
		return 'a'
	case 'è', 'é', 'ê', 'ë':
		return 'e'
	case 'ì', 'í', 'î', 'ï':
		return 'i'
	case 'ò', 'ó', 'ô', 'ö', 'õ':
		return 'o'
	case 'ù', 'ú', 'û', 'ü':
		return 'u'
	case 'ç':
		return 'c'
	case 'ñ':
		return 'n'
	}
	return c
}

// negates reports a word that turns what follows it, in one of our languages;
// the t is that of "isn't".
func negates(word []byte) bool {
	switch string(word) {
	case "no", "not", "never", "hardly", "without", "none", "nothing", "t",
		"nicht", "nie", "kein", "keine", "keinen", "keiner", "kaum", "ohne", "nichts",
		"pas", "jamais", "sans", "aucun", "aucune", "rien",
		"nunca", "sin", "ni", "ningun", "ninguna", "nada":
		return true
	}
	return false
}

// reach is how many words a negation turns, unless a comma or a stop comes first.
const reach = 2

// tone counts the words of a text that a table knows: those it takes for good,
// and those for bad. A negated one counts for the other side, or for none where
// turns is false.
func tone(text string, turns bool, table func(word []byte) int) (good, bad int) {
	s := scanner{text: text}
	turned := 0
	for s.next() {
		if s.fresh {
			turned = 0
		}
		side := table(s.word())
		if turned > 0 {
			turned--
			side = -side
			if !turns {
				side = 0
			}
		}
		if negates(s.word()) {
			turned = reach
		}
		good, bad = good+max(0, side), bad+max(0, -side)
	}
	return good, bad
}

// mentions reports that a word stands in a text, at the beginning of one of its
// words: "tool" is in "tooling". One of up to three letters must be the whole
// word: "IT" is not in "items".
func mentions(text, word string) bool {
	word = strings.TrimSpace(word)
	for at := 0; word != "" && at+len(word) <= len(text); at++ {
		if !strings.EqualFold(text[at:at+len(word)], word) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !unicode.IsLetter(before) && (len(word) > 3 || !unicode.IsLetter(after)) {
			return true
		}
	}
	return false
}

// sentence is the sentence that the bytes from..to of a text stand in.
func sentence(text string, from, to int) string {
	const ends = ".!?\n"
	start := strings.LastIndexAny(text[:from], ends) + 1
	if stop := strings.IndexAny(text[to:], ends); stop >= 0 {
		return strings.TrimSpace(text[start : to+stop+1])
	}
	return strings.TrimSpace(text[start:])
}
