package reply

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a sentence: folded for comparing, with its place in the
// text as typed.
type word struct {
	folded     string
	start, end int
	after      byte // the character that follows at once; dates need it
	clause     int  // counts up at commas and contrasts: how far a "not" reaches
	segment    int  // counts up at contrasts only: how far a "last year" reaches
}

// plain holds the letters that compare as others do: accents off, and letters
// of other scripts that only look Latin. Folding both the phrase and the text
// makes "désabonner" and "desabonner" the same.
var plain = [...]struct{ from, to string }{
	{"àáâãäåāа", "a"}, {"çćč", "c"}, {"сϲ", "c"}, {"èéêëēеε", "e"}, {"ìíîïıі", "i"},
	{"ñ", "n"}, {"òóôõöøоο", "o"}, {"р", "p"}, {"ѕ", "s"}, {"ùúûüū", "u"}, {"ýÿу", "y"}, {"х", "x"},
}

func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	if r >= 0xFF01 && r <= 0xFF5E { // full width
		return foldRune(r - 0xFEE0)
	}
	r = unicode.ToLower(r)
	for _, p := range plain {
		if strings.ContainsRune(p.from, r) {
			return rune(p.to[0])
		}
	}
	return r
}

// invisible characters are dropped: they hide words from a reader like this
// one and from no person.
func invisible(r rune) bool {
	return r == 0xAD || r == 0x34F || r == 0x61C || r == 0xFEFF ||
		0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E ||
		0x2060 <= r && r <= 0x2069 || 0xFE00 <= r && r <= 0xFE0F ||
		0x300 <= r && r <= 0x36F
}

func apostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '´' || r == '`' || r == '＇'
}

// fold writes one folded word. The umlauts' other spelling (ue, ae, oe) is
// folded as well, on both sides.
func fold(s string) string {
	if simple(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if invisible(r) || apostrophe(r) {
			continue
		}
		switch r = foldRune(r); {
		case r == 'ß':
			b = append(b, "ss"...)
		case r == 'œ', r == 'æ':
			b = append(b, "oa"[btoi(r == 'æ')])
		case r == 'e' && len(b) > 0 && strings.IndexByte("aou", b[len(b)-1]) >= 0:
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}

// simple reports a word that is its own folding, which most are.
func simple(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !('a' <= c && c <= 'z' || '0' <= c && c <= '9') {
			return false
		}
		if i > 0 && s[i] == 'e' && strings.IndexByte("aou", s[i-1]) >= 0 {
			return false
		}
	}
	return true
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// words cuts text into folded words. "don't" is one word, "l'offre" is two.
func words(text string) []word {
	var ws []word
	clause, segment, start := 0, 0, -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		w := word{folded: fold(text[start:end]), start: start, end: end}
		if end < len(text) {
			w.after = text[end]
		}
		start = -1
		if w.folded == "" {
			return
		}
		if contrast(w.folded) {
			clause, segment = clause+1, segment+1
		}
		w.clause, w.segment = clause, segment
		ws = append(ws, w)
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || invisible(r) && start >= 0:
			if start < 0 {
				start = i
			}
		case apostrophe(r) && start >= 0 && negated(text[start:i], text[i:]):
		default:
			flush(i)
			clause += btoi(strings.ContainsRune(",;:()–—!?\n", r))
			segment += btoi(r == ';' || r == '—' || r == '–')
		}
	}
	flush(len(text))
	return ws
}

// negated reports the "n't" of an English verb.
func negated(before, after string) bool {
	_, size := utf8.DecodeRuneInString(after)
	if rest := after[size:]; rest == "" || rest[0] != 't' && rest[0] != 'T' {
		return false
	} else if next, _ := utf8.DecodeRuneInString(rest[1:]); unicode.IsLetter(next) {
		return false
	}
	last := before[len(before)-1]
	return last == 'n' || last == 'N'
}

func contrast(w string) bool {
	switch w {
	case "but", "however", "although", "though", "yet", "aber", "jedoch", "sondern", "allerdings", "doch", "obwohl",
		"mais", "cependant", "toutefois", "pourtant", "pero", "sino", "aunqu",
		"and", "und", "et", "y", "now", "jetzt", "maintenant", "ahora", "nun":
		return true
	}
	return false
}
