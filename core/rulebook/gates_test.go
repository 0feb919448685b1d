package rulebook

import (
	"os"
	"path/filepath"
	"testing"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// TestBothGatesWouldSpeak takes the earlier gate's reason away, and the later one
// decides: without that a case would not show which comes first.
func TestBothGatesWouldSpeak(t *testing.T) {
	without := func(rule string) func(*assess.Parsed) {
		return func(c *assess.Parsed) { add(c, history.Event{Type: history.Dismiss, Signal: rule}) }
	}
	hoffman := func(c *assess.Parsed) { c.Playbook, _ = playbook.Named("hoffman") }
	later := []struct {
		change func(*assess.Parsed)
		rule   string
	}{
		{func(c *assess.Parsed) {
			add(c, history.Event{Type: history.Decision, Verdict: "lift-stop", By: "manager"})
		}, "customer"},
		{func(c *assess.Parsed) { c.Record.Customer = false }, "second-no"},
		{without("second-no"), "your-turn"},
		{without("your-turn"), "meeting-booked"},
		{without("meeting-booked"), "pause"},
		{without("pause"), "last-try-unanswered"},
		{without("last-try-unanswered"), "chase"},
		{without("chase"), "persistence"},
		{hoffman, "tire-kicker"}, // who lets the signs decide
		{hoffman, "tire-kicker"},
		{without("overwork"), "tier"},
		{without("tier"), "keep"},
	}
	for i, gate := range Gates {
		data, err := os.ReadFile(filepath.Join("../../testdata/cases", gate.Case+".json"))
		if err != nil {
			t.Fatal(err)
		}
		cases, _, err := assess.ParseCases(data, playbook.Balanced())
		if err != nil {
			t.Fatal(err)
		}
		later[i].change(&cases[0])
		if a := cases[0].Assess(); a.Rule != later[i].rule {
			t.Errorf("%s: then %s decides (%s), want %s", gate.Case, a.Rule, a.Because, later[i].rule)
		}
	}
}

func add(c *assess.Parsed, e history.Event) {
	e.At = c.Record.Now
	c.Record.Events = append(c.Record.Events, e)
}
