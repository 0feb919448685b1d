//go:build !js

package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"cleanbreak/core/replica"
	"cleanbreak/worker/api"
)

// Every request and answer of these tests is held to openapi.yaml: the address
// and the method are in it, the status is one it names, and the body fits.

var contract = sync.OnceValue(func() map[string]any {
	text, err := os.ReadFile("../openapi.yaml")
	if err != nil {
		panic(err)
	}
	lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	return block(&lines, 0).(map[string]any)
})

// block reads the YAML that openapi.yaml uses: maps by indentation, with flow
// values in one line.
func block(lines *[]string, indent int) any {
	out := map[string]any{}
	for len(*lines) > 0 {
		line := (*lines)[0]
		text := strings.TrimLeft(line, " ")
		if text == "" || text[0] == '#' {
			*lines = (*lines)[1:]
			continue
		}
		if len(line)-len(text) < indent {
			break
		}
		*lines = (*lines)[1:]
		key, rest, found := strings.Cut(text, ":")
		if !found {
			panic("not a line of openapi.yaml: " + line)
		}
		if rest = strings.TrimSpace(rest); rest == "" {
			out[strings.Trim(key, "'")] = block(lines, indent+2)
			continue
		}
		out[strings.Trim(key, "'")] = flow(&rest, "")
	}
	return out
}

// flow reads {a: b, c: [d, e]}, 'quoted' and plain values, up to one of ends.
func flow(text *string, ends string) any {
	*text = strings.TrimLeft(*text, " ")
	switch (*text)[0] {
	case '{', '[':
		return flowOf(text, (*text)[0] == '{')
	case '\'':
		end := strings.IndexByte((*text)[1:], '\'') + 1
		value := (*text)[1:end]
		*text = (*text)[end+1:]
		return value
	}
	end := len(*text)
	if ends != "" {
		end = strings.IndexAny(*text, ends)
	}
	value := strings.TrimSpace((*text)[:end])
	*text = (*text)[end:]
	if n, err := strconv.ParseFloat(value, 64); err == nil {
		return n
	}
	switch value {
	case "true", "false":
		return value == "true"
	}
	return value
}

func flowOf(text *string, isMap bool) any {
	closing := map[bool]string{true: "}", false: "]"}[isMap]
	fields, items := map[string]any{}, []any{}
	*text = (*text)[1:]
	for {
		*text = strings.TrimLeft(*text, " ,")
		if strings.HasPrefix(*text, closing) {
			*text = (*text)[1:]
			break
		}
		if !isMap {
			items = append(items, flow(text, ",]"))
			continue
		}
		key, rest, _ := strings.Cut(*text, ":")
		*text = rest
		fields[key] = flow(text, ",}")
	}
	if isMap {
		return fields
	}
	return items
}

// dig follows keys into the document.
func dig(from any, keys ...string) any {
	for _, key := range keys {
		m, _ := from.(map[string]any)
		from = m[key]
	}
	return from
}

func resolve(schema any) map[string]any {
	m, _ := schema.(map[string]any)
	for m["$ref"] != nil {
		keys := strings.Split(strings.TrimPrefix(m["$ref"].(string), "#/"), "/")
		m, _ = dig(contract(), keys...).(map[string]any)
	}
	return m
}

// described gives what the document says of a method of an address; nil where it
// has none.
func described(method, path string) (operation any) {
	path, _, _ = strings.Cut(path, "?")
	for pattern, each := range dig(contract(), "paths").(map[string]any) {
		expression := "^" + regexp.MustCompile(`\{\w+\}`).ReplaceAllString(pattern, `[A-Za-z0-9_-]{21}[AQgw]`) + "$"
		if regexp.MustCompile(expression).MatchString(path) {
			operation = dig(each, strings.ToLower(method))
		}
	}
	return operation
}

