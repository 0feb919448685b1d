package signal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cleanbreak/core/playbook"
)

// TestEverySignalIsComplete fails while one has no file, no registration, no
// sentence or no weight. That its case shows it is tested in core/assess.
func TestEverySignalIsComplete(t *testing.T) {
	registered := map[string]bool{}
	for _, s := range All {
		registered[s.Name] = true
		if s.Doc == "" || s.Case == "" {
			t.Errorf("%s: Doc and Case are needed", s.Name)
		}
		if playbook.Balanced().Weights[s.Name].Points == 0 {
			t.Errorf("%s has no weight in balanced.json", s.Name)
		}
		if _, err := os.Stat(s.Name + ".go"); err != nil {
			t.Errorf("%s has no file of its name", s.Name)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(f, ".go")
		if f == "signal.go" || f == "part.go" || strings.HasSuffix(f, "_test.go") {
			continue
		}
		if !registered[name] {
			t.Errorf("%s is not in All", f)
		}
	}
	for name := range playbook.Balanced().Weights {
		if name != "start" && !registered[name] {
			t.Errorf("balanced.json weighs %s, and there is no such signal", name)
		}
	}
}
