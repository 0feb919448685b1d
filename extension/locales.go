// Package extension gives programs outside the browser what the extension says in
// other languages.
package extension

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"cleanbreak/core/say"
)

//go:embed _locales
var locales embed.FS

// Tongue is a language by its code, as de; nil for English.
func Tongue(code string) (*say.Language, error) {
	source, err := locales.ReadFile("_locales/" + code + "/messages.json")
	if err != nil {
		return nil, fmt.Errorf("no language %q: want en, de, es or fr", code)
	}
	var messages map[string]struct{ Message string }
	if err := json.Unmarshal(source, &messages); err != nil {
		return nil, err
	}
	var lines strings.Builder
	for name, m := range messages {
		lines.WriteString(name + "\t" + m.Message + "\n")
	}
	return say.Learn(code, lines.String()), nil
}
