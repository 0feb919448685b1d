package page

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestReadBoxes(t *testing.T) {
	person := func(address string) string {
		return fmt.Sprintf(`{"fields":{"email":{"value":%q,"by":0},"name":{"value":"Nora Lund","by":0}}}`, address)
	}
	data := `[{"id":"2","current":true,"fields":{"reply":{"value":"1a1f","by":0},"subject":{"value":" Re: \u202aQuay ","by":0},"text":{"value":"Hi\nNora","by":0}},
		"lists":{"to":{"items":[` + person("\u202aNora@Havblikk.example\u202c") + `,` + person("") + `]},"cc":{"items":[` + person("nora@havblikk.example") + `,` + person("Sam <sam@acme.example>") + `]}}},
		{"id":"3"}]`
	got, err := ReadBoxes([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	want := []Box{{
		ID: "2", Current: true, Reply: true, Subject: "Re: Quay", Text: "Hi\nNora",
		To: []Address{{Name: "Nora Lund", Email: "nora@havblikk.example"}, {Name: "Nora Lund", Email: "sam@acme.example"}},
		As: []string{"\u202aNora@Havblikk.example\u202c", "", "nora@havblikk.example", "Sam <sam@acme.example>"},
	}, {ID: "3", To: []Address{}, As: []string{}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

func TestBoxesThatAreNone(t *testing.T) {
	for _, bad := range []string{``, `{}`, `[`, `"x"`, `null`} {
		if got, err := ReadBoxes([]byte(bad)); err == nil {
			t.Errorf("%s: %+v", bad, got)
		}
	}
	many, err := ReadBoxes([]byte(`[` + strings.TrimSuffix(strings.Repeat(`{"id":7,"lists":[],"fields":3},`, 500), ",") + `]`))
	if err != nil || len(many) != maxBoxes || many[0].ID != "" {
		t.Errorf("%d, %v", len(many), err)
	}
}
