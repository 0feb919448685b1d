package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"hash"
	"strconv"

	"cleanbreak/core/replica"
)

// push is one batch on its way into the log.
type push struct {
	db       *DB
	by       Author
	received string
	macs     map[Author]hash.Hash // by member and role
	scratch  []byte
	tags     []byte
	round    Round

	seq, last int64            // the newest event's, the newest person's
	known     map[string]bool  // ids in the log
	seen      map[marked]bool  // marks that a person's events have
	person    map[string]int64 // by pseudonym
	erased    map[string]int64
	clash     map[int64]bool // people with more than one standing decision
	keys      map[string]bool

	events                  records
	added                   int // records there
	newAbout, newIdentities rows
	tallies                 map[tally]int64
	people                  map[int64]*contact
	dirty                   map[int64]bool // people to fold from their events
}

// marked is a mark among one person's events.
type marked struct {
	person int64
	mark   string
}

// tagChars is the length of a row's tag: 8 random bytes.
const tagChars = 11

// lookUp asks at once for all that a batch needs to know: pseudonyms and ids ?1,
// pseudonyms ?2, pseudonyms and marks ?3, the device's cursor ?4 and ?5.
const lookUp = `SELECT '{"holds":' || (?4 = 0 OR EXISTS (SELECT 1 FROM event WHERE seq = ?4 AND tag = ?5))
	|| ',"seq":' || (SELECT ifnull(max(seq), 0) FROM event)
	|| ',"last":' || (SELECT ifnull(max(id), 0) FROM person)
	|| ',"known":' || (SELECT json_group_array(event.id) FROM json_each(?1)
		CROSS JOIN about ON pseudonym = substr(value, 1, 22) AND mark = substr(value, 23, 11)
		CROSS JOIN event ON event.seq = about.seq AND event.id = substr(value, 23))
	|| ',"people":' || (SELECT json_group_array(json_array(pseudonym, person, erased, ifnull(length(decisions) > 2 AND json_array_length(decisions) > 1, 0)))
		FROM identity LEFT JOIN person ON person.id = identity.person
		WHERE pseudonym IN (SELECT value FROM json_each(?2)))
	|| ',"seen":' || (SELECT json_group_array(DISTINCT value) FROM json_each(?3)
		CROSS JOIN identity AS this ON this.pseudonym = substr(value, 1, 22) AND this.person <> 0
		CROSS JOIN identity AS linked ON linked.person = this.person
		CROSS JOIN about ON about.pseudonym = linked.pseudonym AND about.mark = substr(value, 23))
	|| ',"keys":' || (SELECT json_group_array(id) FROM sealing_key WHERE offered = 0) || '}'`

var lookUpFields = []string{"holds", "seq", "last", "known", "people", "seen", "keys"}

func newPush(db *DB, by Author, at Cursor, offers []Offer) *push {
	n := len(offers)
	p := &push{
		db: db, by: by, received: strconv.FormatInt(db.Now, 10), macs: map[Author]hash.Hash{}, scratch: make([]byte, 0, 1024),
		known: make(map[string]bool, n), seen: make(map[marked]bool, n), person: map[string]int64{}, erased: map[string]int64{},
		clash: map[int64]bool{}, keys: map[string]bool{},
		tallies: map[tally]int64{}, people: map[int64]*contact{}, dirty: map[int64]bool{},
	}
	p.events.buf = make([]byte, 0, 640*n)
	p.newAbout.buf = make([]byte, 0, 88*n)
	random := make([]byte, 8*n)
	db.Random(random)
	p.tags = make([]byte, 0, tagChars*n)
	for ; len(random) > 0; random = random[8:] {
		p.tags = base64.RawURLEncoding.AppendEncode(p.tags, random[:8])
	}
	ids, who, marks := rows{make([]byte, 0, 48*n)}, rows{}, rows{make([]byte, 0, 72*n)}
	asked := map[string]bool{}
	for i := range offers {
		o := &offers[i]
		ids.pair(under(o), o.ID)
		for _, w := range o.Who {
			if !asked[w] {
				asked[w] = true
				who.text(w)
			}
			for _, mark := range marksOf(o) {
				marks.pair(w, mark)
			}
		}
	}
	p.learn(db.Do(lookUp, ids.json(), who.json(), marks.json(), at.Seq, at.Tag).String())
	return p
}

