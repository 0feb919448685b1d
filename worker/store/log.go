package store

import (
	"encoding/base64"
	"strconv"
	"strings"

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
