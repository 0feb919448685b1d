package store

import (
	"strconv"
	"strings"
)

// prospect gives a person p as a JSON object.
const prospect = `json_object(
	'who', json((SELECT json_group_array(pseudonym) FROM (SELECT pseudonym FROM identity WHERE person = p.id ORDER BY pseudonym))),
	'changed', p.changed,
	'counts', json((SELECT json_group_array(json_object('channel', channel, 'direction', direction, 'count', n))
		FROM (SELECT * FROM tally WHERE person = p.id ORDER BY channel, direction))),
	'last_touch', nullif(p.last_touch, 0), 'last_reply', nullif(p.last_reply, 0),
	'decision', json(p.decisions)->0, 'decisions', json(p.decisions))`

// Prospect gives the person that a pseudonym is of: counts by channel and
// direction, moments of the last touch and reply, and the decisions that stand.
// Of somebody erased it says that, and whether they may be contacted. Empty
// where the pseudonym is not known.
func (db *DB) Prospect(pseudonym string) Text {
	return db.Do(`SELECT iif(erased > 0,
		json_object('who', json_array(pseudonym), 'erased', json('true'), 'do_not_contact', json(iif(erased = 2, 'true', 'false'))),
		(SELECT `+prospect+` FROM person AS p WHERE p.id = identity.person))
		FROM identity WHERE pseudonym = ?1`, pseudonym)
}

// Prospects gives at most 200 people who changed or were erased after a place, as
// {"prospects":[…],"changed":"12.Jx81mZq0Xw4.7","more":false}: changed is where to
// go on. A place is the cursor of the last event that changed a person, and a number
// that tells those of one event apart.
func (db *DB) Prospects(after Cursor, person int64) Text {
	return db.Do(`WITH page AS MATERIALIZED (
			SELECT changed, id, NULL AS gone FROM person WHERE (changed, id) > (?1, ?2)
			UNION ALL SELECT seq, 0, entry->'$.event.who' FROM event WHERE kind = 'erase' AND seq > ?1
			ORDER BY 1, 2 LIMIT 200)
		SELECT json_object('prospects', json((SELECT json_group_array(json(iif(gone IS NULL, `+prospect+`, `+erased+`)))
				FROM page LEFT JOIN person AS p ON gone IS NULL AND p.id = page.id)),
			'more', json(iif((SELECT count(*) FROM page) = 200, 'true', 'false')),
			'changed', ifnull((SELECT changed || '.' || tag || '.' || page.id FROM page JOIN event ON seq = changed
				ORDER BY changed DESC, page.id DESC LIMIT 1), ?3))`, after.Seq, person, Place(after, person))
}

// erased gives those whom an erasure names, as JSON in gone.
const erased = `json_object('who', json(gone), 'erased', json('true'), 'do_not_contact', json(iif(
	EXISTS (SELECT 1 FROM identity WHERE erased = 2 AND pseudonym IN (SELECT value FROM json_each(gone))), 'true', 'false')))`

// Place writes where to go on in the list of those who changed; "0" is its start.
func Place(after Cursor, person int64) string {
	if after.Seq == 0 {
		return "0"
	}
	return after.String() + "." + strconv.FormatInt(person, 10)
}

// ParsePlace reads it back.
func ParsePlace(text string) (after Cursor, person int64, ok bool) {
	if text == "0" {
		return after, 0, true
	}
	at := strings.LastIndexByte(text, '.')
	if at < 0 {
		return after, 0, false
	}
	after, ok = ParseCursor(text[:at])
	person, err := strconv.ParseInt(text[at+1:], 10, 53)
	return after, person, ok && err == nil && person >= 0 && after.Seq > 0
}

// Export gives the team's data beside its log: devices, keys' ids, erased pseudonyms.
func (db *DB) Export() Text {
	return db.Do(`SELECT json_object(
		'team', json((SELECT json_object('team', id, 'created', created, 'months', months, 'key', sealing_key) FROM team)),
		'devices', json((SELECT json_group_array(json_object('device', id, 'member', member, 'role', role, 'label', label,
			'created', created, 'removed', removed)) FROM (SELECT * FROM device ORDER BY created, id))),
		'erased', json((SELECT json_group_array(json_object('pseudonym', pseudonym, 'do_not_contact', json(iif(erased = 2, 'true', 'false'))))
			FROM (SELECT * FROM identity WHERE erased > 0 ORDER BY pseudonym))))`)
}
