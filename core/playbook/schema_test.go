package playbook

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/words"
)

// schema.json is for editors: it says what a playbook file may hold, in the words
// of the comments in playbook.go, with the bounds and lists of check.go.
//
//	go test ./core/playbook -run Schema -update    writes it anew

var update = flag.Bool("update", false, "write schema.json")

func TestSchemaIsUpToDate(t *testing.T) {
	want := generated(t)
	if *update {
		if err := os.WriteFile("schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, _ := os.ReadFile("schema.json"); !bytes.Equal(got, want) {
		t.Error("schema.json is out of date: go test ./core/playbook -run Schema -update")
	}
}

func TestEveryBuiltInPlaybookFitsTheSchema(t *testing.T) {
	for _, name := range BuiltIn {
		for _, fault := range faultsOf(t, file(name)) {
			t.Errorf("%s.json: %s", name, fault)
		}
	}
}

// TestTheSchemaRefusesWhatLoadRefuses holds the two together.
func TestTheSchemaRefusesWhatLoadRefuses(t *testing.T) {
	cases := []struct{ about, playbook, fault string }{
		{"a name is missing", `{}`, "name: is missing"},
		{"unknown base", `{"name": "x", "extends": "gut feeling"}`, "extends: "},
		{"unknown field", `{"name": "x", "extends": "balanced", "flor": {}}`, "flor: unknown"},
		{"unknown inner field", `{"name": "x", "extends": "balanced", "floor": {"touch": 3}}`, "floor.touch: unknown"},
		{"below one", `{"name": "x", "extends": "balanced", "floor": {"touches": 0}}`, "floor.touches: is less than 1"},
		{"no whole number", `{"name": "x", "extends": "balanced", "floor": {"touches": 2.5}}`, "floor.touches: is no integer"},
		{"calls of no motion", `{"name": "x", "extends": "balanced", "persistence": {"inbound": {"calls": 0}}}`, "persistence.inbound.calls: is less than 1"},
		{"a wait below zero", `{"name": "x", "extends": "balanced", "waits": {"before_goodbye": -1}}`, "waits.before_goodbye: is less than 0"},
		{"a rule in the wrong list", `{"name": "x", "extends": "balanced", "said": ["chase"]}`, "said[0]: "},
		{"an unknown rule", `{"name": "x", "extends": "balanced", "silence": ["second-now"]}`, "silence[0]: "},
		{"an unknown channel", `{"name": "x", "extends": "balanced", "channels": ["mail"]}`, "channels[0]: "},
		{"no channel", `{"name": "x", "extends": "balanced", "channels": []}`, "channels: is too short"},
		{"minutes of no channel", `{"name": "x", "extends": "balanced", "minutes": {"telex": 5}}`, "minutes.telex: "},
		{"minutes below zero", `{"name": "x", "extends": "balanced", "minutes": {"fax": -5}}`, "minutes.fax: is less than 0"},
		{"a stage without days", `{"name": "x", "extends": "balanced", "stages": {"demo": {"days": 0}}}`, "stages.demo.days: is less than 1"},
		{"a bad quiet day", `{"name": "x", "extends": "balanced", "quiet": [{"from": "24-12", "to": "01-01"}]}`, "quiet[0].from: "},
		{"a bad holiday", `{"name": "x", "extends": "balanced", "holidays": ["7 December"]}`, "holidays[0]: "},
		{"a country in words", `{"name": "x", "extends": "balanced", "ideal": {"countries": ["Germany"]}}`, "ideal.countries[0]: "},
		{"an address among the own domains", `{"name": "x", "extends": "balanced", "tracking": {"own": ["kim@northwind.example"]}}`, "tracking.own[0]: "},
		{"nobody on the never-list", `{"name": "x", "extends": "balanced", "tracking": {"never": [""]}}`, "tracking.never[0]: "},
		{"somebody in words", `{"name": "x", "extends": "balanced", "tracking": {"always": ["Kim Olsen"]}}`, "tracking.always[0]: "},
		{"an unknown language", `{"name": "x", "extends": "balanced", "language": "tlh"}`, "language: "},
		{"a template for nothing", `{"name": "x", "extends": "balanced", "templates": {"en": {"sorry": {"short": "x"}}}}`, "templates.en.sorry: "},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			if _, err := Load([]byte(c.playbook)); err == nil {
				t.Error("Load takes it")
			}
			if faults := faultsOf(t, []byte(c.playbook)); len(faults) != 1 || !strings.HasPrefix(faults[0], c.fault) {
				t.Errorf("faults are %q, want one that begins %q", faults, c.fault)
			}
		})
	}
}

// ---- the generator

// members is a JSON object that keeps its order.
type members []member

type member struct {
	name  string
	value any
}

