package main

import (
	"encoding/json"
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
	"cleanbreak/core/tone"
	"cleanbreak/core/words"
)

// What is said of playbooks, signals, drafts and tone stands where each of them is
// registered, in English.

// schema is a part of the playbook's, as far as the editor of playbooks shows it.
type schema struct {
	Description          string            `json:"description"`
	Properties           map[string]schema `json:"properties"`
	AdditionalProperties json.RawMessage   `json:"additionalProperties"`
}

// unshown are fields that the editor leaves out: they are for people who write files.
var unshown = []string{"$schema", "name", "extends", "about", "why", "minutes_why"}

func (g gathered) registries(root string) error {
	const path = "core/playbook/schema.json"
	source, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		return err
	}
	var all schema
	if err := json.Unmarshal(source, &all); err != nil {
		return err
	}
	all.Description = "" // of the file
	g.schema(path, all)
	for _, channel := range append([]string{"meeting", "proposal"}, playbook.Channels...) {
		g.add(path, label(channel))
	}
	for name := range playbook.Balanced().Weights {
		g.add(path, label(name))
	}
	for _, s := range signal.All {
		g.add("core/signal", label(s.Name))
		g.add("core/signal", s.Doc)
	}
	for _, p := range words.Purposes {
		g.add("core/words", p.About)
	}
	for _, f := range words.Fields {
		g.add("core/words", f.About)
	}
	for _, r := range tone.Rules {
		g.add("core/tone", r.Better)
	}
	return nil
}

func (g gathered) schema(path string, s schema) {
	g.add(path, s.Description)
	for name, field := range s.Properties {
		if !slices.Contains(unshown, name) {
			g.add(path, label(name))
			g.schema(path, field)
		}
	}
	var entry schema
	if json.Unmarshal(s.AdditionalProperties, &entry) == nil { // false where there is nothing else
		g.schema(path, entry)
	}
}

// spelt are names that are said in their own way.
var spelt = map[string]string{
	"crm": "CRM", "linkedin": "LinkedIn", "sms": "SMS", "email": "E-mail", "emails": "E-mails", "follow_ups": "Follow-ups",
	"said":          "What they say",
	"silence":       "Silence and effort",
	"floor":         "Fewest touches",
	"noes":          "How often they say no",
	"soft":          "Soft objections",
	"worth":         "Value of the deal",
	"hour_is_worth": "What an hour brings",
	"overwork":      "Too much work",
	"cycle":         "When counts start anew",
	"reassess":      "Second look",
	"pushed_back":   "Meetings they moved",
	"chase":         "Touches after a no-show",
	"quiet":         "Quiet days",
	"waits":         "Waiting times",
}

// label is a field's name as the editor shows it, as playbook.js makes it.
func label(name string) string {
	if own, ok := spelt[name]; ok {
		return own
	}
	return strings.ToUpper(name[:1]) + strings.NewReplacer("_", " ", "-", " ").Replace(name[1:])
}

// problems are what the Worker answers and a person can mend. The other ones are
// faults of a program.
func (g gathered) problems(path string, e ast.Expr) {
	table, ok := e.(*ast.CompositeLit)
	if !ok {
		return
	}
	for _, element := range table.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		problem, ok := pair.Value.(*ast.CompositeLit)
		if !ok || len(problem.Elts) != 2 {
			continue
		}
		if status, ok := problem.Elts[0].(*ast.BasicLit); ok && slices.Contains([]string{"401", "403", "409", "429", "500", "503"}, status.Value) {
			g.add(path, text(problem.Elts[1]))
		}
	}
}
