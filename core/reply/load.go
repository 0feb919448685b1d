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
		dict.words.fill()
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
	d := &dictionary{}
	arena := make([]uint16, 0, r.number())
	r.letters, r.sizes = make([]byte, 0, r.number()), make([]int, sets)
	x := &d.words
	x.ends, x.tags = make([]uint32, 0, words), make([]tags, 0, words)
	stemEnds, ends := make([]int, 0, stems), make([]uint32, 0, words+stems)
	for i := range words + stems {
		r.word()
		if i < words {
			x.ends = append(x.ends, uint32(len(r.letters)))
			x.tags = append(x.tags, tags(r.number()))
		} else {
			stemEnds = append(stemEnds, len(r.letters))
		}
		from := len(arena)
		arena = r.ascending(arena)
		for _, s := range arena[from:] {
			r.sizes[s] += len(arena) - from // a word in many sets is common
		}
		ends = append(ends, uint32(len(arena)))
	}
	x.sets = lists{arena, ends[:words]}
	all := lists{arena, ends}
	r.classes(d)
	r.patterns(d)
	d.file(sets)
	lineEnds := make([]int, 0, lines)
	var counts [headingCount]int
	for i := range counts {
		counts[i] = r.number()
		for range counts[i] {
			r.word()
			lineEnds = append(lineEnds, len(r.letters))
		}
	}
	x.letters = string(r.letters)
	x.fill()
	from := 0
	if words > 0 {
		from = int(x.ends[words-1])
	}
	for i, end := range stemEnds {
		d.stems.add(stem{text: x.letters[from:end], sets: all.at(uint16(words + i))})
		from = end
	}
	for n, t := range x.tags {
		d.begun(x.word(n), t)
	}
	for k, n := range counts {
		for ; n > 0; n-- {
			line := x.letters[from:lineEnds[0]]
			if d.starts[k].add(line); heading(k) >= forSentFrom && heading(k) <= forDevice || heading(k) == forAbove {
				d.notices.add(line)
			}
			from, lineEnds = lineEnds[0], lineEnds[1:]
		}
	}
	return d
}

// classes reads the classes of words.
func (r *reader) classes(d *dictionary) {
	n := r.number()
	d.classes.ends = make([]uint32, 0, n)
	for range n {
		d.classes.numbers = r.ascending(d.classes.numbers)
		d.classes.ends = append(d.classes.ends, uint32(len(d.classes.numbers)))
	}
}

// begun files a word under its initials.
func (d *dictionary) begun(w string, t tags) {
	if t.is(aBye) {
		d.byes.add(w)
	}
	if t.is(aWrote) {
		d.verbs.add(w)
	}
	if t.is(aLaw) {
		d.laws.add(w)
	}
	if t.is(aOpens) || t.is(aDay) {
		d.openers.add(w)
	}
	if t.is(aHeader) {
		d.fields.add(w)
	}
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
			if sets := d.classes.at(p.need); len(sets) == 1 {
				p.one = sets[0] + 1
			}
			d.patterns = append(d.patterns, p)
		}
	}
}

// rarest is the class that has the rarest words among those a phrase needs.
func (r *reader) rarest(d *dictionary, steps []step) uint16 {
	best, least := uint16(0), 1<<30
	for _, s := range steps {
		size := 0
		for _, set := range d.classes.at(s.class) {
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
	d.first.ends = make([]uint32, sets)
	for i := range d.patterns {
		for _, set := range d.begin(i) {
			d.first.ends[set]++
		}
	}
	all := uint32(0)
	for set, n := range d.first.ends {
		d.first.ends[set] = all // where the next of the set goes
		all += n
	}
	d.first.numbers = make([]uint16, all)
	for i := range d.patterns {
		for _, set := range d.begin(i) {
			d.first.numbers[d.first.ends[set]] = uint16(i)
			d.first.ends[set]++
		}
	}
}

// begin are the sets a pattern may begin with.
func (d *dictionary) begin(i int) []uint16 {
	first := d.patterns[i].from
	if d.steps[first].how == atStart {
		first++
	}
	return d.classes.at(d.steps[first].class)
}
