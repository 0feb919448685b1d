package words_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/words"
)

func TestDraft(t *testing.T) {
	team := words.Templates{"en": {
		"next":   {Email: words.Text{Subject: "{topic}, {first_name}"}, Short: "[Congratulations: {hook}. ]Hi {first_name}, {value}. {me}"},
		"no-fit": {Spoken: "An open {brace"},
	}}
	cases := []struct {
		about, lang, purpose, form string
		fields                     map[string]string
		team                       words.Templates
		subject, body              string
	}{
		{about: "an unknown field is a blank", lang: "en", purpose: "next", form: words.Short, team: team,
			fields: map[string]string{"first_name": "Kim", "me": " "}, body: "Hi Kim, ____. ____"},
		{about: "a sentence keeps its own mark", lang: "en", purpose: "next", form: words.Short, team: team,
			fields: map[string]string{"first_name": "Kim", "me": "Jo", "value": "is it true?"}, body: "Hi Kim, is it true? Jo"},
		{about: "an optional part comes with its field", lang: "en", purpose: "next", form: words.Short, team: team,
			fields: map[string]string{"first_name": "Kim", "me": "Jo", "value": "one", "hook": "the new role!"}, body: "Congratulations: the new role! Hi Kim, one. Jo"},
		{about: "a forgotten placeholder is no value", lang: "en", purpose: "next", form: words.Short, team: team,
			fields: map[string]string{"first_name": "{{name}}", "me": "Jo", "value": "one"}, body: "Hi ____, one. Jo"},
		{about: "a subject begins with a capital, and the team's goes with the built-in body", lang: "en", purpose: "next", form: words.Email, team: team,
			fields: map[string]string{"topic": "release checks", "first_name": "Kim"}, subject: "Release checks, Kim"},
		{about: "a name with its own spelling keeps it", lang: "en", purpose: "next", form: words.Email, team: team,
			fields: map[string]string{"topic": "iOS updates", "first_name": "Kim"}, subject: "iOS updates, Kim"},
		{about: "a broken template is sent as it stands", lang: "en", purpose: "no-fit", form: words.Spoken, team: team, body: "An open {brace"},
		{about: "a region is its language", lang: "de_AT", purpose: "no-fit", form: words.Spoken, body: "Soweit ich Ihre Lage verstehe, löst mein Angebot Ihre Aufgabe nicht. Das sage ich lieber, als weiter Ihre Zeit zu nehmen, und höre hier auf. Wenn sich Ihr Bedarf ändert, rufen Sie mich an."},
		{about: "another language is English", lang: "fi", purpose: "no-fit", form: words.Spoken, body: "As far as I understand your situation, what I offer doesn't solve this for you. I would rather say so than take more of your time, so I'll stop here. If your needs change, call me."},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			draft, ok := words.Draft(c.lang, c.purpose, c.form, c.fields, c.team)
			if !ok {
				t.Fatal("there are no words")
			}
			if c.subject != draft.Subject {
				t.Errorf("subject is %q, want %q", draft.Subject, c.subject)
			}
			if c.body != "" && c.body != draft.Body {
				t.Errorf("body is %q, want %q", draft.Body, c.body)
			}
		})
	}
	for _, none := range [][2]string{{"no-such-purpose", words.Email}, {"next", "no-such-form"}, {"answer.postpone", words.Spoken}} {
		if draft, ok := words.Draft("en", none[0], none[1], nil, nil); ok {
			t.Errorf("%v has words: %v", none, draft)
		}
	}
}

// TestNoHookInAGoodbye holds even for a team's template that nobody checked.
func TestNoHookInAGoodbye(t *testing.T) {
	for _, p := range words.Purposes {
		if p.Goodbye && p.Hooks {
			t.Errorf("%s is a goodbye with a hook", p.Name)
		}
		team := words.Templates{"en": {p.Name: {Short: "Hi. [{hook}. ]Bye."}}}
		draft, _ := words.Draft("en", p.Name, words.Short, map[string]string{"hook": "Nice school"}, team)
		if strings.Contains(draft.Body, "school") != p.Hooks {
			t.Errorf("%s: %s", p.Name, draft.Body)
		}
	}
}

