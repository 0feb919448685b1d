package playbook

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"cleanbreak/core/strict"

	"github.com/tidwall/gjson"
)

// Voices are the published sources, each a playbook of its own.
var Voices = []string{"hoffman", "calvert", "pipedrive", "stanley", "lange"}

//go:embed balanced.json hoffman.json calvert.json pipedrive.json stanley.json lange.json
var files embed.FS

// BuiltIn are the names of the playbooks that come with the program.
var BuiltIn = append([]string{"balanced"}, Voices...)

var (
	reading sync.Mutex
	read    = map[string]*Playbook{}
)

// builtIn reads a playbook when it is first asked for, because a background
// starts often. It is shared: do not change it.
func builtIn(name string) *Playbook {
	reading.Lock()
	defer reading.Unlock()
	if p, ok := read[name]; ok {
		return p
	}
	p, err := Load(file(name))
	if err != nil {
		panic(name + ".json: " + err.Error())
	}
	read[name] = p
	return p
}

func file(name string) []byte {
	data, err := files.ReadFile(name + ".json")
	if err != nil {
		panic(err)
	}
	return data
}

// Balanced is the default playbook.
func Balanced() *Playbook { return builtIn("balanced") }

// Named gives the built-in playbook with that name; "" is Balanced.
func Named(name string) (*Playbook, error) {
	if name == "" {
		return Balanced(), nil
	}
	if slices.Contains(BuiltIn, name) {
		return builtIn(name), nil
	}
	return nil, fmt.Errorf("no playbook is called %q; there are: %s", name, strings.Join(BuiltIn, ", "))
}

// Load reads and checks a playbook file over the one it extends. The error names
// the field, the line and the column.
func Load(data []byte) (*Playbook, error) {
	p, _, err := load(data)
	return p, err
}

// load gives the document too, so that a later fault can name its place.
func load(data []byte) (*Playbook, *strict.Document, error) {
	var p Playbook
	if base := gjson.GetBytes(data, "extends").String(); base != "" {
		if !slices.Contains(BuiltIn, base) {
			doc, err := strict.Decode(data, &p) // which knows the place
			if err == nil {
				err = doc.Fault("extends", "no playbook is called \"{}\"; there are: {}", base, strings.Join(BuiltIn, ", "))
			}
			return nil, nil, err
		}
		under, err := Load(file(base)) // anew: what is shared is not written over
		if err != nil {
			return nil, nil, err
		}
		p = *under
		p.Name, p.About = "", "" // a file's own
	}
	known := maps.Clone(p.Weights)
	doc, err := strict.Decode(data, &p)
	if err == nil {
		err = p.checkWeights(doc, known)
	}
	if err == nil {
		err = p.check(doc)
	}
	return &p, doc, err
}
