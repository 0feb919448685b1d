package store

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed schema
var schemaFiles embed.FS

// migrations in their order; a file that was released never changes.
var migrations = []string{"1-team.sql", "2-fold.sql", "3-guard.sql", "4-keys.sql", "5-erased.sql"}

// Exists reports whether the team has been created here. Nothing is written.
func (db *DB) Exists() bool {
	return db.Do(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema'`).String() != ""
}

// Migrate brings the schema up to date, from nothing or from any earlier version.
func (db *DB) Migrate() { db.migrate(len(migrations)) }

func (db *DB) migrate(to int) {
	db.Do(`CREATE TABLE IF NOT EXISTS schema (version INTEGER NOT NULL) STRICT`)
	from := 0
	db.read(&from, `SELECT max(version) FROM schema`)
	for version := from; version < to; version++ {
		for _, statement := range statements(migrations[version]) {
			db.Do(statement)
		}
		db.Do(`INSERT INTO schema (version) VALUES (?1)`, int64(version+1))
	}
	if from == 1 && to > 1 {
		db.fill() // version 2 made the fold's tables, beside a log that was there
	}
}

// statements of a file, without their comments.
func statements(file string) []string {
	text, err := schemaFiles.ReadFile("schema/" + file)
	if err != nil {
		panic(fmt.Sprintf("schema/%s is not in the program: %v", file, err))
	}
	var plain strings.Builder
	for line := range strings.Lines(string(text)) {
		code, _, _ := strings.Cut(line, "--")
		plain.WriteString(strings.TrimRight(code, " \n") + "\n")
	}
	var out []string
	for _, s := range strings.Split(plain.String(), ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Versions is the number of the newest schema; the first is 1.
func Versions() int { return len(migrations) }

// Since gives the statements that lead from a version of the schema to the
// newest; all there are from version 0, which is nothing.
func Since(version int) (out []string) {
	for _, file := range migrations[version:] {
		out = append(out, statements(file)...)
	}
	return out
}

// Undo gives the statements that lead back to a version of the schema: a test has
// a log of that version so.
func Undo(version int) (out []string) {
	for _, made := range Since(version) {
		switch words := strings.Fields(made); words[0] + " " + words[1] {
		case "CREATE TABLE":
			out = append(out, "DROP TABLE IF EXISTS "+words[2])
		case "CREATE INDEX":
			out = append(out, "DROP INDEX IF EXISTS "+words[2])
		case "ALTER TABLE": // ADD COLUMN
			out = append(out, "ALTER TABLE "+words[2]+" DROP COLUMN "+words[5])
		}
	}
	return append(out, fmt.Sprintf("DELETE FROM schema WHERE version > %d", version))
}
