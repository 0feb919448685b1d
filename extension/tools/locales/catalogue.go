package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"cleanbreak/core/say"
)

// Languages are those beside English.
var Languages = []string{"de", "fr", "es"}

// message is an entry of a catalogue, as browsers read it.
type message struct {
	Message     string `json:"message"`
	Description string `json:"description,omitempty"`
}

// catalogue holds messages by their names.
type catalogue map[string]message

// byHand are the messages that the manifest asks for: their English is written in
// the catalogue itself.
var byHand = []string{"description"}

func catalogueOf(phrases map[string]string, before catalogue) catalogue {
	c := catalogue{}
	for _, name := range byHand {
		c[name] = before[name]
	}
	for phrase, path := range phrases {
		c[say.Name(phrase)] = message{numbered(phrase), path}
	}
	return c
}

// numbered writes the {}s of a phrase as $1, $2, in each of its forms.
func numbered(phrase string) string {
	forms := strings.Split(strings.ReplaceAll(phrase, "$", "$$"), "|")
	for i, form := range forms {
		for n := 1; strings.Contains(form, "{}"); n++ {
			form = strings.Replace(form, "{}", "$"+strconv.Itoa(n), 1)
		}
		forms[i] = form
	}
	return strings.Join(forms, "|")
}

func file(root, lang string) string {
	return filepath.Join(root, "extension/_locales", lang, "messages.json")
}

func load(root, lang string) (catalogue, error) {
	c := catalogue{}
	source, err := os.ReadFile(file(root, lang))
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err == nil {
		err = json.Unmarshal(source, &c)
	}
	return c, err
}

// save writes a catalogue, its names in order.
func (c catalogue) save(root, lang string) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(c); err != nil {
		return err
	}
	path := file(root, lang)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}

// add takes translations from a file.
func (c catalogue) add(path, lang string) error {
	source, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(strings.TrimSpace(string(source)), "\n") {
		parts := strings.Split(line, "\t")
		if len(parts) != 3 {
			return fmt.Errorf("%s:%d: want a name, a language and a translation with tabs between", path, i+1)
		}
		if parts[1] == lang {
			c[parts[0]] = message{Message: parts[2]}
		}
	}
	return nil
}

// forget takes out what English has not.
func (c catalogue) forget(english catalogue) {
	for name := range c {
		if _, said := english[name]; !said {
			delete(c, name)
		}
	}
}

// missing names what is not translated, in order.
func (c catalogue) missing(english catalogue) []string {
	var out []string
	for name := range english {
		if c[name].Message == "" {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
