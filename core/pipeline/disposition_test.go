package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"cleanbreak/core/history"
)

// TestDispositions reads results of calls and meetings, as people write them.
func TestDispositions(t *testing.T) {
	for _, c := range []struct{ want, outcomes string }{
		{history.Connected, "Connected|Call connected|Reached|Answered|They picked up|Interested|Requested more info|Spoke with Kim|Erreicht|Joint|A répondu|Contactado|Connected, no follow-up|Not interested|Kein Interesse|Pas intéressée|Uninterested"},
		{history.NoAnswer, "No answer|No response/Busy|Not connected|Not answered|Not reached|Could not be reached|Couldn't be reached|Didn't answer: not reached|Never picked up|Unanswered|Unreachable|Disconnected|Missed|Connected: no|" +
			"Nicht erreicht|Leider nicht abgenommen|Besetzt|Keine Antwort|Non joint|Pas joint|N’a pas répondu|Pas de réponse|Injoignable|No contactado|Sin respuesta|No contestó|No voicemail left|Mailbox full"},
		{history.WrongNumber, "Wrong number|Number disconnected|Invalid number|Number not in service|Falsche Nummer|Mauvais numéro|Número equivocado"},
		{history.LeftVoicemail, "Left voicemail|Left live message|Auf Mailbox gesprochen|Messagerie|Buzón de voz"},
		{history.NoShow, "No show|No-show|Did not attend|Nicht erschienen"},
		{history.Cancelled, "Canceled|Cancelled by them|Abgesagt|Annulé|Cancelado"},
		{history.Rescheduled, "Rescheduled|Verschoben|Reporté|Reprogramada"},
		{history.Scheduled, "Scheduled|Not held|Not completed|Geplant|Nicht stattgefunden|Planifié"},
		{history.Completed, "Completed|Held|Stattgefunden|Effectué|Completada"},
		{"", "|Gatekeeper|Joints and bolts|Threshold|Reachedness"},
	} {
		for _, outcome := range strings.Split(c.outcomes, "|") {
			if got := dispositionOf(outcome); got != c.want {
				t.Errorf("%q: %q, want %q", outcome, got, c.want)
			}
		}
	}
}

// TestACallThatFailedIsNoConversation dials nine times: nobody was reached, and that is
// said of them.
func TestACallThatFailedIsNoConversation(t *testing.T) {
	deals := textSource("deals.csv", "id,name,stage,account\n1,Northwind,demo,Northwind\n")
	for outcome, want := range map[string]string{"No answer": "last-try", "Not connected": "last-try", "Could not be reached": "last-try", "Non joint": "last-try", "Connected": "keep"} {
		calls := "id,deal id,at,type,outcome\n"
		for day := range 9 {
			calls += fmt.Sprintf("%d,1,2026-10-%02d,call,%s\n", day, 10+2*day, outcome)
		}
		calls += "mail,1,2026-11-09,email,\n"
		if _, lines := linesOf(t, deals, textSource("calls.csv", calls)); lines[0].Verdict != want {
			t.Errorf("%s: %s, %s; want %s", outcome, lines[0].Verdict, lines[0].Because, want)
		}
	}
}
