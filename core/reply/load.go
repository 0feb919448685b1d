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

// reader reads tables/compiled.bin, which encode_test.go writes. It is numbers in
// the base-128 form of encoding/binary, and letters:
//
//	counts   of words, stems, sets and lines, of numbers in lists, of letters
//	words    each its text, its tags and the list of the sets it is in
//	stems    each its text and the list of the sets it is in
//	classes  how many; each the list of its sets
//	phrases  how many, of how many steps, in how many groups;
//	         each group its languages, its intent, its weight, how many phrases;
//	         each phrase its steps<<1, |1 where it is loose; each step class<<3|how
//	lines    under each heading of tables/mail.txt how many; each its text
//
// A text is how many bytes it shares with the text before it, how many follow, and
// these. A list is how many numbers it has, which ascend, and how far each is from
// the one before it.
type reader struct {
	text    string
	at      int
	letters []byte   // of all texts so far
	ends    []uint32 // where each of them ends in letters
	last    int      // where the last of them begins
	sets    lists    // those of the words, then those of the stems
	sizes   []int    // by set: how common its words are
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

// word reads a text.
func (r *reader) word() {
	shared, n := r.number(), r.number()
	letters := append(r.letters, r.letters[r.last:r.last+shared]...)
	letters = append(letters, r.text[r.at:r.at+n]...)
	r.last, r.letters = len(r.letters), letters
	r.ends = append(r.ends, uint32(len(letters)))
	r.at += n
}

// list reads a list, adds it to others and gives it.
func (r *reader) list(to *lists) []uint16 {
	numbers, last := to.numbers, 0
	from := len(numbers)
	for range r.number() {
		last += r.number()
		numbers = append(numbers, uint16(last))
	}
	to.numbers = numbers
	to.ends = append(to.ends, uint32(len(numbers)))
	return numbers[from:]
}

func (r *reader) dictionary() *dictionary {
	d := &dictionary{}
	words, stems, sets, lines := r.number(), r.number(), r.number(), r.number()
	r.sets = lists{make([]uint16, 0, r.number()), make([]uint32, 0, words+stems)}
	r.letters, r.ends = make([]byte, 0, r.number()), make([]uint32, 0, words+stems+lines)
	r.sizes = make([]int, sets)

	r.readWords(d, words)
	r.readStems(stems)
	r.readClasses(d)
	r.readPhrases(d)
	under := r.readLines()

	all := texts{string(r.letters), r.ends}
	d.words.texts = texts{all.letters, all.ends[:words]}
	d.words.sets = lists{r.sets.numbers, r.sets.ends[:words]}
	d.words.fill()
	d.indexInitials()
	for i := words; i < words+stems; i++ {
		d.stems.add(stem{text: all.text(i), sets: r.sets.at(uint16(i))})
	}
	d.indexPatterns(sets)
	d.indexLines(&all, words+stems, under)
	return d
}

func (r *reader) readWords(d *dictionary, n int) {
	d.words.tags = make([]tags, n)
	for i := range n {
		r.word()
		d.words.tags[i] = tags(r.number())
		r.readSets()
	}
}

func (r *reader) readStems(n int) {
	for range n {
		r.word()
		r.readSets()
	}
}

// readSets reads which sets a word or a stem is in: one in many sets is common.
func (r *reader) readSets() {
	sets := r.list(&r.sets)
	for _, set := range sets {
		r.sizes[set] += len(sets)
	}
}

func (r *reader) readClasses(d *dictionary) {
	n := r.number()
	d.classes.ends = make([]uint32, 0, n)
	for range n {
		r.list(&d.classes)
	}
}

// readPhrases reads the phrases, group by group.
func (r *reader) readPhrases(d *dictionary) {
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

// readLines reads the lines of tables/mail.txt. It gives how many there are under
// each heading.
func (r *reader) readLines() (under [headingCount]int) {
	for h := range under {
		under[h] = r.number()
		for range under[h] {
			r.word()
		}
	}
	return under
}

// indexInitials files words under their initials, by what they are.
func (d *dictionary) indexInitials() {
	indexes := [...]struct {
		of field
		in *initials
	}{{aBye, &d.byes}, {aWrote, &d.verbs}, {aLaw, &d.laws}, {aOpens, &d.openers}, {aDay, &d.openers}, {aHeader, &d.fields}}
	for n, t := range d.words.tags {
		for _, index := range indexes {
			if t.is(index.of) {
				index.in.add(d.words.text(n))
			}
		}
	}
}

// indexLines files the lines of tables/mail.txt under their headings: those of the
// first heading begin at text i.
func (d *dictionary) indexLines(all *texts, i int, under [headingCount]int) {
	for h, n := range under {
		for range n {
			line := all.text(i)
			d.starts[h].add(line)
			if heading(h).isNotice() {
				d.notices.add(line)
			}
			i++
		}
	}
}

// indexPatterns files the patterns under the sets they may begin with.
func (d *dictionary) indexPatterns(sets int) {
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
