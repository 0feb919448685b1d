package store

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"cleanbreak/core/history"
	"cleanbreak/core/replica"
)

// Author is the device that a request came from.
type Author struct{ Device, Member, Role string }

// Roles.
const (
	Rep     = replica.Rep
	Manager = replica.Manager
)

// Offer is an event that a device pushes. One that an earlier state of this
// server has accepted carries the author and role it had, and the receipt.
type Offer struct {
	replica.Wire
	Author, Role, Receipt string
}

// Refusal says why an event was not taken.
type Refusal struct{ ID, Code string }

// Codes of refusals, beside those of the wire form.
const (
	Erased         = "erased"          // it names somebody who was erased
	ManagerOnly    = "manager-only"    // a rep may not lift a stop or change the playbook
	UnknownKey     = "unknown-key"     // sealed with a key the team does not have
	ReceiptRefused = "receipt-refused" // the receipt is not this server's
	PlaybookBehind = "playbook-behind" // there is a playbook of that version or a later one
)

// Round is what became of the events pushed. An event that was there already is
// acknowledged again.
type Round struct {
	Acknowledged []string
	Refused      []Refusal
	Rewound      bool  // the log does not hold the device's cursor: nothing was taken
	Added        bool  // there is something new
	Last         int64 // seq of the newest event
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

// Cursor is a place in the log: the sequence and that row's random tag.
type Cursor struct {
	Seq int64
	Tag string
}

// ParseCursor reads "0", the start, or "12.Jx81mZq0Xw4".
func ParseCursor(text string) (Cursor, bool) {
	if text == "0" {
		return Cursor{}, true
	}
	seq, tag, found := strings.Cut(text, ".")
	n, err := strconv.ParseInt(seq, 10, 53)
	if !found || err != nil || n <= 0 || seq[0] == '0' || seq[0] == '+' || len(tag) != tagChars {
		return Cursor{}, false
	}
	if _, err := base64.RawURLEncoding.DecodeString(tag); err != nil {
		return Cursor{}, false
	}
	return Cursor{n, tag}, true
}

// Holds reports whether the log has the cursor's row. Where not, the log is not
// the one the cursor is from: the server was rewound.
func (db *DB) Holds(c Cursor) bool {
	return c.Seq == 0 || db.Do(`SELECT 1 FROM event WHERE seq = ?1 AND tag = ?2`, c.Seq, c.Tag).String() != ""
}

// pull gives the rest of a JSON object: entries after seq ?1, at most ?2, the
// cursor after them (?3 where there are none), whether there are more, the key in
// use, and whether a new one is due. Nothing of it is read in Go.
const pull = `SELECT '"events":[' || ifnull(entries, '') || '],"cursor":"'
	|| ifnull((SELECT seq || '.' || tag FROM event WHERE seq = last), ?3)
	|| '","more":' || iif(EXISTS (SELECT 1 FROM event WHERE seq > last), 'true', 'false')
	|| (SELECT ',"key":"' || sealing_key || '","due":' || iif(due, 'true', 'false') || '}' FROM team)
	FROM (SELECT group_concat(entry, ',') AS entries, max(seq) AS last
		FROM (SELECT seq, entry FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2 + 0))`

// Pull gives what comes after a cursor, as the end of a JSON object:
// "events":[…],"cursor":"…","more":false,"key":"…","due":false}.
func (db *DB) Pull(after Cursor, limit int64) Text {
	return db.Do(pull, after.Seq, limit, after.String())
}

func (c Cursor) String() string {
	if c.Seq == 0 {
		return "0"
	}
	return strconv.FormatInt(c.Seq, 10) + "." + c.Tag
}

// Entry gives one event that is about nobody, or an erasure, as the log has it.
func (db *DB) Entry(id string) Text {
	return db.Do(`SELECT entry FROM about JOIN event USING (seq) WHERE pseudonym = ?1 AND mark = ?2 AND id = ?3`,
		nobody, id[:markSize], id)
}

// retainAsSaid sets after how many months without contact people are erased: as the newest
// playbook says.
func (db *DB) retainAsSaid() {
	db.Do(`UPDATE team SET months = ifnull((SELECT entry->>'$.event.months' FROM event WHERE kind = 'playbook' ` + newestFirst + `), months)`)
}

// newestFirst orders playbooks, of which the first is the newest. Of two with one
// version, which only a rewind leaves, the lower id decides.
const newestFirst = `ORDER BY entry->>'$.event.version' DESC, id LIMIT 1`

// Playbook gives the newest playbook's entry, empty where there is none.
func (db *DB) Playbook() Text {
	return db.Do(`SELECT entry FROM event WHERE kind = 'playbook' ` + newestFirst)
}
