package pipeline

import (
	"bytes"
	"unicode/utf8"
)

// key is a hash by which rows of several files are joined: what it is of, and the
// cells, in small letters.
type key uint64

// What keys are of.
const (
	ofID      = 'i' // a deal's, or a person's own
	ofTitle   = 't' // a deal's name, and its account
	ofContact = 'c'
	ofEmail   = 'e'
	ofPerson  = 'n' // a person's name, and their account
	ofName    = 'N' // a person's name, whatever their account
	ofAccount = 'a'
	ofRow     = 'r' // an activity's own
)

const fnvPrime = 1099511628211

// keyOf is 0 where the first cell is empty: such a key joins nothing.
func keyOf(of byte, cells ...[]byte) key {
	if len(cells[0]) == 0 {
		return 0
	}
	h := uint64(14695981039346656037)
	h = (h ^ uint64(of)) * fnvPrime
	for _, cell := range cells {
		if !ascii(cell) {
			cell = bytes.ToLower(text(cell))
		}
		for _, c := range cell {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint64(c)) * fnvPrime
		}
		h = (h ^ 0xff) * fnvPrime
	}
	return key(max(h, 1))
}

func ascii(cell []byte) bool {
	for _, c := range cell {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// identity is a record's id without what differs between exports: Salesforce
// writes 18 letters in one and 15 in the other.
func identity(cell []byte) []byte {
	if len(cell) == 18 && cell[0] == '0' && cell[1] == '0' {
		return cell[:15]
	}
	return cell
}

// each calls f for every id of a cell that lists several.
func each(cell []byte, f func(id []byte)) {
	for len(cell) > 0 {
		id, rest := cell, cell[:0]
		if i := bytes.IndexAny(cell, ";,"); i >= 0 {
			id, rest = cell[:i], cell[i+1:]
		}
		if id = bytes.TrimSpace(id); len(id) > 0 {
			f(identity(id))
		}
		cell = rest
	}
}
