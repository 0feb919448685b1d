package main

import (
	"encoding/xml"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cleanbreak/core/say"
)

// gather gives every phrase of the program with the first file it stands in.
// Root is the repository.
func gather(root string) (map[string]string, error) {
	g := gathered{}
	for _, dir := range []string{
		"core/say", "core/playbook", "core/signal", "core/verdict", "core/plan", "core/assess", "core/calibrate", "core/pipeline",
		"core/device", "core/keys", "core/replica", "wasm/brain", "wasm/member", "wasm/view", "wasm/panel", "wasm/pipeline", "worker/api",
	} {
		if err := g.files(root, dir, "*.go", g.golang); err != nil {
			return nil, err
		}
	}
	if err := g.files(root, "extension", "*.js", g.script); err != nil {
		return nil, err
	}
	if err := g.files(root, "extension", "*.html", g.page); err != nil {
		return nil, err
	}
	return g, g.registries(root)
}

type gathered map[string]string

func (g gathered) files(root, dir, pattern string, read func(path string, source []byte) error) error {
	paths, err := fs.Glob(os.DirFS(root), dir+"/"+pattern)
	for _, path := range paths {
		var source []byte
		if source, err = os.ReadFile(filepath.Join(root, path)); err == nil {
			err = read(path, source)
		}
		if err != nil {
			return err
		}
	}
	return err
}

// add takes a phrase, unless it is nothing but values and marks, an address or JSON.
func (g gathered) add(path, phrase string) {
	if strings.Contains(phrase, "://") && !strings.Contains(phrase, " ") || strings.HasPrefix(phrase, `{"`) {
		return
	}
	if g[phrase] == "" && strings.ContainsAny(strings.ToLower(phrase), "abcdefghijklmnopqrstuvwxyz:") {
		g[phrase] = path
	}
}

// sayers take a phrase as their first text; counters take two, one and many.
var (
	sayers   = []string{"Say", "fill", "many", "howMany", "Choose", "toTick"}
	counters = []string{"Count"}
)

// tables are the variables and constants of the engine that hold phrases, which are
// said where they are looked up.
var tables = []string{
	"ordinals", "channelNames", "channelTitles", "dispositionNames", "daysOfWeek", "contactTypes", "questions", "traits", "wants",
	"waits", "news", "askedThem", "endingWords", "softWords", "reasons", "sequences", "unsaid", "fellThrough",
	"troubles", "unreachable", "Calls", "Mails",
}

// golang reads the phrases that are said by a call, those with a value in them, of
// the tables all, and of the files of words all texts but codes.
func (g gathered) golang(path string, source []byte) error {
	if strings.HasSuffix(path, "_test.go") {
		return nil
	}
	tree, err := parser.ParseFile(token.NewFileSet(), path, source, 0)
	if err != nil {
		return err
	}
	words := strings.HasPrefix(filepath.Base(path), "words")
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			if lit := text(n); strings.Contains(lit, "{}") {
				g.add(path, lit)
			}
		case *ast.CallExpr:
			g.call(path, n)
		case *ast.ValueSpec:
			table := slices.Contains(tables, n.Names[0].Name) && (strings.HasPrefix(path, "core/") || strings.HasPrefix(path, "wasm/member/"))
			for _, v := range n.Values {
				if path == "worker/api/problem.go" && n.Names[0].Name == "problems" {
					g.problems(path, v)
				}
				if table || words {
					g.table(path, v, words)
				}
			}
		}
		return true
	})
	return nil
}

// table reads the texts of a variable: not what it goes by, nor, among words, what
// is a code.
func (g gathered) table(path string, e ast.Expr, words bool) {
	if lit := text(e); lit != "" {
		g.add(path, lit)
		return
	}
	all, ok := e.(*ast.CompositeLit)
	if !ok {
		if pointed, ok := e.(*ast.UnaryExpr); ok {
			g.table(path, pointed.X, words)
		}
		return
	}
	for _, element := range all.Elts {
		switch element := element.(type) {
		case *ast.KeyValueExpr:
			if !words || !codeField(element.Key) {
				g.table(path, element.Value, words)
			}
		default:
			if !words || !isCode(text(element)) || text(element) == "" {
				g.table(path, element, words)
			}
		}
	}
}

func (g gathered) call(path string, c *ast.CallExpr) {
	name, pkg := "", ""
	switch f := c.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			pkg = x.Name
		}
		if pkg == "say" {
			return // what the rules are documented with, in English
		}
		name = f.Sel.Name
	}
	var texts []string
	for _, a := range c.Args {
		if lit := text(a); lit != "" {
			texts = append(texts, lit)
		}
	}
	switch {
	case pkg == "errors" && name == "New" && len(texts) == 1 && !isCode(texts[0]), name == "Fault" && len(c.Args) > 1 && text(c.Args[1]) != "":
		g.add(path, texts[len(texts)-1])
	case slices.Contains(counters, name) && len(texts) == 2:
		g.add(path, say.Counted(texts[0], texts[1]))
	case slices.Contains(sayers, name) && len(texts) > 0 && len(c.Args) > 0 && slices.ContainsFunc(c.Args[:min(3, len(c.Args))], func(a ast.Expr) bool { return text(a) == texts[0] }):
		g.add(path, texts[0])
	}
}

// text is a literal's, "" of anything else.
func text(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}

// codeField names a field that holds a code.
func codeField(key ast.Expr) bool {
	name, ok := key.(*ast.Ident)
	return ok && slices.Contains([]string{"Icon", "icon", "Do", "Verdict", "Kind", "Code", "Key"}, name.Name)
}

// isCode reports a single small word, as "no-answer". In a list of values that
// have no field's name, that is a code.
func isCode(s string) bool { return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz-") == "" }

var said = regexp.MustCompile(`\b(?:t|new Error|new Said)\(\s*"((?:[^"\\]|\\.)*)"`)

// script reads what is said by t("…"), and what errors say.
func (g gathered) script(path string, source []byte) error {
	for _, m := range said.FindAllSubmatch(source, -1) {
		phrase, err := strconv.Unquote(`"` + string(m[1]) + `"`)
		if err != nil {
			return err
		}
		g.add(path, phrase)
	}
	return nil
}

// page reads the texts of a page, each as one phrase, and those of attributes.
func (g gathered) page(path string, source []byte) error {
	d := xml.NewDecoder(strings.NewReader(string(source)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.CharData:
			g.add(path, strings.Join(strings.Fields(string(t)), " "))
		case xml.StartElement:
			for _, a := range t.Attr {
				if slices.Contains([]string{"aria-label", "placeholder", "title", "alt"}, a.Name.Local) {
					g.add(path, a.Value)
				}
			}
		}
	}
}
