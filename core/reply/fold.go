package reply

import "unicode/utf8"

// plain holds the letters that compare as others do: accents off, letters of
// other scripts that only look Latin, small for capital. Folding both the
// phrase and the text makes "désabonner" and "DESABONNER" the same.
var plain = [...]struct {
	from, to string
}{
	{"àáâãäåāąăǎаαÀÁÂÃÄÅĀĄĂАΑ", "a"}, {"вВΒ", "b"}, {"çćčсϲÇĆČСϹ", "c"}, {"ďđðĎĐ", "d"},
	{"èéêëēęěеεёÈÉÊËĒĘĚЕΕЁ", "e"}, {"ğĞ", "g"}, {"нНΗ", "h"}, {"ìíîïıīіιїÌÍÎÏİĪІΙЇ", "i"}, {"јЈ", "j"}, {"кκКΚ", "k"},
	{"łľŁĽ", "l"}, {"мМΜ", "m"}, {"ñńňÑŃŇΝ", "n"}, {"òóôõöøōőоοÒÓÔÕÖØŌŐОΟ", "o"}, {"рρРΡ", "p"}, {"řŘ", "r"},
	{"śšşșѕŚŠŞȘЅ", "s"}, {"ťțтТΤŤȚ", "t"}, {"ùúûüūůűÙÚÛÜŪŮŰ", "u"}, {"ýÿуÝŸУΥ", "y"}, {"хχХΧ", "x"}, {"źżžŹŻŽΖ", "z"},
	{"ß", "ss"}, {"œŒ", "oe"}, {"æÆ", "ae"},
}

// foldings is the same by letter, laid out with the dictionary.
var foldings [0x460]string

// folding is what a letter compares as, or "".
func folding(r rune) string {
	if r == 'ẞ' {
		return "ss"
	}
	if r < rune(len(foldings)) {
		return foldings[r]
	}
	return ""
}

func layFoldings() {
	for i := range plain {
		for _, r := range plain[i].from {
			foldings[r] = plain[i].to
		}
	}
	for c := range letters {
		letters[c] = '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
	}
}

// fold appends one word as it is compared.
func fold(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			for _, r := range s[i:] {
				b = foldRune(b, r)
			}
			return b
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != '\'' && c != '`' {
			b = append(b, c)
		}
	}
	return b
}

func foldRune(b []byte, r rune) []byte {
	if to := folding(r); to != "" {
		return append(b, to...)
	}
	switch {
	case invisible(r) || apostrophe(r):
		return b
	case 'A' <= r && r <= 'Z', 0x410 <= r && r <= 0x42F:
		r += 0x20
	case r >= 0xFF01 && r <= 0xFF5E: // full width
		return foldRune(b, r-0xFEE0)
	case r >= 0x1D400 && r < 0x1D6A4: // mathematical letters, 26 capitals and 26 small ones a style
		r = 'a' + (r-0x1D400)%26
	}
	if to := folding(r); to != "" {
		return append(b, to...)
	}
	return utf8.AppendRune(b, r)
}

// invisible characters are dropped: they hide words from a reader like this
// one and from no person.
func invisible(r rune) bool {
	return r == 0xAD || r == 0x61C || r == 0xFEFF || r == 0x180E || r == 0x115F || r == 0x3164 ||
		0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E ||
		0x2060 <= r && r <= 0x206F || 0xFE00 <= r && r <= 0xFE0F ||
		0xE0000 <= r && r <= 0xE0FFF || combining(r)
}

// combining marks stand over the letter before them.
func combining(r rune) bool { return 0x300 <= r && r <= 0x36F }

func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '´', '`', '＇', '′':
		return true
	}
	return false
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
