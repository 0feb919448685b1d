package reply

import "unicode/utf8"

// tags say what a single word is: several small numbers, each in its bits, 0
// where the word is nothing of the kind.
type tags uint64

// field is the place of one of the numbers: its first bit, and in the low byte
// how many bits it has.
type field uint16

// What tables/words.txt says of words; the meaning of the numbers stands there.
const (
	aVocabulary field = 0<<8 | 4 // the languages whose phrases hold it, one bit each
	aLang       field = 4<<8 | 4 // the languages that it tells, one bit each
	aMonth      field = 8<<8 | 4
	aDay        field = 12<<8 | 3
	aSpan       field = 15<<8 | 3
	aNext       field = 18<<8 | 1
	aNumber     field = 19<<8 | 4
	aPart       field = 23<<8 | 2
	aSeason     field = 25<<8 | 3
	aCue        field = 28<<8 | 3
	aNo         field = 31<<8 | 1
	anIf        field = 32<<8 | 1
	aTurn       field = 33<<8 | 2
	aTitle      field = 35<<8 | 2
	aShort      field = 37<<8 | 1
	aBye        field = 38<<8 | 2
	aSoon       field = 40<<8 | 2
	aWrote      field = 42<<8 | 1
	aHeader     field = 43<<8 | 3
	aSame       field = 46<<8 | 2
	aOpens      field = 48<<8 | 1
	aDevice     field = 49<<8 | 2
	aForeign    field = 51<<8 | 1
	aNth        field = 52<<8 | 3
	aHas        field = 55<<8 | 1
	aMine       field = 56<<8 | 2
	aLaw        field = 58<<8 | 1
	aThere      field = 59<<8 | 1
	aNow        field = 60<<8 | 1
	aBegins     field = 61<<8 | 1
	aCall       field = 62<<8 | 1
)

// of is the number a word has in a field.
func (t tags) of(f field) int { return int(t >> (f >> 8) & (1<<(f&0xFF) - 1)) }

// is reports a number other than 0.
func (t tags) is(f field) bool { return t.of(f) > 0 }

// dictionary is all that tables/*.txt say, as tables/compiled.bin holds it. It
// is not changed once it is read.
type dictionary struct {
	words    lexicon
	stems    stems
	classes  lists // the sets that a step may be in
	first    lists // by set: the patterns that begin with it
	patterns []pattern
	steps    []step
	starts   [headingCount]beginnings
	notices  initials // of the lines of a program that stand alone, as "Sent from …"
	byes     initials // of the words that take leave
	verbs    initials // of those that say "wrote"
	laws     initials // of those of a disclaimer
	openers  initials // of those that "On … Jo wrote:" begins with
	fields   initials // of the names of fields above a quoted message
}

// initials are the two letters that some texts begin with: by the first, a bit
// for each second one, see second.
type initials [256]uint32

func (in *initials) add(text string) { in[text[0]] |= 1 << second(text) }

// may reports a text that may begin as one of them, in capitals or with accents.
func (in *initials) may(text string) bool {
	if text == "" {
		return false
	}
	c := text[0]
	if c >= utf8.RuneSelf {
		return in.foreign(text)
	}
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	if in[c] == 0 {
		return false
	}
	n := second(text)
	return n == folds || in[c]>>n&1 > 0
}

// foreign is the same for a text that does not begin with a plain character.
func (in *initials) foreign(text string) bool {
	var to [utf8.UTFMax]byte
	r, size := utf8.DecodeRuneInString(text)
	folded := foldRune(to[:0], r)
	switch {
	case len(folded) == 0:
		return true
	case folded[0] < utf8.RuneSelf:
		return in[folded[0]] > 0
	case string(folded) != text[:size]: // a capital
		return in[folded[0]]>>second(string(folded))&1 > 0
	}
	return in[text[0]]>>second(text)&1 > 0
}

// folds is the bit of what folding drops or changes; bit 0 is that of other
// characters, and of none.
const folds = 31

// second is the bit of the second letter of a text.
func second(text string) int {
	if len(text) < 2 {
		return 0
	}
	c := text[1]
	switch {
	case text[0] >= utf8.RuneSelf: // of one letter
		return int(c & 0x1F)
	case c >= utf8.RuneSelf || c == '\'' || c == '`':
		return folds
	case letters[c] && c > '9':
		return int(c & 0x1F)
	}
	return 0
}

// beginnings are the lines under a heading of tables/mail.txt, in order.
type beginnings struct {
	initials
	lines []string
	from  [256]uint8 // by first letter: the number of the first line that begins with it
	to    [256]uint8 // and the number behind the last
}

// add files the next line.
func (b *beginnings) add(line string) {
	b.initials.add(line)
	c, n := line[0], uint8(len(b.lines))
	if b.to[c] == 0 {
		b.from[c] = n
	}
	b.to[c] = n + 1
	b.lines = append(b.lines, line)
}

// candidates are the lines that a text may begin as: all, where its first
// character is folded to nothing.
func (b *beginnings) candidates(text string) []string {
	c := text[0]
	switch {
	case letters[c]:
		c |= 0x20
	case c == '\'' || c == '`':
		return b.lines
	case c >= utf8.RuneSelf:
		var to [utf8.UTFMax]byte
		r, _ := utf8.DecodeRuneInString(text)
		folded := foldRune(to[:0], r)
		if len(folded) == 0 {
			return b.lines
		}
		c = folded[0]
	}
	return b.lines[b.from[c]:b.to[c]]
}

// pattern is a phrase: its steps, and what it means in which languages.
type pattern struct {
	from, to uint16 // its steps
	means    kind
	weight   uint8
	langs    uint8
	loose    bool   // the words may stand in any order
	need     uint16 // the class of its rarest word
	one      uint16 // the only set of that class and one; 0 where there are more
}

// step is one word of a phrase: the class it must be in.
type step struct {
	class uint16
	how   uint8
}

// How a step matches.
const (
	exactly  uint8 = iota
	optional       // or is missing
	gap            // class is how many words may be skipped
	orEnd          // or the sentence ends
	atStart
	atEnd
	absent // the word stands nowhere near; in loose phrases only
)

// heading is a heading of tables/mail.txt.
type heading uint8

const (
	forBounce heading = iota
	forAuto
	forAck
	forSentFrom
	forSent
	forDevice
	forDisclaimer
	forDivider
	forAbove
	forBanner
	forMeeting   // accepted, and the others up to cancelled
	headingCount = forMeeting + heading(kindCount-accepted)
)

// isNotice reports one whose lines a program writes and that stand alone, as
// "Sent from …".
func (h heading) isNotice() bool { return forSentFrom <= h && h <= forDevice || h == forAbove }
