package playbook

import (
	"strings"
	"testing"
)

// TestStagesOfCRMs knows the stages that CRMs come with, in four languages, and what
// teams call theirs.
func TestStagesOfCRMs(t *testing.T) {
	for want, list := range map[string]string{
		"lead": "Lead|Qualified|Contact Made|Appointment Scheduled (Sales Pipeline)|Qualified To Buy (Sales Pipeline)|Prospecting|Qualification|Needs Analysis|" +
			"Qualifiziert|Kontakt hergestellt|Termin vereinbart (Vertriebspipeline)|Qualifizierung|Bedarfsanalyse|" +
			"Qualifié|Contact établi|Rendez-vous planifié|Analyse des besoins|Calificado|Contacto hecho|Cita programada|Calificación|Análisis de necesidades",
		"demo": "Demo|Demo Scheduled|Presentation Scheduled (Sales Pipeline)|Decision Maker Bought-In|Value Proposition|Id. Decision Makers|Perception Analysis|" +
			"Demo geplant|Präsentation vereinbart|Wertangebot|Entscheidungsträger ermitteln|Démo planifiée|Présentation planifiée|Proposition de valeur|Identification des décideurs|" +
			"Demostración programada|Presentación programada|Propuesta de valor|Identificar responsables",
		"proposal": "Proposal|PROPOSAL|Proposal Made|Proposal/Price Quote|Quote sent|Angebot|Angebotsphase|Angebot versendet|Proposition|Proposition/Devis|Devis envoyé|Propuesta|Propuesta hecha|Presupuesto enviado|Propuesta/Cotización",
		"negotiation": "Negotiation|Negotiations Started|Negotiation/Review|Contract Sent (Sales Pipeline)|Verhandlung|Verhandlungen begonnen|Vertrag gesendet|" +
			"Négociation/Révision|Contrat envoyé|Negociaciones iniciadas|Contrato enviado|Proposal – negotiation",
		"": "|Signed|On hold|Closed Won|Pre-proposal|No quote yet|Misleading|Newcomer|Democracy?|Kein Angebot|Onboarding (Proposal Pipeline)",
	} {
		for _, name := range strings.Split(list, "|") {
			s, ok := Balanced().StageNamed(name)
			if known := Balanced().Stages[want]; s != known || ok != (want != "") {
				t.Errorf("%q: %+v %v, want %s", name, s, ok, want)
			}
			if got := Balanced().Proposed(name); got != (want == "proposal" || want == "negotiation") {
				t.Errorf("%q is proposed: %v", name, got)
			}
		}
	}
}

// TestAStageOfTheTeamsOwn counts as its playbook names it, before what its words tell.
func TestAStageOfTheTeamsOwn(t *testing.T) {
	p := *Balanced()
	p.Stages = map[string]Stage{"contract sent": {Days: 3}, "proposal": {Days: 21}}
	p.ProposalStages = []string{"trial"}
	for name, want := range map[string]int{"Contract sent": 3, "Contract Sent (Sales Pipeline)": 3, "Proposal Made": 21, "Negotiation": 0} {
		if s, _ := p.StageNamed(name); s.Days != want {
			t.Errorf("%s: %d days, want %d", name, s.Days, want)
		}
	}
	if !p.Proposed("Trial (Sales Pipeline)") || p.Proposed("Proposal") {
		t.Error("what a proposal is says the playbook")
	}
}
