package assess_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"cleanbreak/core/assess"
	"cleanbreak/core/plan"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// bracketed is a language in which every phrase stands in brackets.
func bracketed(t *testing.T) *say.Language {
	source, err := os.ReadFile("../../extension/_locales/en/messages.json")
	if err != nil {
		t.Fatal(err)
	}
	var english map[string]struct{ Message string }
	if err := json.Unmarshal(source, &english); err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for name, m := range english {
		forms := strings.Split(m.Message, "|")
		for i := range forms {
			forms[i] = "⟦" + forms[i] + "⟧"
		}
		lines.WriteString(name + "\t" + strings.Join(forms, "|") + "\n")
	}
	return say.Learn("xx", lines.String())
}

var phrase = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)

// unsaid is what stands outside the brackets.
func unsaid(words string) string {
	for phrase.MatchString(words) {
		words = phrase.ReplaceAllString(words, "")
	}
	if strings.ContainsFunc(words, unicode.IsLetter) {
		return words
	}
	return ""
}

// leftovers are what is left in English, and where it was first seen.
type leftovers map[string]string

func (l leftovers) see(where, words string) {
	if left := unsaid(words); left != "" && l[left] == "" {
		l[left] = where
	}
}

// TestTongue judges every case in another language: it decides nothing, and no
// sentence for the rep is left in English.
func TestTongue(t *testing.T) {
	tongue := bracketed(t)
	files, err := filepath.Glob("../../testdata/cases/*.json")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d cases: %v", len(files), err)
	}
	left := leftovers{}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases, _, err := assess.ParseCases(source, playbook.Balanced())
		if err != nil {
			t.Fatal(err)
		}
		for i := range cases {
			english := cases[i].Assess()
			cases[i].Record.Tongue = tongue
			sayAll(t, left, filepath.Base(file), cases[i].Assess(), english)
		}
	}
	for _, words := range slices.Sorted(maps.Keys(left)) {
		t.Errorf("%q stays in English, first in %s: make locales, and translate it", words, left[words])
	}
}

func sayAll(t *testing.T, left leftovers, file string, a, english assess.Assessment) {
	said := func(what, words string) { left.see(file+", "+what, words) }
	if a.Verdict != english.Verdict || a.Kind != english.Kind || a.Score != english.Score || a.Rule != english.Rule {
		t.Errorf("%s: %s %s %d, and in English %s %s %d", file, a.Verdict, a.Kind, a.Score, english.Verdict, english.Kind, english.Score)
	}
	said("because", a.Because)
	said("the reason", a.ClosedLostReason)
	said("the note", a.CRMNote)
	for _, v := range a.Voices {
		said(v.Source, v.Because)
	}
	for i, f := range a.Flips {
		if f.If != english.Flips[i].If { // what they wait for, in their own words, is nobody's to translate
			said("a flip", f.If)
		}
	}
	for i, p := range a.Parts {
		said(p.Signal, p.Because)
		for j, e := range p.Evidence {
			if e.Quote != english.Parts[i].Evidence[j].Quote {
				said(p.Signal+"'s evidence", e.Quote)
			}
		}
	}
	for i, st := range a.Plan.Steps {
		switch st.Do {
		case plan.Send, plan.Ask, plan.Colleague: // what a prospect is sent has a language of its own
			if st.Body != english.Plan.Steps[i].Body {
				t.Errorf("%s: a draft is another: %q", file, st.Body)
			}
		default:
			if st.Done && st.Do == plan.Erase {
				continue // it keeps the words it was ticked by
			}
			said(st.Do, st.Body)
			if ticks := st.Tick != ""; ticks != (st.Do == plan.Remove || st.Do == plan.Suppress || st.Do == plan.Erase || st.Do == plan.Unsaid) {
				t.Errorf("%s: %s is ticked by %q", file, st.Do, st.Tick)
			} else if ticks && st.Tick != english.Plan.Steps[i].Body {
				t.Errorf("%s: %s is ticked by %q, and in English by %q", file, st.Do, st.Tick, english.Plan.Steps[i].Body)
			}
		}
	}
}
