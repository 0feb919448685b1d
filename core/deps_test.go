package core

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// banned imports, each with its reason.
var banned = map[string]string{
	"syscall/js": "core runs natively too; the browser is wasm's business",
	"net/http":   "10 MB of wasm, and core has no network",
	"net/url":    "260 kB of the brain for what page/address.go does in a few lines",
	"regexp":     "470 kB of the brain, and its programs are compiled at every start",
	"math/rand":  "randomness is an argument",
	"os":         "files are arguments",
	"log":        "errors are returned",
}

func TestImportsFlowOneWay(t *testing.T) {
	seen := map[string]bool{}
	for file, imports := range sources(t, ".") {
		from := path.Dir(file)
		if from == "." {
			continue
		}
		place := slices.Index(Order, from)
		if place < 0 {
			t.Errorf("%s: core/%s has no place in Order", file, from)
			continue
		}
		seen[from] = true
		for _, imported := range imports {
			if why, no := banned[imported]; no && !strings.HasPrefix(from, "cmd/") {
				t.Errorf("%s imports %s: %s", file, imported, why)
			}
			if to, own := strings.CutPrefix(imported, "cleanbreak/core/"); own && slices.Index(Order, to) >= place {
				t.Errorf("%s imports core/%s, which comes after core/%s in the pipeline", file, to, from)
			}
			if strings.HasPrefix(imported, "cleanbreak/wasm") || strings.HasPrefix(imported, "cleanbreak/worker") {
				t.Errorf("%s imports %s: core knows nothing of who uses it", file, imported)
			}
		}
	}
	for _, p := range Order {
		if !seen[p] {
			t.Errorf("Order names core/%s, and there is no such package", p)
		}
	}
}

// TestNoClock keeps time an argument.
func TestNoClock(t *testing.T) {
	for file := range sources(t, ".") {
		if strings.HasPrefix(file, "cmd/") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			use, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := use.X.(*ast.Ident)
			if ok && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Sleep"}, use.Sel.Name) {
				t.Errorf("%s uses time.%s; take the moment as an argument", file, use.Sel.Name)
			}
			return true
		})
	}
}

func sources(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		imports := []string{}
		for _, spec := range tree.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports = append(imports, imported)
		}
		found[filepath.ToSlash(file)] = imports
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
