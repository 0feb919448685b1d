package tone

import "slices"

// hit is a phrase found in a sentence, from word `from` up to `to`.
type hit struct {
	rule     string
	from, to int
}

func (h hit) touches(other hit) bool {
	return h.rule == other.rule && h.from < other.to && other.from < h.to
}

// hits finds the phrases of a sentence. What is silenced is left out, and of
// phrases of one rule that touch, one is left that covers them.
func (p *phrases) hits(s sentence) []hit {
	var found, silent []hit
	dated := 0 // 1 dated, -1 not, 0 not looked yet
	for i := range s.words {
		w := s.words[i].folded
		for _, filed := range [...][]int{p.byWord[w], p.byStem[key(w)]} {
			for _, n := range filed {
				ph := &p.all[n]
				if ph.first && i > 0 || ph.asked && !s.asks {
					continue
				}
				length := match(ph.steps, s.words[i:])
				if length <= 0 {
					continue
				}
				if ph.undated && dated == 0 {
					dated = p.dated(s)
				}
				switch h := (hit{ph.rule, i, i + length}); {
				case ph.undated && dated > 0:
				case ph.not:
					silent = append(silent, h)
				default:
					found = append(found, h)
				}
			}
		}
	}
	return united(found, silent)
}

// dated looks for a date: a word of @date, or one in figures.
func (p *phrases) dated(s sentence) int {
	if s.dated || slices.ContainsFunc(s.words, func(w word) bool { return takes(p.dates, w.folded) }) {
		return 1
	}
	return -1
}

// united leaves out what is silenced and joins what touches. Both lists are in
// the order of the words, so that each rule's silences and its latest hit can be
// kept as ends: the work stays in proportion.
func united(found, silent []hit) []hit {
	var all []hit
	for _, h := range found {
		if muted(h, silent) {
			continue
		}
		if last := latest(all, h.rule); last != nil && h.touches(*last) {
			last.to = max(last.to, h.to)
			continue
		}
		all = append(all, h)
	}
	return all
}

// muted looks for a silence that touches a hit. Silences are in the order of
// their first words and none is longer than a phrase can be.
func muted(h hit, silent []hit) bool {
	at, _ := slices.BinarySearchFunc(silent, h.from-longest, func(s hit, from int) int { return s.from - from })
	for _, s := range silent[at:] {
		if s.from >= h.to {
			return false
		}
		if s.touches(h) {
			return true
		}
	}
	return false
}

// longest is more words than a phrase can reach over.
const longest = 64

func latest(all []hit, rule string) *hit {
	for i := len(all) - 1; i >= max(0, len(all)-16); i-- {
		if all[i].rule == rule {
			return &all[i]
		}
	}
	return nil
}
