package pipeline

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/playbook"
)

var update = flag.Bool("update", false, "write the answers anew; review the difference")

var now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

func options() Options { return Options{Now: now, Playbook: playbook.Balanced()} }

func fileSource(name string) Source {
	return Source{Name: filepath.Base(name), Open: func() (io.ReadCloser, error) { return os.Open(name) }}
}

func textSource(name, text string) Source {
	return Source{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

// answered runs the files and gives the answer, as csv, and the run.
func answered(t testing.TB, o Options, sources ...Source) (string, *Triage) {
	t.Helper()
	run, err := New(sources, o)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := NewWriter(&out, "csv")
	if err := w.Head(run.Sheets); err != nil {
		t.Fatal(err)
	}
	if err := run.Run(context.Background(), w.Line, nil); err != nil {
		t.Fatal(err)
	}
	return out.String(), run
}

const exports = "../../testdata/pipeline/"

// TestExports reads every folder of exports and compares the answer.
func TestExports(t *testing.T) {
	folders, err := filepath.Glob(exports + "*")
	if err != nil || len(folders) < 10 {
		t.Fatal(folders, err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			files, _ := filepath.Glob(folder + "/*.[ct]sv")
			var sources []Source
			for _, f := range files {
				if filepath.Base(f) != "answer.csv" {
					sources = append(sources, fileSource(f))
				}
			}
			got, run := answered(t, options(), sources...)
			for _, s := range run.Sheets {
				for _, c := range s.Columns {
					if c.Field == "ignore" {
						t.Logf("%s: %q is not read", s.File, c.Header)
					}
				}
			}
			answer := folder + "/answer.csv"
			if *update {
				if err := os.WriteFile(answer, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(answer)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// linesOf runs the files and gives the run, and each line.
func linesOf(t testing.TB, sources ...Source) (*Triage, []Line) {
	t.Helper()
	run, err := New(sources, options())
	if err != nil {
		t.Fatal(err)
	}
	var lines []Line
	if err := run.Run(context.Background(), func(l *Line) error { lines = append(lines, *l); return nil }, nil); err != nil {
		t.Fatal(err)
	}
	return run, lines
}
