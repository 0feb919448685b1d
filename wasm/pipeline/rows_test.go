//go:build js && wasm

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"cleanbreak/core/assess"
	"cleanbreak/core/pipeline"
)

// sent is testdata/pipeline-row.json: the cells of a row, each with its column, and
// the letters of its last one. extension/tests/rows.test.mjs holds rows.js to it.
type sent struct {
	Cells [][2]any
	Flags map[string]string
}

func readSent(t *testing.T) (s sent) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/pipeline-row.json")
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		t.Fatalf("testdata/pipeline-row.json: %v", err)
	}
	return s
}

// line is the row that has these cells.
func (s sent) line() *pipeline.Line {
	text, number := map[string]string{}, map[string]float64{}
	for _, cell := range s.Cells {
		column := cell[0].(string)
		switch value := cell[1].(type) {
		case string:
			text[column] = value
		case float64:
			number[column] = value
		}
	}
	reassess := text["reassess"]
	return &pipeline.Line{
		Source: int(number["file"]), Row: int(number["line"]), At: int64(number["at"]), ID: text["id"], Name: text["name"],
		Contact: text["contact"], Email: text["email"], Account: text["account"], Owner: text["owner"], Stage: text["stage"],
		Value: number["value"], Currency: text["currency"], Why: text["reason"], Next: text["next"], Note: text["note"],
		Assessment: assess.Assessment{
			Verdict: text["verdict"], Kind: text["kind"], Score: int(number["score"]), Because: text["reason"],
			Reassess: &reassess, MinutesLeft: int(number["minutes"]),
		},
	}
}

// TestARowIsSentAsThePageReadsIt holds the order of the cells and the letters of the
// flags to the list that the page is held to.
func TestARowIsSentAsThePageReadsIt(t *testing.T) {
	s := readSent(t)
	var want strings.Builder
	for _, cell := range s.Cells {
		fmt.Fprint(&want, cell[1], "\x1f")
	}
	for name, set := range map[string]func(*pipeline.Line){
		"none":      func(*pipeline.Line) {},
		"judged":    func(l *pipeline.Line) { l.Judged = true },
		"aggregate": func(l *pipeline.Line) { l.Aggregate = true },
		"rotting":   func(l *pipeline.Line) { l.Rotting = true },
		"valued":    func(l *pipeline.Line) { l.Valued = true },
		"several":   func(l *pipeline.Line) { l.Several = true },
	} {
		l, b := s.line(), batches{}
		set(l)
		if err := b.line(l); err != nil {
			t.Fatal(err)
		}
		if got, want := string(b.buffer), want.String()+s.Flags[name]+"\x1e"; got != want {
			t.Errorf("%s: the row is sent as\n%q, and testdata/pipeline-row.json has\n%q", name, got, want)
		}
	}
	if len(s.Flags) != 5 {
		t.Errorf("testdata/pipeline-row.json has %d flags, and a row has 5", len(s.Flags))
	}
}
