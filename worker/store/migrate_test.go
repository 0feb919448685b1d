//go:build !js

package store

import (
	"fmt"
	"testing"
)

// TestMigrationFromEveryVersion makes each earlier schema with a team in it, and
// brings it up to date: the schema must be the newest's, and the team still there.
func TestMigrationFromEveryVersion(t *testing.T) {
	want := ""
	for from := len(migrations); from >= 0; from-- {
		memory(t, func(db *DB) {
			db.migrate(from)
			if from > 0 {
				db.Do(`INSERT INTO team (id, created, sealing_key) VALUES ('t', 1, 'k')`)
				db.Do(`INSERT INTO event (seq, tag, id, kind, entry) VALUES (1, 'tag', 'id', 'touch', '{}')`)
			}
			db.Migrate()
			db.Migrate()
			schema := db.Do(`SELECT group_concat(name || ': ' || ifnull(sql, ''), x'0a') FROM (SELECT * FROM sqlite_master ORDER BY name)`).String()
			if want == "" {
				want = schema
			}
			if schema != want {
				t.Errorf("from version %d:\n%s\nwant\n%s", from, schema, want)
			}
			if got := db.Do(`SELECT count(*) || ' ' || max(version) FROM schema`).String(); got != fmt.Sprintf("%d %d", len(migrations), len(migrations)) {
				t.Errorf("from version %d: migrations ran as %s", from, got)
			}
			if from > 0 && (db.Do(`SELECT id FROM team`).String() != "t" || db.Do(`SELECT tag FROM event`).String() != "tag") {
				t.Errorf("from version %d: what was there is gone", from)
			}
		})
	}
}

// memory is local's, which this package's own test may not import.
func memory(t *testing.T, work func(db *DB)) {
	t.Helper()
	sql := openMemory(t)
	work(&DB{SQL: sql, Now: 1, Random: Random})
}
