package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"hash"
	"slices"
	"strconv"

	"cleanbreak/core/history"
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

// Push adds events to the log, in their order, and keeps the fold up to date.
// A log that does not hold the device's cursor was rewound, and takes nothing:
// the device begins again, erasures and stops first.
func (db *DB) Push(by Author, at Cursor, offers []Offer) Round {
	if len(offers) == 0 {
		return Round{Rewound: !db.Holds(at)}
	}
	p := newPush(db, by, at, offers)
	if p.round.Rewound {
		return p.round
	}
	for i := range offers {
		p.take(&offers[i])
	}
	p.flush()
	p.settle()
	p.round.Last = p.seq
	return p.round
}

func (p *push) take(o *Offer) {
	if p.known[o.ID] {
		p.round.Acknowledged = append(p.round.Acknowledged, o.ID)
		return
	}
	if code := p.refusal(o); code != "" {
		p.round.Refused = append(p.round.Refused, Refusal{o.ID, code})
		return
	}
	p.known[o.ID] = true
	p.round.Acknowledged = append(p.round.Acknowledged, o.ID)
	p.round.Added = true
	switch o.Kind {
	case replica.Link, replica.Unlink:
		p.identify(o.Who)
		p.add(o)
		p.flush()
		p.relink(o)
	case replica.Erase:
		p.flush()
		p.settle()
		p.erase(o)
		p.db.Audit(p.by.Device, "erase", o.ID)
	case replica.Playbook:
		p.add(o)
		p.flush()
		p.db.retainAsSaid()
		p.db.Audit(p.by.Device, "playbook", o.ID)
	default:
		p.identify(o.Who)
		p.add(o)
		p.fold(o)
	}
}

// refusal gives the code for which an event is not taken, or "". Whom it names
// comes first: a stop for somebody erased leaves its bit even so, and so does what
// takes back the lift of one.
func (p *push) refusal(o *Offer) string {
	if o.Receipt != "" {
		if receipt := p.receipt(o.Author, o.Role, p.canonical(&o.Wire)); o.Receipt != string(receipt[:]) {
			return ReceiptRefused
		}
	} else if !p.keys[o.Key] {
		return UnknownKey
	} else {
		o.Author, o.Role = p.by.Member, p.by.Role
	}
	if o.Kind != replica.Erase && p.namesErased(o) {
		return Erased
	}
	switch {
	case o.Role == Manager:
	case o.Kind == replica.Decision && o.Verdict == history.LiftStop, o.Kind == replica.Playbook:
		return ManagerOnly
	}
	if o.Kind == replica.Playbook && o.Receipt == "" { // one that was in the log is there again, whatever came meanwhile
		var newest int64
		p.db.read(&newest, `SELECT max(entry->>'$.event.version') FROM event WHERE kind = 'playbook'`)
		if o.Version <= newest {
			return PlaybookBehind
		}
	}
	return ""
}

func (p *push) namesErased(o *Offer) bool {
	erased := slices.ContainsFunc(o.Who, func(w string) bool { return p.erased[w] > 0 })
	if !erased || !replica.Stops(o.Kind, o.Verdict) {
		return erased
	}
	var news []string
	for _, w := range o.Who {
		if p.erased[w] == 1 {
			p.erased[w] = 2
			news = append(news, w)
		}
	}
	p.db.Do(`UPDATE identity SET erased = 2 WHERE pseudonym IN (SELECT value FROM json_each(?1))`, list(news))
	p.byNobody(news, history.Stop)
	return true
}

// identify gives each pseudonym a person, a new one where it has none.
func (p *push) identify(who []string) {
	for _, w := range who {
		if p.person[w] == 0 {
			p.last++
			p.person[w] = p.last
			p.newIdentities.row().text(w).whole(p.last).end()
			p.touch(p.last)
		}
	}
}

// add puts the event at the end of the log.
func (p *push) add(o *Offer) {
	p.seq++
	tag := p.nextTag()
	canonical := p.canonical(&o.Wire)
	receipt := p.receipt(o.Author, o.Role, canonical)
	start := p.events.begin(tag, o.ID, o.Kind)
	b := append(p.events.buf, `{"seq":`...)
	b = strconv.AppendInt(b, p.seq, 10)
	b = append(append(b, `,"tag":"`...), tag...)
	b = append(append(b, `","received":`...), p.received...)
	b = append(append(b, `,"author":"`...), o.Author...)
	b = append(append(b, `","role":"`...), o.Role...)
	b = append(append(b, `","receipt":"`...), receipt[:]...)
	b = append(append(b, `","event":`...), canonical...)
	p.events.buf = append(b, '}')
	p.events.end(start)
	p.added++
	p.newAbout.fixed(under(o), o.ID[:markSize], p.seq)
	if under(o) == nobody {
		return
	}
	marks := marksOf(o)
	for i, w := range o.Who {
		for _, mark := range marks {
			p.newAbout.fixed(w, mark, p.seq)
		}
		if i > 0 && len(marks) == 0 {
			p.newAbout.fixed(w, o.ID[:markSize], p.seq)
		}
	}
}

const (
	insertAbout = `INSERT INTO about (pseudonym, mark, seq)
		SELECT substr(value, 1, 22), substr(value, 23, 11), CAST(substr(value, 34) AS INTEGER) FROM json_each(?1) WHERE true
		ON CONFLICT DO NOTHING`
	insertIdentities = `INSERT INTO identity (pseudonym, person) SELECT value->>0, value->>1 FROM json_each(?1)`
)

// flush writes what has been gathered.
func (p *push) flush() {
	if p.added > 0 {
		p.events.write(p.db, p.added, p.seq)
		p.added = 0
	}
	p.newAbout.write(p.db, insertAbout)
	p.newIdentities.write(p.db, insertIdentities)
	p.flushFold()
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
	var person, erased, clash int64
	at := 0
	r.Array(4, func() {
		switch at {
		case 0:
			pseudonym = r.Plain(replica.TagSize)
		case 1:
			person = r.Whole(0, 1<<53-1)
		case 2:
			erased = r.Whole(0, 1<<53-1)
		case 3:
			clash = r.Whole(0, 1<<53-1)
		}
		at++
	})
	p.person[pseudonym] = person
	if erased > 0 {
		p.erased[pseudonym] = erased
	}
	if clash > 0 {
		p.clash[person] = true
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
