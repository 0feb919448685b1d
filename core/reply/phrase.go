package reply

// search is a sentence while phrases are looked for in it.
type search struct {
	*dictionary
	words  []word
	langs  uint8    // of the phrases that count
	hits   []hit    // all that were found so far, in earlier sentences as well
	stamps []uint16 // by set: the sentence in which a word of it was seen last
	number uint16   // of the sentence
}

// hit is a phrase found in a sentence, from word `from` up to `to`.
type hit struct {
	means    kind
	more     kind // the same, or what says more than means; see general
	weight   uint8
	from, to int32
}

// match returns the word after the one where the steps end, or -1, when their
// first step stands at word i.
func (m *search) match(steps []step, i int) int {
	for k := range steps {
		s := steps[k]
		switch s.how {
		case gap:
			for skip := i; skip <= i+int(s.class) && skip <= len(m.words) && !(skip > 0 && m.breaks(skip, skip > i)); skip++ {
				if end := m.match(steps[k+1:], skip); end >= 0 {
					return end
				}
			}
			return -1
		case atStart:
			if i > 0 {
				return -1
			}
		case atEnd:
			if i < len(m.words) {
				return -1
			}
		case optional:
			if m.in(i, s.class) {
				if end := m.match(steps[k+1:], i+1); end >= 0 {
					return end
				}
			}
		default:
			if !m.in(i, s.class) && !(s.how == orEnd && i == len(m.words)) {
				return -1
			}
			i = min(i+1, len(m.words))
		}
	}
	return i
}

// breaks reports that a gap does not reach word i: a new clause begins there, or
// a "but" would be skipped. An "and" alone is no break.
func (m *search) breaks(i int, skipped bool) bool {
	before := &m.words[i-1]
	if skipped && before.of(aTurn) == 1 {
		return true
	}
	return i < len(m.words) && !m.words[i].is(aTurn) && m.words[i].clause != before.clause
}

// in reports whether word i is in a class.
func (m *search) in(i int, class uint16) bool {
	if i >= len(m.words) {
		return false
	}
	for _, c := range m.classes.at(class) {
		if m.stamps[c] == m.number && held(m.words[i].sets, c) {
			return true
		}
	}
	return false
}

// held reports a number in a list that ascends.
func held(list []uint16, n uint16) bool {
	low, high := 0, len(list)
	for low < high {
		if middle := (low + high) / 2; list[middle] < n {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low < len(list) && list[low] == n
}

// stamp marks the sets of which a word is in the sentence.
func (m *search) stamp() {
	if m.number++; m.number == 0 { // it has gone round
		clear(m.stamps)
		m.number = 1
	}
	for i := range m.words {
		for _, s := range m.words[i].sets {
			m.stamps[s] = m.number
		}
	}
}

// has reports whether a word of the class is in the sentence.
func (m *search) has(class uint16) bool {
	for _, c := range m.classes.at(class) {
		if m.stamps[c] == m.number {
			return true
		}
	}
	return false
}

// find adds the phrases that begin at word i.
func (m *search) find(i int) {
	for _, set := range m.words[i].sets {
		for _, n := range m.first.at(set) {
			p := &m.patterns[n]
			if p.langs&m.langs == 0 {
				continue
			}
			if p.one > 0 {
				if m.stamps[p.one-1] != m.number {
					continue
				}
			} else if !m.has(p.need) {
				continue
			}
			end := i + 1
			if p.loose {
				if !m.around(m.steps[p.from+1:p.to], i) {
					continue
				}
			} else {
				end = m.match(m.steps[p.from:p.to], i)
			}
			if end > i {
				m.hits = append(m.hits, hit{p.means.general(), p.means, p.weight, int32(i), int32(end)})
			}
		}
	}
}

// nearby is how far from its first word the words of a loose phrase may stand.
const nearby = 14

// around reports whether the words of a loose phrase stand around word i, in
// the same thought.
func (m *search) around(steps []step, i int) bool {
	from, to := i, i+1
	for from > 0 && from > i-nearby && m.words[from-1].clause >= m.words[i].clause-1 && m.words[from].of(aTurn) != 1 {
		from--
	}
	for to < len(m.words) && to < i+nearby && m.words[to].clause <= m.words[i].clause+1 && m.words[to].of(aTurn) != 1 {
		to++
	}
	for _, s := range steps {
		k := from
		for k < to && (k == i || !m.in(k, s.class)) {
			k++
		}
		if (k < to) == (s.how == absent) {
			return false
		}
	}
	return true
}

// look finds the phrases in a sentence, leaving out those inside longer ones
// that say it better.
func (m *search) look(ws []word) []hit {
	m.words = ws
	m.stamp()
	begin := len(m.hits)
	var covered, hushed int32     // the ends of the farthest phrase and hush so far
	var silenced [kindCount]int32 // the same of silences: of a kind, and of all
	for i := range ws {
		first := len(m.hits)
		m.find(i)
		before := covered
		for k := first; k < len(m.hits); k++ {
			switch h := &m.hits[k]; {
			case h.means == silence:
				silenced[h.weight] = max(silenced[h.weight], h.to)
				if kind(h.weight) == referral {
					silenced[refers] = max(silenced[refers], h.to)
				}
			case h.means == hush:
				hushed = max(hushed, h.to)
			}
		}
		for k := first; k < len(m.hits); k++ {
			h := &m.hits[k]
			covers := h.means < unclear && h.means != hasVendor && h.means != noBudget
			if covers && (h.means.final() || h.to > max(silenced[silence], silenced[h.means])) {
				covered = max(covered, h.to)
			}
		}
		kept := first
		for k := first; k < len(m.hits); k++ {
			h := &m.hits[k]
			inside := h.means.among(yields) && (h.to <= before || h.to < covered)
			quiet := h.means == silence || h.means == hush
			switch {
			case h.means.final():
				quiet = h.to <= hushed
			case !quiet:
				quiet = h.to <= max(silenced[silence], silenced[h.means])
			}
			if !quiet && !inside {
				m.hits[kept] = *h
				kept++
			}
		}
		m.hits = m.hits[:kept]
	}
	return m.hits[begin:]
}
