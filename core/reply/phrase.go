package reply

import (
	"slices"
	"strings"
	"sync"
)

// group is a row of a table: phrases that mean one thing, and how sure they
// make us, 1 to 10. The phrases stand one on a line; in them
//
//	a|b    is either word,
//	word*  any word that begins so,
//	...    up to four words that are skipped.
//
// A group without intent silences the shorter phrases inside it: "to
// unsubscribe click" is a footer, whatever "unsubscribe" means alone.
type group struct {
	intent  string
	weight  int
	phrases string
}

// reach is how many words "..." skips at most. It bounds the work per word.
const reach = 4

type pattern struct {
	intent string
	weight int
	steps  []step
}

// step is one word of a phrase, or a gap when it has no alternatives.
type step struct {
	alternatives []string
	stems        []string
}

func (s step) takes(w string) bool {
	if slices.Contains(s.alternatives, w) {
		return true
	}
	return slices.ContainsFunc(s.stems, func(stem string) bool { return strings.HasPrefix(w, stem) })
}

func (s step) gap() bool { return s.alternatives == nil && s.stems == nil }

// match returns how many words from the first the pattern takes, or 0.
func match(steps []step, ws []word) int {
	if len(steps) == 0 {
		return 0
	}
	if steps[0].gap() {
		for skip := 0; skip <= reach && skip < len(ws); skip++ {
			if n := match(steps[1:], ws[skip:]); n > 0 {
				return skip + n
			}
		}
		return 0
	}
	if len(ws) == 0 || !steps[0].takes(ws[0].folded) {
		return 0
	}
	if len(steps) == 1 {
		return 1
	}
	if n := match(steps[1:], ws[1:]); n > 0 {
		return 1 + n
	}
	return 0
}

// hit is a phrase found in a sentence, from word `from` up to `to`.
type hit struct {
	intent   string
	weight   int
	from, to int
}

// hits finds the phrases in a sentence, leaving out those inside longer ones
// that say it better.
func hits(ws []word) []hit {
	table := phrases()
	var all []hit
	covered, silenced := 0, 0 // the ends of the farthest phrase and silence so far
	for i := range ws {
		first := len(all)
		for _, p := range table[key(ws[i].folded)] {
			if n := match(p.steps, ws[i:]); n > 0 {
				all = append(all, hit{p.intent, p.weight, i, i + n})
				if p.intent == silence {
					silenced = max(silenced, i+n)
				}
			}
		}
		before := covered
		for _, h := range all[first:] {
			if !mark(h.intent) {
				covered = max(covered, h.to)
			}
		}
		kept := slices.DeleteFunc(all[first:], func(h hit) bool {
			return h.intent == silence || !mark(h.intent) && (h.to <= silenced && h.weight < 10 || h.to < silenced || h.to <= before && yields(h.intent))
		})
		all = all[:first+len(kept)]
	}
	return all
}

// yields reports an intent whose phrases are not believed inside a longer one:
// "interested" inside "not interested". An obstacle or a goodbye stands.
func yields(intent string) bool {
	switch intent {
	case Interested, Refers, OtherChannel, Question, Postpone:
		return true
	}
	return false
}

func mark(intent string) bool { return strings.HasPrefix(intent, "~") }

// key is under which a word's phrases are filed: its first three bytes.
func key(w string) string { return w[:min(3, len(w))] }

var (
	phrasesOnce  sync.Once
	phrasesTable map[string][]pattern
)

// phrases are all tables, filed by first word. They are filed at the first
// reading, not at start: the panel shows before anything is read.
func phrases() map[string][]pattern {
	phrasesOnce.Do(func() {
		phrasesTable = map[string][]pattern{}
		for _, table := range [][]group{englishStops, english, englishMachines, german, french, spanish} {
			for _, g := range table {
				g.file(phrasesTable)
			}
		}
	})
	return phrasesTable
}

func (g group) file(table map[string][]pattern) {
	for line := range strings.Lines(g.phrases) {
		p := pattern{intent: g.intent, weight: g.weight}
		for w := range strings.FieldsSeq(line) {
			p.steps = append(p.steps, newStep(w))
		}
		if len(p.steps) == 0 {
			continue
		}
		first := p.steps[0]
		filed := map[string]bool{}
		for _, w := range slices.Concat(first.alternatives, first.stems) {
			if !filed[key(w)] {
				filed[key(w)] = true
				table[key(w)] = append(table[key(w)], p)
			}
		}
	}
}

func newStep(text string) step {
	var s step
	if text == "..." {
		return s
	}
	for w := range strings.SplitSeq(text, "|") {
		if stem, ok := strings.CutSuffix(w, "*"); ok {
			s.stems = append(s.stems, fold(stem))
		} else {
			s.alternatives = append(s.alternatives, fold(w))
		}
	}
	return s
}
