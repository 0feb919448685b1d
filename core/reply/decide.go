package reply

import (
	"slices"
	"strings"
)

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

// faint is the weight of what was so lately: it counts where nothing else is said.
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

// setting is what stands around the phrases of a sentence.
type setting struct {
	*sentence
	kinds    uint64 // which there are
	segments [len(times)][]int32
	all      []hit
	other    *hit // the last other channel that is asked for
	footer   footer
	gone     bool  // somebody left the company, they said
	invited  bool  // the next sentence asks for another channel
	wish     *hit  // they ask to be written to later, and go on about an absence
	away     int32 // where they have said that they are away
}

// begins is within how many words a sentence that asks for something does so.
const begins = 3

// times are the marks and intents that change what stands in the same thought.
var times = [...]kind{past, lately, outOfOffice, bounce}

func around(s *sentence, all []hit) setting {
	c := setting{sentence: s, all: all}
	for i := range all {
		h := &all[i]
		c.kinds |= 1 << h.means
		if h.means == otherChannel && !near(s.words, h, aNo, 3) {
			c.other = h
		}
		if h.means == outOfOffice && c.away == 0 {
			c.away = h.to
		}
		if h.means == postpone && h.weight == 9 && h.from < begins && c.wish == nil && !c.has(outOfOffice) {
			c.wish = h
		}
		for t, k := range times {
			if segment := s.words[h.from].segment; h.means == k {
				c.segments[t] = append(c.segments[t], segment)
			}
		}
	}
	if !c.has(outOfOffice) {
		c.wish = nil
	}
	if c.kinds&footed > 0 {
		c.footer = c.foot()
	}
	return c
}

func (c *setting) has(k kind) bool { return c.kinds>>k&1 > 0 }

// parted reports words that say that somebody left, beside those of a mailbox
// that is closed.
func (c *setting) parted() bool {
	for i := range c.all {
		if h := &c.all[i]; h.means == leftCompany && !c.crosses(h, bounce) {
			return true
		}
	}
	return false
}

// over reports a mark in the same thought as a phrase: what it says was so in
// the past ("used to"), or belongs to an absence.
func (c *setting) over(h *hit, when kind) bool {
	if !c.has(when) {
		return false
	}
	for t, k := range times {
		if k == when {
			_, ok := slices.BinarySearch(c.segments[t], c.words[h.from].segment)
			return ok
		}
	}
	return false
}

// anothers reports an absence of somebody else: their clause names who.
func (c *setting) anothers(h *hit) bool {
	if !c.has(theirs) {
		return false
	}
	for i := range c.all {
		if o := &c.all[i]; o.means == theirs && c.words[o.from].clause == c.words[h.from].clause {
			return true
		}
	}
	return false
}

// doubtful reports that somebody says before a phrase that they do not think so:
// in its clause, or in the one that a "that" joins to it.
func (c *setting) doubtful(h *hit) bool {
	if !c.has(doubted) {
		return false
	}
	for i := range c.all {
		o := &c.all[i]
		if o.means != doubted || o.from > h.from {
			continue
		}
		k := o.to
		for k < h.from && (c.words[k].clause == c.words[k-1].clause || joins(c.words[k].text)) {
			k++
		}
		if k >= h.from {
			return true
		}
	}
	return false
}

// joins reports a word that goes on with what somebody thinks.
func joins(word string) bool {
	switch strings.ToLower(word) {
	case "that", "dass", "daß", "que", "qu":
		return true
	}
	return false
}

// crosses reports a phrase of a kind that shares words with another.
func (c *setting) crosses(h *hit, k kind) bool {
	if !c.has(k) {
		return false
	}
	first, _ := slices.BinarySearchFunc(c.all, h.from-longest, func(o hit, from int32) int { return int(o.from - from) })
	for i := first; i < len(c.all) && c.all[i].from < h.to; i++ {
		if o := &c.all[i]; o.means == k && h.from < o.to {
			return true
		}
	}
	return false
}

// longest is more words than any phrase takes.
const longest = 64

// until reports a wish to be written to when the absence is over that they have
// told of: "I'm on leave until May, please write again then".
func (c *setting) until(h *hit) bool { return h.more == again && h.from >= c.away }

// meant is what a phrase means beside the others of its sentence; unclear is
// nothing.
func (c *setting) meant(h *hit) kind {
	means := h.means
	denied := near(c.words, h, aNo, 3)
	switch {
	case c.closed && !(means.final() && h.weight >= 9): // a footer's word, not the author's
	case (means.final() || means == interested) && c.foots(h): // what every mail of theirs carries
	case means == unsubscribe && c.gone && !c.footer.mine: // "she left, remove this address"
	case h.more == legal && h.weight < 10 && c.has(deal): // "our lawyer looks at the contract"
	case !means.final() && c.has(order): // nothing that is said to a computer
	case means == unsubscribe && c.elsewhere(h): // "don't mail, call me instead"
	case means.among(fades) && c.over(h, past):
	case means == interested && near(c.words, h, anIf, 8):
	case (means == referral || means == hasVendor) && denied: // "not the right person for this"
	case means == postpone && c.has(outOfOffice) && c.wish == nil && !c.until(h): // the date is when they are back
	case means == outOfOffice && (c.wish != nil || c.anothers(h)): // "come back in April, when I am back"
	case means.among(away) && c.over(h, outOfOffice): // "not in" is no "no"
	case means.among(away) && c.over(h, bounce) && (means != leftCompany || c.crosses(h, bounce)):
	case means == notInterested && h.weight < 9 && c.crosses(h, noBudget): // "the budget was refused" is no other "no"
	case means == interested && (denied && h.weight < 9 || c.doubtful(h)):
		return notInterested
	default:
		return means
	}
	return unclear
}

// elsewhere reports that another way to reach them is asked for: in a clause
// after the goodbye, or by the same words.
func (c *setting) elsewhere(h *hit) bool {
	o := c.other
	if o == nil {
		return c.invited && c.calls()
	}
	after := o.from >= h.to && c.words[o.from].clause != c.words[h.from].clause
	return after || o.from <= h.from && h.to <= o.to
}

// calls reports a sentence about telephone calls: "Stop calling me. Email is fine."
func (c *setting) calls() bool {
	for i := range c.words {
		if c.words[i].is(aCall) {
			return true
		}
	}
	return false
}

// near looks some words back in the clause for a word of a kind: a "not" or an
// "if", and among the words that a phrase skips. "not only" is no "not".
func near(ws []word, h *hit, kind field, reach int) bool {
	from := int(h.from)
	if !ws[from].is(kind) {
		for i := from + 1; i < int(h.to)-1; i++ {
			if ws[i].is(kind) {
				return true
			}
		}
	}
	for i := from - 1; i >= 0 && i >= from-reach && ws[i].clause == ws[from].clause; i-- {
		if ws[i].is(kind) {
			return !(i+1 < from && ws[i+1].text == "only")
		}
	}
	return false
}

func has(hs []hit, means kind) bool {
	for i := range hs {
		if hs[i].means == means {
			return true
		}
	}
	return false
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
