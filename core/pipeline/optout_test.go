package pipeline

import (
	"strings"
	"testing"
)

// TestOptOuts holds that nobody who may have asked not to be written to is: whatever
// is neither empty nor a no stands as a yes, and is noted where it is none either.
func TestOptOuts(t *testing.T) {
	for _, c := range []struct{ cell, verdict, note string }{
		{"", "keep", ""}, {"-", "keep", ""}, {"0", "keep", ""}, {"0.0", "keep", ""}, {"0,00", "keep", ""}, {"no", "keep", ""}, {"FALSE", "keep", ""}, {"f", "keep", ""},
		{"Nein", "keep", ""}, {"Faux", "keep", ""}, {"Non", "keep", ""}, {"Falso", "keep", ""}, {"Subscribed", "keep", ""}, {"No consent", "keep", ""}, {"Opted in", "keep", ""},
		{"1", "stop", ""}, {"1.0", "stop", ""}, {"t", "stop", ""}, {"x", "stop", ""}, {"TRUE", "stop", ""}, {"Ja", "stop", ""}, {"Oui", "stop", ""},
		{"Sí", "stop", ""}, {"S\xed", "stop", ""}, // Windows-1252
		{"Opted out", "stop", ""}, {"Unsubscribed", "stop", ""}, {"Do not contact", "stop", ""}, {"Abgemeldet", "stop", ""}, {"Désabonné", "stop", ""},
		{"2026-11-02", "stop", ""}, {"3/4/2026 10:15", "stop", ""}, {"2 Nov 2026", "stop", ""},
		{"maybe", "stop", `Opt out: "maybe" is taken for an opt-out`}, {"✓", "stop", `Opt out: "✓" is taken for an opt-out`},
	} {
		_, lines := linesOf(t, textSource("p.csv", "Name;Email;Opt out\nKim;kim@x.example;"+c.cell+"\n"))
		if l := lines[0]; l.Verdict != c.verdict || l.Note != c.note {
			t.Errorf("%q: %s, %q; want %s, %q", c.cell, l.Verdict, l.Note, c.verdict, c.note)
		}
	}
}

// TestAnyColumnOfOptOutsCounts reads all of them, in whatever order they stand.
func TestAnyColumnOfOptOutsCounts(t *testing.T) {
	for row, want := range map[string]string{"0,0": "keep", "1,0": "stop", "0,1": "stop", "1,1": "stop", ",1": "stop", "1,": "stop", ",": "keep"} {
		for _, header := range []string{"Email Opt Out,Do Not Call", "Do Not Call,Email Opt Out", "Do Not Call,Unsubscribed from all email"} {
			run, lines := linesOf(t, textSource("leads.csv", "Lead ID,First Name,Last Name,Company / Account,Lead Status,Email,"+header+"\n00Q1,Kim,Olsen,Acme,Open,kim@x.example,"+row+"\n"))
			if l := lines[0]; l.Verdict != want {
				t.Errorf("%s of %s: %s, want %s", row, header, l.Verdict, want)
			}
			for _, c := range run.Sheets[0].Columns[6:] {
				if c.Field != "opt_out" {
					t.Errorf("%s is taken for %s", c.Header, c.Field)
				}
			}
		}
	}
}

// TestTheFirstColumnThatSaysAnything is read, of several for one field; what cannot
// be read is named by its own header.
func TestTheFirstColumnThatSaysAnything(t *testing.T) {
	header := "Name,Email,Last Activity Date,Last Contacted,Number of times contacted\n"
	for row, want := range map[string]string{
		"2026-11-02,2026-11-16": "9 touches", "2026-11-16,": "9 touches", ",2026-11-16": "9 touches", "soon,2026-11-16": "9 touches",
		"soon,": `not judged: Last Activity Date: "soon" is not a date`, "2026-11-16,soon": `not judged: Last Contacted: "soon" is not a date`,
	} {
		_, lines := linesOf(t, textSource("p.csv", header+"Kim,kim@x.example,"+row+",9\n"))
		if got := lines[0].Reason(); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s", row, got, want)
		}
	}
}

func TestHeadersOfOptOuts(t *testing.T) {
	for _, header := range []string{
		"Opt out", "HasOptedOutOfEmail", "HASOPTEDOUTOFEMAIL", "DONOTCALL", "Email Opt Out", "E-Mail-Opt-Out", "Unsubscribed from all email", "hs_email_optout", "Opted out of email: One to One", "Do Not Call", "DoNotCall",
		"Von allen E-Mails abgemeldet", "Nicht anrufen", "Désabonné de tous les e-mails", "Ne pas appeler", "Canceló la suscripción a todo el correo", "No llamar", "Person - Marketing status",
	} {
		s, err := Recognise("p.csv", strings.NewReader("Name,Email,"+header+"\n"), Hints{Holds: People})
		if err != nil || s.Columns[2].Field != "opt_out" {
			t.Errorf("%s: %+v %v", header, s, err)
		}
	}
	for _, header := range []string{"Fax Opt Out", "HASOPTEDOUTOFFAX", "Unsubscribe link", "Contact", "Call", "Calls made"} {
		s, err := Recognise("p.csv", strings.NewReader("Name,Email,"+header+"\n"), Hints{Holds: People})
		if err != nil || s.Columns[2].Field == "opt_out" {
			t.Errorf("%s: %+v %v", header, s, err)
		}
	}
}

// TestMarketingStatus of Pipedrive is an opt-out, with its words, in four languages.
func TestMarketingStatus(t *testing.T) {
	for header, words := range map[string][2]string{ // who may be written to, and who may not
		"Person - Marketing status":     {"Subscribed|No consent|Archived", "Unsubscribed"},
		"Person - Marketingstatus":      {"Abonniert|Keine Zustimmung|Keine Einwilligung|Archiviert", "Abgemeldet|Abbestellt"},
		"Personne - Statut marketing":   {"Abonné|Pas de consentement|Aucun consentement|Archivé", "Désabonné|Désinscrit"},
		"Persona - Estado de marketing": {"Suscrito|Sin consentimiento|Ningún consentimiento|Archivado", "Suscripción cancelada|Dado de baja|No suscrito"},
	} {
		for i, want := range []string{"keep", "stop"} {
			for _, word := range strings.Split(words[i], "|") {
				_, lines := linesOf(t, textSource("p.csv", "Person - Name,"+header+"\nKim,"+word+"\n"))
				if l := lines[0]; l.Verdict != want || l.Note != "" {
					t.Errorf("%s: %s is %s, %q; want %s", header, word, l.Verdict, l.Note, want)
				}
			}
		}
	}
}
