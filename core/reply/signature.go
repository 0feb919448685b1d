package reply

import "strings"

// device reports what telephones and programs add below: "Sent from my …".
func (p *pruner) device(line *line) bool {
	l := line.text
	if len(l) > 160 {
		return false
	}
	if !letters[l[0]] {
		l = strings.TrimLeft(l, "<([*_ ")
	}
	mine := p.begins(l, forSentFrom)
	if !mine && !p.begins(l, forDevice) && !strings.HasSuffix(l, " from mobile") && !strings.HasSuffix(l, "送信") {
		return false
	}
	if line.angle {
		if n := strings.IndexByte(l, '<'); n > 0 {
			l = l[:n]
		}
	}
	ws := p.all(l)
	named := 0
	for i := range ws {
		named |= ws[i].of(aDevice)
	}
	if mine { // "sent from my desk, which is easier" is a sentence
		return len(ws) < 9 || named > 1
	}
	return named > 0 && len(ws) < 20
}

// typedBehind cuts line i, which a telephone added, where somebody went on in it:
// "Sent from my iPhone. Please call me". An excuse for typos is the telephone's.
func (p *pruner) typedBehind(i int) {
	l := &p.lines[i]
	at := strings.Index(l.text, ". ")
	if at < 0 {
		return
	}
	ws := p.all(l.text[at+2:])
	for k := range ws {
		if ws[k].is(aDevice) {
			return
		}
	}
	p.cutAt(i, at+1)
}

// sentLength is how long such a line may be whose device is unknown, in bytes.
const sentLength = 60

// sent reports the same of a device that nobody knows, "Sent from a magnificent
// torch": on a short line of its own below what was typed, where nothing else
// but history follows.
func (p *pruner) sent(i int) bool {
	l := p.lines[i].text
	if i < 2 || p.lines[i-1].what != isBlank || len(l) > sentLength || !p.begins(l, forSent) || strings.ContainsAny(strings.TrimSuffix(l, "."), ".?!:,") {
		return false
	}
	for i++; i < len(p.lines) && p.lines[i].what == isBlank; {
		i++
	}
	return i == len(p.lines) || p.lines[i].what == aQuote || p.announces(i) > 0 || p.headers(i) > 0 || p.divides(p.lines[i].text)
}

// unsign drops what stands under the name of a farewell, where it is an address
// to reach somebody, and a name with a dash before it.
func (p *pruner) unsign() {
	last := len(p.lines)
	for last > 0 && p.lines[last-1].what != isText {
		last--
	}
	if last == 0 {
		return
	}
	if l := p.lines[last-1].text; last > 1 && len(l) > 1 && len(l) < 40 && l[0] == '-' && 'A' <= l[1] && l[1] <= 'Z' {
		p.lines[last-1].what = isGone
	}
	below := 0 // where the farewell below begins
	for i := last - 1; i >= 0 && i > last-25; i-- {
		l := p.lines[i].text
		if len(l) > 60 {
			break
		}
		if !p.byes.may(l) {
			continue
		}
		if w := p.firstWord(l); w != nil && w.is(aBye) && farewell(p.all(l), false) {
			if below == 0 || p.named(i+1, below) {
				p.unsignFrom(i+1, last)
			}
			below = i
		}
	}
}

// named reports whether the first line of text among these is a name.
func (p *pruner) named(i, end int) bool {
	for ; i < end; i++ {
		if p.lines[i].what != isText {
			continue
		}
		ws := p.all(p.lines[i].text)
		for k := range ws {
			if !capital(ws[k].text) {
				return false
			}
		}
		return len(ws) < 5
	}
	return false
}

// unsignFrom drops the lines below the name, when one of them says how to reach
// somebody and none goes on writing.
func (p *pruner) unsignFrom(i, last int) {
	for i < last && p.lines[i].what != isText {
		i++
	}
	reach := false
	for k := i + 1; k < last; k++ {
		l := p.lines[k].text
		if p.lines[k].what == aQuote || len(l) > 100 || postscript(l) {
			return
		}
		if reach && p.goesOn(&p.lines[k]) {
			last = k
			break
		}
		digits := 0
		for _, c := range []byte(l) {
			digits += btoi('0' <= c && c <= '9')
		}
		reach = reach || digits > 5 || strings.IndexByte(l, '@') >= 0 || strings.Contains(l, "www.") || strings.Contains(l, "://")
	}
	if reach {
		p.drop(i+1, last)
	}
}

// goesOn reports a line below a signature in which its author goes on writing:
// small words make a good part of it, or it ends as a sentence with one.
func (p *pruner) goesOn(line *line) bool {
	if line.what != isText || line.at || line.figures > 0 {
		return false
	}
	ws := p.all(line.text)
	small := 0
	for i := range ws {
		small += btoi(ws[i].is(aLang))
	}
	return small > 2 && 3*small >= len(ws) || small > 0 && len(ws) > 2 && ends(line.text)
}

// unban drops the warning that a mail server put above what somebody from outside
// wrote. It may be all there is.
func (p *pruner) unban() {
	i := 0
	for i < len(p.lines) && p.lines[i].what == isBlank {
		i++
	}
	if i == len(p.lines) || !p.begins(p.lines[i].text, forBanner) {
		return
	}
	if n := p.untilBlank(i); i+n < len(p.lines) {
		p.drop(i, i+n)
	}
}

// disclaim drops the paragraphs that lawyers wrote, not the author, from the
// sentence in which they begin.
func (p *pruner) disclaim() {
	for i := 0; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.what != isText || len(l.text) < 20 {
			continue
		}
		at := p.disclaimer(l.text)
		if at < 0 || !p.lawful(i) {
			continue
		}
		if at == 0 {
			l.what = isGone
		}
		l.end = l.start + int32(at)
		for i++; i < len(p.lines) && p.lines[i].what == isText; i++ {
			p.lines[i].what = isGone
		}
	}
}

// lawful reports a paragraph that says more of a disclaimer than how one begins:
// "You are receiving this because" may go on "you keep spamming me".
func (p *pruner) lawful(i int) bool {
	for ; i < len(p.lines) && p.lines[i].what == isText; i++ {
		if p.any(p.lines[i].text, &p.laws, aLaw) {
			return true
		}
	}
	return false
}

// disclaimer is where in a line lawyers' words begin, or -1.
func (p *pruner) disclaimer(l string) int {
	for at := 0; ; {
		bare := l[at:]
		if !letters[bare[0]] {
			bare = strings.TrimLeft(bare, " *_[(")
		}
		if p.begins(bare, forDisclaimer) {
			return len(l) - len(bare)
		}
		n := strings.Index(l[at:], ". ")
		if n < 0 {
			return -1
		}
		at += n + 2
	}
}
