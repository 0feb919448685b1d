package pipeline

import (
	"strings"
	"testing"
)

// TestTheStagesOfCRMs holds that a CRM's own stages rot as the playbook's do, and that a
// proposal has its own touches; a line says the stage as the CRM does.
func TestTheStagesOfCRMs(t *testing.T) {
	activities := "deal id,at,type,direction\n"
	for _, day := range []string{"10-12", "10-18", "10-24", "10-30", "11-05"} {
		activities += "1,2026-" + day + ",email,out\n"
	}
	for stage, want := range map[string]string{
		"proposal": "second contact", "Proposal Made": "second contact", "Proposal/Price Quote": "second contact", "Contract Sent (Sales Pipeline)": "second contact", "Angebotsphase": "second contact", "Devis envoyé": "second contact", "Presupuesto": "second contact",
		"Presentation Scheduled (Sales Pipeline)": "rotting", "Value Proposition": "rotting",
		"On hold": "",
	} {
		_, lines := linesOf(t, textSource("d.csv", "id,title,stage,value\n1,One,"+stage+",20000\n"), textSource("a.csv", activities))
		l := lines[0]
		got := ""
		switch {
		case strings.Contains(l.Because, "try somebody else at the company"):
			got = "second contact"
		case l.Rotting:
			got = "rotting"
		}
		if got != want || l.Stage != stage {
			t.Errorf("%s: %s, %s (rotting %v), want %s", stage, l.Stage, l.Because, l.Rotting, want)
		}
	}
}
