package store

import (
	"strconv"

	"cleanbreak/core/replica"
)

// rows is a JSON array in the making. Its texts are tags, words and base64url,
// which need no escapes.
type rows struct {
	buf []byte
}

func (r *rows) comma() {
	switch {
	case len(r.buf) == 0:
		r.buf = append(r.buf, '[')
	case r.buf[len(r.buf)-1] != '[':
		r.buf = append(r.buf, ',')
	}
}

func (r *rows) row() *rows {
	r.comma()
	r.buf = append(r.buf, '[')
	return r
}

func (r *rows) text(s string) *rows {
	r.comma()
	r.buf = append(append(append(r.buf, '"'), s...), '"')
	return r
}

func (r *rows) pair(a, b string) {
	r.comma()
	r.buf = append(append(append(append(r.buf, '"'), a...), b...), '"')
}

func (r *rows) whole(n int64) *rows {
	r.comma()
	r.buf = strconv.AppendInt(r.buf, n, 10)
	return r
}

// fixed appends one text of a pseudonym, a mark and a number, at fixed places.
func (r *rows) fixed(pseudonym, mark string, n int64) {
	r.comma()
	r.buf = append(append(append(r.buf, '"'), pseudonym...), mark...)
	r.buf = append(strconv.AppendInt(r.buf, n, 10), '"')
}

func (r *rows) end() { r.buf = append(r.buf, ']') }

func (r *rows) json() string {
	if len(r.buf) == 0 {
		return "[]"
	}
	return string(r.buf) + "]"
}

// write gives the rows to a statement, and forgets them.
func (r *rows) write(db *DB, statement string) {
	if len(r.buf) > 0 {
		db.Do(statement, r.json())
		r.buf = r.buf[:0]
	}
}

// records are new rows of the log, end to end in one blob: SQLite cuts them out
// by place, many times faster than it reads them as JSON. A record is the row's
// tag, its id, its kind filled up with spaces, the length of the entry in six
// digits, and the entry.
type records struct {
	buf    []byte
	starts rows // where each begins; the first byte is 1
}

const insertEvents = `INSERT INTO event (seq, tag, id, kind, entry)
	SELECT ?3 + key, CAST(substr(?2, value, 11) AS TEXT), CAST(substr(?2, value + 11, 22) AS TEXT),
		rtrim(CAST(substr(?2, value + 33, 32) AS TEXT)),
		CAST(substr(?2, value + 71, CAST(CAST(substr(?2, value + 65, 6) AS TEXT) AS INTEGER)) AS TEXT)
	FROM json_each(?1)`

const recordHead = tagChars + replica.TagSize + replica.MaxWord + 6

// begin starts a record; its entry is appended to buf, and end completes it.
func (r *records) begin(tag, id, kind string) (start int) {
	start = len(r.buf)
	r.starts.whole(int64(start + 1))
	r.buf = append(append(append(r.buf, tag...), id...), kind...)
	for len(r.buf) < start+recordHead {
		r.buf = append(r.buf, ' ')
	}
	return start
}

func (r *records) end(start int) {
	n := len(r.buf) - start - recordHead
	for at := start + recordHead - 1; n > 0; at-- {
		r.buf[at] = byte('0' + n%10)
		n /= 10
	}
}

// write puts the records into the log, the last of them as seq.
func (r *records) write(db *DB, n int, seq int64) {
	db.Do(insertEvents, r.starts.json(), r.buf, seq-int64(n)+1)
	r.buf, r.starts.buf = r.buf[:0], r.starts.buf[:0]
}
