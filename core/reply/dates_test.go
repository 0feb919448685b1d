package reply_test

import (
	"strings"
	"testing"
	"time"

	"cleanbreak/core/reply"
)

func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// TestReturns holds the first day back of an absence, received on Wednesday,
// 4 November 2026.
func TestReturns(t *testing.T) {
	received := time.Date(2026, 11, 4, 10, 0, 0, 0, time.UTC)
	for _, c := range []struct{ text, want string }{
		{"I am out of the office until Monday.", "2026-11-09"},
		{"I'm on leave, back Monday.", "2026-11-09"},
		{"I am on vacation and will be back on 14 July.", "2027-07-14"},
		{"I am on vacation until 14 July.", "2027-07-14"},
		{"I'm on PTO through November 12th.", "2026-11-13"},
		{"I'm on leave from 9 to 13 November.", "2026-11-14"},
		{"I am out of the office from Nov 9 - Nov 13.", "2026-11-14"},
		{"I will be out of office starting 9 November and return on 16 November.", "2026-11-16"},
		{"I'm away until the end of November.", "2026-12-01"},
		{"I'm on vacation for two weeks.", "2026-11-18"},
		{"I'm out of the office today and will be back tomorrow.", "2026-11-05"},
		{"I'm out of the office and will return next week.", "2026-11-09"},
		{"OOO until 3 Jan", "2027-01-03"},
		{"I am on parental leave until March 2027.", "2027-03-01"},
		{"I'm on holiday until the 20th.", "2026-11-20"},
		{"I am out of office until 2026-11-20.", "2026-11-20"},
		{"I am on annual leave, returning 11/20/2026.", "2026-11-20"},
		{"Ich bin bis 17.11. im Urlaub.", "2026-11-18"},
		{"Ich bin im Urlaub und ab dem 17.11. wieder erreichbar.", "2026-11-17"},
		{"Ich bin vom 9. bis 13. November abwesend.", "2026-11-14"},
		{"Ich bin vom 09.11. bis 13.11.2026 nicht im Büro.", "2026-11-14"},
		{"Ich bin bis einschließlich 20.11. nicht im Büro.", "2026-11-21"},
		{"Ab Montag bin ich wieder für Sie da, bis dahin im Urlaub.", "2026-11-09"},
		{"Ich bin ab KW 48 wieder im Büro, bis dahin im Urlaub.", "2026-11-23"},
		{"Ich bin bis Ende November in Elternzeit.", "2026-12-01"},
		{"Ich bin krank und am Freitag wieder zurück im Büro.", "2026-11-06"},
		{"Je suis absent jusqu'au 14 décembre.", "2026-12-15"},
		{"Absente du bureau jusqu'en janvier.", "2027-01-01"},
		{"Je suis en congé, de retour le 1er décembre.", "2026-12-01"},
		{"Je suis en vacances du 9 au 13 novembre.", "2026-11-14"},
		{"Je suis en déplacement et serai de retour lundi.", "2026-11-09"},
		{"Estoy de vacaciones y vuelvo el 3 de enero.", "2027-01-03"},
		{"Estoy fuera de la oficina hasta el 14 de noviembre.", "2026-11-15"},
		{"Estoy de vacaciones del 9 al 13 de noviembre.", "2026-11-14"},
		{"Me encuentro de viaje, regreso el lunes.", "2026-11-09"},
		{"I am out of the office.", ""},
	} {
		r := reply.Read(reply.Mail{Text: c.text, Received: received})
		if got := date(r.Returns); got != c.want || !r.Machine {
			t.Errorf("%q: back %q, not %q (%s)", c.text, got, c.want, r.Intents[0].Intent)
		}
	}
}

// TestReturnsOfStrangers holds the same of testdata/replies/returns.txt.
func TestReturnsOfStrangers(t *testing.T) {
	received := time.Date(2026, 11, 11, 10, 0, 0, 0, time.UTC)
	for _, line := range lines(t, "returns") {
		text, want, ok := strings.Cut(line, " → ")
		if !ok {
			t.Fatalf("testdata/replies/returns.txt: no day stands behind %q; add \" → \" and the day, or \"\"", line)
		}
		r := reply.Read(reply.Mail{Text: text, Received: received})
		if got := date(r.Returns); got != strings.Trim(want, `"`) || !r.Machine || r.Intents[0].Intent != reply.OutOfOffice {
			t.Errorf("%q: back %q, not %s (%s)", text, got, want, r.Intents[0].Intent)
		}
	}
}

