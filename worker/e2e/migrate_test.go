//go:build !js

package e2e

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"cleanbreak/worker/store"

	_ "modernc.org/sqlite" // to set a team's file back to an earlier version
)

// TestAnObjectOfAnEarlierVersionIsBroughtUpToDate sets a team's file in workerd
// back to each earlier version of the schema; its next request migrates it, and
// what it holds is counted.
func TestAnObjectOfAnEarlierVersionIsBroughtUpToDate(t *testing.T) {
	s := workerd(t)
	for version := 1; version < store.Versions(); version++ {
		anna := found(t, s)
		kim := touch(tag())
		anna.push(t, kim)
		s.kill()
		setBack(t, s, version)
		s.start(t)
		if r := anna.push(t, touch(kim.Who[0])); len(r.Events) != 1 || r.Events[0].Seq != 2 {
			t.Errorf("from version %d: %+v", version, r)
		}
		if p := anna.prospect(t, kim.Who[0]); fmt.Sprint(p["counts"]) != "[map[channel:email count:2 direction:out]]" {
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
		for _, statement := range store.Undo(version) {
			if _, err := db.Exec(statement); err != nil && !strings.Contains(err.Error(), "no such table: ") && !strings.Contains(err.Error(), "no such column: ") {
				t.Fatalf("%s: %v", statement, err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
