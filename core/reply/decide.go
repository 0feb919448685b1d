package reply

import "strings"

// findings are what the sentences of one message say.
type findings struct {
	read  []reading
	found []hit             // of all sentences
	best  [kindCount]placed // the surest of each kind
	said  [kindCount]bool   // which were said at all
	left  bool              // somebody left the company, whatever their mailbox says
}

// reading is a sentence with the phrases that count in it.
type reading struct {
	*sentence
	hits  []hit
	until bool // it asks to wait until they are back
}

// itself is the weight of an erasure that does not say of what: "delete it".
const itself = 8

// faint is the weight of what they say was so a short time ago ("last year"): it
// counts only where they say nothing else.
const faint = 2

// placed is a phrase and the place of its sentence in findings.read.
type placed struct {
	hit
	at int
}

// take keeps the phrases of a sentence that mean what they say here, and turns
// those that mean the opposite. What is found in the next sentence may say that
// only one way to reach them is refused.
func (f *findings) take(s *sentence, all, next []hit) {
	c := around(s, all)
	c.invited = has(next, otherChannel)
	c.gone = f.left || c.has(leftCompany)
	for _, k := range [...]kind{sarcasm, source, thanked, file, byHand} {
		f.said[k] = f.said[k] || c.has(k)
	}
	f.left = f.left || c.parted()
	goodbye := false
	first := len(f.found)
	for i := range all {
		h := all[i]
		if h.means == wipe && f.said[source] {
			h.means, h.more = erasure, erasure
		}
		if h.means = c.meant(&h); h.means < unclear || h.means == refers {
			lasts := h.means == hasVendor && h.weight >= 9 // "we signed last month"
			if h.means.among(fades) && !lasts && c.over(&h, lately) {
				h.weight = faint
			}
			f.found = append(f.found, h)
			f.said[h.more] = true
			goodbye = goodbye || h.means <= erasure
		}
	}
	if s.asks && !s.closed && !goodbye && len(s.words) > 0 && !c.has(order) {
		f.found = append(f.found, hit{question, question, 6, 0, int32(len(s.words))})
	}
	kept := f.found[first:]
	if len(kept) == 0 {
		return
	}
	f.said[company] = f.said[company] || goodbye && c.has(company)
	for k := range kept {
		if h := &kept[k]; h.weight > f.best[h.means].weight {
			f.best[h.means] = placed{*h, len(f.read)}
		}
	}
	f.read = append(f.read, reading{s, kept, c.wish != nil})
}

func (f *findings) weight(k kind) uint8 { return f.best[k].weight }

// add appends an intent as callers see it: the surest sentence that says it.
func (f *findings) add(list []Intent, k kind) []Intent {
	b := &f.best[k]
	quoted := ""
	if b.weight > 0 {
		quoted = quote(f.read[b.at].sentence, &b.hit)
	}
	return append(list, Intent{Intent: kindNames[k], Quote: quoted, Confidence: float64(b.weight) / 10})
}

// ordered lists the intents of a person's message, the answer first.
func (f *findings) ordered() []Intent {
	list := make([]Intent, 0, 3)
	comeBack := f.comeBack()
	least := uint8(0)
	for k := range unclear {
		if f.weight(k) > faint {
			least = faint
		}
	}
	for k := range unclear {
		if f.weight(k) <= least || f.unmeant(k) || k == notInterested && comeBack {
			continue
		}
		list = f.add(list, k)
		if k == postpone && comeBack {
			list = f.add(list, notInterested)
		}
	}
	if len(list) == 0 {
		list = append(list, Intent{Intent: Unclear, Confidence: 0.5})
	}
	if len(list) > 1 && list[1].Intent == Erasure && f.best[erasure].at <= f.best[unsubscribe].at {
		list[0], list[1] = list[1], list[0]
	}
	return list
}

// unmeant reports what the rest of the message takes back: a cry, interest in sarcasm,
// a delay beside interest, and either in a threat, as in "if you write again".
func (f *findings) unmeant(k kind) bool {
	switch k {
	case unsubscribe:
		return f.cried()
	case interested:
		return f.said[sarcasm] || f.said[legal]
	case postpone:
		return f.weight(k) < 7 && f.weight(interested) > 0 || f.said[legal]
	}
	return false
}

// cried reports that the only goodbye is a cry before praise: "Stop! That is exactly
// what we need".
func (f *findings) cried() bool {
	b := &f.best[unsubscribe]
	if b.weight >= 9 || b.at+1 >= len(f.read) {
		return false
	}
	s, next := f.read[b.at].sentence, &f.read[b.at+1]
	for k := range next.hits {
		if h := &next.hits[k]; h.means == interested && h.weight >= 8 {
			return len(s.words) == 1 && strings.HasSuffix(s.text, "!")
		}
	}
	return false
}

// comeBack reports an invitation to write again later, which is more than the
// "no" that stands beside it.
func (f *findings) comeBack() bool {
	return f.weight(postpone) >= 8 && f.weight(notInterested) > 0 && f.weight(notInterested) < 10
}

// besides adds what a machine's message says beyond its kind: a wish to be left
// alone may stand in one.
func (f *findings) besides(list []Intent, answer kind) []Intent {
	for k := range unclear {
		if k == answer || f.weight(k) == 0 {
			continue
		}
		if k.final() && f.weight(k) >= 9 || answer == calendar && k != outOfOffice || k == leftCompany {
			list = f.add(list, k)
		}
	}
	return list
}

// quoteLength is how much of an endless sentence is quoted, in bytes.
const quoteLength = 240

// quote is the sentence that says it, or the part around the phrase.
func quote(s *sentence, h *hit) string {
	if len(s.text) <= quoteLength || len(s.words) == 0 {
		return s.text
	}
	from, to := int(s.words[h.from].start-s.start), s.words[h.to-1].end()-int(s.start)
	from = max(0, from-quoteLength/4)
	to = min(len(s.text), max(to, from+quoteLength), from+2*quoteLength)
	return strings.TrimSpace(whole(s.text, from, to))
}

// whole is the part of a text that cuts no letter.
func whole(text string, from, to int) string {
	for from < to && text[from]&0xC0 == 0x80 {
		from++
	}
	for to < len(text) && to > from && text[to]&0xC0 == 0x80 {
		to--
	}
	return text[from:to]
}
