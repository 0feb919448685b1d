package reply

import "strings"

// divides reports "-----Original Message-----" and its kin: words between long
// dashes, or words that a mail program writes above a forwarded message.
func (p *pruner) divides(l string) bool {
	if last := l[len(l)-1]; strings.IndexByte("-*_", l[0]) < 0 && last != ':' && last < 0x80 {
		return false
	}
	bare := strings.Trim(l, "*_ ")
	inner := strings.Trim(bare, "-")
	if dashes := len(bare) - len(inner); dashes > 9 && bare[0] == '-' && bare[len(bare)-1] == '-' && len(inner) < 60 {
		return true
	}
	return (bare != inner || strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "：")) && p.begins(strings.TrimSpace(inner), forDivider)
}

// headers is how many lines from line i are the fields of a quoted message
// ("From:", "Sent:", "To:", "Subject:" in any language), 0 for none. Three
// different ones make them, or one below a divider.
func (p *pruner) headers(i int) int {
	kinds, end, other := 0, i, 0
	for k := i; k < len(p.lines) && k < i+40 && other < 3; k++ {
		l := &p.lines[k]
		if h := p.header(l.text); h > 0 {
			kinds |= 1 << h
			end, other = k+1, 0
		} else if kinds == 0 && (k > i || l.what != isBlank) {
			break
		} else if other++; l.what == isBlank && p.header(nextLine(p.lines, k+1)) == 0 {
			break
		}
	}
	n := 0
	for k := kinds; k > 0; k >>= 1 {
		n += k & 1
	}
	if n < 3 && !(n > 0 && i > 0 && p.divides(p.lines[i-1].text+" ")) {
		return 0
	}
	return end - i
}

func nextLine(lines []line, i int) string {
	if i < len(lines) {
		return lines[i].text
	}
	return ""
}

// header is which field a line is, by the numbers of tables/words.txt, or 0.
func (p *pruner) header(l string) int {
	n := 0
	for n < len(l) && n < 40 && l[n] != ':' && !(l[n] == 0xEF && strings.HasPrefix(l[n:], "：")) {
		n++
	}
	if n == len(l) || n == 40 {
		return 0
	}
	if n <= 0 {
		return 0
	}
	p.folded = fold(p.folded[:0], strings.Trim(l[:n], "*_ "))
	for i, c := range p.folded {
		if c == ' ' {
			p.folded[i] = '_'
		}
	}
	return p.dictionary.words[string(p.folded)].of(aHeader)
}

// begins reports a text that begins as one of the lines in tables/mail.txt
// under the heading.
func (p *pruner) begins(text string, under heading) bool {
	if text == "" || text[0] < 0x80 && !p.starts[under][text[0]|0x20] {
		return false
	}
	p.folded = fold(p.folded[:0], text[:min(len(text), 80)])
	for _, start := range p.dictionary.lines[under] {
		if len(start) <= len(p.folded) && string(p.folded[:len(start)]) == start {
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

func (e *evidence) complete() bool {
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

func (p *pruner) evidence(l string) evidence {
	e := evidence{}
	digit, at := false, false
	for i := range len(l) {
		was := digit
		digit = '0' <= l[i] && l[i] <= '9'
		at = at || l[i] == '@'
		if digit && !was {
			e.figures++
		}
	}
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
	if !e.closed && e.figures == 0 && !at {
		return e
	}
	e.address = dashed || at && address(l) != ""
	e.ending = last == '!' || last == '?' || last == '.' && (len(bare) < 2 || bare[len(bare)-2] > '9')
	e.iso = len(l) > 9 && l[0] == '2' && l[1] == '0' && (l[4] == '-' || l[4] == '/') && e.figures > 2
	e.address = e.address || e.iso && strings.Contains(l, " GMT")
	if w := p.firstWord(bare); w != nil {
		e.opens = w.is(aOpens) || w.is(aDay) || w.text[0] <= '9'
	}
	if !e.closed && !(e.opens && e.figures > 0) && strings.IndexByte(l, '<') < 0 {
		return e
	}
	ws := p.all(bare)
	for i := range ws {
		e.verb = e.verb || ws[i].is(aWrote)
	}
	e.verb = e.verb || strings.Contains(bare, "写道") || strings.Contains(bare, "寫道")
	return e
}

// announces returns how many lines from line i announce a quotation, which mail
// programs break over up to five, or 0.
func (p *pruner) announces(i int) int {
	all := p.evidence(p.lines[i].text)
	if all.complete() {
		return 1
	}
	if all.closed || all.ending && !(all.verb && all.address) || !(all.opens && all.figures > 0) && strings.IndexByte(p.lines[i].text, '<') < 0 {
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
		next := p.evidence(strings.TrimLeft(l.text, "> "))
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
