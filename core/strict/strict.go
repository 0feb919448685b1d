// Package strict reads JSON that people write by hand: cases and playbooks.
//
// Everything a person can get wrong is an error that names the field, the line
// and the column: an unknown field, a field given twice, a value of the wrong
// type, text after the end.
package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sort"
	"strings"

	"cleanbreak/core/say"
)

// Error is a fault in a document. Path is the field ("events[2].channel"),
// empty for a fault of the document as a whole; Line and Column start at 1.
type Error struct {
	Path         string
	Line, Column int
	Problem      string

	phrase string // Problem's, with {}s in place of the values
	values []string
}

// In is the problem in a language.
func (e *Error) In(l *say.Language) string { return l.Say(e.phrase, e.values...) }

func (e *Error) Error() string {
	place := fmt.Sprintf("line %d, column %d", e.Line, e.Column)
	if e.Path == "" {
		return place + ": " + e.Problem
	}
	return place + ": " + e.Path + ": " + e.Problem
}

// Document remembers where each field stands, so that a check made after
// decoding can still name the place.
type Document struct {
	data   []byte
	places map[string]int64
}

// Decode reads data into the struct that into points to.
func Decode(data []byte, into any) (*Document, error) {
	d := &Document{data: data, places: map[string]int64{}}
	tokens := json.NewDecoder(bytes.NewReader(data))
	tokens.UseNumber()
	w := walker{doc: d, tokens: tokens}
	if err := w.value("", reflect.TypeOf(into).Elem()); err != nil {
		return nil, err
	}
	if _, err := tokens.Token(); !errors.Is(err, io.EOF) {
		return nil, d.at(tokens.InputOffset(), "", "there is text after the end of the document; remove it")
	}
	if err := json.Unmarshal(data, into); err != nil {
		return nil, d.unmarshalFault(err)
	}
	return d, nil
}

// Fault makes an error about the field at path, which may be one that is
// missing: then its nearest parent is named as the place. The phrase has a {} for
// each value.
func (d *Document) Fault(path, phrase string, values ...any) error {
	written := make([]string, len(values))
	for i, v := range values {
		written[i] = fmt.Sprint(v)
	}
	problem := (*say.Language)(nil).Say(phrase, written...)
	for p := path; ; p = parent(p) {
		if offset, ok := d.places[p]; ok || p == "" {
			fault := d.at(offset, path, problem)
			fault.phrase, fault.values = phrase, written
			return fault
		}
	}
}

func parent(path string) string {
	if i := strings.LastIndexAny(path, ".["); i >= 0 {
		return path[:i]
	}
	return ""
}

func (d *Document) at(offset int64, path, problem string) *Error {
	before := d.data[:min(int(offset), len(d.data))]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + len(before) - (bytes.LastIndexByte(before, '\n') + 1)
	return &Error{Path: path, Line: line, Column: column, Problem: problem, phrase: problem}
}

func (d *Document) unmarshalFault(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return d.at(kind.Offset, kind.Field, fmt.Sprintf("is %s; it takes %s", kind.Value, words(kind.Type)))
	}
	return d.at(0, "", err.Error())
}

// walker goes through the tokens beside the type they will be decoded into.
type walker struct {
	doc    *Document
	tokens *json.Decoder
}

func (w *walker) value(path string, t reflect.Type) error {
	start := w.start()
	w.doc.places[path] = start
	token, err := w.tokens.Token()
	if err != nil {
		return w.syntax(path, err)
	}
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if problem := mismatch(token, t); problem != "" {
		return w.doc.at(start, path, problem)
	}
	switch token {
	case json.Delim('{'):
		return w.object(path, t)
	case json.Delim('['):
		return w.array(path, t)
	}
	return nil
}

// start is where the next value begins: past the white space, the colon and
// the comma that the decoder has not read yet.
func (w *walker) start() int64 {
	offset := w.tokens.InputOffset()
	for int(offset) < len(w.doc.data) && strings.IndexByte(" \t\r\n:,", w.doc.data[offset]) >= 0 {
		offset++
	}
	return offset
}

