package assess_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cleanbreak/core/assess"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
)

const casesDir = "../../testdata/cases"

// TestCases judges every case and compares what its writer expects; the rest may
// be anything. testdata/cases/README.md says how to write one.
func TestCases(t *testing.T) {
	for name, data := range caseFiles(t) {
		t.Run(name, func(t *testing.T) {
			cases := parsedAll(t, data)
			for i, got := range assess.All(cases) {
				c := cases[i]
				if c.Case.About == "" || len(c.Case.Expect) == 0 {
					t.Fatal(`a case in testdata/cases says what it is about, and what to expect`)
				}
				for _, fault := range compare(got, c.Case.Expect) {
					t.Errorf("%s (because: %s)", fault, got.Because)
				}
				for _, fault := range unlawful(c.Record, c.Playbook, got) {
					t.Error(fault)
				}
			}
		})
	}
}

func caseFiles(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(casesDir, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s (%v)", casesDir, err)
	}
	cases := map[string][]byte{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		cases[strings.TrimSuffix(filepath.Base(f), ".json")] = data
	}
	return cases
}

func parsedAll(t testing.TB, data []byte) []assess.Parsed {
	t.Helper()
	cases, _, err := assess.ParseCases(data, playbook.Balanced())
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// parsed is the case of a file, or the first of its list.
func parsed(t testing.TB, data []byte) assess.Parsed { return parsedAll(t, data)[0] }

// TestATitleChangesNoCase takes the title away, and gives another: nothing moves.
func TestATitleChangesNoCase(t *testing.T) {
	for name, data := range caseFiles(t) {
		c := parsed(t, data)
		want := text(c.Assess())
		for _, title := range []string{"", "Chief Executive Officer", "Intern"} {
			c.Record.Prospect.Title = title
			if got := text(c.Assess()); got != want {
				t.Errorf("%s: the title %q changes the assessment", name, title)
			}
		}
	}
}

func text(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// TestNoArrayIsNull keeps readers of the JSON from asking.
func TestNoArrayIsNull(t *testing.T) {
	for name, data := range caseFiles(t) {
		out := text(parsed(t, data).Assess())
		for _, array := range []string{"unsure", "parts", "voices", "flips", "steps", "hooks", "suppress", "evidence", "spend_on"} {
			if strings.Contains(out, `"`+array+`":null`) {
				t.Errorf("%s: %s is null", name, array)
			}
		}
	}
}

// TestEverySignalHasItsCase fails while a signal's case is missing, or does not
// show it.
func TestEverySignalHasItsCase(t *testing.T) {
	cases := caseFiles(t)
	for _, s := range signal.All {
		data, ok := cases[s.Case]
		if !ok {
			t.Errorf("signal %s: there is no testdata/cases/%s.json", s.Name, s.Case)
			continue
		}
		shown := false
		for _, p := range parsed(t, data).Assess().Parts {
			shown = shown || p.Signal == s.Name
		}
		if !shown {
			t.Errorf("signal %s: its case %s does not show it", s.Name, s.Case)
		}
	}
}
