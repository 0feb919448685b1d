//go:build !lean

package playbook

import (
	"cleanbreak/core/strict"
	"cleanbreak/core/tone"
	"cleanbreak/core/words"
)

// checkTone reads every template as it would be sent. What is missing, a blank or a
// word to say that we stop, is said at the draft.
func (p *Playbook) checkTone(doc *strict.Document) error {
	for _, t := range words.Each(p.Templates) {
		for _, f := range tone.Check(tone.Draft{Text: t.Text, Lang: t.Lang}) {
			if f.Rule != tone.Blank {
				return doc.Fault("templates."+t.Path, "says \"{}\" ({}). {}", f.Quote, f.Rule, f.Better)
			}
		}
	}
	return nil
}
