package brain

import (
	"cleanbreak/core/tone"
	"cleanbreak/core/words"
	"cleanbreak/wasm/view"
)

// Lint says what a kind and honest seller would not send of a template that a team
// writes: in a language, for a purpose, and "subject", "body", "short" or "spoken".
// Its fields are no blanks. Rule and Better are the linter's, in English; the page
// says them in the rep's language. It is never nil.
func Lint(lang, purpose, part, text string) []view.Finding {
	p, _ := words.Find(purpose)
	out := []view.Finding{}
	for _, f := range tone.Check(tone.Draft{Text: text, Lang: lang, Goodbye: p.Goodbye && part != "subject"}) {
		if f.Rule != tone.Blank {
			out = append(out, view.Finding{
				Rule: f.Rule, Quote: f.Quote, Better: f.Better, From: view.Units(text[:f.From]), To: view.Units(text[:f.To]),
			})
		}
	}
	return out
}
