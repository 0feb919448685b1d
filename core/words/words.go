// Package words holds the words a rep can send: templates by language and
// purpose, with named fields, which a team can change.
//
// # Templates
//
// A template is text with fields and optional parts:
//
//	{first_name}         a field; "____" where it is not known, for the rep to fill
//	[{hook}. ]           an optional part, left out when a field in it is not known
//	{answer}.            the full stop goes when the field brings its own
//
// [Fields] lists the fields and what each expects, [Purposes] what there are
// words for. A purpose has up to three forms: an e-mail, a short message
// (LinkedIn, SMS, chat) and something to say (a call, a voicemail).
//
// The built-in words are one file a language, read when a language is first
// asked for. Natively they are part of the program; the browser's brain is
// built with the tag lean and is given them through [Source].
package words

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
)

// Blank stands where the rep has something to fill in.
const Blank = "____"

// The forms of a purpose.
const (
	Email  = "email"
	Short  = "short"
	Spoken = "spoken"
)

// Text is a draft, or the template of one. Only an e-mail has a subject.
type Text struct {
	Subject string `json:"subject"`
	Body    string `json:"body"`
}

// Forms are the templates of one purpose. An empty one does not exist, or is
// left as it is when a team changes another.
type Forms struct {
	Email  Text   `json:"email"`
	Short  string `json:"short"`
	Spoken string `json:"spoken"`
}

// Templates are by language, then by purpose.
type Templates map[string]map[string]Forms

// Source gives the built-in file of a language. Who builds with the tag lean
// sets it before the first Draft; a language it cannot give yet is asked for
// again next time.
var Source = func(lang string) ([]byte, error) { return nil, errors.New("no words are loaded") }

// Languages lists the languages there are words in; the first stands in for
// every other.
func Languages() []string { return []string{"en", "de", "fr", "es"} }

// Language is the one there are words in for a tag such as "de-AT".
func Language(tag string) string {
	primary, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	primary = strings.ToLower(primary)
	for _, l := range Languages() {
		if l == primary {
			return l
		}
	}
	return Languages()[0]
}

// Draft fills the template of a purpose and form: the team's where it has one,
// else the built-in. A field that is not known becomes a blank, never a name in
// braces; a purpose that allows no hook gets none. ok is false where there are
// no words for it.
func Draft(lang, purpose, form string, fields map[string]string, team Templates) (draft Text, ok bool) {
	lang = Language(lang)
	built := builtIn(lang)
	if built == nil {
		lang = Languages()[0]
		built = builtIn(lang)
	}
	t := choose(built[purpose], team[lang][purpose], form)
	if t.Body == "" {
		return Text{}, false
	}
	f := filler{known: fields, hooks: find(purpose).Hooks}
	return Text{f.fill(t.Subject), f.fill(t.Body)}, true
}

// choose takes each text of a form from the team where it has one.
func choose(built, team Forms, form string) Text {
	switch form {
	case Email:
		return Text{or(team.Email.Subject, built.Email.Subject), or(team.Email.Body, built.Email.Body)}
	case Short:
		return Text{Body: or(team.Short, built.Short)}
	case Spoken:
		return Text{Body: or(team.Spoken, built.Spoken)}
	}
	return Text{}
}

func or(first, second string) string {
	if first != "" {
		return first
	}
	return second
}

var (
	reading sync.Mutex
	read    = map[string]map[string]Forms{}
)

// builtIn is the file of a language, read once; nil while Source cannot give it.
func builtIn(lang string) map[string]Forms {
	reading.Lock()
	defer reading.Unlock()
	if forms, ok := read[lang]; ok {
		return forms
	}
	data, err := Source(lang)
	if err != nil {
		return nil
	}
	var forms map[string]Forms
	if err := json.Unmarshal(data, &forms); err != nil {
		return nil
	}
	read[lang] = forms
	return forms
}
