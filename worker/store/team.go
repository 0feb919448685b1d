package store

import (
	"strconv"
	"strings"

	"cleanbreak/core/replica"
)

// NewDevice is what a device says of itself when it joins.
type NewDevice struct {
	Token     string // SHA-256 of it
	PublicKey string
}

// Joined is what a device learns when it has joined.
type Joined struct {
	Team    string   `json:"team"`
	Device  string   `json:"device"`
	Member  string   `json:"member"`
	Role    string   `json:"role"`
	Wrapped string   `json:"wrapped,omitempty"` // the team's keys
	Key     string   `json:"key,omitempty"`     // id of the one in use
	Keys    []KeyFor `json:"keys,omitempty"`    // recovery: keys made since
}

// KeyFor is a sealing key for one device.
type KeyFor struct {
	Key     string `json:"key"`
	Sealed  string `json:"sealed"`
	Offered bool   `json:"offered"` // by a rep, and no manager's device has confirmed it
}

// Create makes the team with its first device, a manager's. Again with the same
// token it gives the same answer; with another it reports false.
func (db *DB) Create(d NewDevice, key string) (Joined, bool) {
	if db.Exists() {
		by, _, ok := db.Enter(d.Token)
		return Joined{Team: db.Team, Device: by.Device, Member: by.Member, Role: by.Role}, ok
	}
	db.Migrate()
	db.Do(`INSERT INTO team (id, created, sealing_key) VALUES (?1, ?2, ?3)`, db.Team, db.Now, key)
	db.Do(`INSERT INTO sealing_key (id, created) VALUES (?1, ?2)`, key, db.Now)
	j := db.join(d, db.tag(), Manager)
	db.Audit(j.Device, "create", db.Team)
	return j, true
}

func (db *DB) join(d NewDevice, member, role string) Joined {
	j := Joined{Team: db.Team, Device: db.tag(), Member: member, Role: role}
	db.Do(`INSERT INTO device (token, id, member, role, public_key, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
		d.Token, j.Device, j.Member, j.Role, d.PublicKey, db.Now)
	return j
}

// enter finds the device of a token, counts the request against its minute, and
// says whether the team's schema is up to date with this program.
const enter = `UPDATE device SET used = iif(minute = ?2, used + 1, 1), minute = ?2 WHERE token = ?1 AND removed = 0
	RETURNING id || member || role || ' ' || used`

// Enter gives the device that a token (its SHA-256) is of, and how many requests
// it has made in this minute. It reports false for a token that is not known or
// of a removed device.
func (db *DB) Enter(token string) (by Author, used int, ok bool) {
	text := db.Do(enter, token, db.Now/60_000).String()
	if text == "" {
		return Author{}, 0, false
	}
	const n = replica.TagSize
	role, minute, _ := strings.Cut(text[2*n:], " ")
	used, err := strconv.Atoi(minute)
	if err != nil {
		panic(Failure{err})
	}
	return Author{text[:n], text[n : 2*n], role}, used, true
}

// Info is what every device may know of the team.
type Info struct {
	Team    string `json:"team"`
	Created int64  `json:"created"`
	Months  int    `json:"months"`
	Key     string `json:"key"`
	Device  string `json:"device"`
	Member  string `json:"member"`
	Role    string `json:"role"`
}

// Info gives the team as a device sees it.
func (db *DB) Info(by Author) Info {
	var i Info
	db.read(&i, `SELECT json_object('team', id, 'created', created, 'months', months, 'key', sealing_key) FROM team`)
	i.Device, i.Member, i.Role = by.Device, by.Member, by.Role
	return i
}

// Audit writes down who did what.
func (db *DB) Audit(device, action, target string) {
	db.Do(`INSERT INTO audit (at, device, action, target) VALUES (?1, ?2, ?3, ?4)`, db.Now, device, action, target)
}

// Audited gives the newest lines of the audit before one of them, or from the
// end where before is 0; at most 200.
func (db *DB) Audited(before int64) Text {
	if before == 0 {
		before = 1 << 53
	}
	return db.Do(`SELECT json_object('audit', json_group_array(json_object('id', id, 'at', at, 'device', device, 'action', action, 'target', target)))
		FROM (SELECT * FROM audit WHERE id < ?1 ORDER BY id DESC LIMIT 200)`, before)
}

// Misses counts one failed attempt at something, and gives how many there have been
// in this hour.
func (db *DB) Misses(what string) int {
	var n int
	db.read(&n, `INSERT INTO attempt (what, since, n) VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE
		SET n = iif(since > ?2 - 3600000, n + 1, 1), since = iif(since > ?2 - 3600000, since, ?2) RETURNING n`, what, db.Now)
	return n
}
