package plan

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"strings"
	"sync"

	"cleanbreak/core/history"
)

// Blank stands where the rep has something to fill in.
const Blank = "____"

type words struct {
	Subject string `json:"subject"`
	Body    string `json:"body"`
}

//go:embed words.json
var wordsFile []byte

var templates = sync.OnceValue(func() map[string]words {
	var t map[string]words
	if err := json.Unmarshal(wordsFile, &t); err != nil {
		panic("words.json: " + err.Error())
	}
	return t
})

// draft fills the template of a purpose and a channel. A field that is not known
// becomes a blank, never a name in braces. ok is false where there are no words
// for that channel.
func draft(purpose, channel string, h *history.History) (words, bool) {
	t, ok := templates()[purpose+"."+channel]
	if !ok {
		return words{}, false
	}
	known := map[string]string{
		"first_name": firstName(h.Prospect.Name),
		"company":    h.Prospect.Company,
		"topic":      h.Prospect.ResponsibleFor,
		"me":         h.Rep,
		"subject":    strings.TrimPrefix(h.Subject, "Re: "),
	}
	return words{fill(t.Subject, known), fill(t.Body, known)}, true
}

// fill puts the known fields where a template says {field}.
func fill(template string, known map[string]string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		out.WriteString(cmp.Or(known[name], Blank))
		template = after
	}
}

// firstName is the first word of a name; a name that is an address has none.
func firstName(name string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	if strings.Contains(first, "@") {
		return ""
	}
	return first
}
