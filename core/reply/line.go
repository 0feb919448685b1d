package reply

import "strings"

// line is a line of a message, without its end, and what one look at its
// characters tells.
type line struct {
	text    string // without blanks around it
	start   int32  // of the whole line
	end     int32
	colon   int32 // where the first colon stands in the text, or -1
	what    lineKind
	figures uint8 // groups of digits, up to 255
	at      bool  // it has an "@"
	angle   bool  // it has a "<"
	odd     bool  // it has a character that normalise changes, or "&nbsp;"
}

// lineKind is what a line is.
type lineKind uint8

const (
	isText lineKind = iota
	isBlank
	aQuote // "> " before it
	isGone // history, signature, an announcement
)

// telltale are the characters that tell something of their line, and its end.
var telltale = func() (t [256]bool) {
	for c := range t {
		t[c] = strings.IndexByte("\n\r:@<&0123456789", byte(c)) >= 0 || c >= 0xC2
	}
	return t
}()

// cutLines cuts a text into lines and looks once at every character. Most texts are
// normal already, so that is found on the way.
func (p *pruner) cutLines(text string) (normal string) {
	if p.cutNormal(text, false) {
		return text
	}
	text = normalise(spelt(text))
	p.cutNormal(text, true)
	return text
}

// cutNormal does it, as long as nothing is odd, or whatever is.
func (p *pruner) cutNormal(text string, whatever bool) bool {
	p.lines, p.quotes = p.lines[:0], false
	for from := 0; from <= len(text); {
		p.lines = append(p.lines, line{colon: -1})
		l := &p.lines[len(p.lines)-1]
		from = l.read(text, from) + 1
		if l.odd && !whatever {
			return false
		}
		p.quotes = p.quotes || l.what == aQuote
	}
	return true
}

// read takes the line that begins in a text and gives the place of its end.
func (l *line) read(text string, from int) (end int) {
	digit := -2 // where the last one stood
	rest := text[from:]
	end = len(text)
	for i := range len(rest) {
		c := rest[i]
		if !telltale[c] {
			continue
		}
		at := from + i
		if c == '\n' {
			end = at
			break
		}
		switch {
		case c >= 0xC2 || c == '\r':
			l.odd = l.odd || !plainAt(text, at)
			if l.colon < 0 && strings.HasPrefix(rest[i:], "：") {
				l.colon = int32(i)
			}
		case c <= '9':
			if c == '&' {
				l.odd = l.odd || letterName(text[at:])
				continue
			}
			if digit != at-1 && l.figures < 255 {
				l.figures++
			}
			digit = at
		case c == '@':
			l.at = true
		case c == '<':
			l.angle = true
		case l.colon < 0: // ":"
			l.colon = int32(i)
		}
	}
	whole := text[from:end]
	l.text, l.start, l.end = trimmed(whole), int32(from), int32(end)
	switch {
	case l.text == "":
		l.what = isBlank
	case quoted(l.text):
		l.what = aQuote
	}
	if l.colon > 0 && len(l.text) < len(whole) {
		l.colon -= int32(strings.Index(whole, l.text))
	}
	return end
}

// trimmed is a text without blanks around it.
func trimmed(s string) string {
	if s == "" || seen(s[0]) && seen(s[len(s)-1]) {
		return s
	}
	return strings.TrimSpace(s)
}

// seen reports a plain character that is no blank.
func seen(c byte) bool { return ' ' < c && c < 0x80 }

// quoted reports a line that a mail program marked: ">", "|", or "JB>".
func quoted(line string) bool {
	switch c := line[0]; {
	case c == '|' || c == '>':
		return true
	case c == '&':
		return strings.HasPrefix(line, "&gt;")
	}
	for i := 0; i < len(line) && i < 4; i++ {
		if c := line[i]; c < 'A' || c > 'Z' {
			return c == '>'
		}
	}
	return false
}
