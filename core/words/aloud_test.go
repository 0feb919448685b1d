package words_test

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"cleanbreak/core/tone"
	"cleanbreak/core/words"
)

// readAloud is every template filled, and the ones with optional parts or
// blanks once more with nothing known but the names.
func readAloud() string {
	var out strings.Builder
	out.WriteString("# Every template, filled, to be read aloud\n\nWritten by `go test ./core/words -update`. The people and companies are invented.\n")
	for _, lang := range words.Languages() {
		fmt.Fprintf(&out, "\n# %s\n", lang)
		for _, p := range words.Purposes {
			fmt.Fprintf(&out, "\n## %s: %s\n\n%s%s\n", lang, p.Name, p.About, marks(p))
			aloud(&out, lang, p.Name, "", known(lang, p.Name))
			aloud(&out, lang, p.Name, ", little known", little(typical[lang]))
		}
	}
	return out.String()
}

func marks(p words.Purpose) string {
	switch {
	case p.Goodbye:
		return " *A goodbye.*"
	case p.Hooks:
		return " *May open with a hook.*"
	}
	return ""
}

// little keeps what is almost always known.
func little(fields map[string]string) map[string]string {
	return map[string]string{"first_name": fields["first_name"], "me": fields["me"], "company": fields["company"], "subject": fields["subject"]}
}

func aloud(out *strings.Builder, lang, purpose, about string, fields map[string]string) {
	for _, form := range []string{words.Email, words.Short, words.Spoken} {
		draft, ok := words.Draft(lang, purpose, form, fields, nil)
		if !ok {
			continue
		}
		fmt.Fprintf(out, "\n**%s%s**%s\n\n", form, about, measure(form, draft))
		if draft.Subject != "" {
			fmt.Fprintf(out, "> *%s*\n>\n", draft.Subject)
		}
		for line := range strings.SplitSeq(draft.Body, "\n") {
			fmt.Fprintf(out, "> %s\n", line)
		}
	}
}

func measure(form string, draft words.Text) string {
	switch form {
	case words.Short:
		return fmt.Sprintf(" (%d characters)", utf8.RuneCountInString(draft.Body))
	case words.Spoken:
		return fmt.Sprintf(" (%d s)", tone.Seconds(draft.Body, 150))
	}
	return ""
}
