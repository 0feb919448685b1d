package pipeline

import (
	"strings"
	"testing"
)

func TestDirections(t *testing.T) {
	for want, list := range map[string]string{
		theirs: "in|Inbound|Incoming|INCOMING_EMAIL|Received|Received reply|Missed|reply|EMAIL_REPLY|Replied|Answer|Answered|Eingehend|Eingehender Anruf|Empfangen|Antwort|Verpasst|" +
			"Entrant|Reçu|Réponse|Répondu|Entrante|Recibida|Respuesta|Contestada",
		ours:    "out|Outbound|Outgoing|Outgoing, missed|Sent|reply sent|EMAIL|Ausgehend|Gesendet|Sortant|Envoyé|Saliente|Enviado",
		unclear: "inbund|FORWARDED_EMAIL|Discovery|No answer|keine Antwort",
		"":      " |-",
	} {
		for _, direction := range strings.Split(list, "|") {
			if got := directionOf(direction, ""); got != want {
				t.Errorf("%q: %q, want %q", direction, got, want)
			}
		}
	}
}

// TestNoOptOutIsLost holds that a wish to be left alone is heard whatever else the row
// says, unless it is one of ours.
func TestNoOptOutIsLost(t *testing.T) {
	const (
		plain = "email,at,type,direction,body\n"
		bare  = "ID,Type,Done,Due date,Subject,Note,Email\n"
		wish  = "Please remove me from your list"
	)
	for _, c := range []struct{ about, header, row, want string }{
		{"incoming", plain, "kim@x.example,2026-11-04,email,in," + wish, "stop"},
		{"a reply", plain, "kim@x.example,2026-11-04,email,reply," + wish, "stop"},
		{"HubSpot's reply", plain, "kim@x.example,2026-11-04,email,EMAIL_REPLY," + wish, "stop"},
		{"a direction nobody knows", plain, "kim@x.example,2026-11-04,email,inbund," + wish, "stop"},
		{"no direction", plain, "kim@x.example,2026-11-04,email,," + wish, "stop"},
		{"a type nobody knows", plain, "kim@x.example,2026-11-04,emial,in," + wish, "stop"},
		{"neither known", plain, "kim@x.example,2026-11-04,pigeon,,Bitte nehmen Sie mich aus dem Verteiler.", "stop"},
		{"WhatsApp", plain, "kim@x.example,2026-11-04,WhatsApp,in," + wish, "stop"},
		{"a meeting's note", plain, "kim@x.example,2026-11-04,meeting,,Merci de me retirer de votre liste", "stop"},
		{"a day ahead", plain, "kim@x.example,2026-12-04,email,in," + wish, "stop"},
		{"not ticked", bare, "1,Email,,2026-11-04,RE: Intro," + wish + ",kim@x.example", "stop"},
		{"a task", bare, "1,Task,Done,2026-11-04,RE: Intro," + wish + ",kim@x.example", "stop"},
		{"a bare word", plain, "kim@x.example,2026-11-04,email,,Unsubscribe", "stop"},
		{"ours", plain, "kim@x.example,2026-11-04,email,out," + wish, "keep"},
		{"ours, by HubSpot", plain, "kim@x.example,2026-11-04,email,EMAIL," + wish, "keep"},
		{"ours of no known type", plain, "kim@x.example,2026-11-04,pigeon,out," + wish, "keep"},
		{"our offer", plain, `kim@x.example,2026-11-04,email,,"If you'd rather not hear from me again, just let me know and I'll remove you from my list."`, "keep"},
		{"our question", plain, "kim@x.example,2026-11-04,email,,Should I stop emailing you?", "keep"},
		{"our link", plain, "kim@x.example,2026-11-04,email,,\"Hi Kim, checking in.\n\nUnsubscribe\"", "keep"},
		{"another answer", plain, "kim@x.example,2026-11-04,email,,Just checking in", "keep"},
	} {
		_, lines := linesOf(t, textSource("p.csv", "name,email,account,value\nKim,kim@x.example,X,5000\n"), textSource("a.csv", c.header+c.row+"\n"))
		if l := lines[0]; l.Verdict != c.want || (len(l.Suppress) > 0) != (c.want == "stop") {
			t.Errorf("%s: %s (%s), suppressed %v; want %s", c.about, l.Verdict, l.Reason(), l.Suppress, c.want)
		}
	}
}

// TestUnknownDirectionsAreCounted by their word.
func TestUnknownDirectionsAreCounted(t *testing.T) {
	run, _ := linesOf(t, textSource("p.csv", "name,email\nKim,kim@x.example\n"),
		textSource("a.csv", "email,at,type,direction\nkim@x.example,2026-11-04,email,inbund\nkim@x.example,2026-11-05,email,inbund\nkim@x.example,2026-11-06,email,in\nkim@x.example,2026-11-06,email,\n"))
	if got := run.Summary.Directions; len(got) != 1 || got["inbund"] != 2 {
		t.Errorf("unknown directions: %v", got)
	}
}
