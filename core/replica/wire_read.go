package replica

import (
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// Codes of what can be wrong with JSON from the wire.
const (
	Malformed    = "malformed" // not JSON, or JSON that two readers would take differently
	UnknownField = "unknown-field"
	DoubleField  = "duplicate-field"
	WrongType    = "wrong-type"
	WrongLength  = "wrong-length"
	WrongText    = "wrong-text" // characters that have no place there
	OutOfRange   = "out-of-range"
	MissingField = "missing-field"
	UnknownWord  = "unknown-word"
	TooLarge     = "too-large"
)

// WireError is what is wrong, and at which byte.
type WireError struct {
	Code string
	At   int
}

func (e *WireError) Error() string { return "the JSON is " + e.Code }

// WireReader reads strict JSON front to back, without building a tree. The first
// error stays in Err, and every call after it gives zero values.
//
// Refused, because two readers may differ about them: duplicate fields, fields
// in another case, numbers that are not whole or beyond 2^53, control
// characters and NUL also as escapes, lone surrogates, bytes that are not UTF-8,
// nesting beyond 16, comments, and anything after the end.
type WireReader struct {
	data string
	at   int
	Err  *WireError
}

const deepest = 16

// NewWireReader reads data. Texts without escapes are parts of it, not copies.
func NewWireReader(data string) *WireReader { return &WireReader{data: data} }

// Fail notes an error here, unless there is one already.
func (r *WireReader) Fail(code string) {
	if r.Err == nil {
		r.Err = &WireError{code, r.at}
	}
}

// At is the next byte's place, after spaces.
func (r *WireReader) At() int {
	r.space()
	return r.at
}

// Back forgets an error and goes back to a place that At gave.
func (r *WireReader) Back(at int) { r.at, r.Err = at, nil }

// Between gives what stands between two places.
func (r *WireReader) Between(from, to int) string { return r.data[from:to] }

// End reports an error where anything but space is left.
func (r *WireReader) End() {
	if r.At(); r.at < len(r.data) {
		r.Fail(Malformed)
	}
}

func (r *WireReader) space() {
	for r.at < len(r.data) {
		switch r.data[r.at] {
		case ' ', '\n', '\t', '\r':
			r.at++
		default:
			return
		}
	}
}

// peek gives the next byte after spaces, 0 at the end or after an error.
func (r *WireReader) peek() byte {
	if r.Err != nil {
		return 0
	}
	r.space()
	if r.at >= len(r.data) {
		return 0
	}
	return r.data[r.at]
}

func (r *WireReader) expect(c byte, otherwise string) bool {
	if r.peek() != c {
		r.Fail(otherwise)
		return false
	}
	r.at++
	return true
}

// Object reads an object whose fields are all among names, in any order and
// each once at most, and calls read with the field's place in names. Fewer than
// 64 names. What it gives back has bit i set where names[i] was there.
func (r *WireReader) Object(names []string, read func(field int)) (seen uint64) {
	if !r.expect('{', WrongType) {
		return 0
	}
	if r.peek() == '}' {
		r.at++
		return 0
	}
	next := 0
	for r.Err == nil {
		field := r.field(names, next)
		if field < 0 {
			return seen
		}
		if seen&(1<<field) != 0 {
			r.Fail(DoubleField)
			return seen
		}
		seen |= 1 << field
		next = field + 1
		read(field)
		if r.peek() == '}' {
			r.at++
			return seen
		}
		r.expect(',', Malformed)
	}
	return seen
}

// Mask has bit i set for each of some names that is names[i], as [WireReader.Object]
// gives those it saw. It panics where one is not among names.
func Mask(names []string, some ...string) (bits uint64) {
	for _, name := range some {
		bits |= 1 << slices.Index(names, name)
	}
	return bits
}

// field reads a name and its colon. The search starts at next: fields mostly
// come in order.
func (r *WireReader) field(names []string, next int) int {
	if r.peek() != '"' {
		r.Fail(Malformed)
		return -1
	}
	text := r.Plain(MaxExtra)
	if r.Err != nil || !r.expect(':', Malformed) {
		return -1
	}
	for i := range names {
		at := next + i
		if at >= len(names) {
			at -= len(names)
		}
		if names[at] == text {
			return at
		}
	}
	r.Fail(UnknownField)
	return -1
}

// Array reads an array of at most most elements, calling read for each.
func (r *WireReader) Array(most int, read func()) {
	if !r.expect('[', WrongType) {
		return
	}
	if r.peek() == ']' {
		r.at++
		return
	}
	for n := 1; r.Err == nil; n++ {
		if n > most {
			r.Fail(TooLarge)
			return
		}
		read()
		if r.peek() == ']' {
			r.at++
			return
		}
		r.expect(',', Malformed)
	}
}

// Plain reads a text of ASCII without escapes, at most most bytes.
func (r *WireReader) Plain(most int) string {
	if !r.expect('"', WrongType) {
		return ""
	}
	rest := r.data[r.at:]
	for i := range len(rest) {
		switch c := rest[i]; {
		case c == '"':
			if i > most {
				r.Fail(WrongLength)
				return ""
			}
			r.at += i + 1
			return rest[:i]
		case c < ' ':
			r.Fail(Malformed)
			return ""
		case c == '\\' || c >= utf8.RuneSelf:
			r.Fail(WrongText)
			return ""
		}
	}
	r.Fail(Malformed)
	return ""
}

// Text reads any text, at most most bytes once its escapes are resolved.
func (r *WireReader) Text(most int) string {
	if !r.expect('"', WrongType) {
		return ""
	}
	var out []byte
	for r.at < len(r.data) {
		c := r.data[r.at]
		switch {
		case c == '"':
			r.at++
			if len(out) > most {
				r.Fail(WrongLength)
				return ""
			}
			return string(out)
		case c < ' ':
			r.Fail(Malformed)
			return ""
		case c == '\\':
			char, ok := r.escape()
			if !ok {
				r.Fail(Malformed)
				return ""
			}
			out = utf8.AppendRune(out, char)
		default:
			char, size := utf8.DecodeRuneInString(r.data[r.at:])
			if char == utf8.RuneError && size == 1 {
				r.Fail(Malformed)
				return ""
			}
			out = append(out, r.data[r.at:r.at+size]...)
			r.at += size
		}
	}
	r.Fail(Malformed)
	return ""
}

// escape reads a backslash and what follows it.
func (r *WireReader) escape() (rune, bool) {
	if r.at+1 >= len(r.data) {
		return 0, false
	}
	c := r.data[r.at+1]
	r.at += 2
	switch c {
	case '"', '\\', '/':
		return rune(c), true
	case 'n':
		return '\n', true
	case 't':
		return '\t', true
	case 'r':
		return '\r', true
	case 'u':
		return r.unicode()
	}
	return 0, false // \b and \f are control characters
}

func (r *WireReader) unicode() (rune, bool) {
	first, ok := r.hex4()
	if !ok || (first < ' ' && first != '\n' && first != '\t' && first != '\r') {
		return 0, false
	}
	if !utf16.IsSurrogate(first) {
		return first, true
	}
	if r.at+1 >= len(r.data) || r.data[r.at] != '\\' || r.data[r.at+1] != 'u' {
		return 0, false
	}
	r.at += 2
	second, ok := r.hex4()
	pair := utf16.DecodeRune(first, second)
	return pair, ok && pair != utf8.RuneError
}

func (r *WireReader) hex4() (rune, bool) {
	if r.at+4 > len(r.data) {
		return 0, false
	}
	var n rune
	for _, c := range []byte(r.data[r.at : r.at+4]) {
		switch {
		case c >= '0' && c <= '9':
			n = n<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f':
			n = n<<4 | rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			n = n<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	r.at += 4
	return n, true
}

// Whole reads a whole number between two bounds, both inside ±2^53.
func (r *WireReader) Whole(least, most int64) int64 {
	c := r.peek()
	if c != '-' && (c < '0' || c > '9') {
		r.Fail(WrongType)
		return 0
	}
	minus := c == '-'
	if minus {
		r.at++
	}
	from, n := r.at, int64(0)
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		if n <= biggestWhole {
			n = n*10 + int64(r.data[r.at]-'0')
		}
		r.at++
	}
	digits := r.at - from
	switch {
	case digits == 0 || (digits > 1 && r.data[from] == '0') || (minus && n == 0):
		r.Fail(Malformed)
		return 0
	case r.at < len(r.data) && (r.data[r.at] == '.' || r.data[r.at]|0x20 == 'e'):
		r.Fail(WrongType)
		return 0
	}
	if minus {
		n = -n
	}
	if n < least || n > most || n > biggestWhole || n < -biggestWhole {
		r.Fail(OutOfRange)
		return 0
	}
	return n
}

// True reads true or false.
func (r *WireReader) True() bool {
	switch r.peek() {
	case 't':
		r.literal("true")
		return r.Err == nil
	case 'f':
		r.literal("false")
	default:
		r.Fail(WrongType)
	}
	return false
}

func (r *WireReader) literal(word string) {
	if len(r.data)-r.at < len(word) || r.data[r.at:r.at+len(word)] != word {
		r.Fail(Malformed)
		return
	}
	r.at += len(word)
}
