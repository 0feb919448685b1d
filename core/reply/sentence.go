package reply

import (
	"strings"
	"unicode/utf8"
)

// sentence is one sentence as typed, and its words.
type sentence struct {
	text   string
	words  []word
	start  int32 // in the text
	asks   bool  // it ends in a question mark
	closed bool  // it stands in the block under the farewell: names, numbers, links
}

// document is a text cut into sentences and words.
type document struct {
	cutter
	sentences []sentence
}

// wrapped is from which length on a line may have been broken by a mail
// program rather than by its author.
const wrapped = 50

// split cuts a text into sentences. Line ends cut, unless the line is long
// enough to have been wrapped.
func (d *document) split(text string) {
	d.begin(text)
	d.sentences = d.sentences[:0]
	closed := false
	for from := 0; from < len(text); {
		to := from + paragraph(text[from:])
		first, word := len(d.sentences), len(d.words)
		for from < to {
			end := from + d.sentenceEnd(text[from:to])
			d.sentence(from, end)
			from = end
		}
		leaves := to-from < 60 && farewell(d.words[word:], first > 0)
		if leaves {
			closed = true
			continue
		}
		for ; first < len(d.sentences); first++ {
			s := &d.sentences[first]
			closed = closed && !postscript(s.text)
			s.closed = closed
		}
	}
	rest := d.words
	for i := range d.sentences {
		s := &d.sentences[i]
		n := len(s.words)
		s.words, rest = rest[:n:n], rest[n:]
	}
}

// sentence adds the sentence text[from:to].
func (d *document) sentence(from, to int) {
	first := len(d.words)
	d.cut(from, to)
	text := strings.TrimRight(d.text[from:to], " \t\n")
	for text != "" && (text[0] == ' ' || text[0] == '\t' || text[0] == '\n') {
		text, from = text[1:], from+1
	}
	asks := strings.HasSuffix(text, "?") || strings.HasSuffix(text, "？")
	if len(d.words) > first || asks {
		d.sentences = append(d.sentences, sentence{text: text, words: d.words[first:], start: int32(from), asks: asks})
	}
}

// paragraph is the length of as many lines as look wrapped.
func paragraph(text string) int {
	at := 0
	for {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		line := strings.TrimSpace(text[at : at+n])
		at += n + 1
		if len(line) < wrapped || ends(line) || !goesOn(text[at:]) {
			return at
		}
	}
}

func ends(line string) bool { return line != "" && strings.IndexByte(".!?:", line[len(line)-1]) >= 0 }

func goesOn(next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	return letter(r) || ideograph(r)
}

// sentenceEnd finds the end of the first sentence: a mark followed by a space.
func (d *document) sentenceEnd(s string) int {
	for i, r := range s {
		switch r {
		case '.', '!', '?', '…':
		case '。', '？', '！':
			return i + utf8.RuneLen(r)
		default:
			continue
		}
		end := i + utf8.RuneLen(r)
		if end == len(s) {
			return end
		}
		if next := s[end]; (next == ' ' || next == '\n' || next == '\t') && !(r == '.' && d.abbreviated(s[:i], s[end:])) {
			return end
		}
	}
	return len(s)
}

// abbreviated reports a full stop that ends no sentence: after a number
// ("17. August"), a single letter ("z. B.") or a title.
func (d *document) abbreviated(before, after string) bool {
	tail := before[max(0, len(before)-24):]
	tail = tail[strings.LastIndexAny(tail, " \n.(")+1:]
	if tail == "" {
		return false
	}
	if last := tail[len(tail)-1]; '0' <= last && last <= '9' {
		return len(tail) <= 2 && strings.TrimSpace(after[:min(len(after), 8)]) != ""
	}
	d.folded = fold(d.folded[:0], tail)
	return d.dictionary.words.is(d.folded).is(aShort)
}

// farewell reports a line that takes leave, such as "Best regards,". Below it
// stand names, numbers and links, in which a footer's "unsubscribe" is no wish.
// "Best" alone takes leave below other lines.
func farewell(ws []word, below bool) bool {
	if len(ws) == 0 || len(ws) > 4 {
		return false
	}
	bye := ws[0].of(aBye)
	return bye == 1 || bye == 2 && (len(ws) == 1 && below || nth(ws, 1).of(aBye)&1 == 1)
}

func postscript(line string) bool {
	return len(line) > 1 && line[0]|0x20 == 'p' && (line[1]|0x20 == 's' || line[1] == '.')
}
