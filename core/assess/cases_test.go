package assess_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"cleanbreak/core/assess"
	"cleanbreak/core/signal"
)

const casesDir = "../../testdata/cases"

// TestCases judges every case and compares the fields its writer expects; the
// others may be anything.
func TestCases(t *testing.T) {
	for name, data := range caseFiles(t) {
		t.Run(name, func(t *testing.T) {
			parsed, _, err := assess.ParseCases(data)
			if err != nil {
				t.Fatal(err)
			}
			c := parsed[0]
			if c.Case.About == "" || c.Case.Expect == nil {
				t.Fatal(`a case in testdata/cases says what it is about, and what to expect`)
			}
			got := c.Assess()
			compare(t, got, *c.Case.Expect)
			addsUp(t, got)
		})
	}
}

func caseFiles(t *testing.T) map[string][]byte {
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

func compare(t *testing.T, got assess.Assessment, expect json.RawMessage) {
	t.Helper()
	var want, have map[string]any
	if err := json.Unmarshal(expect, &want); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(text, []byte(":null,")) && bytes.Contains(text, []byte(`"parts":null`)) {
		t.Error("an array is null")
	}
	if err := json.Unmarshal(text, &have); err != nil {
		t.Fatal(err)
	}
	for field, value := range want {
		had, known := have[field]
		if !known {
			t.Errorf("expect.%s: an assessment has no such field", field)
		} else if !reflect.DeepEqual(had, value) {
			t.Errorf("%s is %v, want %v (because: %s)", field, had, value, got.Because)
		}
	}
}

func addsUp(t *testing.T, a assess.Assessment) {
	t.Helper()
	sum := 0
	for _, p := range a.Parts {
		sum += p.Points
	}
	if sum != a.Score || a.Score < 0 || a.Score > 100 {
		t.Errorf("the parts add up to %d, the score is %d", sum, a.Score)
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
		parsed, _, err := assess.ParseCases(data)
		if err != nil {
			t.Fatal(err)
		}
		shown := false
		for _, p := range parsed[0].Assess().Parts {
			shown = shown || p.Signal == s.Name
		}
		if !shown {
			t.Errorf("signal %s: its case %s does not show it", s.Name, s.Case)
		}
	}
}
