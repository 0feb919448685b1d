package reply

import (
	"slices"
	"strings"
)

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
