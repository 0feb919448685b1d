package reply

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
)

// encode writes what reader reads.
func (c *compiler) encode() []byte {
	w := writer{}
	sets, lines, letters := 0, 0, 0
	for _, all := range []map[string]*item{c.words, c.stems} {
		for key, i := range all {
			sets += len(i.sets)
			letters += len(key)
		}
	}
	for _, list := range c.classList {
		sets += len(list)
	}
	for _, list := range c.lines {
		lines += len(list)
		letters += len(strings.Join(list, ""))
	}
	w.numbers(len(c.words), len(c.stems), c.setCount, lines, sets, letters)
	for _, key := range slices.Sorted(maps.Keys(c.words)) {
		w.word(key)
		w.numbers(int(c.words[key].tags))
		w.ascending(slices.Sorted(maps.Keys(c.words[key].sets)))
	}
	for _, key := range slices.Sorted(maps.Keys(c.stems)) {
		w.word(key)
		w.ascending(slices.Sorted(maps.Keys(c.stems[key].sets)))
	}
	w.numbers(len(c.classList))
	for _, list := range c.classList {
		w.ascending(list)
	}
	w.numbers(c.phrases, c.steps, len(c.groups))
	for _, g := range c.groups {
		w.numbers(int(g.langs), int(g.means), int(g.weight), len(g.phrases))
		for _, p := range g.phrases {
			w.numbers((len(p)-1)<<1 | p[0])
			w.numbers(p[1:]...)
		}
	}
	for _, list := range c.lines {
		slices.Sort(list)
		w.numbers(len(list))
		for _, line := range list {
			w.word(line)
		}
	}
	return w.out
}

// writer writes what reader reads.
type writer struct {
	out  []byte
	last string
}

func (w *writer) numbers(list ...int) {
	for _, n := range list {
		w.out = binary.AppendUvarint(w.out, uint64(n))
	}
}

func (w *writer) word(s string) {
	shared := 0
	for shared < min(len(s), len(w.last)) && s[shared] == w.last[shared] {
		shared++
	}
	w.numbers(shared, len(s)-shared)
	w.out = append(w.out, s[shared:]...)
	w.last = s
}

func (w *writer) ascending(list []int) {
	w.numbers(len(list))
	last := 0
	for _, n := range list {
		w.numbers(n - last)
		last = n
	}
}
