//go:build !js

// Package local runs the Worker natively: the same handlers and the same SQL
// over SQLite files, one a team. It is for tests and for trying things out.
package local

import (
	"context"
	"database/sql"
	"errors"

	"cleanbreak/worker/store"

	_ "modernc.org/sqlite" // the driver
)

// Tx fits store.SQL to a transaction.
type Tx struct{ conn *sql.Conn }

type text string

func (t text) String() string { return string(t) }

// Do runs one statement.
func (t Tx) Do(statement string, args ...any) store.Text {
	var first sql.NullString
	err := t.conn.QueryRowContext(context.Background(), statement, args...).Scan(&first)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		panic(store.Failure{Err: err})
	}
	return text(first.String)
}

// Open opens a team's file; ":memory:" is one that is never written.
func Open(file string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", file)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // one request at a time, as in the team's object
	_, err = db.Exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`)
	return db, err
}

// errUndo rolls a transaction back.
var errUndo = errors.New("undone")

// In runs work in one transaction, and undoes it where work reports false.
func In(db *sql.DB, work func(store.SQL) bool) error {
	ctx := context.Background()
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		return err
	}
	end := `ROLLBACK`
	defer func() { _, _ = conn.ExecContext(ctx, end) }()
	if !work(Tx{conn}) {
		return errUndo
	}
	end = `COMMIT`
	return nil
}
