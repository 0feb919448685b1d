package assess_test

import (
	"strings"
	"testing"

	"cleanbreak/core/assess"
	"cleanbreak/core/playbook"
)

// TestAFaultSaysWhatAndWhere: what a case cannot mean is never passed over.
func TestAFaultSaysWhatAndWhere(t *testing.T) {
	event := func(fields string) string {
		return `{"now": "2026-11-20T09:00:00Z", "events": [{"at": "2026-11-19T09:00:00Z", ` + fields + `}]}`
	}
	for _, c := range []struct{ data, fault string }{
		{`{"now": "2026-11-20T09:00:00Z", "country": "XX"}`, `country: is "XX", of which no holidays are known; leave it out and write their days off into the playbook's holidays, or take one of: AR, AT, `},
		{`{"now": "2026-11-20T09:00:00Z", "country": "Germany"}`, `country: is "Germany"; write two letters, as DE`},
		{`{"now": "2026-11-20T09:00:00Z", "events": [{"at": "2026-11-20T09:06:00Z", "type": "reply"}]}`, "events[0].at: lies after now, 2026-11-20T09:00:00Z, and what has not happened does not count; write when it happened, or a later now"},
		{`{"now": "2026-11-20T09:00:00Z", "account": [{"at": "2026-11-21", "who": "Jo", "type": "reply"}]}`, "account[0].at: lies after now"},
		{event(`"type": "reply", "disposition": "no-show"`), "events[0].disposition: has no meaning for a reply, which takes: channel, text; remove it, or write another type: touch, meeting"},
		{event(`"type": "touch", "channel": "email", "done": true`), "events[0].done: has no meaning for a touch"},
		{event(`"type": "meeting", "disposition": "completed", "question": "budget"`), "events[0].question: has no meaning for a meeting"},
		{event(`"type": "promise", "text": "call", "verdict": "keep"`), "events[0].verdict: has no meaning for a promise"},
		{event(`"type": "touch", "channel": "email", "minutes": "5"`), "events[0].minutes: "},
	} {
		_, _, err := assess.ParseCases([]byte(c.data), playbook.Balanced())
		if err == nil || !strings.Contains(err.Error(), c.fault) || !strings.HasPrefix(err.Error(), "line 1, column ") {
			t.Errorf("%s\n\tis read with %v, want %s", c.data, err, c.fault)
		}
	}
	for _, fine := range []string{
		`{"now": "2026-11-20T09:00:00Z", "country": "de", "events": [{"at": "2026-11-20T09:04:00Z", "type": "reply"}]}`,
		`{"now": "2026-11-20T09:00:00Z", "account": [{"at": "2026-11-24T09:00:00Z", "who": "Jo", "type": "meeting"}]}`,
	} {
		if _, _, err := assess.ParseCases([]byte(fine), playbook.Balanced()); err != nil {
			t.Errorf("%s: %v", fine, err)
		}
	}
}
