package words_test

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"cleanbreak/core/strict"
	"cleanbreak/core/tone"
	"cleanbreak/core/words"
)

var update = flag.Bool("update", false, "write testdata/read-aloud.md")

// typical are invented people and things, as long as such things usually are.
var typical = map[string]map[string]string{
	"en": {
		"first_name": "Kim", "company": "Northlight", "topic": "release checks", "me": "Jo Berg",
		"value": "test runs in one hour instead of a day", "answer": "Yes, it runs on your own servers",
		"subject": "Release checks at Northlight", "date": "12 January", "referrer": "Dana Whitfield",
		"promise": "the security sheet", "when": "Tuesday, 24 November at 10:00", "tried": "three e-mails and two calls",
		"hook": "Congratulations on the new office in Leeds", "help": "shorter release checks", "phone": "020 7946 0123", "renews": "12 April",
		"documents": "a two-page overview and the longer guide", "invested": "about 14 hours", "colleague": "Sam Hartley", "teammate": "Robin Vale",
	},
	"de": {
		"first_name": "Kim", "company": "Nordlicht", "topic": "Freigabeprüfung", "me": "Jo Berg",
		"value": "Testläufe in einer Stunde statt an einem Tag", "answer": "Ja, das läuft auf Ihren eigenen Servern",
		"subject": "Freigabeprüfung bei Nordlicht", "date": "12. Januar", "referrer": "Dana Winter",
		"promise": "das Sicherheitsblatt", "when": "Dienstag, dem 24. November, um 10:00 Uhr", "tried": "drei E-Mails und zwei Anrufe",
		"hook": "Glückwunsch zum neuen Büro in Kassel", "help": "kürzere Freigabeprüfungen", "phone": "030 23125 014", "renews": "12. April",
		"documents": "ein zweiseitiger Überblick und der ausführliche Leitfaden", "invested": "rund 14 Stunden", "colleague": "Toni Hartmann", "teammate": "Chris Vogel",
	},
	"fr": {
		"first_name": "Kim", "company": "Lumière du Nord", "topic": "contrôle des livraisons", "me": "Jo Berg",
		"value": "des tests en une heure au lieu d'une journée", "answer": "Oui, tout tourne sur vos propres serveurs",
		"subject": "Contrôle des livraisons", "date": "12 janvier", "referrer": "Dana Vidal",
		"promise": "la fiche sécurité", "when": "mardi 24 novembre à 10 h 00", "tried": "trois e-mails et deux appels",
		"hook": "Félicitations pour les nouveaux bureaux à Lille", "help": "contrôles de livraison plus courts", "phone": "01 99 00 12 34", "renews": "12 avril",
		"documents": "un résumé de deux pages et le guide complet", "invested": "environ 14 heures", "colleague": "Camille Hervé", "teammate": "Dominique Aubry",
	},
	"es": {
		"first_name": "Kim", "company": "Luz Norte", "topic": "control de entregas", "me": "Jo Berg",
		"value": "pruebas en una hora en vez de un día", "answer": "Sí, funciona en sus propios servidores",
		"subject": "Control de entregas en Luz Norte", "date": "12 de enero", "referrer": "Dana Vidal",
		"promise": "la ficha de seguridad", "when": "martes 24 de noviembre a las 10:00", "tried": "tres correos y dos llamadas",
		"hook": "Enhorabuena por la nueva oficina en Gijón", "help": "controles de entrega más cortos", "phone": "910 050 123", "renews": "12 de abril",
		"documents": "un resumen de dos páginas y la guía completa", "invested": "unas 14 horas", "colleague": "Álex Herrero", "teammate": "Noa Salas",
	},
}

// spoken are the purposes for which one would call.
var spoken = []string{
	"answer.interested", "answer.question", "answer.no-budget", "answer.has-vendor", "answer.renewal-soon", "answer.reschedule", "answer.inbound", "answer.no-fit",
	"promise", "confirm", "confirm-away", "referred", "successor", "first", "again", "next", "last-try", "pushed-back", "close-file", "goodbye", "release",
	"no-budget", "no-authority", "no-fit", "not-interested", "competitor", "tire-kicker", "over-invested", "not-now",
	"colleague", "known-colleague", "returned", "welcome-back", "deputy",
}

func built(t testing.TB, lang string) map[string]words.Forms {
	t.Helper()
	data, err := words.Source(lang)
	if err != nil {
		t.Fatal(err)
	}
	var forms map[string]words.Forms
	if _, err := strict.Decode(data, &forms); err != nil {
		t.Fatalf("%s.json: %v", lang, err)
	}
	return forms
}

