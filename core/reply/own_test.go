package reply_test

import (
	"testing"
	"time"

	"cleanbreak/core/reply"
)

func TestOwnMessages(t *testing.T) {
	sent := time.Date(2026, 11, 4, 10, 0, 0, 0, time.UTC) // a Wednesday
	for _, c := range []struct {
		text, promise, on string
		value             bool
	}{
		{"I'll send the sheet by Friday.", "I'll send the sheet by Friday.", "2026-11-06", false},
		{"Thanks for your time. I will get back to you with numbers next week. Bye", "I will get back to you with numbers next week.", "2026-11-09", false},
		{"Let me check with our team.", "Let me check with our team.", "", false},
		{"Ich schicke Ihnen das Datenblatt bis Montag.", "Ich schicke Ihnen das Datenblatt bis Montag.", "2026-11-09", false},
		{"Die Unterlagen sende ich Ihnen morgen zu.", "Die Unterlagen sende ich Ihnen morgen zu.", "2026-11-05", false},
		{"Je vous envoie le devis d'ici vendredi.", "Je vous envoie le devis d'ici vendredi.", "2026-11-06", false},
		{"Le enviaré la propuesta antes del 12 de noviembre.", "Le enviaré la propuesta antes del 12 de noviembre.", "2026-11-12", false},
		{"Please let me know what you think.", "", "", false},
		{"I will not write again.", "", "", false},
		{"Shall I send it on Monday?", "", "", false},
		{"> I'll send it tomorrow.", "", "", false},
		{"The sheet is attached.", "", "", true},
		{"Anbei finden Sie die Übersicht.", "", "", true},
		{"Vous trouverez le guide en pièce jointe.", "", "", true},
		{"Adjunto el informe.", "", "", true},
		{"Have a look: https://us.example/guide", "", "", true},
		{"Hello.\n\nBest regards,\nJo Berg\nhttps://us.example", "", "", false},
	} {
		own := reply.Own(reply.Mail{Text: c.text, Received: sent})
		got, on := "", ""
		if len(own.Promises) > 0 {
			got, on = own.Promises[0].Text, date(own.Promises[0].On)
		}
		if got != c.promise || on != c.on || own.GaveValue != c.value {
			t.Errorf("%q: promise %q on %q, value %v", c.text, got, on, own.GaveValue)
		}
	}
}
