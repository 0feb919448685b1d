package pipeline

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestHeadersOfTouches are those that people write themselves, in four languages.
func TestHeadersOfTouches(t *testing.T) {
	for want, list := range map[string]string{
		"last_touch": "Last contact|Last Contact Date|Date of last contact|Last contacted on|Letzter Kontakt am|Datum des letzten Kontakts|Date du dernier contact|Fecha de último contacto",
		"touches":    "Number of touches|No. of touches|# touches|Touchpoints|Contact attempts|Anzahl Berührungen|Kontaktversuche|Nombre de relances|Número de toques|Intentos de contacto",
		"last_reply": "Last reply date|Date of last reply|Last answer",
		"replies":    "No. of replies|Anzahl Antworten|Nombre de réponses|Número de respuestas",
		"ignore":     "Notes|Number of employees here|Last name day",
	} {
		for _, header := range strings.Split(list, "|") {
			s, err := Recognise("p.csv", strings.NewReader("Name,Email,"+header+"\n"), Hints{Holds: People})
			if err != nil || s.Columns[2].Field != want {
				t.Errorf("%s: %+v %v, want %s", header, s.Columns, err, want)
			}
		}
	}
}

// TestLocalisedExports knows whose export each is, and reads every column but those
// named here, in German, French and Spanish.
func TestLocalisedExports(t *testing.T) {
	notRead := []string{"Nächster Schritt", "Étape suivante", "Siguiente paso", "Abschluss-Inhaber.id", "Bis", "À", "Hasta"}
	for _, system := range []string{"salesforce", "zoho", "pipedrive", "hubspot"} {
		for _, language := range []string{"de", "fr", "es"} {
			files, _ := filepath.Glob(exports + system + "-" + language + "/*.csv")
			if len(files) < 2 {
				t.Fatalf("%s-%s: %v", system, language, files)
			}
			for _, f := range files {
				if filepath.Base(f) == "answer.csv" {
					continue
				}
				src := fileSource(f)
				in, err := src.Open()
				if err != nil {
					t.Fatal(err)
				}
				s, err := Recognise(f, in, Hints{})
				in.Close()
				if err != nil {
					t.Errorf("%s: %v", f, err)
					continue
				}
				if s.System != system || !s.DayFirst {
					t.Errorf("%s is taken for %s %s, day first %v", f, s.System, s.What, s.DayFirst)
				}
				for _, c := range s.Columns {
					if c.Field == "ignore" && !slices.Contains(notRead, c.Header) {
						t.Errorf("%s: %q is not read", f, c.Header)
					}
				}
			}
		}
	}
}

// TestHeadersThatTellTheirField are those that stand in no list.
func TestHeadersThatTellTheirField(t *testing.T) {
	for header, want := range map[string]Field{
		"Für Deal zuständiger Mitarbeiter": Owner, "Account-Inhaber": Owner, "Propriétaire de compte": Owner, "Propietario de la cuenta": Owner, "Deal Owner Alias": None, "Owner ID": None, "Owner role": None,
		"Währung von Wert": Currency, "Currency of weighted value": Currency, "Letzte empfangene E-Mail": LastReply, "Dernier e-mail reçu": LastReply, "Zuletzt gesendete E-Mail": LastTouch, "Last email sent": LastTouch,
		"Uhrzeit der letzten Aktivität": LastTouch, "Date of last activity": LastTouch, "Last activity type": None, "Anzahl der letzten Aktivitäten": None, "Tage seit der letzten Aktivität": None,
		"Fecha de la próxima actividad": NextActivity, "Erstellt am (Datum)": Created, "Erstellt von": None, "Created by": None, "IDs de contactos asociados": ContactID, "Contact owner id": None, "Phone": None, "Emails sent count": None,
	} {
		if got := tells(Deals, headOf(header).name); got != want {
			t.Errorf("%s: %s, want %s", header, got, want)
		}
	}
	if tells(People, "ids of contacts") != None {
		t.Error("contacts have ids of their own")
	}
}

// TestHeadersInCapitals are those of Salesforce's Data Loader, which have no blanks.
func TestHeadersInCapitals(t *testing.T) {
	for _, c := range []struct{ what, headers, want string }{
		{"leads", "ID,LASTNAME,FIRSTNAME,TITLE,COMPANY,EMAIL,STATUS,OWNERID,HASOPTEDOUTOFEMAIL,ISCONVERTED,CREATEDDATE,LASTACTIVITYDATE", "id last_name first_name job_title account email status owner opt_out converted created last_touch"},
		{"opportunities", "ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,CLOSEDATE,ISCLOSED,ISWON,OWNERID,CREATEDDATE,LASTACTIVITYDATE,LASTSTAGECHANGEDATE,CONTACTID,CURRENCYISOCODE", "id account_id name stage value closed status status owner created last_touch stage_since contact_id currency"},
		{"tasks", "ID,WHOID,WHATID,SUBJECT,ACTIVITYDATE,STATUS,OWNERID,DESCRIPTION,CALLDURATIONINSECONDS,CALLDISPOSITION,TASKSUBTYPE,COMPLETEDDATETIME", "id contact_id deal_id subject at done owner body minutes outcome type done_at"},
	} {
		s, err := Recognise("d.csv", strings.NewReader(c.headers+"\n"), Hints{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, column := range s.Columns {
			got = append(got, column.Field)
		}
		if s.System != "salesforce" || s.What != c.what || strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s %s %s, want %s", c.what, s.System, s.What, got, c.want)
		}
	}
}

// TestAddressesAtPlaces are read as such, the one at work first.
func TestAddressesAtPlaces(t *testing.T) {
	for _, headers := range []string{
		"Person - Email - Home,Person - Email - Work", "Person - E-Mail - Privat,Person - E-Mail - Geschäftlich",
		"Personne - E-mail - Domicile,Personne - E-mail - Bureau", "Persona - Correo electrónico - Casa,Persona - Correo electrónico - Trabajo",
		"Email (private),Email (work)",
	} {
		for cells, want := range map[string]string{"kim@home.example,kim@work.example": "kim@work.example", "kim@home.example,": "kim@home.example"} {
			_, lines := linesOf(t, textSource("p.csv", "Name,"+headers+"\nKim,"+cells+"\n"))
			if lines[0].Email != want {
				t.Errorf("%s: %q, want %s", headers, lines[0].Email, want)
			}
		}
	}
	_, lines := linesOf(t, textSource("d.csv", "Deal - Title,Deal - Stage,Person - Email - Home\nRollout,Demo,kim@home.example\n"))
	if lines[0].Email != "kim@home.example" {
		t.Errorf("of a deal's person: %q", lines[0].Email)
	}
}