// taken gives what is wrong, by the document, with a request that the server took.
// Of a round with events that it refused nothing is said.
func taken(r *http.Request, a answer) error {
	schema := dig(described(r.Method, r.URL.Path), "requestBody", "content", "application/json", "schema")
	if refused, _ := a.body["refused"].([]any); schema == nil || a.status > 299 || r.GetBody == nil || len(refused) > 0 {
		return nil
	}
	body, err := r.GetBody()
	if err != nil {
		return err
	}
	var value any
	if err := json.NewDecoder(body).Decode(&value); err != nil {
		return err
	}
	if err := fits(value, schema, "body"); err != nil {
		return fmt.Errorf("%s %s took what it should not: %w", r.Method, r.URL.Path, err)
	}
	return nil
}

// held gives what is wrong with an answer, by the document.
func held(method, path string, a answer) error {
	operation := described(method, path)
	if operation == nil || method == "OPTIONS" {
		if a.status == 404 || a.status == 405 || a.status == 204 {
			return nil
		}
		return fmt.Errorf("%s %s is not in openapi.yaml and answers %d", method, path, a.status)
	}
	response := resolve(dig(operation, "responses", strconv.Itoa(a.status)))
	if response == nil {
		return fmt.Errorf("%s %s answers %d %s, which openapi.yaml does not name", method, path, a.status, a.code())
	}
	for kind, content := range asMap(response["content"]) {
		if got := a.header.Get("Content-Type"); got != kind {
			return fmt.Errorf("%s %s: %s, want %s", method, path, got, kind)
		}
		var value any
		if err := json.Unmarshal([]byte(a.text), &value); err != nil {
			return err
		}
		if err := fits(value, dig(content, "schema"), "body"); err != nil {
			return fmt.Errorf("%s %s: %d %w", method, path, a.status, err)
		}
	}
	return nil
}

func asMap(v any) map[string]any { m, _ := v.(map[string]any); return m }

// fits checks a value against the parts of JSON Schema that the document uses.
func fits(value, schema any, at string) error {
	s := resolve(schema)
	if s == nil {
		return fmt.Errorf("%s: no schema %v", at, schema)
	}
	if choices, ok := s["oneOf"].([]any); ok {
		var why []string
		for _, c := range choices {
			err := fits(value, c, at)
			if err == nil {
				return nil
			}
			why = append(why, err.Error())
		}
		return fmt.Errorf("%s fits none: %s", at, strings.Join(why, "; "))
	}
	types, several := s["type"].([]any)
	if !several {
		types = []any{s["type"]}
	}
	if !slices.Contains(types, any(typeOf(value))) {
		return fmt.Errorf("%s is %s, want %v", at, typeOf(value), types)
	}
	if choices, ok := s["enum"].([]any); ok && !slices.Contains(choices, value) {
		return fmt.Errorf("%s is %v, not one of %v", at, value, choices)
	}
	switch v := value.(type) {
	case string:
		if p, ok := s["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(v) {
			return fmt.Errorf("%s is %q, want %s", at, v, p)
		}
		if !within(s, "minLength", float64(len(v)), "maxLength") {
			return fmt.Errorf("%s has %d characters", at, len(v))
		}
	case float64:
		if !within(s, "minimum", v, "maximum") {
			return fmt.Errorf("%s is %v", at, v)
		}
	case []any:
		if !within(s, "minItems", float64(len(v)), "maxItems") {
			return fmt.Errorf("%s has %d entries", at, len(v))
		}
		for i, each := range v {
			if err := fits(each, s["items"], fmt.Sprintf("%s[%d]", at, i)); err != nil {
				return err
			}
		}
	case map[string]any:
		return fieldsFit(v, s, at)
	}
	return nil
}

// within holds a number to those two bounds of a schema that it has.
func within(s map[string]any, least string, n float64, most string) bool {
	low, bottom := s[least].(float64)
	high, top := s[most].(float64)
	return (!bottom || n >= low) && (!top || n <= high)
}

func fieldsFit(v, s map[string]any, at string) error {
	required, _ := s["required"].([]any)
	for _, name := range required {
		if _, there := v[name.(string)]; !there {
			return fmt.Errorf("%s lacks %s", at, name)
		}
	}
	for name, each := range v {
		property := asMap(s["properties"])[name]
		if property == nil {
			return fmt.Errorf("%s has %s, which is not described", at, name)
		}
		if err := fits(each, property, at+"."+name); err != nil {
			return err
		}
	}
	return nil
}

