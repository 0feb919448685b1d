package store

// prospect gives a person p as a JSON object.
const prospect = `json_object(
	'who', json((SELECT json_group_array(pseudonym) FROM (SELECT pseudonym FROM identity WHERE person = p.id ORDER BY pseudonym))),
	'changed', changed,
	'counts', json((SELECT json_group_array(json_object('channel', channel, 'direction', direction, 'count', n))
		FROM (SELECT * FROM tally WHERE person = p.id ORDER BY channel, direction))),
	'last_touch', nullif(last_touch, 0), 'last_reply', nullif(last_reply, 0),
	'decision', json(decisions)->0, 'decisions', json(decisions))`

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

// Prospects gives at most 200 people changed after a place, as
// {"prospects":[…],"changed":"12.7","more":false}: changed is where to go on. A
// place is the sequence of the last event that changed a person, and a number
// that tells those of one sequence apart; the start is 0, 0.
func (db *DB) Prospects(changed, person int64) Text {
	return db.Do(`WITH page AS MATERIALIZED (SELECT * FROM person WHERE (changed, id) > (?1, ?2) ORDER BY changed, id LIMIT 200)
		SELECT json_object('prospects', json((SELECT json_group_array(`+prospect+`) FROM page AS p)),
			'more', json(iif((SELECT count(*) FROM page) = 200, 'true', 'false')),
			'changed', ifnull((SELECT changed || '.' || id FROM page ORDER BY changed DESC, id DESC LIMIT 1),
				CAST(?1 AS INTEGER) || '.' || CAST(?2 AS INTEGER)))`, changed, person)
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
