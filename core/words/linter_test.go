package words_test

import (
	"testing"

	"cleanbreak/core/tone"
	"cleanbreak/core/words"
)

// TestTemplatesPassTheLinter holds our own words to what we ask of others.
func TestTemplatesPassTheLinter(t *testing.T) {
	for _, form := range []string{words.Email, words.Short, words.Spoken} {
		for _, lang := range words.Languages() {
			for _, p := range words.Purposes {
				for _, fields := range []map[string]string{known(lang, p.Name), little(known(lang, p.Name))} {
					draft, ok := words.Draft(lang, p.Name, form, fields, nil)
					if !ok {
						continue
					}
					for _, f := range tone.Check(tone.Draft{Text: draft.Body, Lang: lang, Goodbye: p.Goodbye}) {
						if f.Rule != tone.Blank {
							t.Errorf("%s %s %s: %s %q in: %s", lang, p.Name, form, f.Rule, f.Quote, draft.Body)
						}
					}
					for _, f := range tone.Check(tone.Draft{Text: draft.Subject, Lang: lang}) {
						if f.Rule != tone.Blank {
							t.Errorf("%s %s: %s %q in the subject %q", lang, p.Name, f.Rule, f.Quote, draft.Subject)
						}
					}
				}
			}
		}
	}
}