func TestCheckNamesTheEntry(t *testing.T) {
	one := func(lang, purpose string, f words.Forms) words.Templates {
		return words.Templates{lang: {purpose: f}}
	}
	cases := []struct {
		team    words.Templates
		path    string
		problem string
	}{
		{one("pl", "next", words.Forms{}), "pl", "no words in this language; there are: en, de, fr, es"},
		{one("de", "nxt", words.Forms{Short: "a"}), "de.nxt", "no such purpose; there are: answer.interested, "},
		{one("de", "next", words.Forms{}), "de.next", "says nothing"},
		{one("de", "next", words.Forms{Short: " \n"}), "de.next.short", "nothing but white space"},
		{one("de", "next", words.Forms{Email: words.Text{Subject: "{nmae}"}}), "de.next.email.subject", "{nmae} is no field; there are: first_name, "},
		{one("de", "next", words.Forms{Email: words.Text{Body: "Hi {first_name"}}), "de.next.email.body", "a field { is not closed"},
		{one("de", "next", words.Forms{Email: words.Text{Body: "Hi {first\nname}"}}), "de.next.email.body", "a field { is not closed"},
		{one("de", "next", words.Forms{Spoken: "Hi {{first_name}}"}), "de.next.spoken", "single braces"},
		{one("de", "next", words.Forms{Spoken: "Hi first_name}"}), "de.next.spoken", "} closes a field"},
		{one("de", "next", words.Forms{Spoken: "Hi ____"}), "de.next.spoken", "instead of ____"},
		{one("de", "next", words.Forms{Spoken: "[Hi {hook}"}), "de.next.spoken", "[ is not closed"},
		{one("de", "next", words.Forms{Spoken: "Hi]"}), "de.next.spoken", "] closes"},
		{one("de", "next", words.Forms{Spoken: "[Hi [{hook}]]"}), "de.next.spoken", "inside another"},
		{one("de", "next", words.Forms{Spoken: "{me} [Company Name]"}), "de.next.spoken", "needs a field"},
		{one("de", "goodbye", words.Forms{Short: "{hook} and goodbye"}), "de.goodbye.short", "a goodbye has no {hook}"},
		{one("de", "promise", words.Forms{Short: "{hook}"}), "de.promise.short", "no place"},
	}
	for _, c := range cases {
		var fault *words.Fault
		err := words.Check(c.team)
		if !errors.As(err, &fault) || fault.Path != c.path || !strings.Contains(fault.Problem, c.problem) {
			t.Errorf("error is %v, want %s: …%s…", err, c.path, c.problem)
		}
	}
	if err := words.Check(one("es", "next", words.Forms{Short: "[{hook}. ]{value}. {me}"})); err != nil {
		t.Error(err)
	}
	if err := words.Check(nil); err != nil {
		t.Error(err)
	}
}

func TestValues(t *testing.T) {
	at := time.Date(2026, 12, 1, 9, 5, 0, 0, time.UTC)
	cases := []struct{ lang, day, moment, hours, tried string }{
		{"en", "1 December", "Tuesday, 1 December at 09:05", "about 14 hours", "three e-mails, one letter and 12 calls"},
		{"de", "1. Dezember", "Dienstag, dem 1. Dezember, um 09:05 Uhr", "rund 14 Stunden", "drei E-Mails, ein Brief und 12 Anrufe"},
		{"fr", "1er décembre", "mardi 1er décembre à 09\u00a0h\u00a005", "environ 14 heures", "trois e-mails, une lettre et 12 appels"},
		{"es", "1 de diciembre", "martes 1 de diciembre a las 09:05", "unas 14 horas", "tres correos, una carta y 12 llamadas"},
		{"pl", "1 December", "Tuesday, 1 December at 09:05", "about 14 hours", "three e-mails, one letter and 12 calls"},
	}
	channels := append([]string{"email", "letter", "email", "conversation", "email"}, strings.Fields(strings.Repeat("call ", 12))...)
	for _, c := range cases {
		got := []string{words.Day(c.lang, at), words.Moment(c.lang, at), words.Hours(c.lang, 835), words.Tried(c.lang, channels)}
		for i, want := range []string{c.day, c.moment, c.hours, c.tried} {
			if got[i] != want {
				t.Errorf("%s: %q, want %q", c.lang, got[i], want)
			}
		}
	}
	if got := words.Tried("en", nil); got != "" {
		t.Errorf("nothing tried is %q", got)
	}
	for minutes, want := range map[int]string{1: "about 5 minutes", 22: "about 20 minutes", 44: "about 45 minutes", 45: "about an hour", 90: "about 2 hours"} {
		if got := words.Hours("en", minutes); got != want {
			t.Errorf("%d minutes are %q, want %q", minutes, got, want)
		}
	}
}

func BenchmarkDraft(b *testing.B) {
	fields := typical["de"]
	b.ReportAllocs()
	for b.Loop() {
		words.Draft("de", "goodbye", words.Email, fields, nil)
	}
}
