package page

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	_ "time/tzdata" // shown dates are in the browser's zone
)

var update = flag.Bool("update", false, "write testdata/pages/*.context.json")

// snapshots are the files that extension/tests/read.test.mjs wrote from the
// saved pages in a real browser.
func snapshots(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/pages/*.snapshot.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no snapshots: %v", err)
	}
	return files
}

func TestFixtures(t *testing.T) {
	for _, file := range snapshots(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".snapshot.json")
		t.Run(name, func(t *testing.T) {
			got, err := Read(readFile(t, file))
			if err != nil {
				t.Fatal(err)
			}
			golden := strings.Replace(file, ".snapshot.", ".context.", 1)
			text := indented(t, got)
			if *update {
				if err := os.WriteFile(golden, text, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := readFile(t, golden); !bytes.Equal(text, want) {
				t.Errorf("context differs from %s:\n%s", golden, text)
			}
		})
	}
}

// Every saved page has a snapshot, and every snapshot a page.
func TestFixturesComplete(t *testing.T) {
	var index []struct{ File, URL, About string }
	if err := json.Unmarshal(readFile(t, "../../testdata/pages/pages.json"), &index); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, f := range index {
		listed[strings.TrimSuffix(f.File, ".html")] = true
	}
	for _, pattern := range []string{"*.html", "*.snapshot.json", "*.context.json"} {
		files, _ := filepath.Glob("../../testdata/pages/" + pattern)
		if len(files) != len(listed) {
			t.Errorf("%d files %s, pages.json lists %d", len(files), pattern, len(listed))
		}
		for _, file := range files {
			if name, _, _ := strings.Cut(filepath.Base(file), "."); !listed[name] {
				t.Errorf("%s is not in pages.json", file)
			}
		}
	}
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func indented(t testing.TB, v any) []byte {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
