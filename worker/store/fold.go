package store

import (
	"encoding/json"
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/replica"
)

// tally is one of a person's counts.
type tally struct {
	person int64
	use    replica.Use
}

// contact is what a batch brings for one person.
type contact struct{ touch, reply, heard int64 }

// touch makes sure that the person is written, and as changed.
func (p *push) touch(person int64) *contact {
	c := p.people[person]
	if c == nil {
		c = &contact{}
		p.people[person] = c
	}
	return c
}

// fold counts one event, or leaves its people to be folded from their events
// where counting alone would not do: a message known from elsewhere, a decision,
// a reply where decisions clash, what is taken back.
func (p *push) fold(o *Offer) {
	if !slices.Contains(replica.LineKinds, o.Kind) {
		return
	}
	if o.Kind == replica.Decision && o.Verdict == history.LiftStop {
		p.db.Audit(p.by.Device, "lift-stop", o.ID)
	}
	marks := marksOf(o)
	for i, w := range o.Who {
		person := p.person[w]
		if slices.ContainsFunc(o.Who[:i], func(before string) bool { return p.person[before] == person }) {
			continue // the same person under another pseudonym
		}
		if o.Kind == replica.Decision || o.Kind == replica.Unlog || ((o.Kind == replica.Reply || o.Kind == replica.Inbound) && p.clash[person]) {
			p.dirty[person] = true
		}
		for _, mark := range marks {
			if p.seen[marked{person, mark}] {
				p.dirty[person] = true
			}
			p.seen[marked{person, mark}] = true
		}
		p.count(person, o)
	}
}

func (p *push) count(person int64, o *Offer) {
	c := p.touch(person)
	switch o.Kind {
	case replica.Touch:
		c.touch = max(c.touch, o.At)
	case replica.Reply:
		c.reply = max(c.reply, o.At)
	case replica.Decision, replica.Unlog:
		return
	}
	c.heard = p.db.Now
	l := replica.Line{Kind: o.Kind, Channel: o.Channel, Direction: o.Direction}
	p.tallies[tally{person, l.Use()}]++
}

const (
	addTallies = `INSERT INTO tally (person, channel, direction, n)
		SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?1) WHERE true
		ON CONFLICT DO UPDATE SET n = n + excluded.n`
	addPeople = `INSERT INTO person (id, changed, last_touch, last_reply, contact)
		SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?1) WHERE true
		ON CONFLICT DO UPDATE SET changed = excluded.changed, last_touch = max(last_touch, excluded.last_touch),
			last_reply = max(last_reply, excluded.last_reply), contact = max(contact, excluded.contact)`
)

func (p *push) flushFold() {
	var tallies, people rows
	for t, n := range p.tallies {
		tallies.row().whole(t.person).text(t.use.Channel).text(t.use.Direction).whole(n).end()
	}
	for id, c := range p.people {
		people.row().whole(id).whole(p.seq).whole(c.touch).whole(c.reply).whole(c.heard).end()
	}
	tallies.write(p.db, addTallies)
	people.write(p.db, addPeople)
	clear(p.tallies)
	clear(p.people)
}

// settle folds those people anew for whom counting was not enough.
func (p *push) settle() {
	for person := range p.dirty {
		p.db.refold(person, p.seq)
	}
	clear(p.dirty)
}

// linesOf gives a person's events that count, in the order of the log.
const linesOf = `SELECT json_group_array(json_object(
		'seq', seq, 'id', entry->>'$.event.id', 'kind', kind, 'at', entry->>'$.event.at',
		'received', entry->>'$.received', 'author', entry->>'$.author', 'role', entry->>'$.role',
		'message', entry->>'$.event.message', 'target', entry->>'$.event.target',
		'by_hand', json(ifnull(entry->'$.event.by_hand', 'false')), 'same', entry->>'$.event.same',
		'channel', entry->>'$.event.channel', 'direction', entry->>'$.event.direction',
		'verdict', entry->>'$.event.verdict', 'reason', entry->>'$.event.reason',
		'until', entry->>'$.event.until', 'base', json(ifnull(entry->'$.event.base', '[]'))))
	FROM (SELECT * FROM event
		WHERE seq IN (SELECT seq FROM about JOIN identity USING (pseudonym) WHERE identity.person = ?1)
		AND kind IN ('touch', 'reply', 'inbound', 'meeting', 'decision', 'unlog') ORDER BY seq)`

// refold gives a person's state from all their events.
func (db *DB) refold(person, changed int64) {
	var lines []replica.Line
	db.read(&lines, linesOf, person)
	var c contact
	tallies := rows{}
	for use, n := range replica.Counts(replica.Units(lines)) {
		tallies.row().whole(person).text(use.Channel).text(use.Direction).whole(int64(n)).end()
	}
	for _, l := range replica.Kept(lines) {
		switch l.Kind {
		case replica.Touch:
			c.touch = max(c.touch, l.At)
		case replica.Reply:
			c.reply = max(c.reply, l.At)
		}
	}
	for i := range lines {
		if l := &lines[i]; l.Kind != replica.Decision && l.Kind != replica.Unlog {
			c.heard = max(c.heard, l.Received)
		}
	}
	decisions, err := json.Marshal(replica.Standing(lines))
	if err != nil {
		panic(Failure{err})
	}
	db.Do(`DELETE FROM tally WHERE person = ?1`, person)
	tallies.write(db, addTallies)
	db.Do(`INSERT OR REPLACE INTO person (id, changed, last_touch, last_reply, contact, decisions) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
		person, changed, c.touch, c.reply, c.heard, string(decisions))
}

// fill gives the fold's tables, which are empty, what the log says.
func (db *DB) fill() {
	for from := int64(0); ; {
		var page []struct {
			Seq   int64
			Event *json.RawMessage // nil where it was erased
		}
		db.read(&page, `SELECT json_group_array(json_object('Seq', seq, 'Event', json(entry->'$.event')))
			FROM (SELECT seq, entry FROM event WHERE seq > ?1 ORDER BY seq LIMIT 200)`, from)
		if len(page) == 0 {
			break
		}
		var offers []Offer
		for _, e := range page {
			if from = e.Seq; e.Event != nil {
				offers = append(offers, Offer{Wire: replica.ReadServed(replica.NewWireReader(string(*e.Event)))})
			}
		}
		p := newPush(db, Author{}, Cursor{}, offers)
		for i := range offers {
			p.name(&offers[i])
		}
		p.flush()
	}
	db.Refold()
}

// name gives those whom an event of the log names their people.
func (p *push) name(o *Offer) {
	switch o.Kind {
	case replica.Link, replica.Unlink:
		p.identify(o.Who)
		p.flush()
		p.relink(o)
	case replica.Erase:
		p.flush()
		gone, _ := p.db.erase(o.Who, o.Verdict == history.Stop)
		for _, w := range gone {
			p.person[w] = 0
		}
	case replica.Playbook:
	default:
		p.identify(o.Who)
	}
}

// Refold folds everybody anew from the log. Nothing needs it as long as the
// increments are right; tests compare the two.
func (db *DB) Refold() {
	var people [][2]int64
	db.read(&people, `SELECT json_group_array(json_array(id, changed)) FROM person`)
	for _, p := range people {
		db.refold(p[0], p[1])
	}
}