// TestOn holds the day that goes with the answer.
func TestOn(t *testing.T) {
	received := time.Date(2026, 11, 4, 10, 0, 0, 0, time.UTC)
	for _, c := range []struct{ text, intent, want string }{
		{"Not before April.", reply.Postpone, "2027-04-01"},
		{"No budget until April.", reply.NoBudget, "2027-04-01"},
		{"Please reach out again in two months.", reply.Postpone, "2027-01-04"},
		{"Try me again next quarter.", reply.Postpone, "2027-01-01"},
		{"Please get back to me after 15 January.", reply.Postpone, "2027-01-16"},
		{"Let's revisit this in Q2.", reply.Postpone, "2027-04-01"},
		{"Check back with me next year.", reply.Postpone, "2027-01-01"},
		{"Ask me again mid-September.", reply.Postpone, "2027-09-15"},
		{"Please call me again after Easter.", reply.Postpone, "2027-03-30"},
		{"Not before the end of April.", reply.Postpone, "2027-05-01"},
		{"Try me in spring.", reply.Postpone, "2027-03-01"},
		{"Maybe in the second half of 2027.", reply.Postpone, "2027-07-01"},
		{"Im zweiten Quartal gerne wieder.", reply.Postpone, "2027-04-01"},
		{"Let's talk in the new year.", reply.Postpone, "2027-01-01"},
		{"Melden Sie sich im April wieder.", reply.Postpone, "2027-04-01"},
		{"Melden Sie sich bitte Anfang Februar noch einmal.", reply.Postpone, "2027-02-01"},
		{"Bitte melden Sie sich im 2. Quartal wieder.", reply.Postpone, "2027-04-01"},
		{"Nicht vor dem 15. Januar.", reply.Postpone, "2027-01-15"},
		{"Bitte in drei Monaten noch einmal fragen.", reply.Postpone, "2027-02-04"},
		{"Revenez vers moi après le 15 janvier.", reply.Postpone, "2027-01-16"},
		{"Recontactez-moi à la rentrée, en septembre.", reply.Postpone, "2027-09-01"},
		{"Hablamos en abril.", reply.Postpone, "2027-04-01"},
		{"Contácteme el próximo año.", reply.Postpone, "2027-01-01"},
		{"Our contract with Initech renews 30 June.", reply.HasVendor, "2027-06-30"},
		{"Our contract with Initech runs until the end of June 2027.", reply.HasVendor, "2027-06-30"},
		{"Unser Vertrag mit Initech läuft bis 30. Juni 2027.", reply.HasVendor, "2027-06-30"},
		{"Can we move our call to Friday?", reply.Reschedule, "2026-11-06"},
		{"Thursday at 2 works for me.", reply.Interested, "2026-11-05"},
		{"Tomorrow at 10 works for me.", reply.Interested, "2026-11-05"},
		{"Would 20 November suit you", reply.Question, "2026-11-20"},
		{"Würde Ihnen der 20. November passen?", reply.Question, "2026-11-20"},
		{"Le 20 novembre vous conviendrait-il ?", reply.Question, "2026-11-20"},
		{"¿Le vendría bien el 20 de noviembre?", reply.Question, "2026-11-20"},
		{"Would 3 November suit you", reply.Question, ""},                       // it was yesterday
		{"L'outil nous plaît mais le budget a été refusé.", reply.NoBudget, ""}, // no summer
		{"Revenez vers nous cet été.", reply.Postpone, "2027-06-01"},
		{"It renews on 30 June 2027", reply.HasVendor, "2027-06-30"},
		{"I'm on leave until May, please write again then", reply.Postpone, "2027-05-01"},
		{"Ich bin ab Juni wieder da, schreiben Sie mir dann", reply.Postpone, "2027-06-01"},
		{"Je suis en congé jusqu'en mai, réécrivez-moi à ce moment-là", reply.Postpone, "2027-05-01"},
		{"Estoy de baja hasta mayo, escríbame entonces", reply.Postpone, "2027-05-01"},
		{"Not interested.", reply.NotInterested, ""},
	} {
		i := reply.Read(reply.Mail{Text: c.text, Received: received}).Intents[0]
		if got := date(i.On); got != c.want || i.Intent != c.intent {
			t.Errorf("%q: %s on %q, not %s on %q", c.text, i.Intent, got, c.intent, c.want)
		}
	}
}

// TestZone counts days where the sender is.
func TestZone(t *testing.T) {
	tokyo := time.FixedZone("Tokyo", 9*3600)
	late := time.Date(2026, 11, 8, 20, 0, 0, 0, time.UTC) // Monday in Tokyo
	r := reply.Read(reply.Mail{Text: "I'm out of the office until tomorrow.", Received: late, Zone: tokyo})
	if want := time.Date(2026, 11, 10, 0, 0, 0, 0, tokyo); !r.Returns.Equal(want) {
		t.Errorf("back %s, not %s", r.Returns, want)
	}
}
