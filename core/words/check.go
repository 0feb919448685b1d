package words

import (
	"slices"
	"strings"
)

// Fault is an entry of a team's templates that cannot be used. Path is where it
// stands: "de.goodbye.email.body".
type Fault struct{ Path, Problem string }

func (f *Fault) Error() string { return f.Path + ": " + f.Problem }

// Check finds the first entry of a team's templates that cannot be used: an
// unknown language, purpose or field, a brace or bracket that is not closed, a
// placeholder in another style, a hook where none is allowed. The error is a
// *[Fault].
func Check(team Templates) error {
	for _, lang := range keys(team) {
		if !slices.Contains(Languages(), lang) {
			return &Fault{lang, "there are no words in this language; there are: " + strings.Join(Languages(), ", ")}
		}
		for _, purpose := range keys(team[lang]) {
			if err := checkForms(lang+"."+purpose, purpose, team[lang][purpose]); err != nil {
				return err
			}
		}
	}
	return nil
}

// Template is one text of a team's templates, and where it stands.
type Template struct{ Path, Lang, Text string }

// Each lists the texts of a team's templates, always in the same order.
func Each(team Templates) []Template {
	var all []Template
	for _, lang := range keys(team) {
		for _, purpose := range keys(team[lang]) {
			for _, t := range texts(team[lang][purpose]) {
				if t.Text != "" {
					all = append(all, Template{lang + "." + purpose + t.Path, lang, t.Text})
				}
			}
		}
	}
	return all
}

// texts are the four of a purpose, each with its own path.
func texts(f Forms) []Template {
	return []Template{{Path: ".email.subject", Text: f.Email.Subject}, {Path: ".email.body", Text: f.Email.Body}, {Path: ".short", Text: f.Short}, {Path: ".spoken", Text: f.Spoken}}
}

// keys are sorted, so that the same templates always give the same error.
func keys[V any](m map[string]V) []string {
	all := make([]string, 0, len(m))
	for k := range m {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}

func checkForms(path, purpose string, f Forms) error {
	p, ok := Find(purpose)
	if !ok {
		return &Fault{path, "there is no such purpose; there are: " + names()}
	}
	if f == (Forms{}) {
		return &Fault{path, "says nothing; give an email, a short or a spoken form, or leave it out"}
	}
	for _, t := range texts(f) {
		if problem := checkTemplate(t.Text, p); problem != "" {
			return &Fault{path + t.Path, problem}
		}
	}
	return nil
}

func names() string {
	var all []string
	for _, p := range Purposes {
		all = append(all, p.Name)
	}
	return strings.Join(all, ", ")
}

// checkTemplate gives what is wrong with a template, or "".
func checkTemplate(template string, p Purpose) string {
	if template != "" && strings.TrimSpace(template) == "" {
		return "holds nothing but white space; write something, or leave it out"
	}
	if strings.Contains(template, "{{") || strings.Contains(template, "}}") {
		return "a field stands in single braces: {first_name}"
	}
	if strings.Contains(template, Blank) {
		return "write the field in braces instead of " + Blank + "; one that is not known becomes a blank by itself"
	}
	inPart, fields := false, 0
	for {
		at := strings.IndexAny(template, "{}[]")
		if at < 0 {
			break
		}
		mark := template[at]
		template = template[at+1:]
		switch mark {
		case '{':
			name, rest, closed := cut(template, '}')
			if problem := checkField(name, closed, p); problem != "" {
				return problem
			}
			template = rest
			fields++
		case '[':
			if inPart {
				return "an optional part [ ] stands inside another"
			}
			inPart, fields = true, 0
		case ']':
			if !inPart {
				return "] closes an optional part that was not opened"
			}
			if fields == 0 {
				return "an optional part [ ] needs a field in it; without one it would always be sent"
			}
			inPart = false
		case '}':
			return "} closes a field that was not opened"
		}
	}
	if inPart {
		return "an optional part [ is not closed"
	}
	return ""
}

func checkField(name string, closed bool, p Purpose) string {
	switch {
	case !closed || strings.ContainsAny(name, "{[]\n"):
		return "a field { is not closed"
	case !isField(name):
		return "{" + name + "} is no field; there are: " + fieldNames()
	case name == "hook" && p.Goodbye:
		return "a goodbye has no {hook}"
	case name == "hook" && !p.Hooks:
		return "{hook} has no place in this purpose"
	}
	return ""
}

func fieldNames() string {
	var all []string
	for _, f := range Fields {
		all = append(all, f.Name)
	}
	return strings.Join(all, ", ")
}
