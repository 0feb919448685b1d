package tone_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"cleanbreak/core/tone"
)

// sentences are what testdata holds for one rule: those that it marks, and
// those that it must leave alone. The ones in testdata/aside were written when
// the phrases stood, and are only counted, never tuned for.
type sentences struct{ Wrong, Fine []string }

func cases(t testing.TB, file string) map[string]sentences {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]sentences
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return all
}

var languages = []string{"en", "de", "fr", "es"}

// marks reports whether a rule finds something in a text. A goodbye is asked
// for what it must hold; everything else is an ordinary draft.
func marks(rule, text, lang string) bool {
	goodbye := rule == tone.NoStop || rule == tone.NoDoor
	found := tone.Check(tone.Draft{Text: text, Lang: lang, Goodbye: goodbye})
	return slices.ContainsFunc(found, func(f tone.Finding) bool { return f.Rule == rule })
}

func TestSentences(t *testing.T) {
	for _, lang := range languages {
		for rule, s := range cases(t, lang) {
			for _, text := range s.Wrong {
				if !marks(rule, text, lang) {
					t.Errorf("%s: %s misses %q", lang, rule, text)
				}
			}
			for _, text := range s.Fine {
				if marks(rule, text, lang) {
					t.Errorf("%s: %s marks %q: %v", lang, rule, text, tone.Check(tone.Draft{Text: text, Lang: lang}))
				}
			}
		}
	}
}
