package reply

import "strings"

// Visible is what a reader should see of a message: the text without quoted
// history, signature and disclaimer, from plain text or HTML. Where answers
// stand between quoted lines, those lines stay, as questions do.
func Visible(text string) string {
	d := aDesk()
	shown, _ := d.trim(text)
	d.done()
	return shown
}

// trim gives what should be seen of a message, and of that what its author
// typed: what a mail program quoted without a mark is seen, but is not theirs.
func (p *pruner) trim(text string) (shown, typed string) {
	p.unmarked, p.told, p.foot = false, false, 0
	text = p.cutLines(plainly(text))
	p.whole = text
	p.mark()
	p.unquote()
	p.disclaim()
	p.unsign()
	shown = p.join(text, isGone)
	switch {
	case p.unmarked:
		return shown, ""
	case p.quotes:
		return shown, p.join(text, aQuote)
	}
	return shown, shown
}

// pruner decides line by line what is seen.
type pruner struct {
	cutter
	lines    []line
	quotes   bool   // there are quoted lines, and after unquote: they are left
	unmarked bool   // history stands there that nothing tells from what was typed
	told     bool   // a quotation was announced
	foot     int    // the line below the rule that ended what was typed, or 0
	whole    string // the text of the lines
}

// mark finds where history and signature begin, and drops the lines that
// announce them. History below something typed goes; where nothing was typed
// above it, it is all there is to see.
func (p *pruner) mark() {
	p.unban()
	typed, code := false, false
	for i := 0; i < len(p.lines); i++ {
		l := &p.lines[i]
		if strings.HasPrefix(l.text, "```") {
			code = !code
		}
		if l.what != isText {
			continue
		}
		if l.at {
			p.part(i)
		}
		if code {
			typed = true
			continue
		}
		n, history := p.border(i)
		switch {
		case n == 0:
			typed = true
			continue
		case history && typed:
			if rule(l.text) != 0 {
				p.foot = i + 1
			}
			p.drop(i, len(p.lines))
			return
		case history && p.quoteFollows(i+n):
			p.told = true
		case history:
			p.unmarked = p.unmarked || !p.pasted(i, n)
		}
		p.drop(i, i+n)
		i += n - 1
	}
}

// pasted reports that the n lines from line i, above which nothing was typed, tell
// of no history: a rule, or fields at the top that name no time.
func (p *pruner) pasted(i, n int) bool {
	if rule(p.lines[i].text) != 0 {
		return true
	}
	for k := range i {
		if p.lines[k].what != isBlank {
			return false
		}
	}
	for k := i; k < i+n; k++ {
		if h := p.header(&p.lines[k]); h == 0 && k == i || h == 2 && p.lines[k].figures > 0 {
			return false
		}
	}
	return true
}

// border reports how many lines from line i are not the author's, 0 for none,
// and whether history follows them.
func (p *pruner) border(i int) (n int, history bool) {
	l := &p.lines[i]
	if r := rule(l.text); r != 0 {
		return 1, r == '-' || r == '_'
	}
	notice := p.mayNotice(l.text)
	if notice && (p.device(l) || p.sent(i)) { // "Sent from Samsung MobileJo Berg <jo@us.example> wrote:"
		history = l.at && p.evidence(l, l.text).complete()
		p.typedBehind(i)
		return 1, history
	}
	if notice && p.above(l.text) || p.dashes(l.text) {
		if strings.HasPrefix(l.text, "-----BEGIN PGP SIGNED") {
			return p.untilBlank(i), false
		}
		return 1 + p.headers(i+1), true
	}
	if n := p.headers(i); n > 0 {
		return n, true
	}
	if n := p.announces(i); n > 0 {
		quotes := p.quoteFollows(i + n)
		p.told = p.told || quotes
		return n, !quotes
	}
	return 0, false
}

// untilBlank is how many lines there are from line i up to a blank one.
func (p *pruner) untilBlank(i int) int {
	k := i
	for k < len(p.lines) && p.lines[k].what != isBlank {
		k++
	}
	return k - i
}

// mayNotice reports a line that device, sent or above may know. Most lines are
// none, and this is quicker than to ask each of them.
func (p *pruner) mayNotice(l string) bool {
	last := l[len(l)-1]
	return !letters[l[0]] || p.notices.may(l) || last == 'e' || last >= 0x80 // "… from mobile"
}

func (p *pruner) drop(from, to int) {
	for i := from; i < to && i < len(p.lines); i++ {
		p.lines[i].what = isGone
	}
}

