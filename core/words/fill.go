package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// filler puts fields into templates.
type filler struct {
	known map[string]string
	hooks bool // the purpose may open with a hook
}

// fill writes a template with its fields. Text that is no template (a brace
// that is never closed) is written as it stands.
func (f filler) fill(template string) string {
	if !strings.ContainsAny(template, "{[") {
		return template
	}
	var out strings.Builder
	out.Grow(len(template) + len(template)/2 + 32)
	f.write(&out, template)
	return out.String()
}

func (f filler) write(out *strings.Builder, template string) {
	for {
		at := strings.IndexAny(template, "{[")
		if at < 0 {
			out.WriteString(template)
			return
		}
		out.WriteString(template[:at])
		closing := byte('}')
		if template[at] == '[' {
			closing = ']'
		}
		inner, rest, closed := cut(template[at+1:], closing)
		if !closed {
			out.WriteString(template[at:])
			return
		}
		if closing == ']' {
			f.optional(out, inner)
		} else {
			rest = f.field(out, inner, rest)
		}
		template = rest
	}
}

func cut(s string, closing byte) (inner, rest string, closed bool) {
	at := strings.IndexByte(s, closing)
	if at < 0 {
		return "", "", false
	}
	return s[:at], s[at+1:], true
}

// field writes one field and gives what follows, without a full stop that the
// field brought itself.
func (f filler) field(out *strings.Builder, name, rest string) string {
	value := f.value(name)
	if value == "" {
		out.WriteString(Blank)
		return rest
	}
	if out.Len() == 0 {
		value = capital(value)
	}
	out.WriteString(value)
	if strings.HasPrefix(rest, ".") && ended(value) {
		return rest[1:]
	}
	return rest
}

// optional writes a part whose fields are all known.
func (f filler) optional(out *strings.Builder, part string) {
	for rest := part; ; {
		_, after, found := strings.Cut(rest, "{")
		if !found {
			break
		}
		name, next, _ := strings.Cut(after, "}")
		if f.value(name) == "" {
			return
		}
		rest = next
	}
	f.write(out, part)
}

// value is what is known for a field. What holds a brace is itself a
// placeholder that somebody forgot to fill.
func (f filler) value(name string) string {
	if name == "hook" && !f.hooks {
		return ""
	}
	value := strings.TrimSpace(f.known[name])
	if strings.ContainsAny(value, "{}") {
		return ""
	}
	return value
}

func ended(value string) bool {
	switch value[len(value)-1] {
	case '.', '!', '?':
		return true
	}
	return strings.HasSuffix(value, "…")
}

// capital begins a text with a capital letter, unless its first word has a
// spelling of its own: "iOS updates".
func capital(s string) string {
	word, _, _ := strings.Cut(s, " ")
	first, size := utf8.DecodeRuneInString(s)
	if word != strings.ToLower(word) || !unicode.IsLower(first) {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
