package reply

import "sync"

var (
	dictOnce sync.Once
	dict     *dictionary
)

// Load gives the tables, which are the file tables/compiled.bin, to a program
// that is built with the tag "apart". It comes before the first message; without
// tables every message is unclear. Other programs hold them and need no Load.
func Load(tables string) {
	compiled = tables
	known()
}

// known is the dictionary. It is read at the first message, not at start: the
// panel shows before anything is read.
func known() *dictionary {
	dictOnce.Do(func() {
		layFoldings()
		dict = &dictionary{}
		if compiled != "" {
			r := reader{text: compiled}
			dict = r.dictionary()
		}
	})
	return dict
}

// reader reads tables/compiled.bin. It is written and described by
// compile_test.go; numbers are in the base-128 form of encoding/binary.
type reader struct {
	text    string
	at      int
	letters []byte // of all words
	last    int    // where the last word stands, whose beginning the next may share
	sizes   []int  // of the sets: how common their words are
}

// number is not inlined: it is called in many places, and speed is not needed.
//
//go:noinline
func (r *reader) number() int {
	n, shift := 0, 0
	for {
		b := r.text[r.at]
		r.at++
		n |= int(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
		shift += 7
	}
}

// word reads a word: how many bytes it shares with the last, how many follow,
// and these. It stands in r.letters from the place that is given.
func (r *reader) word() (from int) {
	shared, n := r.number(), r.number()
	from = len(r.letters)
	r.letters = append(r.letters, r.letters[r.last:r.last+shared]...)
	r.letters = append(r.letters, r.text[r.at:r.at+n]...)
	r.at += n
	r.last = from
	return from
}

// ascending appends a list of numbers that are stored as their distances.
func (r *reader) ascending(to []uint16) []uint16 {
	n := 0
	for range r.number() {
		n += r.number()
		to = append(to, uint16(n))
	}
	return to
}

func (r *reader) dictionary() *dictionary {
	words, stems, sets, lines := r.number(), r.number(), r.number(), r.number()
	d := &dictionary{words: make(map[string]entry, words), stems: make(map[uint32][]stem, stems)}
	arena := make([]uint16, 0, r.number())
	r.letters, r.sizes = make([]byte, 0, r.number()), make([]int, sets)
	ends, entries := make([]int, 0, words+stems+lines), make([]entry, 0, words+stems)
	for i := range words + stems {
		r.word()
		ends = append(ends, len(r.letters))
		var e entry
		if i < words {
			e.tags = tags(r.number())
		}
		from := len(arena)
		arena = r.ascending(arena)
		e.sets = arena[from:]
		for _, s := range e.sets {
			r.sizes[s] += len(e.sets) // a word in many sets is common
		}
		entries = append(entries, e)
	}
	d.classes = make([][]uint16, r.number())
	for i := range d.classes {
		from := len(arena)
		arena = r.ascending(arena)
		d.classes[i] = arena[from:]
	}
	r.patterns(d)
	d.file(sets)
	var counts [headingCount]int
	for i := range counts {
		counts[i] = r.number()
		for range counts[i] {
			r.word()
			ends = append(ends, len(r.letters))
		}
	}
	text, from := string(r.letters), 0
	next := func(i int) string {
		w := text[from:ends[i]]
		from = ends[i]
		return w
	}
	for i := range words {
		d.words[next(i)] = entries[i]
	}
	for i := words; i < words+stems; i++ {
		w := next(i)
		d.stems[prefix(w)] = append(d.stems[prefix(w)], stem{w, entries[i].sets})
	}
	i := words + stems
	for k := range d.lines {
		for range counts[k] {
			line := next(i)
			d.lines[k] = append(d.lines[k], line)
			d.starts[k][line[0]|0x20] = true
			i++
		}
	}
	return d
}

// patterns reads the phrases, group by group.
func (r *reader) patterns(d *dictionary) {
	d.patterns = make([]pattern, 0, r.number())
	d.steps = make([]step, 0, r.number())
	for range r.number() {
		langs, means, weight := uint8(r.number()), kind(r.number()), uint8(r.number())
		for range r.number() {
			n := r.number()
			p := pattern{from: uint16(len(d.steps)), means: means, weight: weight, langs: langs, loose: n&1 > 0}
			for range n >> 1 {
				s := r.number()
				d.steps = append(d.steps, step{uint16(s >> 3), uint8(s & 7)})
			}
			p.to = uint16(len(d.steps))
			p.need = r.rarest(d, d.steps[p.from:])
			d.patterns = append(d.patterns, p)
		}
	}
}

// rarest is the class that has the rarest words among those a phrase needs.
func (r *reader) rarest(d *dictionary, steps []step) uint16 {
	best, least := uint16(0), 1<<30
	for _, s := range steps {
		size := 0
		for _, set := range d.classes[s.class] {
			size += r.sizes[set]
		}
		if s.how == exactly && size < least {
			best, least = s.class, size
		}
	}
	return best
}

// file files the patterns under the sets they may begin with.
func (d *dictionary) file(sets int) {
	d.first = make([][]uint16, sets)
	counts, all := make([]int, sets), 0
	for i := range d.patterns {
		for _, set := range d.begin(i) {
			counts[set]++
			all++
		}
	}
	arena := make([]uint16, all)
	for set, n := range counts {
		d.first[set], arena = arena[:0:n], arena[n:]
	}
	for i := range d.patterns {
		for _, set := range d.begin(i) {
			d.first[set] = append(d.first[set], uint16(i))
		}
	}
}

// begin are the sets a pattern may begin with.
func (d *dictionary) begin(i int) []uint16 {
	first := d.patterns[i].from
	if d.steps[first].how == atStart {
		first++
	}
	return d.classes[d.steps[first].class]
}
