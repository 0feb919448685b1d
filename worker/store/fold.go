package store

import (
	"cmp"
	"encoding/json"
	"slices"

	"cleanbreak/core/replica"
)

// tally is one of a person's counts.
type tally struct {
	person             int64
	channel, direction string
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
// a reply where decisions clash.
func (p *push) fold(o *Offer) {
	isContact := o.Kind == replica.Touch || o.Kind == replica.Reply || o.Kind == replica.Meeting
	if !isContact && o.Kind != replica.Decision {
		return
	}
	if o.Kind == replica.Decision && o.Verdict == liftStop {
		p.db.Audit(p.by.Device, "lift-stop", o.ID)
	}
	marks := marksOf(o)
	for i, w := range o.Who {
		person := p.person[w]
		if slices.ContainsFunc(o.Who[:i], func(before string) bool { return p.person[before] == person }) {
			continue // the same person under another pseudonym
		}
		if o.Kind == replica.Decision || (o.Kind == replica.Reply && p.clash[person]) {
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
	case replica.Decision:
		return
	}
	c.heard = p.db.Now
	p.tallies[tally{person, channelOf(o.Kind, o.Channel), o.Direction}]++
}

// channelOf gives meetings a channel of their own.
func channelOf(kind, channel string) string {
	if kind == replica.Meeting {
		return replica.Meeting
	}
	return channel
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
		tallies.row().whole(t.person).text(t.channel).text(t.direction).whole(n).end()
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

// line is an event as the fold reads it.
type line struct {
	Seq       int64    `json:"seq"`
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	At        int64    `json:"at"`
	Received  int64    `json:"received"`
	Author    string   `json:"author"`
	Role      string   `json:"role"`
	Message   string   `json:"message"`
	Same      string   `json:"same"`
	Channel   string   `json:"channel"`
	Direction string   `json:"direction"`
	Verdict   string   `json:"verdict"`
	Reason    string   `json:"reason"`
	Until     int64    `json:"until"`
	Base      []string `json:"base"`
}

// linesOf gives a person's events that count, in the order of the log.
const linesOf = `SELECT json_group_array(json_object(
		'seq', seq, 'id', entry->>'$.event.id', 'kind', kind, 'at', entry->>'$.event.at',
		'received', entry->>'$.received', 'author', entry->>'$.author', 'role', entry->>'$.role',
		'message', entry->>'$.event.message', 'same', entry->>'$.event.same',
		'channel', entry->>'$.event.channel', 'direction', entry->>'$.event.direction',
		'verdict', entry->>'$.event.verdict', 'reason', entry->>'$.event.reason',
		'until', entry->>'$.event.until', 'base', json(ifnull(entry->'$.event.base', '[]'))))
	FROM (SELECT * FROM event
		WHERE seq IN (SELECT seq FROM about JOIN identity USING (pseudonym) WHERE identity.person = ?1)
		AND kind IN ('touch', 'reply', 'meeting', 'decision') ORDER BY seq)`

// refold gives a person's state from all their events.
func (db *DB) refold(person, changed int64) {
	var lines []line
	db.read(&lines, linesOf, person)
	var c contact
	tallies := rows{}
	for t, n := range count(lines) {
		tallies.row().whole(person).text(t.channel).text(t.direction).whole(n).end()
	}
	for _, l := range lines {
		switch l.Kind {
		case replica.Touch:
			c.touch = max(c.touch, l.At)
		case replica.Reply:
			c.reply = max(c.reply, l.At)
		}
		if l.Kind != replica.Decision {
			c.heard = max(c.heard, l.Received)
		}
	}
	decisions, err := json.Marshal(Standing(lines))
	if err != nil {
		panic(Failure{err})
	}
	db.Do(`DELETE FROM tally WHERE person = ?1`, person)
	tallies.write(db, addTallies)
	db.Do(`INSERT OR REPLACE INTO person (id, changed, last_touch, last_reply, contact, decisions) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
		person, changed, c.touch, c.reply, c.heard, string(decisions))
}

// within is how far apart two events of one mail in two mailboxes may be, in ms.
const within = 2 * 60 * 1000

// count gives how often each channel was used in each direction. Events of one
// message are one; so are those of one mail that two mailboxes show.
func count(lines []line) map[tally]int64 {
	once, same := map[string]line{}, map[string]string{}
	for _, l := range lines {
		if l.Kind == replica.Decision {
			continue
		}
		key := cmp.Or(l.Message, l.ID)
		if before, known := once[key]; !known || l.ID < before.ID {
			once[key] = l
		}
		if l.Same != "" && (same[key] == "" || l.Same < same[key]) {
			same[key] = l.Same
		}
	}
	var units []line
	for key, l := range once {
		l.Same = same[key] // whichever of the message's events had it
		units = append(units, l)
	}
	slices.SortFunc(units, func(a, b line) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID)) })
	out, last := map[tally]int64{}, map[string]int64{}
	for _, l := range units {
		if l.Same != "" {
			before, seen := last[l.Same]
			last[l.Same] = l.At
			if seen && l.At-before <= within {
				continue
			}
		}
		out[tally{0, channelOf(l.Kind, l.Channel), l.Direction}]++
	}
	return out
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
