package pipeline

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// number is the first number of a cell, and what stands around it.
type number struct {
	before   []byte // with the sign
	digits   []byte
	decimals int // of the digits
	negative bool
	either   bool // a single separator before three digits: it parts thousands, or is the point
	after    []byte
}

// numberIn finds a number, with its separators: "1.234,50", "12'000", "1 250 000". A
// single separator before three digits parts thousands. into holds the digits. ok is
// false where there is none, or too long a one.
func numberIn(cell, into []byte) (n number, ok bool) {
	cell = bytes.TrimSpace(cell)
	if !ascii(cell) {
		cell = inASCII(cell)
	}
	from := begins(cell)
	if from < 0 {
		return n, false
	}
	n.digits, n.before = into[:0], cell[:from]
	last, dots, commas, at, i := byte(0), 0, 0, 0, from
	for ; i < len(cell); i++ {
		c, more := cell[i], i+1 < len(cell) && digit(cell[i+1])
		switch {
		case digit(c) && len(n.digits) == cap(into):
			return n, false
		case digit(c):
			n.digits = append(n.digits, c)
			continue
		case c == '.' && more:
			dots++
		case c == ',' && more:
			commas++
		case (c == ' ' || c == '\'') && grouped(cell[i+1:]):
			continue
		default:
			more = false
		}
		if !more {
			break
		}
		last, at = c, len(n.digits)
	}
	n.after = cell[i:]
	n.decimals = decimalsOf(n.digits, at, last, dots, commas)
	n.either = dots+commas == 1 && len(n.digits)-at == 3
	n.negative = minus(n.before, n.after)
	return n, true
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// begins is where the first number does: at a digit, or the point before one.
func begins(cell []byte) int {
	for i, c := range cell {
		if digit(c) || (c == '.' || c == ',') && i+1 < len(cell) && digit(cell[i+1]) {
			return i
		}
	}
	return -1
}

// grouped reports three digits, and no more, as after the blank of "1 250".
func grouped(b []byte) bool {
	return len(b) >= 3 && digit(b[0]) && digit(b[1]) && digit(b[2]) && (len(b) == 3 || !digit(b[3]))
}

// decimalsOf is how many digits stand after the point, of some of which the last
// separator stands at at.
func decimalsOf(digits []byte, at int, last byte, dots, commas int) int {
	decimals := len(digits) - at
	switch {
	case last == 0,
		dots > 0 && commas > 0 && (last == '.' && dots > 1 || last == ',' && commas > 1),
		(dots == 0) != (commas == 0) && dots+commas > 1,
		dots+commas == 1 && decimals == 3 && at > 0 && at <= 3 && digits[0] != '0':
		return 0
	}
	return decimals
}

// minus reports a number below zero: with the sign before it or at the very end, or in
// brackets. A hyphen after a letter is none, as in US-$.
func minus(before, after []byte) bool {
	for i, c := range before {
		if c == '-' && (i == 0 || !letter(before[i-1])) {
			return true
		}
	}
	open, shut := bytes.IndexByte(before, '('), bytes.IndexByte(before, ')')
	if open >= 0 && shut < open {
		return bytes.IndexByte(after, ')') >= 0
	}
	return string(after) == "-"
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }

var toASCII = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2212", "-", "\u2013", "-", "\u2014", "-", "\u2019", "'")

// inASCII writes blanks, dashes and apostrophes as everybody can.
func inASCII(cell []byte) []byte { return []byte(toASCII.Replace(string(text(cell)))) }

// value is the number itself.
func (n *number) value() (float64, bool) {
	v, err := decimal(n.digits, n.decimals)
	if n.negative {
		v = -v
	}
	return v, err == nil
}

// alone reports that no second number follows.
func (n *number) alone() bool { return !bytes.ContainsAny(n.after, "0123456789") }

// wordAfter is the word right after a number, in small letters without a point, and
// what follows it.
func wordAfter(after []byte) (word string, rest []byte) {
	after = bytes.TrimLeft(after, " ")
	i := 0
	for i < len(after) && letter(after[i]) {
		i++
	}
	return strings.ToLower(string(after[:i])), after[i:]
}

// decimal is the number of some digits, the last of which stand after the point. Up
// to 15 digits are exact, and so is a power of ten up to 22: their quotient is the
// nearest number there is, without strconv's search for it.
func decimal(digits []byte, decimals int) (float64, error) {
	if len(digits) > 15 {
		whole := digits[:len(digits)-decimals]
		return strconv.ParseFloat(string(whole)+"."+string(digits[len(whole):])+"0", 64)
	}
	n, power := int64(0), 1.0
	for _, d := range digits {
		n = 10*n + int64(d-'0')
	}
	for range decimals {
		power *= 10
	}
	return float64(n) / power, nil
}

// none are cells that say that there is nothing, in small letters.
var none = wordSet("-|--|–|—|n/a|#n/a|na|nan|nil|null|none|never|(no value)|(none)|(blank)|nie|keine|keiner|kein|k.a.|k. a.|(keine angabe)|(kein wert)|" +
	"jamais|aucun|aucune|(aucune valeur)|nunca|ninguno|ninguna|(sin valor)|" +
	"0000-00-00|0000-00-00 00:00|0000-00-00 00:00:00|0000-00-00t00:00:00z|0000/00/00|00/00/0000|00.00.0000|00-00-0000")

// nothing reports a cell that is empty, or says so.
func nothing(cell []byte) bool {
	cell = bytes.TrimSpace(cell)
	if len(cell) == 0 {
		return true
	}
	if len(cell) > len("0000-00-00t00:00:00z") || digit(cell[0]) && (cell[0] != '0' || len(cell) < len("00/00/0000")) {
		return false
	}
	if !ascii(cell) {
		return none[string(text(cell))]
	}
	var small [len("0000-00-00t00:00:00z")]byte
	for i, c := range cell {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		small[i] = c
	}
	return none[string(small[:len(cell)])]
}

// mostDigits is how long a number may be.
const mostDigits = 40

// count reads a whole number of times; -1 where there is none, or two.
func count(cell []byte) int {
	var room [mostDigits]byte
	n, ok := numberIn(cell, room[:])
	if !ok || !n.alone() {
		return -1
	}
	v, ok := n.value()
	if !ok || v < 0 || v > 1e6 {
		return -1
	}
	return int(v)
}

// between are the words of a range.
var between = map[string]bool{"to": true, "bis": true, "a": true, "à": true, "y": true, "und": true, "and": true, "et": true}

// size reads a number of people: one, or the middle of a range, "51-200"; of "10,001+"
// the number. ok is false where it is neither.
func size(cell []byte) (people int, ok bool) {
	var room, second [mostDigits]byte
	n, ok := numberIn(cell, room[:])
	if !ok || n.negative {
		return 0, false
	}
	from, ok := whole(&n)
	if n.alone() || !ok {
		return from, ok
	}
	word, rest := wordAfter(n.after)
	if to, is := bytes.CutPrefix(rest, []byte("-")); word == "" && is {
		rest = to
	} else if !between[word] {
		return 0, false
	}
	n, ok = numberIn(rest, second[:])
	to, all := whole(&n)
	return (from + to) / 2, ok && all && n.alone() && len(bytes.TrimSpace(n.before)) == 0 && from <= to
}

// whole is a number without a fraction.
func whole(n *number) (int, bool) {
	v, ok := n.value()
	return int(v), ok && v >= 0 && v < 1e7 && v == math.Trunc(v)
}

// yes reads a tick in four languages.
func yes(cell []byte) bool {
	if len(cell) == 0 {
		return false
	}
	switch strings.ToLower(string(text(cell))) {
	case "1", "true", "yes", "y", "x", "ja", "oui", "si", "sí", "wahr", "vrai", "verdadero", "done", "completed", "complete", "closed", "held", "erledigt", "terminé", "fait", "hecho", "completado":
		return true
	}
	return false
}