// rule is the character of a line that consists of nothing else, or 0.
func rule(l string) byte {
	c := l[0]
	if letters[c] {
		return 0
	}
	if l == "—" || l == "ᐧ" {
		return "-="[btoi(l == "ᐧ")]
	}
	switch c {
	case '-', '_', '=', '*', '#', '~', '+':
	default:
		return 0
	}
	if len(l) < 2 {
		return 0
	}
	for i := range len(l) {
		if l[i] != c {
			return 0
		}
	}
	return c
}

// unquote drops the quoted lines at the end and, where they were announced, the
// others too. But where the author answers piece by piece they stay, as the
// questions to the answers; where nobody announced them they were typed.
func (p *pruner) unquote() {
	if !p.quotes {
		return
	}
	p.quotes = false
	first, end, answers := -1, 0, 0
	last := isGone // the kind of the last line that was typed or quoted
	for i := range p.lines {
		w := p.lines[i].what
		if w == isText {
			if first < 0 {
				first = i
			}
			if end = i + 1; last == aQuote {
				answers++
			}
		}
		if w == isText || w == aQuote {
			last = w
		}
	}
	pieces := answers > 1 || answers > 0 && last == aQuote || p.unmarked
	for i := range p.lines {
		l := &p.lines[i]
		if l.what != aQuote {
			continue
		}
		if (first < 0 || i < first && (i == 0 || p.lines[i-1].what == isBlank)) && !p.told {
			e := p.evidence(l, strings.TrimLeft(l.text, "> |"))
			p.told = e.complete() || e.closed && e.verb && p.quoteFollows(i+1)
		}
		if first < 0 && p.told || first >= 0 && (i >= end || p.told && !pieces) {
			l.what = isGone
		} else {
			p.quotes = true
		}
	}
}

// join gives the lines of the kinds below a limit, without blank lines around
// them.
func (p *pruner) join(text string, limit lineKind) string {
	var b strings.Builder
	first, end, whole := -1, 0, true
	for i := range p.lines {
		if p.lines[i].what >= limit {
			continue
		}
		if p.lines[i].what == isBlank {
			continue
		}
		if first < 0 {
			first = i
		}
		end = i + 1
	}
	if first < 0 {
		return ""
	}
	lines := p.lines[first:end]
	for i := range lines {
		whole = whole && lines[i].what < limit && (i == 0 || lines[i].start == lines[i-1].end+1)
	}
	if whole {
		shown := text[lines[0].start:lines[len(lines)-1].end]
		if seen(shown[len(shown)-1]) {
			return shown
		}
		return strings.TrimRight(shown, " \t")
	}
	b.Grow(int(lines[len(lines)-1].end-lines[0].start) + 1)
	for i := range lines {
		if l := &lines[i]; l.what < limit {
			b.WriteString(text[l.start:l.end])
			b.WriteByte('\n')
		}
	}
	return strings.TrimRight(b.String(), " \t\n")
}

// normalise unifies line ends and blanks and drops what nobody sees.
func normalise(text string) string {
	if plainText(text) {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x85:
			return '\n'
		case r == 0xA0 || r == 0x202F || r == 0x2007 || r == 0x3000:
			return ' '
		case invisible(r) && !combining(r):
			return -1
		}
		return r
	}, text)
}

// plainText reports a text that is normal already, as most are: it has none of
// the characters that normalise changes.
func plainText(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; (c >= 0xC2 || c == '\r') && !plainAt(text, i) {
			return false
		}
	}
	return true
}

// plainAt reports that normalise leaves the character that begins at a place, or
// that none begins there.
func plainAt(text string, i int) bool {
	next, third := byte(0), byte(0)
	if i+2 < len(text) {
		next, third = text[i+1], text[i+2]
	} else if i+1 < len(text) {
		next = text[i+1]
	}
	switch text[i] {
	case '\r', 0xD8, 0xE1, 0xEF, 0xF3: // the last: byte order, variants, tags
		return false
	case 0xC2: // next line, fixed blank, soft hyphen
		return next != 0x85 && next != 0xA0 && next != 0xAD
	case 0xE2: // blanks, joiners, directions; dashes and quotes are plain
		return !(next == 0x80 && (third < 0x90 || third >= 0xA8 && third < 0xB0) || next == 0x81)
	case 0xE3: // the wide blank, fillers
		return !(next == 0x80 && third == 0x80 || next == 0x85)
	}
	return true
}
