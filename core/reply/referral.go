package reply

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// referrals are the people named where the message says whom to ask.
func referrals(f findings) []Referral {
	list := []Referral{}
	for _, r := range f.read {
		if r.closed || !has(r.hits, refers) && !has(r.hits, Refers) {
			continue
		}
		found := Referral{Name: named(r), Email: address(r.text)}
		if !asked(f) && !has(r.hits, Refers) {
			continue
		}
		if found != (Referral{}) && !slices.Contains(list, found) {
			list = append(list, found)
		}
	}
	return list
}

// asked reports that the message sends us to somebody else at all.
func asked(f findings) bool {
	return f.weight(Refers)+f.weight(WrongPerson)+f.weight(LeftCompany)+f.weight(OutOfOffice) > 0
}

// named takes the capitalised words after the phrase that announces a name.
func named(r reading) string {
	for _, h := range r.hits {
		if h.intent != refers && h.intent != Refers {
			continue
		}
		for i := h.to; i < min(len(r.words), h.to+8); i++ {
			if name := nameAt(r.sentence, i); name != "" {
				return name
			}
		}
	}
	return ""
}

// nameAt takes two or three capitalised words, or one after a title or alone.
func nameAt(s sentence, i int) string {
	end := i
	for end < len(s.words) && end < i+3 && capital(s.text[s.words[end].start:]) && !title(s.words[end].folded) && (end == i || s.words[end-1].after == ' ' || s.words[end-1].after == '-') {
		end++
	}
	if end == i || s.words[end-1].after == '@' || s.words[i].start > 0 && strings.ContainsRune("@.", rune(s.text[s.words[i].start-1])) {
		return ""
	}
	titled := i > 0 && title(s.words[i-1].folded)
	if end-i < 2 && !titled && strings.Contains("de", language([]sentence{s}, "")) {
		return "" // a lone capital in German is a noun
	}
	return s.text[s.words[i].start:s.words[end-1].end]
}

func capital(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsUpper(r) && unicode.IsLower(next)
}

func title(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "herr", "herrn", "frau", "kollege", "kollegen", "kollegin", "monsieur", "madame", "mme", "m", "senor", "senora", "sr", "sra", "don", "dona", "i", "ich", "sie", "meine", "meinen":
		return true
	}
	return false
}

// address is the first mail address in a sentence, or "".
func address(text string) string {
	for from := 0; ; {
		at := strings.IndexByte(text[from:], '@')
		if at < 0 {
			return ""
		}
		at += from
		start, end := at, at+1
		for start > from && addressByte(text[start-1]) {
			start--
		}
		for end < len(text) && addressByte(text[end]) {
			end++
		}
		domain := strings.TrimRight(text[at+1:end], ".-_+")
		if start < at && strings.Contains(domain, ".") {
			return text[start:at+1] + domain
		}
		from = end
	}
}

func addressByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(".-_+", c) >= 0
}
