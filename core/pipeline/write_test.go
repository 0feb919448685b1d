package pipeline

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// TestOneObjectAlone writes it under the headers of its own file, so that it can be
// imported there.
func TestOneObjectAlone(t *testing.T) {
	sources := []Source{
		textSource("leads.csv", "Lead ID,First Name,Last Name,Company / Account,Lead Status\n00Q1,Kim,Olsen,Acme,Open\n"),
		textSource("opportunities.csv", "Opportunity ID,Opportunity Name,Stage\n0061,Rollout,Prospecting\n0062,Pilot,Prospecting\n"),
		textSource("contacts.csv", "Record ID,Full Name,Email,Lifecycle Stage\n501,Lee Park,lee@acme.example,Lead\n"),
		textSource("people.csv", "name,email\nJo Berg,jo@acme.example\n"),
		textSource("tasks.csv", "WhoId,Subject,ActivityDate,Status\n00Q9,Call,2026-11-02,Completed\n"),
	}
	for only, want := range map[string]string{
		"":            "Opportunity ID,Opportunity Name 0061 opportunity 0062 opportunity 00Q1 lead 501 contact  person  task",
		"opportunity": "Opportunity ID,Opportunity Name 0061 opportunity 0062 opportunity",
		"lead":        "Lead ID,name 00Q1 lead",
		"contact":     "Record ID,Full Name 501 contact",
		"person":      "id,name  person",
	} {
		run, err := New(sources, options())
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := NewWriter(&out, "csv")
		w.Only = only
		if err := w.Head(run.Sheets); err != nil {
			t.Fatal(err)
		}
		if err := run.Run(context.Background(), w.Line, nil); err != nil {
			t.Fatal(err)
		}
		rows, _, _ := readAll(strings.NewReader(out.String()), ',')
		got := rows[0][0] + "," + rows[0][1]
		for _, row := range rows[1:] {
			got += " " + row[0] + " " + row[len(row)-3]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", only, got, want)
		}
		if list := strings.Join(ObjectsOf(run.Sheets), " "); list != "lead opportunity contact person" {
			t.Error(list)
		}
	}
}
