package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

const (
	registry = "core/signal/signal.go"
	rows     = "core/signal/rows_test.go"
	weights  = "core/playbook/balanced.json"
)

// change is a file written, and what a person has to write in it.
type change struct {
	file, todo string
	text       string
}

// scaffold writes everything a signal needs into the repository at root, or
// nothing.
func scaffold(root, name string) ([]change, error) {
	file := "core/signal/" + strings.ReplaceAll(name, "-", "_") + ".go"
	if _, err := os.Stat(filepath.Join(root, file)); err == nil {
		return nil, fmt.Errorf("%q is begun already: %s; go test ./core/signal names what is left", name, file)
	}
	variable, err := variableFor(root, name)
	if err != nil {
		return nil, err
	}
	fill := strings.NewReplacer("NAME", name, "VARIABLE", variable).Replace
	changes := []change{
		{file, "Source, Doc, and what it reads", fill(signalText)},
		{"testdata/cases/signal-" + name + ".json", "about, expect, and the events that show it", fill(caseText)},
	}
	for _, c := range changes {
		if _, err := os.Stat(filepath.Join(root, c.file)); !errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("%s is there already", c.file)
		}
	}
	for _, edit := range []struct{ file, todo, list, end, line string }{
		{rows, "what is known, and the part that follows", "\nvar rows = []row{\n", "\n}\n", fill(rowText)},
		{weights, "points, and why: from whom, and how far to trust it", "\n  \"weights\": {\n", "\n  }\n", fill(weightText)},
		{registry, "its place in the order in which parts are shown", "\nvar All = []*Signal{\n", "\n}\n", fill("\n\t&VARIABLE,")},
	} {
		text, err := appended(filepath.Join(root, edit.file), edit.list, edit.end, edit.line)
		if err != nil {
			return nil, err
		}
		changes = append(changes, change{edit.file, edit.todo, text})
	}
	for _, c := range changes {
		if err := os.WriteFile(filepath.Join(root, c.file), []byte(c.text), 0o644); err != nil {
			return nil, err
		}
	}
	return changes, writeSchema(root)
}

// writeSchema lets the playbook's schema know the new weight.
func writeSchema(root string) error {
	run := exec.Command("go", "test", "./core/playbook", "-run", "TestSchemaIsUpToDate", "-update")
	run.Dir = root
	if out, err := run.CombinedOutput(); err != nil {
		return fmt.Errorf("core/playbook/schema.json: %w\n%s", err, out)
	}
	return nil
}

// appended is a file's text with a line at the end of a list in it.
func appended(file, list, end, line string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	before, after, found := strings.Cut(string(text), list)
	items, rest, ended := strings.Cut(after, end)
	if !found || !ended {
		return "", fmt.Errorf("%s: no list begins with %q", file, strings.TrimSpace(list))
	}
	return before + list + items + line + end + rest, nil
}

// variableFor is the Go name of a signal: jobChange for job-change. One that
// means something already is refused.
func variableFor(root, name string) (string, error) {
	words := strings.Split(name, "-")
	for i, w := range words {
		if w == "" || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
			return "", fmt.Errorf("%q: write the name in small letters, with a hyphen between words: job-change", name)
		}
		if i > 0 {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	if last := strings.ToLower(words[len(words)-1]); slices.Contains(fileEndings, last) {
		return "", fmt.Errorf("%q: Go would leave out a file that ends in _%s", name, last)
	}
	variable := strings.Join(words, "")
	taken, err := takenNames(filepath.Join(root, "core/signal"))
	switch {
	case err != nil:
		return "", err
	case token.IsKeyword(variable), types.Universe.Lookup(variable) != nil, taken[variable]:
		return "", fmt.Errorf("%q: %s means something else in core/signal already", name, variable)
	}
	return variable, nil
}

// fileEndings make Go build a file for one platform, or for tests, only.
var fileEndings = []string{"test", "js", "wasm", "linux", "windows", "darwin", "android", "ios", "arm", "unix"}

// takenNames are what the package declares, and what its files import.
func takenNames(dir string) (map[string]bool, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	for _, f := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), f, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range tree.Decls {
			for _, name := range declared(d) {
				taken[name] = true
			}
		}
	}
	return taken, nil
}

func declared(d ast.Decl) (names []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.ImportSpec:
				names = append(names, path.Base(strings.Trim(spec.Path.Value, `"`)))
			case *ast.TypeSpec:
				names = append(names, spec.Name.Name)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}
