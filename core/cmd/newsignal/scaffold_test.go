package main

import (
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const repository = "../../.."

// TestAScaffoldedSignalCompilesAndSaysWhatIsLeft begins one in a copy of the
// engine: it compiles, and the tests name every blank.
func TestAScaffoldedSignalCompilesAndSaysWhatIsLeft(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("needs the go command")
	}
	root := engine(t)
	made, err := scaffold(root, "job-change")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range made {
		if formatted, err := format.Source([]byte(m.text)); strings.HasSuffix(m.file, ".go") && (err != nil || string(formatted) != m.text) {
			t.Errorf("%s is not formatted (%v)", m.file, err)
		}
	}

	if out, err := goRun(root, "vet", "./core/signal"); err != nil {
		t.Fatalf("it does not compile: %v\n%s", err, out)
	}
	out, err := goRun(root, "test", "./core/signal", "./core/playbook")
	if err == nil {
		t.Error("the tests pass, and nothing is written yet")
	}
	for _, want := range []string{
		"job-change: Doc says what it observes",
		"job-change: its weight in balanced.json says why",
		"job-change: its weight in balanced.json is 0 points",
		"job-change: a row in rows_test.go shows it",
		".weights.job-change gives numbers and no reason",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the tests do not say %q:\n%s", want, out)
		}
	}
	if n := strings.Count(out, "job-change"); n != 5 {
		t.Errorf("the tests name job-change %d times, and 5 things are left:\n%s", n, out)
	}

	if _, err := scaffold(root, "job-change"); err == nil || !strings.Contains(err.Error(), `"job-change" is begun already: core/signal/job_change.go`) {
		t.Errorf("a signal over another: %v", err)
	}
}

// engine copies what the go command needs to test the signals.
func engine(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, dir := range []string{"core", "testdata/cases"} {
		if err := os.CopyFS(filepath.Join(root, dir), os.DirFS(filepath.Join(repository, dir))); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(repository, file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func goRun(dir string, args ...string) (string, error) {
	run := exec.Command("go", args...)
	run.Dir = dir
	out, err := run.CombinedOutput()
	return string(out), err
}

func TestNamesThatAreRefused(t *testing.T) {
	for name, why := range map[string]string{
		"":            "small letters",
		"JobChange":   "small letters",
		"job_change":  "small letters",
		"job--x":      "small letters",
		"a-b-test":    "leave out a file",
		"max":         "means something else",
		"reply":       "means something else",
		"func":        "means something else",
		"worth":       "means something else",
		"quarter-end": "means something else",
	} {
		if _, err := variableFor(repository, name); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: %v, want %q", name, err, why)
		}
	}
	if v, err := variableFor(repository, "job-change"); v != "jobChange" || err != nil {
		t.Errorf("job-change is %q, %v", v, err)
	}
}
