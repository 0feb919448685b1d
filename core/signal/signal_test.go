package signal

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/playbook"
)

const casesDir = "../../testdata/cases"

// TestEverySignalIsComplete says what is left to write of a signal: `make
// new-signal` leaves the blanks that it names. That the case shows the signal is
// tested in core/assess.
func TestEverySignalIsComplete(t *testing.T) {
	for _, s := range All {
		for _, left := range missing(s) {
			t.Errorf("%s: %s", s.Name, left)
		}
	}
}

func missing(s *Signal) []string {
	var left []string
	need := func(ok bool, what string) {
		if !ok {
			left = append(left, what)
		}
	}
	weight, weighed := playbook.Balanced().Weights[s.Name]
	need(exists(fileOf(s.Name)), "it stands in a file of its own: core/signal/"+fileOf(s.Name))
	need(s.Doc != "", "Doc says what it observes and what follows")
	need(s.Source == Ours || slices.Contains(sources, s.Source), "Source is "+Ours+", or one of "+strings.Join(sources, ", "))
	need(weighed, "balanced.json gives it no weight")
	need(weight.Why != "", "its weight in balanced.json says why, and how far to trust that")
	need(weight.Points != 0 || s.Hint, "its weight in balanced.json is 0 points, and it is no Hint")
	need(exists(filepath.Join(casesDir, s.Case+".json")), "Case names a file of testdata/cases")
	need(slices.ContainsFunc(rows, func(r row) bool { return r.signal == s.Name && r.because != "" }), "a row in rows_test.go shows it")
	return left
}

// sources are whose thoughts a signal may carry, beside ours.
var sources = append([]string{"resonaid"}, playbook.Voices...)

func fileOf(name string) string { return strings.ReplaceAll(name, "-", "_") + ".go" }

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// TestNoSignalIsForgotten fails where a signal stands in a file and not in All,
// twice in All, or is weighed and does not exist.
func TestNoSignalIsForgotten(t *testing.T) {
	known := map[string]bool{"start": true}
	files := map[string]bool{}
	for _, s := range All {
		if known[s.Name] {
			t.Errorf("All holds %s twice", s.Name)
		}
		known[s.Name], files[fileOf(s.Name)] = true, true
	}
	found, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "= Signal{\n") && !files[f] {
			t.Errorf("%s holds a signal that is not in All", f)
		}
	}
	for name := range playbook.Balanced().Weights {
		if !known[name] {
			t.Errorf("balanced.json weighs %s, and there is no such signal", name)
		}
	}
}
