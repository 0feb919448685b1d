package device

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"cleanbreak/core/replica"
)

// TestTheOutboxOfTheExtensionIsThis reads the rules that extension/outbox.js has
// too: its test reads the same file.
func TestTheOutboxOfTheExtensionIsThis(t *testing.T) {
	text, err := os.ReadFile("../../testdata/outbox.json")
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Events []struct {
			About    string
			Event    replica.Event
			Number   int64
			Rank     int
			Place    int64
			Outlives bool
		}
		Entries []struct {
			About string
			Entry json.RawMessage
			Row   *Row
			Names []string
		}
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	for _, c := range all.Events {
		if row := RowOf(c.Event, c.Number); row != (Row{c.Event.ID, c.Rank, c.Place}) {
			t.Errorf("%s: the row %+v", c.About, row)
		}
		if Outlives(c.Event) != c.Outlives {
			t.Errorf("%s: outlives an erasure: %v", c.About, !c.Outlives)
		}
	}
	for _, c := range all.Entries {
		var entry bytes.Buffer
		if err := json.Compact(&entry, c.Entry); err != nil {
			t.Fatal(err)
		}
		row, err := Again(entry.String())
		if (err == nil) != (c.Row != nil) || c.Row != nil && row != *c.Row {
			t.Errorf("%s: again %+v, %v", c.About, row, err)
		}
		if names := Named(entry.String()); !slices.Equal(names, c.Names) {
			t.Errorf("%s: names %v", c.About, names)
		}
	}
	if len(all.Events) == 0 || len(all.Entries) == 0 {
		t.Error("the file holds nothing")
	}
}
