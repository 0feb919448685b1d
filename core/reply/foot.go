package reply

import "strings"

// lone reports a line or two with a mark of a quotation that nothing announced,
// and nothing else: they were typed.
func (p *pruner) lone() bool {
	n := 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.what != aQuote {
			continue
		}
		if n++; n > 2 || strings.ContainsAny(l.text[1:], ">|") {
			return false
		}
	}
	return n > 0 && !p.told && !p.unmarked
}

// footLines is how many lines below a rule may have been typed; longer text there
// is history that nothing announces.
const footLines = 12

// footer is what stands below the rule that ended what was typed, up to history:
// a signature, and perhaps what somebody added to it.
func (p *pruner) footer() string {
	if p.foot == 0 {
		return ""
	}
	var b strings.Builder
	for n, i := 0, p.foot; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.text == "" {
			b.WriteByte('\n')
			continue
		}
		if n++; n > footLines {
			return ""
		}
		if e := p.evidence(l, l.text); quoted(l.text) || e.complete() || e.closed && e.verb || p.divides(l.text) || p.header(l) > 0 {
			break
		}
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.String()
}

// wish is the sentence of a footer in which its author asks to be left alone, or
// "". A footer that every mail carries speaks of its reader, and not of "me".
func wish(footer string) string {
	if footer == "" {
		return ""
	}
	d := aDesk()
	defer d.done()
	d.look("Regards,\n" + footer)
	for i := range d.read {
		r := &d.read[i]
		for k := range r.hits {
			if h := &r.hits[k]; h.means.final() && h.weight >= 9 && r.mine() && !r.asks {
				return r.text
			}
		}
	}
	return ""
}

// footer is what shows that a sentence is part of one.
type footer struct {
	notice bool // it speaks to its reader: "click here"
	items  bool // it is no sentence, but items between bars
	label  bool // it is a name and a link
	one    bool // its author speaks of themselves: "me"
	mine   bool // or of all of them: "us"
}

// footed are the kinds that a footer may sound like.
const footed = 1<<unsubscribe | 1<<erasure | 1<<complaint | 1<<interested

// closedOnly is the weight of the notices that count below a farewell only.
const closedOnly = 2

// foot looks at a sentence for them.
func (c *setting) foot() footer {
	f := footer{items: items(c.text), label: label(c.text), one: c.singular(), mine: c.mine()}
	for i := range c.all {
		h := &c.all[i]
		f.notice = f.notice || h.means == notice && (c.closed || h.weight < closedOnly)
	}
	return f
}

// foots reports a phrase of a footer: in a notice, or in a line of items as "Acme |
// Unsubscribe". Who asks to be left alone says "me" or "us".
func (c *setting) foots(h *hit) bool {
	f := &c.footer
	switch {
	case h.means == interested:
		return f.label && c.start > 0
	case f.notice && (h.weight == itself || !f.one):
		return true
	}
	return (f.items || f.label) && !f.mine
}

// items reports a line of items between bars, or one in brackets.
func items(line string) bool {
	for _, bar := range [...]string{" | ", " · ", " • "} {
		if strings.Contains(line, bar) || strings.HasPrefix(line, bar[1:]) {
			return true
		}
	}
	return line[0] == '[' && line[len(line)-1] == ']'
}

// label reports a name and a link or a number: "Call me: +1 555 0100".
func label(line string) bool {
	_, to, _ := strings.Cut(line, ": ")
	return strings.HasPrefix(to, "http") || strings.HasPrefix(to, "www.") || strings.HasPrefix(to, "+")
}

// singular reports that the author speaks of themselves alone: "me", "I".
func (s *sentence) singular() bool {
	for i := range s.words {
		if s.words[i].of(aMine)&1 > 0 {
			return true
		}
	}
	return false
}

// mine reports that the author speaks of themselves: "me", "our".
func (s *sentence) mine() bool {
	for i := range s.words {
		if s.words[i].is(aMine) {
			return true
		}
	}
	return false
}
