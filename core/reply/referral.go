package reply

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// referrals are the people named where the message says whom to ask.
func referrals(f *findings) []Referral {
	list := []Referral{}
	asked := f.weight(referral)+f.weight(wrongPerson)+f.weight(leftCompany)+f.weight(outOfOffice) > 0
	for i := range f.read {
		r := &f.read[i]
		sends := has(r.hits, referral)
		if r.closed || !sends && !has(r.hits, refers) {
			continue
		}
		if !sends && !f.left && has(r.hits, bounce) { // "your mail to jo@acme.example was not delivered"
			continue
		}
		one := Referral{named(r), behind(r)}
		alone := strings.IndexByte(one.Name, ' ') < 0
		if name := told(r); name != "" && alone {
			one.Name, alone = name, false
		}
		known := one == Referral{} || !sends && !asked && alone && one.Email == ""
		for k := range list {
			known = known || list[k] == one
		}
		if !known {
			list = append(list, one)
		}
	}
	return list
}

// named takes the capitalised words after the phrase that announces a name, or
// before one that says who it is: "Jo handles this".
func named(r *reading) string {
	gone := left(r)
	for k := range r.hits {
		h := &r.hits[k]
		if h.means != refers && h.means != referral || h.from < gone {
			continue
		}
		for i := int(h.to); i < len(r.words) && i < int(h.to)+8; i++ {
			if name := nameAt(r.sentence, i, false); name != "" {
				return name
			}
		}
	}
	for k := range r.hits {
		if h := &r.hits[k]; h.means == referral && h.from >= gone {
			if name := nameIn(r.sentence, h); name != "" {
				return name
			}
		}
	}
	if gone == 0 && len(r.words) > 1 && r.words[0].is(aTitle) && r.words[0].capital { // "Frau Berg aus dem Einkauf kümmert sich"
		return nameAt(r.sentence, 1, true)
	}
	return ""
}

// nameIn is a name that the phrase skips, "ask Jo in procurement", or the one
// right before it, "Jo handles this".
func nameIn(s *sentence, h *hit) string {
	for i := int(h.from) + 1; i < int(h.to); i++ {
		if w := &s.words[i]; nameWord(s, i) && !w.known(spoken(s.words)) {
			return nameAt(s, i, true)
		}
	}
	return nameBefore(s, int(h.from))
}

// left is where the news ends that somebody left the company; the name in it is
// theirs.
func left(r *reading) int32 {
	end := int32(0)
	for k := range r.hits {
		if h := &r.hits[k]; h.means == leftCompany {
			end = max(end, h.to)
		}
	}
	return end
}

// asksOf is the weight of the phrases that send us to somebody where a clause
// begins with them: "talk to". There a first name alone is enough.
const asksOf = 2

// told is the name after such a phrase.
func told(r *reading) string {
	for k := range r.hits {
		h := &r.hits[k]
		if h.means != refers || h.weight < asksOf || !begun(r.words, int(h.from)) {
			continue
		}
		for i := int(h.to); i < len(r.words) && i <= int(h.to)+2; i++ {
			if r.words[i-1].is(aCue) && i > int(h.to) {
				break // "contact sales in Berlin"
			}
			if name := nameAt(r.sentence, i, true); name != "" {
				return name
			}
		}
	}
	return ""
}

// begun reports that a clause begins at word i, or after its "but" or "and".
func begun(ws []word, i int) bool {
	return i == 0 || ws[i-1].clause != ws[i].clause || ws[i-1].is(aTurn)
}

// nameBefore is the name right before word i, in its clause or set off by commas,
// "my boss, Jo Berg, decides": up to three words with capitals, or one that the
// tables do not know as another word.
func nameBefore(s *sentence, i int) string {
	if i == 0 {
		return ""
	}
	clause, from := s.words[i-1].clause, i
	for from > 0 && s.words[from-1].clause == clause && nameWord(s, from-1) && !s.words[from-1].is(aLang) && !s.words[from-1].is(anIf) {
		from--
	}
	begin := from
	if begin > 0 && s.words[begin-1].is(aTitle) {
		begin--
	}
	if clause != s.words[i].clause && (begin == 0 || s.words[begin-1].clause == clause) { // "Hi Jo Berg, …"
		return ""
	}
	if n := i - from; n == 0 || n > 3 || n == 1 && s.words[from].known(spoken(s.words)) {
		return ""
	}
	return s.text[s.words[from].start-s.start : s.words[i-1].end()-int(s.start)]
}