// markSize is how much of a tag marks an event: 64 bits.
const markSize = 11

// nobody stands where an event is found by its id alone.
const nobody = "----------------------"

// under gives the pseudonym under which an event is found by its id. An id is
// made for the first that the event names. An erasure stays when those it names
// are erased once more.
func under(o *Offer) string {
	if len(o.Who) == 0 || o.Kind == replica.Erase {
		return nobody
	}
	return o.Who[0]
}

// marksOf gives what tells an event's message again: the beginnings of its
// message and same tags.
func marksOf(o *Offer) []string {
	var marks [2]string
	n := 0
	for _, tag := range [2]string{o.Message, o.Same} {
		if tag != "" {
			marks[n] = tag[:markSize]
			n++
		}
	}
	return marks[:n]
}

// learn reads what lookUp gave.
func (p *push) learn(text string) {
	r := replica.NewWireReader(text)
	set := func(into map[string]bool) func() { return func() { into[r.Plain(replica.TagSize)] = true } }
	r.Object(lookUpFields, func(field int) {
		switch lookUpFields[field] {
		case "holds":
			p.round.Rewound = r.Whole(0, 1) == 0
		case "seq":
			p.seq = r.Whole(0, 1<<53-1)
		case "last":
			p.last = r.Whole(0, 1<<53-1)
		case "known":
			r.Array(len(text), set(p.known))
		case "seen":
			r.Array(len(text), func() {
				if at := r.Plain(64); r.Err == nil {
					p.seen[marked{p.person[at[:replica.TagSize]], at[replica.TagSize:]}] = true
				}
			})
		case "keys":
			r.Array(len(text), set(p.keys))
		case "people":
			r.Array(len(text), func() { p.learnPerson(r) })
		}
	})
	if r.Err != nil {
		panic(Failure{r.Err})
	}
}

func (p *push) learnPerson(r *replica.WireReader) {
	var pseudonym string
	var n [4]int64
	at := 0
	r.Array(4, func() {
		if at == 0 {
			pseudonym = r.Plain(replica.TagSize)
		} else {
			n[at] = r.Whole(0, 1<<53-1)
		}
		at++
	})
	p.person[pseudonym] = n[1]
	if n[2] > 0 {
		p.erased[pseudonym] = n[2]
	}
	if n[3] > 0 {
		p.clash[n[1]] = true
	}
}

func (p *push) nextTag() string {
	tag := string(p.tags[:tagChars])
	p.tags = p.tags[tagChars:]
	return tag
}

// canonical gives the event's canonical bytes, until the next call.
func (p *push) canonical(w *replica.Wire) []byte {
	p.scratch = replica.AppendWire(p.scratch[:0], w)
	return p.scratch
}

// receipt is HMAC(HMAC(server secret, team, author, role), event), 128 bits of
// it. One author's events share the inner key.
func (p *push) receipt(author, role string, canonical []byte) (text [replica.TagSize]byte) {
	of := Author{Member: author, Role: role}
	mac := p.macs[of]
	if mac == nil {
		mac = hmac.New(sha256.New, p.db.Secret)
		mac.Write([]byte(p.db.Team + "." + author + "." + role))
		mac = hmac.New(sha256.New, mac.Sum(nil))
		p.macs[of] = mac
	}
	var sum [sha256.Size]byte
	mac.Reset()
	mac.Write(canonical)
	base64.RawURLEncoding.Encode(text[:], mac.Sum(sum[:0])[:16])
	return text
}

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
