package pipeline

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"cleanbreak/core/history"
)

// index holds what activity files say, sorted by whom it is with. It is all that a
// run holds that grows with the files: 40 bytes for each activity and way to
// find it, and what they wrote.
type index struct {
	all   []activity
	texts []string // what they wrote; the first is none
	room  int      // characters left for it

	rank   []int // by file: where it stands among those that are read; of several exports of one thing the newest stands first
	before int   // how many there were before the file at hand

	rows   []([]uint64) // by file: the rows that were found, one bit each
	known  []int        // by file: rows that another file had already
	loose  bool         // some are known by a name alone
	shared map[key]bool // names alone that more than one row of the pipeline has
}

const mostText = 32 << 20

func newIndex() *index {
	return &index{texts: []string{""}, room: mostText, shared: map[key]bool{}}
}

// hold keeps what they wrote, by the number given; 0 where there is no room for it any
// more. There is for whoever asks to be left alone.
func (x *index) hold(words string) uint32 {
	if x.room <= len(words) && !asksToStop(words) {
		return 0
	}
	x.room -= len(words)
	x.texts = append(x.texts, words)
	return uint32(len(x.texts) - 1)
}

// expect makes room at once for the rest of a file, of which so many bytes are read:
// growing step by step would hold everything twice.
func (x *index) expect(read, size int64) {
	if size <= read || read == 0 {
		return
	}
	own := len(x.all) - x.before
	x.all = slices.Grow(x.all, int(1.02*float64(own)*float64(size-read)/float64(read)))
}

// add puts an activity under everybody it may be found by.
func (x *index) add(a activity, s *Sheet, cells [][]byte) bool {
	account := text(s.cell(cells, Account))
	found := false
	under := func(k key) {
		if k != 0 {
			a.of, found = k, true
			x.all = append(x.all, a)
		}
	}
	each(s.cell(cells, DealID), func(id []byte) { under(keyOf(ofID, id)) })
	each(s.cell(cells, ContactID), func(id []byte) { under(keyOf(ofContact, id)) })
	contact, email := s.contact(cells)
	under(keyOf(ofEmail, email))
	for _, f := range []Field{Deal, RelatedTo} {
		if name := text(s.cell(cells, f)); len(name) > 0 {
			under(keyOf(ofTitle, name, account))
			x.loose = x.loose || len(account) == 0
		}
	}
	if len(contact) > 0 {
		under(keyOf(ofPerson, contact, account))
		x.loose = x.loose || len(account) == 0
	}
	if found && a.twoWay() {
		under(keyOf(ofAccount, account))
	}
	return found
}

func (a *activity) twoWay() bool {
	switch kinds[a.kind] {
	case history.Reply, history.Meeting, history.Inbound:
		return true
	}
	return dispositions[a.disposition] == history.Connected
}

// rowOf is by what an activity is known in another export: its id, or, without one, all
// of its cells. Where no system we know gave the id, calls and mails may each be counted
// from 1, so its moment and type belong to it.
func (s *Sheet) rowOf(cells [][]byte) (k key, anonymous bool) {
	id, system, what := identity(text(s.cell(cells, ID))), []byte(s.System), []byte(s.What)
	if s.System == "plain" {
		k = keyOf(ofRow, id, system, what, text(s.cell(cells, At)), text(s.cell(cells, DoneAt)), text(s.cell(cells, Type)))
	} else {
		k = keyOf(ofRow, id, system, what)
	}
	if k == 0 {
		return keyOf(ofRow, bytes.Join(cells, []byte{0x1f})), true
	}
	return k, false
}

// sort makes it ready to be asked, and counts rows that stand in two files once.
func (x *index) sort() {
	slices.SortFunc(x.all, func(a, b activity) int {
		return cmp.Or(cmp.Compare(a.of, b.of), cmp.Compare(a.row, b.row), cmp.Compare(x.rank[a.file], x.rank[b.file]), cmp.Compare(b.line, a.line))
	})
	kept := x.all[:0]
	for from := 0; from < len(x.all); {
		to := from + 1
		for to < len(x.all) && x.all[to].of == x.all[from].of && x.all[to].row == x.all[from].row {
			to++
		}
		kept = x.once(x.all[from:to], kept)
		from = to
	}
	x.all = kept
}

// once keeps of rows that are the same the one of the newest file. Of rows without an
// id as many are kept as a single file has: two dials of a day may look the same.
func (x *index) once(same, kept []activity) []activity {
	most, n := 1, 1
	for i := 1; i < len(same) && same[0].anonymous; i++ {
		switch {
		case same[i].file != same[i-1].file:
			n = 1
		case same[i].line != same[i-1].line:
			n++
		}
		most = max(most, n)
	}
	for i := range same {
		a := same[i]
		switch {
		case i > 0 && a.file == same[i-1].file && a.line == same[i-1].line: // found by one key in two ways
		case most > 0:
			kept = append(kept, a)
			most--
		case !x.marked(&a):
			x.mark(&a)
			x.known[a.file]++
		}
	}
	return kept
}

func (x *index) mark(a *activity) { x.rows[a.file][a.line/64] |= 1 << (a.line % 64) }

func (x *index) marked(a *activity) bool { return x.isMarked(int(a.file), int(a.line)) }

func (x *index) isMarked(file, line int) bool {
	return line/64 < len(x.rows[file]) && x.rows[file][line/64]&(1<<(line%64)) != 0
}

// grow makes room for a row of a file.
func (x *index) grow(file, line int) {
	for len(x.rows) <= file {
		x.rows, x.known = append(x.rows, nil), append(x.known, 0)
	}
	for len(x.rows[file]) <= line/64 {
		x.rows[file] = append(x.rows[file], 0)
	}
}

// of are the activities with one key.
func (x *index) of(k key) []activity {
	if k == 0 || len(x.all) == 0 {
		return nil
	}
	from, found := slices.BinarySearchFunc(x.all, k, func(a activity, k key) int { return cmp.Compare(a.of, k) })
	if !found {
		return nil
	}
	to := from
	for to < len(x.all) && x.all[to].of == k {
		to++
	}
	return x.all[from:to]
}

// collect gives the activities that any of the keys finds, each once, oldest
// first, and marks them as found.
func (x *index) collect(keys []key, into []activity) []activity {
	into = into[:0]
	for _, k := range keys {
		if x.shared[k] {
			continue
		}
		for _, a := range x.of(k) {
			into = append(into, a)
			x.mark(&a)
		}
	}
	slices.SortFunc(into, func(a, b activity) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.row, b.row), cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line))
	})
	return slices.CompactFunc(into, func(a, b activity) bool {
		return a.file == b.file && a.line == b.line || a.row == b.row && a.at == b.at && !a.anonymous
	})
}

// contacts is what others at the account did towards us, without what is a
// prospect's own.
func (x *index) contacts(account key, own []activity, zone *time.Location) []history.Contact {
	var out []history.Contact
	for _, a := range x.of(account) {
		if slices.ContainsFunc(own, func(o activity) bool { return o.row == a.row }) {
			continue
		}
		at := a.at
		if kinds[a.kind] == history.Meeting {
			at = a.starts
		}
		c := history.Contact{At: moment32(at, zone), Who: "somebody there", Type: kinds[a.kind], Channel: channels[a.channel]}
		if c.Type == history.Touch {
			c.Channel = "conversation"
		}
		out = append(out, c)
	}
	return out
}
