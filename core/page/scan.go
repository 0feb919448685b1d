package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The texts of a page are read by hand: package regexp is 470 kB of the brain,
// and its patterns are compiled at every start. Digits and words are ASCII here,
// as \d and \w are; letters are those of every script.

// space is what \s matches.
const space = "\t\n\f\r "

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isWord(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}

func isDashed(c byte) bool { return isWord(c) || c == '-' }

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// run is how many bytes at the start of a text are of a kind.
func run(text string, is func(byte) bool) int {
	for i := range len(text) {
		if !is(text[i]) {
			return i
		}
	}
	return len(text)
}

// all tells whether a text has bytes, and only of one kind.
func all(text string, is func(byte) bool) bool {
	return text != "" && run(text, is) == len(text)
}

// after is what follows the first mark that something follows: hit returns the
// length of it, 0 for nothing.
func after(text, mark string, hit func(rest string) int) string {
	for {
		_, rest, found := strings.Cut(text, mark)
		if !found {
			return ""
		}
		if n := hit(rest); n > 0 {
			return rest[:n]
		}
		text = rest
	}
}

// scan reads one expected piece of a text after another. A piece that is not
// there makes it miss, and no read after that moves it.
type scan struct {
	text   string
	at     int
	missed bool
}

// find is the first place where form does not miss: what it read there, and from
// where to where. Without such a place, end is 0.
func find(text string, form func(*scan) [3]string) (parts [3]string, start, end int) {
	for start := range len(text) {
		s := scan{text: text, at: start}
		parts = form(&s)
		if !s.missed {
			return parts, start, s.at
		}
	}
	return [3]string{}, 0, 0
}

// digits reads as many as there are, up to most.
func (s *scan) digits(least, most int) string {
	rest := s.text[s.at:]
	n := run(rest[:min(most, len(rest))], isDigit)
	return s.take(n, n >= least)
}

// letters reads all there are.
func (s *scan) letters(least int) string {
	if s.missed { // looking ahead at every place would take quadratic time
		return ""
	}
	rest := s.text[s.at:]
	n := strings.IndexFunc(rest, notLetter)
	if n < 0 {
		n = len(rest)
	}
	return s.take(n, utf8.RuneCountInString(rest[:n]) >= least)
}

// take reads n bytes if they are good.
func (s *scan) take(n int, good bool) string {
	if s.missed || !good {
		s.missed = true
		return ""
	}
	from := s.at
	s.at += n
	return s.text[from:s.at]
}

// maybe reads one character of a set where it is there.
func (s *scan) maybe(set string) bool {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	if s.missed || size == 0 || !strings.ContainsRune(set, r) {
		return false
	}
	s.at += size
	return true
}

func (s *scan) one(set string) {
	if !s.maybe(set) {
		s.missed = true
	}
}

func (s *scan) spaces() {
	for s.maybe(space) {
	}
}

// edge misses inside a word, as \b does.
func (s *scan) edge() {
	before := s.at > 0 && isWord(s.text[s.at-1])
	here := s.at < len(s.text) && isWord(s.text[s.at])
	if before == here {
		s.missed = true
	}
}
