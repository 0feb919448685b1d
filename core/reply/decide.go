package reply

import "strings"

// findings are what the sentences of one message say.
type findings struct {
	read  []reading
	found []hit             // of all sentences
	best  [kindCount]placed // the surest of each kind
	said  [kindCount]bool   // which were said at all
}

// reading is a sentence with the phrases that count in it.
type reading struct {
	*sentence
	hits []hit
}

// faint is the weight of what was so lately: it counts where nothing else is said.
const faint = 2

// placed is a phrase and the place of its sentence in findings.read.
type placed struct {
	hit
	at int
}

// take keeps the phrases of a sentence that mean what they say here, and turns
// those that mean the opposite.
func (f *findings) take(s *sentence, all []hit) {
	goodbye := false
	first := len(f.found)
	for i := range all {
		h := all[i]
		f.said[sarcasm] = f.said[sarcasm] || h.means == sarcasm
		if h.means = meant(s, all, &h); h.means < unclear || h.means == refers {
			if h.means.among(fades) && over(s.words, all, &h, lately) {
				h.weight = faint
			}
			f.found = append(f.found, h)
			f.said[h.more] = true
			goodbye = goodbye || h.means <= erasure
		}
	}
	if s.asks && !s.closed && !goodbye && len(s.words) > 0 {
		f.found = append(f.found, hit{question, question, 6, 0, int32(len(s.words))})
	}
	kept := f.found[first:]
	if len(kept) == 0 {
		return
	}
	f.said[company] = f.said[company] || goodbye && has(all, company)
	for k := range kept {
		if h := &kept[k]; h.weight > f.best[h.means].weight {
			f.best[h.means] = placed{*h, len(f.read)}
		}
	}
	f.read = append(f.read, reading{s, kept})
}

// meant is what a phrase means beside the others of its sentence; unclear is
// nothing.
func meant(s *sentence, all []hit, h *hit) kind {
	means := h.means
	denied := near(s.words, h, aNo, 3)
	switch {
	case s.closed && !(means.final() && h.weight >= 9): // a footer's word, not the author's
	case means == unsubscribe && elsewhere(s.words, all, h): // "don't mail, call me instead"
	case means.among(fades) && over(s.words, all, h, past):
	case means == interested && near(s.words, h, anIf, 8):
	case (means == referral || means == hasVendor) && denied: // "not the right person for this"
	case means == postpone && has(all, outOfOffice): // the date is when they are back
	case means.among(away) && (over(s.words, all, h, outOfOffice) || over(s.words, all, h, bounce)): // "not in" is no "no"
	case means == interested && denied && h.weight < 9:
		return notInterested
	default:
		return means
	}
	return unclear
}

// over reports that what a phrase says was so in the past: "used to", or "last
// year", stands in the same thought.
func over(ws []word, all []hit, h *hit, when kind) bool {
	for i := range all {
		if o := &all[i]; o.means == when && ws[o.from].segment == ws[h.from].segment {
			return true
		}
	}
	return false
}

// elsewhere reports that another way to reach them is asked for: in a clause
// after the goodbye, or by the same words.
func elsewhere(ws []word, all []hit, h *hit) bool {
	for i := range all {
		o := &all[i]
		after := o.from >= h.to && ws[o.from].clause != ws[h.from].clause
		if o.means == otherChannel && (after || o.from <= h.from && h.to <= o.to) && !near(ws, o, aNo, 3) {
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
		if f.weight(k) <= least || k == interested && f.said[sarcasm] || k == notInterested && comeBack || k == postpone && f.weight(k) < 7 && f.weight(interested) > 0 {
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
