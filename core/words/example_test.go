package words_test

import (
	"fmt"
	"time"

	"cleanbreak/core/words"
)

// What is not known becomes a blank to fill; an optional part goes.
func ExampleDraft() {
	draft, ok := words.Draft("en", "close-file", words.Short, map[string]string{"first_name": "Kim", "me": "Jo Berg"}, nil)
	fmt.Println(draft.Body, ok)
	// Output:
	// Hi Kim, I'd like to close your file about ____. Shall I keep it open? A yes or a no is enough. If I don't hear from you, I'll close it and stop writing. And if the topic comes back, so can you, any time. Jo Berg true
}

// A team's words stand in place of ours, language by language and form by form.
func ExampleDraft_team() {
	team := words.Templates{"de": {"close-file": {Short: "{first_name}, ich schließe den Vorgang. Melden Sie sich jederzeit. {me}"}}}
	draft, _ := words.Draft("de-AT", "close-file", words.Short, map[string]string{"first_name": "Kim", "me": "Jo Berg"}, team)
	fmt.Println(draft.Body)
	// Output:
	// Kim, ich schließe den Vorgang. Melden Sie sich jederzeit. Jo Berg
}

func ExampleLanguage() {
	fmt.Println(words.Language("de-AT"), words.Language("fr_CA"), words.Language("ja"))
	// Output:
	// de fr en
}

func ExampleFind() {
	p, _ := words.Find("release")
	fmt.Println(p.About, p.Goodbye, p.Hooks)
	// Output:
	// I sense another direction; with permission they leave my list; if I misread, call. true false
}

// What was tried, in the words of a goodbye, each way once and in the order in
// which it was begun.
func ExampleTried() {
	for _, lang := range words.Languages() {
		fmt.Println(words.Tried(lang, []string{"email", "call", "email"}))
	}
	// Output:
	// two e-mails and one call
	// zwei E-Mails und ein Anruf
	// deux e-mails et un appel
	// dos correos y una llamada
}

func ExampleHours() {
	fmt.Println(words.Hours("en", 700), words.Hours("de", 700))
	// Output:
	// about 12 hours rund 12 Stunden
}

func ExampleDay() {
	day := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	for _, lang := range words.Languages() {
		fmt.Println(words.Day(lang, day), "|", words.Moment(lang, day))
	}
	// Output:
	// 24 November | Tuesday, 24 November at 10:00
	// 24. November | Dienstag, dem 24. November, um 10:00 Uhr
	// 24 novembre | mardi 24 novembre à 10 h 00
	// 24 de noviembre | martes 24 de noviembre a las 10:00
}

func ExampleAnd() {
	fmt.Println(words.And("fr", "un aperçu", "un guide"))
	// Output:
	// un aperçu et un guide
}

// A team's templates are checked before they are used; the fault says where it
// stands and what to do.
func ExampleCheck() {
	fmt.Println(words.Check(words.Templates{"en": {"close-file": {Short: "Dear {frist_name}, I'll stop here."}}}))
	// Output:
	// en.close-file.short: {frist_name} is no field; there are: first_name, company, topic, value, answer, me, subject, date, referrer, promise, renews, when, tried, hook, help, phone, documents, invested, teammate, colleague
}
