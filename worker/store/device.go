package store

import (
	"slices"
	"strings"
)

// Devices gives them all, removed ones too, and the recoveries that a new key
// must be sealed for.
func (db *DB) Devices() Text {
	return db.Do(`SELECT json_object(
		'devices', json((SELECT json_group_array(json_object('device', id, 'member', member, 'role', role, 'public_key', public_key,
			'label', label, 'created', created, 'seen', minute * 60000, 'removed', removed)) FROM (SELECT * FROM device ORDER BY created, id))),
		'recoveries', json((SELECT json_group_array(json_object('recovery', id, 'public_key', public_key, 'created', created))
			FROM (SELECT * FROM invitation WHERE recovery = 1 AND token = '' ORDER BY created, id))),
		'keys', json((SELECT json_group_array(id) FROM (SELECT id FROM sealing_key ORDER BY created, id))),
		'key', (SELECT sealing_key FROM team))`)
}

// Label names a device; the name is sealed. A rep may name their own.
func (db *DB) Label(by Author, device, label string) bool {
	return db.Do(`UPDATE device SET label = ?2 WHERE id = ?1 AND removed = 0 AND (?3 = 'manager' OR member = ?4) RETURNING 1`,
		device, label, by.Role, by.Member).String() != ""
}

// Rotation is a new sealing key, sealed for every device and recovery that stays.
type Rotation struct {
	Key string
	For map[string]string // by device or recovery: the key, sealed to its public key
}

// Outcomes of Remove.
const (
	NoDevice       = "unknown-device"
	NotYours       = "manager-only"
	LastManager    = "last-manager"
	DevicesChanged = "devices-changed" // the rotation does not name exactly those that stay
	KeyTaken       = "key-taken"
)

// Remove ends a device's access and puts a new sealing key in its place. Open
// invitations end too: the keys they carry are old. Managers remove any device,
// reps their own. With the very last one the team ends. It gives "" or why
// nothing was done.
func (db *DB) Remove(by Author, device string, r Rotation) string {
	var d struct{ Member, Role string }
	if !db.read(&d, `SELECT json_object('Member', member, 'Role', role) FROM device WHERE id = ?1 AND removed = 0`, device) {
		return NoDevice
	}
	if by.Role != Manager && d.Member != by.Member {
		return NotYours
	}
	code := db.refused(r, device)
	switch {
	case db.Do(`SELECT 1 FROM device WHERE removed = 0 AND role = 'manager' AND id <> ?1`, device).String() != "":
	case len(r.For) == 0 && code == "":
		db.end()
		db.Tell(Notice{Closed: device})
		return ""
	default:
		return LastManager
	}
	if code != "" {
		return code
	}
	db.Do(`UPDATE device SET removed = ?2, label = '' WHERE id = ?1`, device, db.Now)
	db.Do(`DELETE FROM key_for WHERE device = ?1`, device)
	db.Do(`DELETE FROM ticket WHERE device = ?1`, device)
	db.Do(`DELETE FROM invitation WHERE recovery = 0 AND token = ''`)
	db.rotate(r, true)
	db.Audit(by.Device, "remove", device)
	db.Tell(Notice{Closed: device})
	return ""
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

// Restore puts back a sealing key that the server has lost when it was set back
// to an earlier state: the one in use from now on, or one for reading only. Open
// invitations end: they carry no key that comes now. It gives "" or why nothing
// was done.
func (db *DB) Restore(by Author, r Rotation, inUse bool) string {
	if code := db.refused(r, ""); code != "" {
		return code
	}
	db.Do(`DELETE FROM invitation WHERE recovery = 0 AND token = ''`)
	db.rotate(r, inUse)
	db.Audit(by.Device, "key", r.Key)
	return ""
}

// refused says why a rotation is not taken, where one device goes: it must be for
// exactly those that stay, and of a new key.
func (db *DB) refused(r Rotation, without string) string {
	var stay []string
	db.read(&stay, `SELECT json_group_array(id) FROM (SELECT id FROM device WHERE removed = 0 AND id <> ?1
		UNION SELECT id FROM invitation WHERE recovery = 1 AND token = '')`, without)
	switch {
	case len(stay) != len(r.For) || slices.ContainsFunc(stay, func(name string) bool { return r.For[name] == "" }):
		return DevicesChanged
	case db.Do(`SELECT 1 FROM sealing_key WHERE id = ?1`, r.Key).String() != "":
		return KeyTaken
	}
	return ""
}

func (db *DB) rotate(r Rotation, inUse bool) {
	var sealed rows
	for device, key := range r.For {
		sealed.row().text(device).text(r.Key).text(key).end()
	}
	db.Do(`INSERT INTO sealing_key (id, created) SELECT ?1, max(?2, max(created) + 1) FROM sealing_key`, r.Key, db.Now)
	if inUse {
		db.Do(`UPDATE team SET sealing_key = ?1`, r.Key)
	}
	sealed.write(db, `INSERT INTO key_for (device, sealing_key, sealed) SELECT value->>0, value->>1, value->>2 FROM json_each(?1)`)
}

const keysFor = `SELECT json_object('key', (SELECT sealing_key FROM team), 'keys', json_group_array(json_object('key', key, 'sealed', sealed)))
	FROM (SELECT id AS key, sealed FROM key_for JOIN sealing_key ON id = sealing_key WHERE device = ?1 ORDER BY created, id)`

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
