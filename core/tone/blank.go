package tone

import "strings"

// blanks finds what is left to fill in: "____", {field}, {{field}}, [Name],
// <Company>, %FIRST_NAME%, XXX.
func blanks(text string) []Finding {
	found := []Finding{}
	for at := 0; at < len(text); {
		n := blankAt(text, at)
		if n == 0 {
			at++
			continue
		}
		found = append(found, newFinding(text, Blank, at, at+n))
		at += n
	}
	return found
}

// blankAt is the length of the blank that begins at a place, or 0.
func blankAt(text string, at int) int {
	rest := text[at:]
	switch rest[0] {
	case '_':
		if n := len(rest) - len(strings.TrimLeft(rest, "_")); n >= 3 {
			return n
		}
		return 0
	case '{':
		return enclosed(rest, "{", "}", func(string) bool { return true })
	case '[':
		return enclosed(rest, "[", "]", placeholder)
	case '<':
		return enclosed(rest, "<", ">", placeholder)
	case '%':
		return enclosed(rest, "%", "%", placeholder)
	case 'X':
		n := len(rest) - len(strings.TrimLeft(rest, "X"))
		if n >= 3 && (at == 0 || !letter(text[at-1])) && (n == len(rest) || !letter(rest[n])) {
			return n
		}
	}
	return 0
}

// longestBlank is how many bytes a placeholder has at most.
const longestBlank = 48

// enclosed is the length of a placeholder in marks, which may be doubled.
func enclosed(rest, open, shut string, is func(inner string) bool) int {
	opens := 1
	if strings.HasPrefix(rest[1:], open) {
		opens = 2
	}
	inner, _, closed := strings.Cut(rest[opens:min(len(rest), longestBlank)], shut)
	if !closed || strings.TrimSpace(inner) == "" || strings.ContainsAny(inner, "\n"+open) || !is(inner) {
		return 0
	}
	n := opens + len(inner) + 1
	if opens == 2 && strings.HasPrefix(rest[n:], shut) {
		n++
	}
	return n
}

// placeholder reports what somebody means to be filled in: it names a thing
// that differs from mail to mail, or asks to insert one.
func placeholder(inner string) bool {
	for w := range strings.FieldsFuncSeq(inner, func(r rune) bool { return strings.ContainsRune(" _-.:/|$*", r) }) {
		if holds(" name names firstname lastname fname lname first last company title date time topic product number phone insert your value link "+
			"vorname nachname firma unternehmen datum uhrzeit thema produkt nummer telefon einfugen ihr link "+
			"nom prenom entreprise societe jour heure sujet produit numero inserer votre lien "+
			"nombre apellido empresa fecha hora tema producto numero insertar su enlace ", fold(w)) {
			return true
		}
	}
	return false
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 || '0' <= c && c <= '9' }
