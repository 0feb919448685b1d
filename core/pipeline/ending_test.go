package pipeline

import (
	"testing"
)

func TestEndings(t *testing.T) {
	for status, want := range map[string]string{
		"Open": open, "Offen": open, "Demo": "", "": "", "Closing": "", "Working - Contacted": "", "Qualified": "",
		"Won": "won", "Closed won": "won", "closedwon": "won", "Gewonnen": "won", "Abgeschlossen und gewonnen": "won", "Gagné": "won", "Ganado": "won",
		"Closed Lost to Competition": "lost", "Verloren": "lost", "Perdue": "lost", "Lost Lead": "lost",
		"Junk Lead": "disqualified", "Not Qualified": "disqualified", "Closed - Not Converted": "disqualified", "Unqualified": "disqualified",
		"No budget - lost": "lost", "Lost - no budget": "lost", "Closed for review": "", "Lost contact - retry": "", "Not won": "", "Noch nicht gewonnen": "", "Won't decide": "", "Almost won": "", "Reopened after lost": "",
		"Closed - Converted": "closed", "Geschlossen": "closed", "Deleted": "deleted",
	} {
		if got := endingOf(header(status)); got != want {
			t.Errorf("%q: %q, want %q", status, got, want)
		}
	}
}

// TestADealIsOver by its status, a tick or its stage, and the status counts before the
// stage, whose name is the team's own.
func TestADealIsOver(t *testing.T) {
	for _, c := range []struct{ headers, row, want string }{
		{"Deal Stage", "Demo", "keep"},
		{"Deal Stage", "Closed won", "is closed already: won"},
		{"Deal Stage", "Closed for review", "keep"},
		{"Deal Stage", "Lost contact - retry", "keep"},
		{"Deal Stage,Is Deal Closed?", "Signed,true", "is closed already"},
		{"Deal Stage,Is Deal Closed?", "Vertrag unterschrieben,TRUE", "is closed already"},
		{"Deal Stage,Is Deal Closed?", "Signed,false", "keep"},
		{"Deal Stage,Is Closed,Is Closed Won", "Signed,1,1", "is closed already: won"},
		{"Deal Stage,Is Closed Won,Is Closed", "Signed,1,1", "is closed already: won"},
		{"Deal Stage,Is Closed,Is Closed Won", "Signed,1,0", "is closed already"},
		{"Deal Stage,Is Closed", "Closed Won,true", "is closed already: won"},
		{"Deal Stage,Is Closed", "Closed Lost,true", "is closed already: lost"},
		{"Deal Stage,Is Closed", "Open,true", "is closed already"},
		{"Deal Stage,Is Closed", "Closed Won,false", "is closed already: won"},
		{"Deal Stage,Ist der Deal abgeschlossen?", "Abgeschlossen und gewonnen,wahr", "is closed already: won"},
		{"Deal Stage,Status", "Closed Won,Closed", "is closed already: won"},
		{"Deal Stage,Status", "Closed Won,Lost", "is closed already: lost"},
		{"Deal Stage,Closed,Won", "Signed,1,0", "is closed already"},
		{"Deal Stage,Closed,Won", "Signed,0,0", "keep"},
		{"Deal Stage,ISCLOSED,ISWON", "Signed,true,true", "is closed already: won"},
		{"Deal Stage,ISCLOSED,ISWON", "Signed,true,false", "is closed already"},
		{"Deal Stage,ISCLOSED,ISWON", "Signed,false,false", "keep"},
		{"Deal Stage,Geschlossen", "Signed,wahr", "is closed already"},
		{"Deal Stage,Status", "Verloren?,Open", "keep"},
		{"Deal Stage,Status,Is Closed", "Signed,Open,1", "is closed already"},
		{"Deal Stage,Status", "Demo,Lost", "is closed already: lost"},
		{"Deal Stage,Close Date", "Demo,2027-01-31", "keep"},
	} {
		_, lines := linesOf(t, textSource("d.csv", "Record ID,Deal Name,"+c.headers+"\n7,Rollout,"+c.row+"\n"))
		if got := lines[0].Verdict + lines[0].Why; got != c.want {
			t.Errorf("%s: %s is %s, want %s", c.headers, c.row, got, c.want)
		}
	}
}