func TestEveryPurposeHasItsForms(t *testing.T) {
	for _, lang := range words.Languages() {
		forms := built(t, lang)
		if err := words.Check(words.Templates{lang: forms}); err != nil {
			t.Error(err)
		}
		for _, p := range words.Purposes {
			f := forms[p.Name]
			if f.Email.Subject == "" || f.Email.Body == "" || f.Short == "" {
				t.Errorf("%s: %s needs an email with a subject and a short form", lang, p.Name)
			}
			if (f.Spoken != "") != slices.Contains(spoken, p.Name) {
				t.Errorf("%s: %s: spoken is %q", lang, p.Name, f.Spoken)
			}
		}
	}
}

// TestShortFormsFitAMessage keeps what is typed on a phone readable on one.
func TestShortFormsFitAMessage(t *testing.T) {
	each(t, words.Short, func(lang string, p words.Purpose, draft words.Text) {
		if n := utf8.RuneCountInString(draft.Body); n > 300 {
			t.Errorf("%s: %s: the short form has %d characters: %s", lang, p.Name, n, draft.Body)
		}
	})
}

// leftAsVoicemails are the purposes that a plan leaves by voicemail.
var leftAsVoicemails = []string{"first", "again", "next", "last-try", "pushed-back", "close-file", "goodbye", "release"}

// TestVoicemailsFitASlowSpeaker: a plan leaves out what is not needed, and then they
// fit the band of somebody who takes their time.
func TestVoicemailsFitASlowSpeaker(t *testing.T) {
	for _, lang := range words.Languages() {
		fields := known(lang, "")
		for _, field := range []string{"help", "topic", "company", "tried", "date", "phone"} {
			delete(fields, field)
		}
		for _, purpose := range leftAsVoicemails {
			draft, _ := words.Draft(lang, purpose, words.Spoken, fields, nil)
			if seconds := tone.Seconds(draft.Body, 110); seconds > 14 && !strings.Contains(draft.Body, fields["value"]) {
				t.Errorf("%s: %s takes %d s to say: %s", lang, purpose, seconds, draft.Body)
			}
		}
	}
}

func TestVoicemailsFitTheBand(t *testing.T) {
	each(t, words.Spoken, func(lang string, p words.Purpose, draft words.Text) {
		seconds := tone.Seconds(draft.Body, 150)
		least, most := 4, 20
		if slices.Contains(leftAsVoicemails, p.Name) {
			least, most = 8, 14
		}
		if seconds < least || seconds > most {
			t.Errorf("%s: %s takes %d s to say: %s", lang, p.Name, seconds, draft.Body)
		}
	})
}

// known are the typical fields of a purpose; the answer is one to a question.
func known(lang, purpose string) map[string]string {
	fields := maps.Clone(typical[lang])
	if purpose != "answer.question" && purpose != "answer.inbound" {
		delete(fields, "answer")
	}
	return fields
}

// each drafts every template of a form with the typical fields.
func each(t testing.TB, form string, do func(lang string, p words.Purpose, draft words.Text)) {
	t.Helper()
	for _, lang := range words.Languages() {
		for _, p := range words.Purposes {
			if draft, ok := words.Draft(lang, p.Name, form, known(lang, p.Name), nil); ok {
				do(lang, p, draft)
			}
		}
	}
}

func TestNothingIsLeftOfATemplate(t *testing.T) {
	for _, form := range []string{words.Email, words.Short, words.Spoken} {
		each(t, form, func(lang string, p words.Purpose, draft words.Text) {
			full := draft.Subject + "\n" + draft.Body
			if at := strings.IndexAny(full, "{}[]_"); at >= 0 {
				t.Errorf("%s: %s: %s: left over: %s", lang, p.Name, form, full[at:])
			}
			for _, wart := range []string{"..", " .", " ,", "  ", ",,", "?.", "\n\n\n", " \n"} {
				if strings.Contains(full, wart) {
					t.Errorf("%s: %s: %s holds %q: %s", lang, p.Name, form, wart, full)
				}
			}
		})
	}
}

func TestReadAloud(t *testing.T) {
	const golden = "testdata/read-aloud.md"
	page := readAloud()
	if *update {
		if err := os.WriteFile(golden, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != page {
		t.Errorf("%s is old; run go test ./core/words -update and read the difference aloud", golden)
	}
}
