//go:build !js

package e2e

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"cleanbreak/worker/store"

	_ "modernc.org/sqlite" // to set a team's file back to an earlier version
)

// TestAnObjectOfAnEarlierVersionIsBroughtUpToDate sets a team's file in workerd
// back to each earlier version of the schema; its next request migrates it.
func TestAnObjectOfAnEarlierVersionIsBroughtUpToDate(t *testing.T) {
	s := workerd(t)
	for version := 1; version < store.Versions(); version++ {
		anna := found(t, s)
		s.kill()
		setBack(t, s, version)
		s.start(t)
		kim := touch(tag())
		if r := anna.push(t, kim); len(r.Events) != 1 || r.Events[0].Seq != 1 {
			t.Errorf("from version %d: %+v", version, r)
		}
		if p := anna.prospect(t, kim.Who[0]); p["counts"] == nil {
			t.Errorf("from version %d: %v", version, p)
		}
		s.must(t, 200, "GET", anna.at("/audit"), anna.token, nil)
	}
}

// setBack drops what came after a version, in every team's file.
func setBack(t *testing.T, s *server, version int) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.folder, "team", "*.sqlite"))
	if err != nil || len(files) == 0 {
		t.Fatal("no team's file", err)
	}
	for _, file := range files {
		db, err := sql.Open("sqlite", file)
		if err != nil {
			t.Fatal(err)
		}
		statements := []string{"DELETE FROM schema WHERE version > " + string(rune('0'+version))}
		for _, made := range store.Since(version) {
			if words := strings.Fields(made); words[0] == "CREATE" && words[1] == "TABLE" {
				statements = append(statements, "DROP TABLE IF EXISTS "+words[2])
			}
		}
		for _, statement := range statements {
			if _, err := db.Exec(statement); err != nil && !strings.Contains(err.Error(), "no such table: schema") {
				t.Fatalf("%s: %v", statement, err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
