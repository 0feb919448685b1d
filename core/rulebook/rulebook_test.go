package rulebook

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/assess"
	"cleanbreak/core/playbook"
	"cleanbreak/core/verdict"
)

var update = flag.Bool("update", false, "write core/RULES.md")

// TestThePageIsNew compares core/RULES.md with what would be written now.
func TestThePageIsNew(t *testing.T) {
	want := Page(playbook.Balanced())
	if *update {
		if err := os.WriteFile("../RULES.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile("../RULES.md"); err != nil || string(have) != want {
		t.Errorf("core/RULES.md is older than the rules (%v): run make rules, and review the difference", err)
	}
}

// TestEveryRowHasItsCase judges the case of every row and looks for what it shows.
// A rule's case is decided by that rule.
func TestEveryRowHasItsCase(t *testing.T) {
	p := playbook.Balanced()
	all := slices.Concat(Rules(p), Gates, Signals(p), Practices(p))
	for _, row := range all {
		t.Run(row.Name, func(t *testing.T) {
			a := judged(t, row)
			out := printed(t, a)
			if !strings.Contains(out, row.Shows) {
				t.Errorf("testdata/cases/%s.json does not show %s:\n%s", row.Case, row.Shows, out)
			}
		})
	}
	for _, row := range Rules(p) {
		if a := judged(t, row); a.Rule != row.Name {
			t.Errorf("testdata/cases/%s.json is decided by %s, not by %s", row.Case, a.Rule, row.Name)
		}
	}
}

func judged(t *testing.T, row Row) assess.Assessment {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../testdata/cases", row.Case+".json"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := playbook.Named(row.Playbook)
	if err != nil {
		t.Fatal(err)
	}
	cases, _, err := assess.ParseCases(data, p)
	if err != nil {
		t.Fatal(err)
	}
	return assess.All(cases)[0]
}

// printed is an assessment as the command prints it.
func printed(t *testing.T, a assess.Assessment) string {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(a); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestEveryRowIsWhole: a name of its own, a source, and something to show.
func TestEveryRowIsWhole(t *testing.T) {
	sources := append([]string{"ours", "resonaid"}, playbook.Voices...)
	for _, rows := range [][]Row{Rules(playbook.Balanced()), Signals(playbook.Balanced()), Practices(playbook.Balanced())} {
		names := map[string]bool{}
		for _, r := range rows {
			if names[r.Name] || r.Name == "" || r.Observed == "" || r.Shows == "" || !slices.Contains(sources, r.Source) {
				t.Errorf("row %q of %q is not whole, or not the only one of its name", r.Name, r.Source)
			}
			names[r.Name] = true
		}
	}
	for _, e := range Elsewhere {
		if _, err := os.Stat(filepath.Join("../..", e.Where)); err != nil {
			t.Errorf("%q points to %s: %v", e.What, e.Where, err)
		}
	}
}

// TestEveryVerdictAndKindHasACase: nothing the engine can say is without one.
func TestEveryVerdictAndKindHasACase(t *testing.T) {
	files, err := filepath.Glob("../../testdata/cases/*.json")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range files {
		a := judged(t, Row{Case: strings.TrimSuffix(filepath.Base(f), ".json")})
		seen[a.Verdict], seen[a.Verdict+" "+a.Kind] = true, true
	}
	for _, want := range []string{
		verdict.YourTurn, verdict.Invest, verdict.Keep, "last-try ghosting", verdict.Stop, verdict.HandOff,
		"break-up ghosting", "break-up no-budget", "break-up no-authority", "break-up no-fit", "break-up not-interested", "break-up competitor",
		"break-up tire-kicker", "break-up over-invested", "break-up not-now", "break-up not-worth-it",
		"pause not-now", "pause competitor", "pause away", "pause waiting", "pause let-go", "pause satisfied",
	} {
		if !seen[want] {
			t.Errorf("no case shows %s", want)
		}
	}
}
