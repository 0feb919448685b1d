package store

import (
	"slices"
	"strings"
)

// Devices gives them all, removed ones too, the recoveries that a new key must be
// sealed for, the keys, those that reps have put back apart, and whether a new key
// is due.
func (db *DB) Devices() Text {
	return db.Do(`SELECT json_object(
		'devices', json((SELECT json_group_array(json_object('device', id, 'member', member, 'role', role, 'public_key', public_key,
			'label', label, 'created', created, 'seen', minute * 60000, 'removed', removed)) FROM (SELECT * FROM device ORDER BY created, id))),
		'recoveries', json((SELECT json_group_array(json_object('recovery', id, 'public_key', public_key, 'created', created, 'by', invited_by))
			FROM (SELECT * FROM invitation WHERE recovery = 1 AND token = '' ORDER BY created, id))),
		'keys', json((SELECT json_group_array(id) FROM (SELECT id FROM sealing_key WHERE offered = 0 ORDER BY created, id))),
		'offered', json((SELECT json_group_array(id) FROM (SELECT id FROM sealing_key WHERE offered = 1 ORDER BY created, id))),
		'key', (SELECT sealing_key FROM team),
		'due', json((SELECT iif(due, 'true', 'false') FROM team)))`)
}

// Label names a device; the name is sealed. A rep may name their own.
func (db *DB) Label(by Author, device, label string) bool {
	return db.Do(`UPDATE device SET label = ?2 WHERE id = ?1 AND removed = 0 AND (?3 = 'manager' OR member = ?4) RETURNING 1`,
		device, label, by.Role, by.Member).String() != ""
}

// Rotation is a sealing key, sealed for every device and recovery.
type Rotation struct {
	Key  string
	For  map[string]string // by device or recovery: the key, sealed to its public key
	Keys []string          // ids of the keys that whoever made it has
}

// Outcomes of Remove and PutKey.
const (
	NoDevice       = "unknown-device"
	NotYours       = "manager-only"
	LastManager    = "last-manager"
	DevicesChanged = "devices-changed" // the rotation does not name exactly those that are there, or not all keys
	KeyTaken       = "key-taken"
)

// Remove ends a device's access. Open invitations end too. Managers remove any
// device, reps their own; managers recoveries too, by their ids. With the last
// device of a member the recoveries that they made go. Whoever goes knows the key
// in use: a new one is due, which a manager's device makes. With the very last
// device the team ends, unless a recovery is out. It gives "" or why nothing was
// done.
func (db *DB) Remove(by Author, device string) string {
	var d struct{ Member string }
	if !db.read(&d, `SELECT json_object('Member', member) FROM device WHERE id = ?1 AND removed = 0`, device) {
		return db.revoke(by, device)
	}
	if by.Role != Manager && d.Member != by.Member {
		return NotYours
	}
	has := func(what string) bool { return db.Do(`SELECT 1 FROM `+what+` LIMIT 1`, device).String() != "" }
	switch {
	case has(`device WHERE removed = 0 AND id <> ?1 AND role = 'manager'`):
	case has(`device WHERE removed = 0 AND id <> ?1`):
		return LastManager
	case !has(`invitation WHERE ?1 <> '' AND recovery = 1 AND token = ''`):
		db.end()
		db.Tell(Notice{Closed: device})
		return ""
	}
	db.Do(`UPDATE device SET removed = ?2, label = '' WHERE id = ?1`, device, db.Now)
	db.Do(`DELETE FROM key_for WHERE device = ?1`, device)
	db.Do(`DELETE FROM ticket WHERE device = ?1`, device)
	db.Do(`DELETE FROM invitation WHERE recovery = 0 AND token = ''`)
	db.drop(`invited_by IN (SELECT id FROM device WHERE member = ?1) AND EXISTS (SELECT 1 FROM device WHERE removed = 0)
		AND NOT EXISTS (SELECT 1 FROM device WHERE removed = 0 AND member = ?1)`, d.Member)
	db.Do(`UPDATE team SET due = 1`)
	db.Audit(by.Device, "remove", device)
	db.Tell(Notice{Closed: device})
	return ""
}

// revoke takes a recovery back.
func (db *DB) revoke(by Author, recovery string) string {
	switch {
	case db.Do(`SELECT 1 FROM invitation WHERE id = ?1 AND recovery = 1 AND token = ''`, recovery).String() == "":
		return NoDevice
	case by.Role != Manager:
		return NotYours
	}
	db.drop(`id = ?1`, recovery)
	db.Do(`UPDATE team SET due = 1`)
	db.Audit(by.Device, "remove", recovery)
	return ""
}

