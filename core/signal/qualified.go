package signal

import (
	"strings"
	"unicode"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var qualified = Signal{
	Name: "qualified", Source: "pipedrive", Hint: true,
	Doc:  "Your answers to the questions of budget, authority, need and timing. Each yes makes a deal likelier; what was answered otherwise, and what is still to ask before the next stage, is shown.",
	Case: "signal-qualified",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		if h.Opportunity.Stage == "" && len(h.Answers) == 0 {
			return reading{}
		}
		var r reading
		var yes, no, open list
		for _, question := range questions {
			switch a := answer(h, question); {
			case a == nil || strings.TrimSpace(a.Text) == "":
				open.add(question)
			case affirms(a.Text):
				yes.add(question)
				r.units++
				r.evidence = append(r.evidence, one(h, a, a.Text)...)
			default:
				no.add(question)
				r.evidence = append(r.evidence, one(h, a, a.Text)...)
			}
		}
		r.because = askedSoFar(h, yes, no, open)
		return r
	},
}

var questions = [...]string{"budget", "authority", "need", "timing"}

func askedSoFar(h *history.History, yes, no, open list) string {
	said := make([]string, 0, 3)
	say := func(words string, names list) {
		if names.n > 0 {
			said = append(said, h.Say(words, names.in(h)))
		}
	}
	say("Settled: {}", yes)
	say("Not settled: {}", no)
	say("Still to ask before the next stage: {}", open)
	return strings.Join(said, ". ")
}

// affirms reports an answer that is no "no", "not yet" or "don't know": such a
// word is among its first three, unless a yes leads.
func affirms(text string) bool {
	s := scanner{text: text}
	for n := 0; n < 3 && s.next(); n++ {
		switch string(s.word()) {
		case "yes", "ja", "oui", "si":
			if n == 0 {
				return true
			}
		case "unknown", "unclear", "nobody", "unbekannt", "unklar", "niemand", "noch", "inconnu", "personne", "nadie", "desconocido":
			return false
		}
		if negates(s.word()) || string(s.word()) == "cannot" {
			return false
		}
	}
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
