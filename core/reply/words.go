package reply

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a sentence, with its place in the text as typed.
type word struct {
	text    string // as typed
	sets    []uint16
	start   int32
	clause  int32 // counts up at commas and contrasts: how far a "not" reaches
	segment int32 // counts up at contrasts only: how far a "last year" reaches
	after   byte  // the character that follows at once; dates need it
	capital bool  // it begins with one
	tags
}

func (w *word) end() int { return int(w.start) + len(w.text) }

// known reports a word that the tables hold in one of the languages, or by its
// beginning; it is rarely a name.
func (w *word) known(langs uint8) bool {
	held := w.of(aVocabulary)
	return held&int(langs) > 0 || held == 0 && len(w.sets) > 0
}

// cutter cuts text into words. "don't" is one word, "l'offre" is two, and of
// Chinese and Japanese every character is one.
type cutter struct {
	*dictionary
	text            string
	words           []word
	sets            []uint16  // of the words that have stems
	shallow         bool      // the words' tags are all that is looked at
	only            *initials // words that begin otherwise are left out; nil for all
	folded          []byte    // the last word
	start           int       // of the word that is being read, or -1
	clause, segment int32
}

// begin makes room for the words of another text.
func (c *cutter) begin(text string) {
	c.text, c.words, c.sets = text, c.words[:0], c.sets[:0]
}

// all cuts a text into words. They last until the next text.
func (c *cutter) all(text string) []word {
	c.begin(text)
	c.cut(0, len(text))
	return c.words
}

// verbal reports the verb of an announcement in a text: "wrote".
func (c *cutter) verbal(text string) bool { return c.any(text, &c.verbs, aWrote) }

// any reports a word of a kind in a text, of which the initials are given.
func (c *cutter) any(text string, initials *initials, kind field) bool {
	c.only = initials
	ws := c.all(text)
	c.only = nil
	for i := range ws {
		if ws[i].is(kind) {
			return true
		}
	}
	return false
}

// firstWord is the word a line begins with, or nil. It lasts until the next text.
func (c *cutter) firstWord(line string) *word {
	c.begin(line)
	end := strings.IndexByte(line, ' ')
	if end < 0 {
		end = len(line)
	}
	c.cut(0, end)
	if len(c.words) == 0 {
		return nil
	}
	return &c.words[0]
}

// cut adds the words of text[from:to].
func (c *cutter) cut(from, to int) {
	c.start, c.clause, c.segment = -1, 0, 0
	for i, r := range c.text[from:to] {
		i += from
		if r < utf8.RuneSelf && letters[r] {
			if c.start < 0 {
				c.start = i
			}
			continue
		}
		if r == ' ' {
			c.flush(i, to)
			continue
		}
		c.mark(i, to, r)
	}
	c.flush(to, to)
}

// mark takes a character that is no plain letter.
func (c *cutter) mark(i, to int, r rune) {
	switch {
	case r < utf8.RuneSelf && r != '\'' && r != '`':
	case ideograph(r), thumb(r):
		c.flush(i, to)
		c.start = i
		c.flush(i+utf8.RuneLen(r), to)
		return
	case letter(r):
		if c.start < 0 {
			c.start = i
		}
		return
	case c.start >= 0 && (invisible(r) || apostrophe(r) && negated(c.text[c.start:i], c.text[i:to])):
		return
	}
	c.flush(i, to)
	switch r {
	case ';', '—', '–':
		c.clause++
		c.segment++
	case ',', ':', '(', ')', '!', '?', '\n', '，', '、', '。':
		c.clause++
	}
}

// flush ends the word that is being read.
func (c *cutter) flush(end, to int) {
	if c.start < 0 {
		return
	}
	w := word{text: c.text[c.start:end], start: int32(c.start)}
	c.start = -1
	if c.only != nil && !c.only.may(w.text) {
		return
	}
	c.folded = fold(c.folded[:0], w.text)
	if len(c.folded) == 0 {
		return
	}
	if known := c.dictionary.words.find(c.folded); known >= 0 {
		w.tags, w.sets = c.dictionary.words.tags[known], c.dictionary.words.sets.at(uint16(known))
	}
	if !c.shallow && len(c.folded) >= 3 {
		c.stem(&w)
	} else if !c.shallow && w.text == "IT" && !c.shouts() {
		c.department(&w)
	}
	if end < to {
		w.after = c.text[end]
	}
	if w.is(aTurn) {
		c.clause++
		c.segment++
	}
	w.clause, w.segment = c.clause, c.segment
	w.capital = c.folded[0] != w.text[0] && capital(w.text)
	c.words = append(c.words, w)
}

// stem adds the sets of the beginnings of the last word, in order.
func (c *cutter) stem(w *word) {
	for n := c.stems.first[key(c.folded)]; n > 0; {
		s := &c.stems.all[n-1]
		n = s.next
		if len(s.text) > len(c.folded) || string(c.folded[:len(s.text)]) != s.text {
			continue
		}
		c.join(w, s.sets)
	}
}

// department makes "IT" the department as well, which stands in the tables as
// "infotech": "it" is everything.
func (c *cutter) department(w *word) {
	if n := c.dictionary.words.find([]byte("infotech")); n >= 0 {
		c.join(w, c.dictionary.words.sets.at(uint16(n)))
	}
}

// shouts reports that the word before is in capitals, as all may be.
func (c *cutter) shouts() bool {
	n := len(c.words)
	return n > 0 && len(c.words[n-1].text) > 1 && strings.ToUpper(c.words[n-1].text) == c.words[n-1].text
}

// join adds sets to those of a word, in order.
func (c *cutter) join(w *word, more []uint16) {
	from := len(c.sets)
	a, b := w.sets, more
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0] < b[0] {
			a, b = b, a
		}
		c.sets, b = append(c.sets, b[0]), b[1:]
	}
	w.sets = c.sets[from:]
}

// letters are the plain letters and digits.
var letters [256]bool

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return letters[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || combining(r)
}

func ideograph(r rune) bool { return 0x3040 <= r && r <= 0x30FF || 0x3400 <= r && r <= 0x9FFF }

// thumb reports 👍 and 👎, which are words.
func thumb(r rune) bool { return r == 0x1F44D || r == 0x1F44E }

// capital reports a capital letter at the beginning.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// negated reports the "n't" of an English verb.
func negated(before, after string) bool {
	_, size := utf8.DecodeRuneInString(after)
	after = after[size:]
	if after == "" || after[0]|0x20 != 't' || before[len(before)-1]|0x20 != 'n' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after[1:])
	return !letter(next)
}