// drop ends the open recoveries of which a condition on ?1 holds.
func (db *DB) drop(condition, value string) {
	open := `FROM invitation WHERE recovery = 1 AND token = '' AND ` + condition
	db.Do(`DELETE FROM key_for WHERE device IN (SELECT id `+open+`)`, value)
	db.Do(`DELETE `+open, value)
}

// end drops all that the team has: the last device has left, no recovery key is
// out, and nobody can ever ask for any of it. That there was a team stays.
func (db *DB) end() {
	for _, table := range []string{
		"event", "about", "person", "identity", "link", "tally", "key_for", "invitation", "attempt", "ticket", "audit", "device",
	} {
		db.Do(`DELETE FROM ` + table)
	}
}

// PutKey takes a new sealing key, which is in use from now on, or one for reading
// that this server lost when it was set back to an earlier state: then a new one
// is due. Open invitations end: they do not carry it. Keys come from managers. A
// rep may offer one for reading, which counts for nothing until a manager's device
// gives it too; that a new key is due has managers' devices look. It gives "" or why
// nothing was done.
func (db *DB) PutKey(by Author, r Rotation, inUse bool) string {
	offers := by.Role != Manager
	if offers && inUse {
		return NotYours
	}
	if code := db.refused(r, offers); code != "" {
		return code
	}
	db.keep(r, offers)
	if !offers {
		db.Do(`DELETE FROM invitation WHERE recovery = 0 AND token = ''`)
	}
	db.Do(`UPDATE team SET sealing_key = iif(?2, ?1, sealing_key), due = NOT ?2`, r.Key, truth(inUse))
	db.Audit(by.Device, "key", r.Key)
	return ""
}

// refused says why a rotation is not taken: it must be for exactly those that are
// there, made by who has all keys, and of a new key or one that is only offered.
func (db *DB) refused(r Rotation, offers bool) string {
	var all []string
	db.read(&all, `SELECT json_group_array(id) FROM (SELECT id FROM device WHERE removed = 0
		UNION SELECT id FROM invitation WHERE recovery = 1 AND token = '')`)
	switch {
	case len(all) != len(r.For) || slices.ContainsFunc(all, func(name string) bool { return r.For[name] == "" }), db.lacks(r.Keys):
		return DevicesChanged
	case db.Do(`SELECT 1 FROM sealing_key WHERE id = ?1 AND (?2 OR offered = 0)`, r.Key, truth(offers)).String() != "":
		return KeyTaken
	}
	return ""
}

// keep writes a key down, in the place of the same one offered.
func (db *DB) keep(r Rotation, offered bool) {
	var sealed rows
	for device, key := range r.For {
		sealed.row().text(device).text(r.Key).text(key).end()
	}
	db.Do(`DELETE FROM key_for WHERE sealing_key = ?1`, r.Key)
	db.Do(`DELETE FROM sealing_key WHERE id = ?1`, r.Key)
	db.Do(`INSERT INTO sealing_key (id, created, offered) SELECT ?1, max(?2, max(created) + 1), ?3 FROM sealing_key`, r.Key, db.Now, truth(offered))
	sealed.write(db, `INSERT INTO key_for (device, sealing_key, sealed) SELECT value->>0, value->>1, value->>2 FROM json_each(?1)`)
}

const keysFor = `SELECT json_object('key', (SELECT sealing_key FROM team), 'keys', json_group_array(json_object('key', key, 'sealed', sealed, 'offered', json(iif(offered, 'true', 'false')))))
	FROM (SELECT id AS key, sealed, offered FROM key_for JOIN sealing_key ON id = sealing_key WHERE device = ?1 ORDER BY created, id)`

// Keys gives the sealing keys that were made since the device joined, sealed to
// it, oldest first.
func (db *DB) Keys(device string) Text { return db.Do(keysFor, device) }

// Ticket gives a one-use ticket for the socket, good for 30 seconds.
func (db *DB) Ticket(device string, hash func(string) string) (ticket string, expires int64) {
	ticket, expires = db.tag(), db.Now+30_000
	db.Do(`DELETE FROM ticket WHERE expires < ?1`, db.Now)
	db.Do(`INSERT INTO ticket (hash, device, expires) VALUES (?1, ?2, ?3)`, hash(ticket), device, expires)
	return ticket, expires
}

// Admit uses a ticket up (its hash) and gives the device it was made for, or "".
func (db *DB) Admit(hash string) string {
	device, expires, _ := strings.Cut(db.Do(`DELETE FROM ticket WHERE hash = ?1 RETURNING device || ' ' || (expires >= ?2)`, hash, db.Now).String(), " ")
	if expires != "1" {
		return ""
	}
	return db.Do(`SELECT id FROM device WHERE id = ?1 AND removed = 0`, device).String()
}
