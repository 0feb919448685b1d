package reply

import (
	"cmp"
	"slices"
	"strings"
)

// marks are phrases that mean nothing alone and change what stands beside them.
const (
	silence = ""         // covers the shorter phrases inside it
	past    = "~past"    // "last year": what is said is over
	instead = "~instead" // "rather": one way is refused for another
	sarcasm = "~sarcasm" // praise in this message is none
	refers  = "~refers"  // in front of a name: "please contact …"
)

// findings are what the sentences of one message say.
type findings struct {
	read      []reading
	sarcastic bool
}

// reading is a sentence with the phrases that count in it.
type reading struct {
	sentence
	hits []hit
}

func gather(sentences []sentence) findings {
	var f findings
	for _, s := range sentences {
		all := hits(s.words)
		kept := weigh(s, all)
		if s.asks && !s.closed && !slices.ContainsFunc(kept, final) {
			kept = append(kept, hit{Question, 6, 0, len(s.words)})
		}
		f.sarcastic = f.sarcastic || has(all, sarcasm)
		if len(kept) > 0 {
			f.read = append(f.read, reading{s, kept})
		}
	}
	return f
}

// weigh drops the phrases that do not mean what they say here, and turns those
// that mean the opposite.
func weigh(s sentence, all []hit) []hit {
	over := map[int]bool{}
	for _, h := range all {
		if h.intent == past {
			over[s.words[h.from].segment] = true
		}
	}
	redirected := has(all, instead) && has(all, OtherChannel)
	kept := []hit{}
	for _, h := range all {
		switch {
		case h.intent == past || h.intent == instead || h.intent == sarcasm:
			continue
		case s.closed && !(final(h) && h.weight >= 9):
			continue // a footer's word, not the author's
		case h.intent == Unsubscribe && redirected && h.weight < 10:
			continue // "don't mail, call me instead" is no goodbye
		case fades(h.intent) && over[s.words[h.from].segment]:
			continue
		case h.intent == Interested && conditional(s, h):
			continue
		case h.intent == Refers && refused(s, h):
			continue // "not the right person for this"
		case h.intent == Postpone && has(all, OutOfOffice):
			continue // the date is when they are back
		case h.intent == Interested && refused(s, h):
			h.intent, h.weight = NotInterested, 6
		}
		kept = append(kept, h)
	}
	return kept
}

// final reports what ends the contact, which no doubt may hide.
func final(h hit) bool {
	return h.intent == Unsubscribe || h.intent == Erasure || h.intent == Complaint
}

// fades reports what may have been true once and be so no longer. A wish to be
// left alone is not among them.
func fades(intent string) bool {
	switch intent {
	case Interested, NotInterested, NoBudget, HasVendor, NoFit, Postpone, WrongPerson, OutOfOffice:
		return true
	}
	return false
}

// refused looks a few words back for a "not".
func refused(s sentence, h hit) bool {
	for i := h.from - 1; i >= max(0, h.from-3) && s.words[i].clause == s.words[h.from].clause; i-- {
		switch w := s.words[i].folded; w {
		case "not", "no", "never", "dont", "doesnt", "isnt", "arent", "wont", "cant", "cannot", "without", "hardly",
			"nicht", "kein", "keine", "keinen", "nie", "niemals", "weder", "ohne",
			"pas", "jamais", "aucun", "aucune", "sans", "nunca", "jamas", "tampoco", "ningun", "sin":
			return !(i+1 < h.from && s.words[i+1].folded == "only") // "not only"
		}
	}
	return false
}

// conditional looks back for an "if" in the same clause.
func conditional(s sentence, h hit) bool {
	for i := h.from - 1; i >= max(0, h.from-8) && s.words[i].clause == s.words[h.from].clause; i-- {
		switch w := s.words[i]; w.folded {
		case "if", "whether", "unless", "wenn", "falls", "sofern", "ob":
			return true
		case "si":
			return !strings.Contains(s.text[w.start:w.end], "í")
		}
	}
	return false
}

func has(hs []hit, intent string) bool {
	return slices.ContainsFunc(hs, func(h hit) bool { return h.intent == intent })
}

// surest returns the surest sentence for an intent, its weight 0 if there is none.
func (f findings) surest(intent string) (best hit, where sentence) {
	for _, r := range f.read {
		for _, h := range r.hits {
			if h.intent == intent && h.weight > best.weight {
				best, where = h, r.sentence
			}
		}
	}
	return best, where
}

func (f findings) weight(intent string) int {
	best, _ := f.surest(intent)
	return best.weight
}

func (f findings) intent(name string) Intent {
	best, where := f.surest(name)
	return Intent{Intent: name, Quote: quote(where, best), Confidence: float64(best.weight) / 10}
}

// order is who leads when several things are said: what ends the contact, then
// who is meant at all, then the obstacle, then the rest.
var order = [...]string{
	Unsubscribe, Erasure, Complaint,
	LeftCompany, Refers, WrongPerson, NoFit, NotInterested, HasVendor, NoBudget, Postpone,
	Reschedule, Calendar, Interested, OtherChannel, Question, OutOfOffice, AutoAck, Bounce,
}

// ordered lists the intents of a person's message, the answer first.
func (f findings) ordered() []Intent {
	list := []Intent{}
	for _, name := range order {
		if f.weight(name) == 0 || name == Interested && f.sarcastic {
			continue
		}
		list = append(list, f.intent(name))
	}
	if len(list) == 0 {
		return append(list, Intent{Intent: Unclear, Confidence: 0.5})
	}
	if f.comeBack() {
		slices.SortStableFunc(list, func(a, b Intent) int { return cmp.Compare(afterPostpone(a.Intent), afterPostpone(b.Intent)) })
	}
	return list
}

// comeBack reports an invitation to write again later, which is more than the
// "no" that stands beside it.
func (f findings) comeBack() bool {
	return f.weight(Postpone) >= 8 && f.weight(NotInterested) > 0 && f.weight(NotInterested) < 10
}

// afterPostpone is the place of an intent in a list in which "not interested"
// only explains the delay.
func afterPostpone(intent string) int {
	place := slices.Index(order[:], intent)
	if intent == NotInterested {
		place = slices.Index(order[:], Postpone)
	}
	return 2*place + btoi(intent == NotInterested)
}

// besides lists what a machine's message says beyond its kind: a wish to be
// left alone may stand in one.
func (f findings) besides(kind string) []Intent {
	list := []Intent{}
	for _, name := range order {
		h := hit{intent: name}
		if name != kind && f.weight(name) > 0 && (final(h) && f.weight(name) >= 9 || kind == Calendar && name != OutOfOffice || name == LeftCompany) {
			list = append(list, f.intent(name))
		}
	}
	return list
}

// quoteLength is how much of an endless sentence is quoted, in bytes.
const quoteLength = 240

// quote is the sentence that says it, or the part around the phrase.
func quote(s sentence, h hit) string {
	if len(s.text) <= quoteLength || len(s.words) == 0 {
		return s.text
	}
	from, to := s.words[h.from].start, s.words[min(h.to, len(s.words))-1].end
	from = max(0, from-quoteLength/4)
	to = min(len(s.text), max(to, from+quoteLength), from+2*quoteLength)
	return strings.TrimSpace(strings.ToValidUTF8(s.text[from:to], ""))
}
