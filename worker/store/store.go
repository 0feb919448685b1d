// Package store keeps one team: its devices, its log, and what the log says of
// each person. It is SQL over one small seam, [SQL], which workerd's storage and
// a native SQLite both fit.
//
// A request is one transaction, which the caller of this package holds. A
// failure of the storage is a panic with [Failure], so that it cannot be taken
// for an empty answer; the caller rolls back.
//
// Rows cross the seam as JSON, all of a statement at once: one by one they are
// slow in workerd. What the caller only hands on, as the events of a pull, is
// built by SQLite and never read here.
package store

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// SQL runs statements of SQLite.
type SQL interface {
	// Do runs one statement and gives the first column of its first row; empty
	// text where there is no row or it is NULL. Arguments are string, int64 or
	// []byte, and stand in the statement as ?1, ?2 and so on. It panics with Failure.
	Do(statement string, args ...any) Text
}

// Text is text that may still be where it was made.
type Text interface{ String() string }

// Failure is the storage's: the transaction must be rolled back.
type Failure struct{ Err error }

func (f Failure) Error() string { return "the storage failed: " + f.Err.Error() }

// DB is one team's storage during one request.
type DB struct {
	SQL
	Now    int64        // ms
	Random func([]byte) // fills with random bytes
	Secret []byte       // receipts are made with it
	Team   string       // id
	Tell   func(Notice) // what open sockets should learn, once committed
}

// Notice is what a request means for open sockets.
type Notice struct {
	Except string // there is something new, and this device sent it
	Closed string // this device was removed
}

// Random fills b from the system.
func Random(b []byte) {
	if _, err := rand.Read(b); err != nil {
		panic(Failure{err})
	}
}

// tag gives 128 random bits in 22 characters.
func (db *DB) tag() string {
	var b [16]byte
	db.Random(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// read runs a statement that gives JSON. It reports false where it gave nothing.
func (db *DB) read(into any, statement string, args ...any) bool {
	text := db.Do(statement, args...).String()
	if text == "" {
		return false
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		panic(Failure{fmt.Errorf("a row is not what it should be: %w", err)})
	}
	return true
}

// list gives values as one JSON argument.
func list(values any) string {
	text, err := json.Marshal(values)
	if err != nil {
		panic("values are not JSON: " + err.Error()) // they are texts and numbers
	}
	return string(text)
}
