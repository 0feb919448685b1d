package tone

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ignored characters are not seen and not said; between the letters of a word
// they would hide it.
func ignored(r rune) bool {
	return r == 0xAD || r == 0x34F || r == 0x61C || r == 0xFEFF ||
		0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E ||
		0x2060 <= r && r <= 0x2069 || 0xFE00 <= r && r <= 0xFE0F ||
		0x300 <= r && r <= 0x36F
}

// plain letters stand for those with accents, and for those of other scripts
// that only look like them.
var plain = [...]struct{ from, to string }{
	{"àáâãäåāа", "a"}, {"çćčсϲ", "c"}, {"èéêëēеε", "e"}, {"ìíîïıі", "i"},
	{"ñ", "n"}, {"òóôõöøоο", "o"}, {"р", "p"}, {"ѕ", "s"}, {"ùúûüū", "u"}, {"ýÿу", "y"}, {"х", "x"},
	{"ß", "ss"}, {"œ", "oe"}, {"æ", "ae"},
}

// fold writes a word as it is compared: small letters without accents.
func fold(s string) string {
	if simple(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if ignored(r) || r == '-' || r == '‑' {
			continue
		}
		if 0xFF01 <= r && r <= 0xFF5E { // full width
			r -= 0xFEE0
		}
		out = appendPlain(out, unicode.ToLower(r))
	}
	return string(out)
}

func appendPlain(out []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(out, byte(r))
	}
	for _, p := range plain {
		if strings.ContainsRune(p.from, r) {
			return append(out, p.to...)
		}
	}
	return utf8.AppendRune(out, r)
}

func simple(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
