//go:build !js

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadmesCommandsRun runs every command of the README that is whole, as it stands
// there, among the files of the repository; what one writes, the next may overwrite.
func TestReadmesCommandsRun(t *testing.T) {
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.Symlink(filepath.Join(root, "testdata"), filepath.Join(folder, "testdata")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	lines := regexp.MustCompile(`(?m)^(?:go run \./core/cmd/cleanbreak|\./cleanbreak) ([^#\n]+)`).FindAllStringSubmatch(string(text), -1)
	if len(lines) < 8 {
		t.Fatalf("%d commands are in the README", len(lines))
	}
	for range 2 {
		for _, line := range lines {
			if code, _, said := ran(t, strings.Fields(line[1])...); code != 0 {
				t.Errorf("%s\nexit %d: %s", line[0], code, said)
			}
		}
	}
	for _, name := range []string{"answer.csv", "stop.csv"} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
	ignored, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"/cleanbreak", "/answer.csv", "/stop.csv"} {
		if !strings.Contains(string(ignored), "\n"+name+"\n") {
			t.Errorf("%s is not in .gitignore", name)
		}
	}
}
