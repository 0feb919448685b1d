package strict

import (
	"strings"
	"testing"
)

type document struct {
	Name  string            `json:"name"`
	Size  int               `json:"size"`
	Share float64           `json:"share"`
	On    *bool             `json:"on"`
	Lines []line            `json:"lines"`
	Notes map[string]string `json:"notes"`
}

type line struct {
	Text string `json:"text"`
}

func TestDecodeNamesThePlace(t *testing.T) {
	cases := []struct{ about, in, want string }{
		{"unknown field", "{\n  \"nmae\": \"x\"}", `line 2, column 3: nmae: unknown field; known here: lines, name, notes, on, share, size`},
		{"unknown field in a list", `{"lines":[{"text":"a"},{"txet":"b"}]}`, `lines[1].txet: unknown field`},
		{"other letter case", `{"Name":"x"}`, `Name: unknown field`},
		{"given twice", `{"name":"a","name":"b"}`, `line 1, column 13: name: is given twice`},
		{"wrong type", `{"name": 3}`, `line 1, column 10: name: takes a text in quotes`},
		{"a fraction for a whole number", `{"size": 3.5}`, `size: takes a whole number`},
		{"past the largest whole number", `{"size": 99999999999999999999}`, `size: takes a whole number`},
		{"a text for a list", `{"lines": "x"}`, `lines: takes a list`},
		{"a list for a text in a map", `{"notes": {"a": []}}`, `notes.a: takes a text`},
		{"cut off", `{"name": "x"`, `ends too early`},
		{"no JSON", "{\n name: 1}", `line 2, column 2`},
		{"a comma too many", "{\"name\": \"x\",\n}", `line 2, column 1: is no JSON: the comma before it is one too many`},
		{"a comma too many in a list", `{"lines": [{"text": "a"}, ]}`, `line 1, column 27: lines[1]: is no JSON: the comma before it is one too many`},
		{"a comma missing", `{"name": "x" "size": 1}`, `line 1, column 14: is no JSON here; is a comma, a colon or a quotation mark missing?`},
		{"a colon missing", `{"name" "x"}`, `line 1, column 9: name: is no JSON here; is a comma, a colon`},
		{"a value without quotation marks", `{"name": Kim}`, `line 1, column 10: name: is no JSON here; is a comma, a colon or a quotation mark`},
		{"single quotation marks", `{'name': 'x'}`, `line 1, column 2: is no JSON: texts stand in "…", and not in '…'`},
		{"another file", "id,name\n1,Kim\n", `line 1, column 1: is no JSON, which begins with { or [; is it another file?`},
		{"more after the end", `{} {}`, `text after the end`},
		{"empty", ``, `ends too early`},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			var d document
			_, err := Decode([]byte(c.in), &d)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestDecodeTakesNullAndEverything(t *testing.T) {
	var d document
	doc, err := Decode([]byte("{\"name\":null,\n \"on\":true,\"share\":1,\"lines\":[{\"text\":\"a\"}],\"notes\":{\"k\":\"v\"}}"), &d)
	if err != nil {
		t.Fatal(err)
	}
	if !*d.On || d.Lines[0].Text != "a" || d.Notes["k"] != "v" {
		t.Errorf("decoded %+v", d)
	}
	if got := doc.Fault("on", "is wrong").Error(); got != "line 2, column 7: on: is wrong" {
		t.Errorf("fault is %q", got)
	}
	if got := doc.Fault("lines[0].missing", "is missing").Error(); !strings.HasPrefix(got, "line 2, column 31: lines[0].missing") {
		t.Errorf("fault of a missing field is %q; it should name the place of its parent", got)
	}
}
