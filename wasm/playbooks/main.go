// Command playbooks writes what the settings show of the engine: for the editor of
// playbooks the schema, the built-in playbooks in full, and the registries of signals
// and of words; and the keys of the panel and of Today.
//
//	go run ./wasm/playbooks core/playbook/schema.json build/playbooks.json
package main

import (
	"encoding/json"
	"log"
	"os"

	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
	"cleanbreak/core/words"
	"cleanbreak/wasm/view"
)

type named struct {
	Name   string `json:"name"`
	About  string `json:"about"`
	Source string `json:"source,omitempty"`
}

// keys are those of the panel and of Today, with what each does.
type keys struct {
	Panel []view.Shortcut `json:"panel"`
	Today []view.Shortcut `json:"today"`
}

type shown struct {
	Schema   json.RawMessage               `json:"schema"`
	BuiltIn  map[string]*playbook.Playbook `json:"built_in"`
	Order    []string                      `json:"order"`
	Signals  []named                       `json:"signals"`
	Purposes []named                       `json:"purposes"`
	Fields   []named                       `json:"fields"`
	Says     map[string]string             `json:"says"` // the headline of every state
	Tone     map[string]string             `json:"tone"` // the name of everything that the check of templates finds
	Keys     keys                          `json:"keys"`
}

func main() {
	log.SetFlags(0)
	schema, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	out := shown{Schema: schema, BuiltIn: map[string]*playbook.Playbook{}, Order: playbook.BuiltIn, Says: view.Headlines(), Tone: view.ToneWords(), Keys: keys{view.Keys(), view.TodayKeys}}
	for _, name := range playbook.BuiltIn {
		p, err := playbook.Named(name)
		if err != nil {
			log.Fatal(err)
		}
		out.BuiltIn[name] = p
	}
	for _, s := range signal.All {
		out.Signals = append(out.Signals, named{s.Name, s.Doc, s.Source})
	}
	for _, p := range words.Purposes {
		out.Purposes = append(out.Purposes, named{Name: p.Name, About: p.About})
	}
	for _, f := range words.Fields {
		out.Fields = append(out.Fields, named{Name: f.Name, About: f.About})
	}
	data, err := json.Marshal(out)
	if err == nil {
		err = os.WriteFile(os.Args[2], data, 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
