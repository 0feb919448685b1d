package pipeline

import "slices"

// place is where a row stands: in which of the files, and its first byte there.
type place struct {
	file int
	at   int64
}

// before is the file in which the row at hand stood before, as in last week's export
// beside this week's: it is the same by its id, and where no system we know gave that,
// by its name too. -1 where it stands in no other.
func (t *Triage) before(file int, s *Sheet, cells [][]byte) int {
	id := identity(text(s.cell(cells, ID)))
	if len(id) == 0 || !slices.ContainsFunc(t.Sheets, func(o *Sheet) bool { return o != s && o.System == s.System && o.What == s.What }) {
		return -1
	}
	var name []byte
	if s.System == "plain" {
		name = text(s.cell(cells, Name))
	}
	k, here := keyOf(ofID, id, []byte(s.System), []byte(s.What), name), place{file, t.at}
	first, known := t.first[k]
	if !known {
		t.first[k], first = here, here
	}
	if first.file == file {
		return -1
	}
	return first.file
}
