package reply

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// divides reports "-----Original Message-----" and its kin: words between long
// dashes, or words that a mail program writes above a forwarded message.
func (p *pruner) divides(l string) bool { return p.above(l) || p.dashes(l) }

// dashes is divides without the lines of help desks.
func (p *pruner) dashes(l string) bool {
	if last := l[len(l)-1]; l[0] != '-' && l[0] != '*' && l[0] != '_' && last != ':' && last < 0x80 {
		return false
	}
	bare := strings.Trim(l, "*_ ")
	inner := strings.Trim(bare, "-‐")
	if dashes := len(bare) - len(inner); dashes > 9 && bare[0] == '-' && bare[len(bare)-1] == '-' && len(inner) < 60 {
		return true
	}
	return (bare != inner || strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "：")) && p.begins(strings.TrimSpace(inner), forDivider)
}

// above reports what help desks write above what they quote: "##- Please type
// your reply above this line -##".
func (p *pruner) above(l string) bool {
	if len(l) > 120 {
		return false
	}
	if !letters[l[0]] {
		l = strings.TrimLeft(l, "#-=–—*_+~<[( ")
	}
	return l != "" && p.begins(l, forAbove)
}

// headers is how many lines from line i are the fields of a quoted message
// ("From:", "Sent:", "To:", "Subject:" in any language), 0 for none. Three
// different ones make them, or one below a divider.
func (p *pruner) headers(i int) int {
	if i < len(p.lines) && p.lines[i].colon < 0 && p.lines[i].what != isBlank {
		return 0
	}
	kinds, end, other := 0, i, 0
	for k := i; k < len(p.lines) && k < i+40 && other < 3; k++ {
		l := &p.lines[k]
		if h := p.header(l); h > 0 {
			kinds |= 1 << h
			end, other = k+1, 0
		} else if kinds == 0 && (k > i || l.what != isBlank) {
			break
		} else if other++; l.what == isBlank && (k+1 == len(p.lines) || p.header(&p.lines[k+1]) == 0) {
			break
		}
	}
	n := 0
	for k := kinds; k > 0; k >>= 1 {
		n += k & 1
	}
	if n < 3 && !(n > 0 && i > 0 && p.divides(p.lines[i-1].text+" ")) && !p.dated(i, end) {
		return 0
	}
	return end - i
}

// dated reports two fields that need no third: when, to the minute, and an address.
func (p *pruner) dated(i, end int) bool {
	if end != i+2 || p.lines[i].at == p.lines[i+1].at {
		return false
	}
	when := &p.lines[i+btoi(p.lines[i].at)]
	return p.header(when) == 2 && when.figures > 3
}

func nextLine(lines []line, i int) string {
	if i < len(lines) {
		return lines[i].text
	}
	return ""
}

// header is which field a line is, by the numbers of tables/words.txt, or 0.
func (p *pruner) header(l *line) int {
	if l.colon <= 0 || l.colon >= 40 {
		return 0
	}
	name := l.text[:l.colon]
	if !letters[name[0]] || !letters[name[len(name)-1]] {
		name = strings.Trim(name, "*_ ")
	}
	if !p.fields.may(name) {
		return 0
	}
	p.folded = fold(p.folded[:0], name)
	for i, c := range p.folded {
		if c == ' ' {
			p.folded[i] = '_'
		}
	}
	return p.dictionary.words.is(p.folded).of(aHeader)
}

// begins reports a text that begins as one of the lines in tables/mail.txt
// under the heading.
func (p *pruner) begins(text string, under heading) bool {
	from := &p.starts[under]
	if !from.may(text) {
		return false
	}
	for _, start := range from.candidates(text) {
		if p.startsAs(text, start) {
			return true
		}
	}
	return false
}

// startsAs reports a text that, folded, begins as another. It folds a letter at a
// time, for most texts begin otherwise.
func (p *pruner) startsAs(text, start string) bool {
	for _, r := range text {
		if r < utf8.RuneSelf && r != '\'' && r != '`' {
			c := byte(r)
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			if c != start[0] {
				return false
			}
			start = start[1:]
		} else {
			p.folded = foldRune(p.folded[:0], r)
			n := len(p.folded)
			if n > len(start) || start[:n] != string(p.folded) {
				return false
			}
			start = start[n:]
		}
		if start == "" {
			return true
		}
	}
	return false
}

// evidence is what makes a line the announcement of a quotation: "On Mon, 2 Nov
// 2026 at 10:00, Jo <jo@x.example> wrote:".
type evidence struct {
	verb, address  bool // "wrote"; an address
	opens          bool // it begins as announcements do: with "On", a weekday, a number
	closed, ending bool // it ends in a colon; it ends a sentence
	iso            bool // it begins "2026-11-02"
	figures        int  // groups of digits
}

func (e evidence) complete() bool {
	switch {
	case e.iso && e.address:
		return true
	case !e.closed:
		return false
	case e.verb:
		return e.address || e.figures > 2 || e.opens && e.figures > 1
	}
	return e.address && e.figures > 2
}

// closing reports a character that may end an announcement.
func closing(last byte) bool {
	return last == ':' || last == '*' || last == '_' || last == '-' || last >= 0x80
}

