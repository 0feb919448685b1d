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
		{"I'll call you on Thursday at 10.", "I'll call you on Thursday at 10.", "2026-11-05", false},
		{"Will send you the numbers tomorrow.", "Will send you the numbers tomorrow.", "2026-11-05", false},
		{"I'll circle back on the 12th.", "I'll circle back on the 12th.", "2026-11-12", false},
		{"I'll have Eva call you on Friday.", "I'll have Eva call you on Friday.", "2026-11-06", false},
		{"We will be in touch after 15 January.", "We will be in touch after 15 January.", "2027-01-16", false},
		{"I'll send it by end of day.", "I'll send it by end of day.", "2026-11-04", false},
		{"Ich rufe Sie am Donnerstag an.", "Ich rufe Sie am Donnerstag an.", "2026-11-05", false},
		{"Ich werde Ihnen das Muster bis Montag zukommen lassen.", "Ich werde Ihnen das Muster bis Montag zukommen lassen.", "2026-11-09", false},
		{"Der Vertrag folgt morgen.", "Der Vertrag folgt morgen.", "2026-11-05", false},
		{"Ich schicke es Ihnen noch heute.", "Ich schicke es Ihnen noch heute.", "2026-11-04", false},
		{"Le devis suivra demain.", "Le devis suivra demain.", "2026-11-05", false},
		{"Quedo en llamarle el jueves.", "Quedo en llamarle el jueves.", "2026-11-05", false},
		{"If you want, I'll send you an example.", "", "", false},
		{"Falls Sie möchten, sende ich Ihnen ein Beispiel.", "", "", false},
		{"Si vous voulez, je vous envoie un exemple.", "", "", false},
		{"Si lo desea, le envío un ejemplo.", "", "", false},
		{"I'll let you go now.", "", "", false},
		{"To unsubscribe: https://us.example/out", "", "", false},
		{"Zum Abmelden: https://us.example/out", "", "", false},
		{"Pick a time: https://times.example/jo", "", "", false},
		{"Réservez un créneau : https://times.example/jo", "", "", false},
		{"There is no attachment today.", "", "", false},
		{"A short question.\n\nEva Lux\nSales\nwww.us.example", "", "", false},
		{"Have a look:\nhttps://us.example/guide", "", "", true},
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