// nameAt takes two or three capitalised words, or one after a title or alone.
// Alone it must be no word of the tables where a name is said to stand, and is a
// noun in German elsewhere.
func nameAt(s *sentence, i int, named bool) string {
	end := i
	for end < len(s.words) && end < i+3 && (nameWord(s, end) || shouted(s, end, i)) {
		if end == i+2 && s.words[end].known(spoken(s.words)) {
			break // "Jo Berg Please"
		}
		end++
		if after := s.words[end-1].after; after != ' ' && after != '-' {
			break
		}
	}
	if end == i+1 && s.words[i].after == ' ' {
		end += particles(s, end)
	}
	if end == i+1 && (s.words[i].is(aMonth) || s.words[i].is(aDay)) {
		return "" // "until June"
	}
	start := s.words[i].start - s.start
	if end == i || s.words[end-1].after == '@' || start > 0 && (s.text[start-1] == '@' || s.text[start-1] == '.') {
		return ""
	}
	if lone := end-i < 2 && !(i > 0 && s.words[i-1].is(aTitle)); lone {
		if named && s.words[i].known(spoken(s.words)) || !named && inside(s.words)>>1&1 > 0 {
			return ""
		}
	}
	return s.text[start : s.words[end-1].end()-int(s.start)]
}

// particles are how many words of a name follow its first: "van Dyck", "de la Cruz
// Soto". In French and Spanish a "de" takes two capitals, for "Ana de Acme".
func particles(s *sentence, i int) int {
	k := i
	for k < len(s.words) && k < i+2 && particle(s.words[k].text) {
		k++
	}
	if k == i || k == len(s.words) || !nameWord(s, k) {
		return 0
	}
	strange := s.words[i].text[0] == 'v' || s.words[i].text[0] == 't' || spoken(s.words)&(1<<2|1<<3) == 0
	if k++; k < len(s.words) && s.words[k-1].after == ' ' && nameWord(s, k) {
		k++
	} else if !strange {
		return 0
	}
	return k - i
}

func particle(word string) bool {
	switch word {
	case "van", "de", "der", "den", "ter", "ten", "del", "la", "di", "da", "dos", "el":
		return true
	}
	return false
}

// shouted reports a word of a name that is all in capitals, "BEN COLE": one of two
// that the tables do not know, the first of which is word i.
func shouted(s *sentence, k, i int) bool {
	if k == i {
		alone := i == 0 || strings.ToUpper(s.words[i-1].text) != s.words[i-1].text
		return alone && k+1 < len(s.words) && loud(s, k) && loud(s, k+1)
	}
	return k == i+1 && loud(s, i) && loud(s, k)
}

// loud reports a strange word of three letters or more, all in capitals.
func loud(s *sentence, i int) bool {
	w := &s.words[i]
	return w.capital && len(w.text) > 2 && !w.known(spoken(s.words)) && strings.ToUpper(w.text) == w.text && !w.is(aTitle)
}

// spoken are the languages of a sentence, or all where its words do not tell.
func spoken(ws []word) uint8 {
	if langs := inside(ws); langs > 0 {
		return langs
	}
	return anyLanguage
}

// nameWord reports a word with a capital and a small letter that is no title.
func nameWord(s *sentence, i int) bool {
	w := &s.words[i]
	if !w.capital || w.is(aTitle) {
		return false
	}
	text := w.text
	_, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[size:])
	return unicode.IsLower(next)
}

// signer is the name under a farewell, or "": "Best, Jo".
func (d *document) signer() string {
	for i := len(d.sentences) - 1; i >= 0; i-- {
		s, n := &d.sentences[i], 0
		for n < len(s.words) && s.words[n].is(aBye) {
			n++
		}
		if n == 0 {
			continue
		}
		if n == len(s.words) && i+1 < len(d.sentences) {
			s, n = &d.sentences[i+1], 0
		}
		return soleName(s, n)
	}
	return ""
}

// soleName is the rest of a sentence from word i on, where that is a name: one
// to three words with capitals.
func soleName(s *sentence, i int) string {
	for k := i; k < len(s.words); k++ {
		if k == i+3 || !nameWord(s, k) {
			return ""
		}
	}
	if i == len(s.words) || many(s.words[len(s.words)-1].text) {
		return ""
	}
	return s.text[s.words[i].start-s.start : s.words[len(s.words)-1].end()-int(s.start)]
}

// many reports how the name of a company or a team ends.
func many(last string) bool {
	switch strings.ToLower(last) {
	case "team", "équipe", "equipo", "support", "service", "sales", "reception", "gmbh", "ltd", "inc", "corp", "group", "sarl":
		return true
	}
	return false
}

// behind is the first address behind the words that send us to somebody, or the
// first in the sentence: "kim@acme.example is closed, write to jo@acme.example".
func behind(r *reading) string {
	for k := range r.hits {
		if h := &r.hits[k]; h.means == referral || h.means == refers && h.weight >= asksOf {
			if found := address(r.text[r.words[h.to-1].end()-int(r.start):]); found != "" {
				return found
			}
		}
	}
	return address(r.text)
}

// address is the first mail address in a text, or "".
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
		if start < at && strings.IndexByte(domain, '.') >= 0 {
			return text[start : at+1+len(domain)]
		}
		from = end
	}
}

func addressByte(c byte) bool {
	return letters[c] || c == '.' || c == '-' || c == '_' || c == '+'
}