// evidence looks at a line, of which text is what stands after marks of a
// quotation.
func (p *pruner) evidence(line *line, l string) evidence {
	e := evidence{figures: int(line.figures)}
	bare := strings.TrimRight(l, "*_ ")
	if bare == "" {
		return e
	}
	dashed := l[0] == '-' && strings.HasSuffix(bare, "----")
	if dashed {
		bare = strings.Trim(bare, "- ") + ":"
	}
	last := bare[len(bare)-1]
	e.closed = last == ':' || last == 0x9A && strings.HasSuffix(bare, "：")
	if !e.closed && e.figures == 0 && !line.at {
		return e
	}
	e.address = dashed || line.at && address(l) != ""
	e.ending = last == '!' || last == '?' || last == '.' && (len(bare) < 2 || bare[len(bare)-2] > '9')
	e.iso = len(l) > 9 && l[0] == '2' && l[1] == '0' && (l[4] == '-' || l[4] == '/') && e.figures > 2
	e.address = e.address || e.iso && strings.Contains(l, " GMT")
	if !letters[bare[0]] || bare[0] <= '9' || p.openers.may(bare) {
		w := p.firstWord(bare)
		e.opens = w != nil && (w.is(aOpens) || w.is(aDay) || w.text[0] <= '9')
	}
	if !e.closed && !(e.opens && e.figures > 0) && !line.angle {
		return e
	}
	if e.complete() {
		return e
	}
	e.verb = p.verbal(bare) || strings.Contains(bare, "写道") || strings.Contains(bare, "寫道") || strings.Contains(bare, "書きました")
	return e
}

// announces returns how many lines from line i announce a quotation, which mail
// programs break over up to five, or 0.
func (p *pruner) announces(i int) int {
	first := &p.lines[i]
	if first.figures == 0 && !first.at && !first.angle && !closing(first.text[len(first.text)-1]) {
		return 0
	}
	all := p.evidence(first, first.text)
	if all.complete() {
		return 1
	}
	if all.closed || all.ending && !(all.verb && all.address) || !(all.opens && all.figures > 0) && !first.angle {
		if all.closed && (all.verb || all.iso) && p.quotes && p.quoteFollows(i+1) && strings.Count(first.text, " ") > 1 {
			return 1 // "Jo Berg wrote:"
		}
		return 0
	}
	for k := i + 1; k < len(p.lines) && k < i+6; k++ {
		l := &p.lines[k]
		if l.what == isBlank {
			if !strings.HasPrefix(nextLine(p.lines, k+1), "<") {
				return 0
			}
			continue
		}
		next := p.evidence(l, strings.TrimLeft(l.text, "> "))
		all.verb = all.verb || next.verb
		all.address = all.address || next.address
		all.figures += next.figures
		all.closed = next.closed
		if all.complete() {
			return k - i + 1
		}
		if next.closed || next.ending {
			return 0
		}
	}
	return 0
}

// quoteFollows reports a quoted line at line i, or below blank ones there.
func (p *pruner) quoteFollows(i int) bool {
	for i < len(p.lines) && p.lines[i].what == isBlank {
		i++
	}
	return i < len(p.lines) && p.lines[i].what == aQuote
}

// part cuts line i in two where somebody typed in front of an
// announcement, or where a mail program put the quotation behind it.
func (p *pruner) part(i int) {
	l := &p.lines[i]
	if l.figures < 2 || !l.at || l.colon < 0 {
		return
	}
	at := strings.Index(l.text, ":  ") + 1
	if at > 0 && !p.evidence(l, l.text[:at]).complete() {
		at = 0
	}
	switch {
	case at > 0:
	case l.text[len(l.text)-1] == ':':
		at = p.announcement(l)
	default: // "Le … a écrit : Bonjour"
		french := strings.Index(l.text, " : ") + 2
		if french > 1 && p.evidence(l, l.text[:french]).complete() {
			at = french
		}
	}
	if at == 0 {
		return
	}
	p.cutAt(i, at)
}

// cutAt cuts line i in two at a place in its text.
func (p *pruner) cutAt(i, at int) {
	l := &p.lines[i]
	rest := *l
	cut := l.start + int32(strings.Index(p.whole[l.start:l.end], l.text)+at)
	behind := strings.TrimLeft(l.text[at:], " ")
	l.end, rest.start, rest.colon = cut, cut+int32(len(l.text)-at-len(behind)), -1
	if int(l.colon) >= at {
		l.colon = -1
	}
	l.text, rest.text = strings.TrimSpace(l.text[:at]), behind
	p.lines = slices.Insert(p.lines, i+1, rest)
}

// announcement is where in a line that ends as one an announcement begins, 0
// where it begins with it or none does: at a short word as "On", with a capital.
func (p *pruner) announcement(l *line) int {
	for at := 1; at+4 < len(l.text); at++ {
		if c := l.text[at]; c < 'A' || c > 'Z' || l.text[at-1] != ' ' {
			continue
		}
		word := l.text[at:]
		if word[2] != ' ' && word[3] != ' ' {
			continue
		}
		if w := p.firstWord(word); w != nil && w.is(aOpens) && p.evidence(l, word).complete() {
			return at
		}
	}
	return 0
}