func (m members) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, e := range m {
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, "%q:", e.name)
		encode := json.NewEncoder(&out)
		encode.SetEscapeHTML(false)
		if err := encode.Encode(e.value); err != nil {
			return nil, err
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func generated(t *testing.T) []byte {
	t.Helper()
	s := schemer{comments: commentsOf(t, ".", "../workday", "../words"), least: map[string]int{
		"waits.before_goodbye": 0, "minutes.*": 0, "stages.*.days": 1,
	}}
	for _, n := range (&Playbook{}).fromOne() {
		s.least[n.path] = 1
	}
	root := append(members{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "A playbook of Clean Break"},
	}, s.of("", reflect.TypeFor[Playbook](), "")...)
	root = append(root, member{"required", []string{"name"}})
	if len(s.least) > 0 {
		t.Errorf("check.go has bounds for fields that a playbook has not: %v", s.least)
	}
	flat, err := json.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, flat, "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	return out.Bytes()
}

type schemer struct {
	comments map[string]string // by type, and by type.field
	least    map[string]int    // by path
}

// of is the schema of what stands at a path; about is the comment of its field.
func (s *schemer) of(path string, typ reflect.Type, about string) members {
	var m members
	if typ.Name() != "" && typ.Kind() != reflect.String {
		about = strings.TrimSpace(about + " " + s.comments[typ.Name()])
	}
	if about != "" {
		m = append(m, member{"description", about})
	}
	switch typ.Kind() {
	case reflect.Struct:
		m = append(m, member{"type", "object"}, member{"properties", s.fields(path, typ)}, member{"additionalProperties", false})
	case reflect.Map:
		m = append(m, member{"type", "object"})
		if names := keys[path]; names != nil {
			m = append(m, member{"propertyNames", members{{"enum", names}}})
		}
		m = append(m, member{"additionalProperties", s.of(within(path, "*"), typ.Elem(), "")})
	case reflect.Slice:
		m = append(m, member{"type", "array"}, member{"items", s.of(path+"[]", typ.Elem(), "")})
		if path == "channels" {
			m = append(m, member{"minItems", 1})
		}
	case reflect.Bool:
		m = append(m, member{"type", "boolean"})
	case reflect.Int:
		m = append(m, member{"type", "integer"})
	case reflect.Float64:
		m = append(m, member{"type", "number"})
	case reflect.String:
		m = append(m, member{"type", "string"})
	default:
		panic(path + ": a playbook has no field of this kind yet: " + typ.String())
	}
	if least, ok := s.least[path]; ok {
		m = append(m, member{"minimum", least})
		delete(s.least, path)
	}
	if names := values[path]; names != nil {
		m = append(m, member{"enum", names})
	}
	if form := forms[path]; form != "" {
		m = append(m, member{"pattern", form})
	}
	return m
}

func (s *schemer) fields(path string, typ reflect.Type) members {
	m := members{}
	for f := range typ.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		about := s.comments[typ.Name()+"."+f.Name]
		if name == "why" || strings.HasSuffix(name, "_why") {
			about = "For people: where the numbers come from, and how far to trust them."
		}
		m = append(m, member{name, s.of(within(path, name), f.Type, about)})
	}
	return m
}

func within(path, name string) string { return strings.TrimPrefix(path+"."+name, ".") }

// What check.go checks beyond the types, by path.
var (
	values = map[string][]string{
		"extends":    append([]string{""}, BuiltIn...),
		"said[]":     SaidRules,
		"silence[]":  SilenceRules,
		"channels[]": Channels,
		"language":   words.Languages(),
	}
	keys = map[string][]string{
		"minutes":     append([]string{"meeting", "proposal"}, Channels...),
		"templates":   words.Languages(),
		"templates.*": purposes(),
		"weights":     slices.Sorted(maps.Keys(Balanced().Weights)), // an unknown one would weigh nothing
	}
	forms = map[string]string{
		"quiet[].from":      dayOfYear,
		"quiet[].to":        dayOfYear,
		"holidays[]":        "^([0-9]{4}-)?" + dayOfYear[1:],
		"ideal.countries[]": "^[A-Z]{2}$",
		"tracking.own[]":    `^[^@ ]+\.[^@ ]+$`,
		"tracking.never[]":  "^[^ ]+$",
		"tracking.always[]": "^[^ ]+$",
	}
)

const dayOfYear = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

func purposes() []string {
	names := make([]string, len(words.Purposes))
	for i, p := range words.Purposes {
		names[i] = p.Name
	}
	return names
}

// commentsOf reads the comments of types and of fields, each on one line.
func commentsOf(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	comments := map[string]string{}
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			tree, err := parser.ParseFile(token.NewFileSet(), folder+"/"+e.Name(), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range tree.Decls {
				if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.TYPE {
					commentsOfType(comments, d)
				}
			}
		}
	}
	return comments
}

func commentsOfType(comments map[string]string, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		spec := spec.(*ast.TypeSpec)
		about := oneLine(d.Doc.Text())
		for _, verb := range []string{" is ", " are "} { // "Floor is the number …"
			about = strings.TrimPrefix(about, spec.Name.Name+verb)
		}
		comments[spec.Name.Name] = sentence(about)
		fields, ok := spec.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range fields.Fields.List {
			for _, name := range f.Names {
				comments[spec.Name.Name+"."+name.Name] = sentence(oneLine(f.Doc.Text() + " " + f.Comment.Text()))
			}
		}
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// sentence begins with a capital letter and ends with a stop.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	s = strings.ToUpper(s[:1]) + s[1:]
	if strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// ---- the validator: as much of JSON Schema as schema.json uses