func typeOf(value any) string {
	switch v := value.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case float64:
		if v == float64(int64(v)) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "null"
}

func TestTheDocumentHasEveryEndpointAndNoOther(t *testing.T) {
	described := map[string]operation{}
	for _, o := range operations(t) {
		described[o.method+" "+o.path] = o
	}
	for _, e := range api.Endpoints() {
		name := e.Method + " " + e.Path
		o, there := described[name]
		if !there || (o.answers == "anybody") != e.Public || (o.answers == "who has") != e.Secret || o.alone != e.Manager {
			t.Errorf("%s is described as %+v", name, o)
		}
		delete(described, name)
	}
	for e := range described {
		t.Errorf("%s is described and does not exist", e)
	}
}

// TestTheDocumentsLimitsAreTheServers sends what is just beyond a limit: it fits
// neither the document nor the server.
func TestTheDocumentsLimitsAreTheServers(t *testing.T) {
	tags := make([]string, 65)
	for i := range tags {
		tags[i] = tag()
	}
	long := strings.Repeat("A", 1026) // 1025 are no base64
	events := []map[string]any{
		{"who": tags}, {"accounts": tags}, {"base": tags}, {"extra": long}, {"key": nil}, {"sealed": nil}, {"months": 10_001},
		{"at": 253402300800000}, {"until": -62135596800001}, {"version": 1 << 53},
	}
	each(t, func(t *testing.T, s *server) {
		d := found(t, s)
		refused := func(method, path string, body any) {
			t.Helper()
			text, _ := json.Marshal(body)
			var value any
			_ = json.Unmarshal(text, &value)
			a, err := s.ask(method, path, d.token, body)
			if events, _ := a.body["refused"].([]any); err != nil || a.status != 400 && len(events) != 1 {
				t.Errorf("%s %.300s: %d %s %v", path, text, a.status, a.text, err)
			}
			if fits(value, dig(described(method, path), "requestBody", "content", "application/json", "schema"), "body") == nil {
				t.Errorf("%s %.300s fits the document", path, text)
			}
		}
		for _, change := range events {
			kim := touch(tag())
			var e map[string]any
			_ = json.Unmarshal(replica.AppendWire(nil, &kim), &e)
			for name, value := range change {
				if e[name] = value; value == nil {
					delete(e, name)
				}
			}
			refused("POST", d.at("/sync"), map[string]any{"client": 1, "cursor": "0", "events": []any{map[string]any{"event": e}}})
		}
		refused("PUT", d.at("/devices/"+d.id), map[string]any{"label": long})
		refused("PUT", "/v1/teams/"+tag(), map[string]any{"setup": long, "key": key, "public_key": random(32)})
	})
}

// TestTheDocumentsTokenIsTaken creates a team with the token that the document shows; one
// of another form is refused, with what is wrong with it, there and where a device joins.
func TestTheDocumentsTokenIsTaken(t *testing.T) {
	about, _ := dig(contract(), "components", "securitySchemes", "device", "description").(string)
	token := regexp.MustCompile(`cbd_[A-Za-z0-9_-]{47}`).FindString(about)
	each(t, func(t *testing.T, s *server) {
		path, body := "/v1/teams/"+tag(), map[string]any{"setup": setup, "key": tag(), "public_key": random(32)}
		for _, wrong := range []string{"", "secret", token[:len(token)-1] + "A"} {
			if a := s.must(t, 401, "PUT", path, wrong, body); a.code() != "wrong-token" || !strings.Contains(a.text, "checksum") {
				t.Errorf("with %q: %s", wrong, a.text)
			}
		}
		s.must(t, 200, "PUT", path, token, body)
		if a := s.must(t, 401, "POST", path+"/pair", "secret", map[string]any{"auth": random(32), "public_key": random(32)}); a.code() != "wrong-token" {
			t.Errorf("joining with a token of another form: %s", a.text)
		}
	})
}

func TestTheDocumentIsServed(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		if a := s.must(t, 200, "GET", "/v1/openapi.yaml", "", nil); !strings.HasPrefix(a.text, "# The sync Worker.") {
			t.Errorf("%.80s", a.text)
		}
	})
}