func (w *walker) object(path string, t reflect.Type) error {
	seen := map[string]bool{}
	for w.tokens.More() {
		at := w.start()
		token, err := w.tokens.Token()
		if err != nil {
			return w.syntax(path, err)
		}
		name := token.(string)
		inner := join(path, name)
		if seen[name] {
			return w.doc.at(at, inner, "is given twice; keep one")
		}
		seen[name] = true
		field, known := fieldType(t, name)
		if !known {
			return w.doc.at(at, inner, "unknown field; known here: "+strings.Join(fieldNames(t), ", "))
		}
		if err := w.value(inner, field); err != nil {
			return err
		}
	}
	return w.close(path)
}

func (w *walker) array(path string, t reflect.Type) error {
	var element reflect.Type
	if t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) {
		element = t.Elem()
	}
	for i := 0; w.tokens.More(); i++ {
		if err := w.value(fmt.Sprintf("%s[%d]", path, i), element); err != nil {
			return err
		}
	}
	return w.close(path)
}

func (w *walker) close(path string) error {
	if _, err := w.tokens.Token(); err != nil {
		return w.syntax(path, err)
	}
	return nil
}

func (w *walker) syntax(path string, err error) error {
	offset := w.tokens.InputOffset()
	var fault *json.SyntaxError
	if !errors.As(err, &fault) {
		return w.doc.at(offset, path, "the JSON ends too early; is a bracket or a quote missing?")
	}
	data := w.doc.data
	blank := func(i int) bool { return i >= 0 && i < len(data) && strings.IndexByte(" \t\r\n", data[i]) >= 0 }
	at, before := int(offset), int(offset)-1
	for blank(at) {
		at++
	}
	for blank(before) {
		before--
	}
	problem := "is no JSON here; is a comma, a colon or a quotation mark missing?"
	switch {
	case before < 0:
		problem = "is no JSON, which begins with { or [; is it another file?"
	case at == len(data): // there is nothing there to tell by
	case data[before] == ',' && (data[at] == '}' || data[at] == ']'):
		problem = "is no JSON: the comma before it is one too many"
	case data[at] == '\'':
		problem = `is no JSON: texts stand in "…", and not in '…'`
	}
	return w.doc.at(int64(at), path, problem)
}

// open reports whether a type takes any JSON value.
func open(t reflect.Type) bool {
	return t == nil || t.Kind() == reflect.Interface || t == reflect.TypeFor[json.RawMessage]()
}

func mismatch(token json.Token, t reflect.Type) string {
	if token == nil || open(t) {
		return ""
	}
	kind := t.Kind()
	fits := true
	switch token := token.(type) {
	case json.Delim:
		fits = (token == '{' && (kind == reflect.Struct || kind == reflect.Map)) || (token == '[' && kind == reflect.Slice)
	case string:
		fits = kind == reflect.String
	case bool:
		fits = kind == reflect.Bool
	case json.Number:
		_, err := token.Int64()
		fits = kind == reflect.Float64 || (kind == reflect.Int && err == nil)
	}
	if fits {
		return ""
	}
	return "takes " + words(t)
}

func words(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Struct, reflect.Map:
		return "an object, {…}"
	case reflect.Slice:
		return "a list, […]"
	case reflect.String:
		return `a text in quotes, "…"`
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	}
	return "a number"
}

func fieldType(t reflect.Type, name string) (reflect.Type, bool) {
	if open(t) {
		return nil, true
	}
	if t.Kind() == reflect.Map {
		return t.Elem(), true
	}
	for i := range t.NumField() {
		if tag(t.Field(i)) == name {
			return t.Field(i).Type, true
		}
	}
	return nil, false
}

func fieldNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		if n := tag(t.Field(i)); n != "" {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	return names
}

func tag(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
