package reply

// lists are many short lists of numbers, one after another.
type lists struct {
	numbers []uint16
	ends    []uint32 // list i ends there, and list i+1 begins
}

// at is list i.
func (l *lists) at(i uint16) []uint16 {
	from := uint32(0)
	if i > 0 {
		from = l.ends[i-1]
	}
	return l.numbers[from:l.ends[i]]
}

// texts are many short texts, one after another.
type texts struct {
	letters string
	ends    []uint32 // text i ends there in letters, and text i+1 begins
}

// text is text i.
func (t *texts) text(i int) string {
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.letters[from:t.ends[i]]
}

// lexicon is what is known of single words. It is a hash table of its own: it is
// asked about every word of a message, and holds nothing that the collector of
// garbage must visit.
type lexicon struct {
	texts          // the words
	slots []uint16 // by hash, a power of two of them: the number of the word and one, or 0
	tags  []tags
	sets  lists // the sets each word is in
}

// find is the number of a word, or -1.
func (x *lexicon) find(w []byte) int {
	mask := uint32(len(x.slots) - 1)
	for at := hash(w) & mask; ; at = (at + 1) & mask {
		n := int(x.slots[at]) - 1
		if n < 0 || string(w) == x.text(n) {
			return n
		}
	}
}

// is what the word is.
func (x *lexicon) is(w []byte) tags {
	if n := x.find(w); n >= 0 {
		return x.tags[n]
	}
	return 0
}

// fill fills the slots.
func (x *lexicon) fill() {
	size := 1
	for 2*size < 5*len(x.ends) {
		size *= 2
	}
	x.slots = make([]uint16, size)
	for n := range x.ends {
		at := hash([]byte(x.text(n))) & uint32(size-1)
		for x.slots[at] > 0 {
			at = (at + 1) & uint32(size-1)
		}
		x.slots[at] = uint16(n + 1)
	}
}

// hash is FNV-1a, with its bits stirred once more.
func hash(w []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range w {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

// stem is the beginning of words that are in sets.
type stem struct {
	text string
	sets []uint16
	next uint16 // the number of another with the same key and one, or 0
}

// stems are found by their first three letters.
type stems struct {
	all   []stem
	first [1 << 11]uint16 // by key: the number of a stem and one, or 0
}

func (s *stems) add(one stem) {
	at := key(one.text)
	one.next = s.first[at]
	s.all = append(s.all, one)
	s.first[at] = uint16(len(s.all))
}

// key is that of a text of three letters or more.
func key[T string | []byte](w T) uint32 {
	return (uint32(w[0])*0x9E5 ^ uint32(w[1])*0x12F ^ uint32(w[2])*0x35) & (1<<11 - 1)
}
