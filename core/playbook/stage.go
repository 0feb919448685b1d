package playbook

import (
	"slices"
	"strings"
	"unicode"
)

// StageNamed is what the playbook says of a stage, by the name that the CRM gives it.
func (p *Playbook) StageNamed(name string) (s Stage, ok bool) {
	for _, called := range stageNames(name) {
		if s, ok = p.Stages[called]; ok {
			break
		}
	}
	return s, ok
}

// Proposed reports a stage in which they have a proposal, by the name that the CRM gives it.
func (p *Playbook) Proposed(name string) bool {
	for _, called := range stageNames(name) {
		if slices.Contains(p.ProposalStages, called) {
			return true
		}
	}
	return false
}

// stageNames are the names by which a playbook may know a stage: its own, that without the
// pipeline which HubSpot puts behind it, "Contract Sent (Sales Pipeline)", and ours for
// its kind, "" where no word tells it.
func stageNames(name string) [3]string {
	name = strings.ToLower(name)
	bare := name
	if open := strings.LastIndex(name, " ("); open > 0 && strings.HasSuffix(name, ")") {
		bare = name[:open]
	}
	return [...]string{name, bare, stageKind(bare)}
}

// stageWords are words in the names of stages, in four languages: of those that CRMs come
// with, and of those that teams make; with a star what they begin with. Of several the
// last list counts: "Value Proposition" is what they are shown, "Proposition/Devis" an offer.
var stageWords = []struct{ kind, words string }{
	{"lead", "lead leads new neu neue nouveau nuevo prospect prospecting prospection prospección prospektion interessent qualif* calificad* calificación cualificad* cualificación " +
		"contact contacted kontakt kontaktiert contacté contacto contactado appointment termin rendez rdv cita needs bedarf* besoins necesidades"},
	{"demo", "demo demos demotermin demonstr* demostr* démo démos démonstr* presentation* présentation* präsentation* presentación presentaciones perception wahrnehmung* percepción maker makers entscheider* entscheidungsträger* décideur* responsable* decisor*"},
	{"proposal", "proposition* propuesta propuestas"},
	{"demo", "value wert* nutzen* valeur valor"},
	{"proposal", "proposal* quote* quotation* offer offered offre angebot* offert* preisangebot* devis presupuesto* cotización cotizaciones oferta"},
	{"negotiation", "negotiat* verhandl* négociation* negociación negociaciones contract contracts vertrag* contrat contrats contrato contratos"},
}

// stageDenials make a name say nothing: "Pre-proposal", "No quote yet".
var stageDenials = strings.Fields("no not pre before kein keine nicht ohne pas sans avant sin antes")

// stageWord is one of them, with the list it stands in; -1 is a denial.
type stageWord struct {
	word   string
	begins bool
	list   int
}

// stageWordsBy are all of them by their first byte: a pipeline has a million rows.
var stageWordsBy [256][]stageWord

func init() {
	add := func(word string, list int) {
		stem, begins := strings.CutSuffix(word, "*")
		stageWordsBy[stem[0]] = append(stageWordsBy[stem[0]], stageWord{stem, begins, list})
	}
	for list, s := range stageWords {
		for _, word := range strings.Fields(s.words) {
			add(word, list)
		}
	}
	for _, word := range stageDenials {
		add(word, -1)
	}
}

// stageKind is our name for a stage of a CRM, in lower case; "" where no word tells it.
func stageKind(name string) string {
	kind, last := "", -1
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, w := range stageWordsBy[word[0]] {
			switch {
			case word != w.word && !(w.begins && strings.HasPrefix(word, w.word)):
			case w.list < 0:
				return ""
			case w.list > last:
				kind, last = stageWords[w.list].kind, w.list
			}
		}
	}
	return kind
}
