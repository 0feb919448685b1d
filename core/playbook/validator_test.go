package playbook

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"testing"
)

func faultsOf(t *testing.T, playbook []byte) []string {
	t.Helper()
	data, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	var value any
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(playbook, &value); err != nil {
		t.Fatal(err)
	}
	v := validator{}
	v.check("", schema, value)
	return v.faults
}

type validator struct{ faults []string }

func (v *validator) fault(path, problem string) { v.faults = append(v.faults, path+": "+problem) }

func (v *validator) check(path string, schema map[string]any, value any) {
	for keyword, want := range schema {
		switch keyword {
		case "type":
			if !isA(want.(string), value) {
				v.fault(path, "is no "+want.(string))
			}
		case "enum":
			if !slices.Contains(want.([]any), value) {
				v.fault(path, fmt.Sprintf("%v is not among %v", value, want))
			}
		case "minimum":
			if n, ok := value.(float64); ok && n < want.(float64) {
				v.fault(path, fmt.Sprintf("is less than %v", want))
			}
		case "pattern":
			if s, ok := value.(string); ok && !regexp.MustCompile(want.(string)).MatchString(s) {
				v.fault(path, "does not match "+want.(string))
			}
		case "minItems":
			if list, ok := value.([]any); ok && len(list) < int(want.(float64)) {
				v.fault(path, "is too short")
			}
		case "required":
			for _, name := range want.([]any) {
				if _, ok := value.(map[string]any)[name.(string)]; !ok {
					v.fault(within(path, name.(string)), "is missing")
				}
			}
		case "items":
			list, _ := value.([]any)
			for i, e := range list {
				v.check(fmt.Sprintf("%s[%d]", path, i), want.(map[string]any), e)
			}
		case "propertyNames":
			for name := range asObject(value) {
				v.check(within(path, name), want.(map[string]any), name)
			}
		case "additionalProperties":
			v.properties(path, schema, value)
		case "$schema", "title", "description", "properties":
		default:
			v.fault(path, "this validator does not know "+keyword)
		}
	}
}

// properties checks those that are named, and the others.
func (v *validator) properties(path string, schema map[string]any, value any) {
	named := asObject(schema["properties"])
	for name, inner := range asObject(value) {
		s, ok := named[name].(map[string]any)
		if !ok {
			s, ok = schema["additionalProperties"].(map[string]any)
		}
		if !ok {
			v.fault(within(path, name), "unknown")
			continue
		}
		v.check(within(path, name), s, inner)
	}
}

func asObject(value any) map[string]any {
	object, _ := value.(map[string]any)
	return object
}

func isA(typ string, value any) bool {
	switch value := value.(type) {
	case map[string]any:
		return typ == "object"
	case []any:
		return typ == "array"
	case string:
		return typ == "string"
	case bool:
		return typ == "boolean"
	case float64:
		return typ == "number" || (typ == "integer" && value == math.Trunc(value))
	}
	return false
}
