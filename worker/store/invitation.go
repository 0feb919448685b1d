package store

// Invitation lets one device join.
type Invitation struct {
	Auth      string // SHA-256 of what it proves itself with
	Role      string
	Own       bool     // for another device of the one who invites
	Wrapped   string   // the team's keys, under a key that the server never sees
	Recovery  bool     // printed; does not expire, and gives a manager back
	PublicKey string   // recovery: later keys are sealed to it
	Keys      []string // ids of the keys that it wraps; nil is not checked
}

// inviteFor is how long an invitation is good, in ms.
const inviteFor = 48 * 3600 * 1000

// Invited is an invitation as the server has it.
type Invited struct {
	Invitation string `json:"invitation"`
	Role       string `json:"role"`
	Member     string `json:"member"`
	Expires    int64  `json:"expires"` // 0: never
}

// Invite keeps an invitation. Reps may invite their own further devices only;
// it reports false for anything else, and where the invitation is there already.
func (db *DB) Invite(by Author, i Invitation) (Invited, string) {
	out := Invited{Invitation: db.tag(), Role: i.Role, Member: db.tag(), Expires: db.Now + inviteFor}
	if i.Own {
		out.Member, out.Role = by.Member, by.Role
	}
	if i.Recovery {
		out.Role, out.Expires = Manager, 0
	}
	if by.Role != Manager && (!i.Own || i.Recovery) {
		return Invited{}, NotYours
	}
	if i.Keys != nil && db.lacks(i.Keys) {
		return Invited{}, DevicesChanged // the joining device would lack a key
	}
	if db.Do(`SELECT 1 FROM invitation WHERE auth = ?1`, i.Auth).String() != "" {
		return Invited{}, "invitation-taken"
	}
	db.Do(`INSERT INTO invitation (auth, id, member, role, wrapped, public_key, recovery, created, expires, invited_by)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
		i.Auth, out.Invitation, out.Member, out.Role, i.Wrapped, i.PublicKey, truth(i.Recovery), db.Now, out.Expires, by.Device)
	db.Audit(by.Device, "invite", out.Invitation)
	return out, ""
}

// lacks reports whether the team has a sealing key that is not among these.
func (db *DB) lacks(keys []string) bool {
	return db.Do(`SELECT 1 FROM sealing_key WHERE offered = 0 AND id NOT IN (SELECT value FROM json_each(?1))`, list(keys)).String() != ""
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// Pair lets a device join by an invitation. The same invitation with the same
// token gets the same answer again; with another token, or where the invitation
// is not known or is over, it reports false.
func (db *DB) Pair(auth string, d NewDevice) (Joined, bool) {
	var i struct {
		ID, Member, Role, Wrapped, Token, Device string
		Expires                                  int64
	}
	if !db.read(&i, `SELECT json_object('ID', id, 'Member', member, 'Role', role, 'Wrapped', wrapped, 'Token', token,
		'Device', device, 'Expires', expires) FROM invitation WHERE auth = ?1`, auth) {
		return Joined{}, false
	}
	var j Joined
	switch {
	case i.Expires != 0 && i.Expires < db.Now:
		return Joined{}, false
	case i.Token == "":
		if db.Do(`SELECT 1 FROM device WHERE token = ?1`, d.Token).String() != "" {
			return Joined{}, false // it has joined by another invitation
		}
		j = db.join(d, i.Member, i.Role)
		db.Do(`UPDATE invitation SET token = ?2, device = ?3 WHERE auth = ?1`, auth, d.Token, j.Device)
		db.Do(`UPDATE key_for SET device = ?2 WHERE device = ?1`, i.ID, j.Device)
		db.Audit(j.Device, "pair", i.ID)
	case i.Token == d.Token && db.Do(`SELECT 1 FROM device WHERE id = ?1 AND removed = 0`, i.Device).String() != "":
		j = Joined{Team: db.Team, Device: i.Device, Member: i.Member, Role: i.Role}
	default:
		return Joined{}, false
	}
	j.Wrapped = i.Wrapped
	var keys struct {
		Key  string
		Keys []KeyFor
	}
	db.read(&keys, keysFor, j.Device)
	j.Key, j.Keys = keys.Key, keys.Keys
	return j, true
}
