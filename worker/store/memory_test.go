//go:build !js

package store

import (
	"database/sql"
	"errors"
	"testing"

	_ "modernc.org/sqlite" // the driver
)

type testText string

func (t testText) String() string { return string(t) }

type testSQL struct{ db *sql.DB }

func (s testSQL) Do(statement string, args ...any) Text {
	var first sql.NullString
	if err := s.db.QueryRow(statement, args...).Scan(&first); err != nil && !errors.Is(err, sql.ErrNoRows) {
		panic(Failure{err})
	}
	return testText(first.String)
}

func openMemory(t *testing.T) SQL {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = db.Close() })
	return testSQL{db}
}
