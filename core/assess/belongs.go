package assess

import (
	"fmt"
	"slices"
	"strings"

	"cleanbreak/core/history"
)

// belong are the fields that each type of event may have, besides at and type.
var belong = map[string][]string{
	history.Inbound:   {"channel", "text"},
	history.Touch:     {"channel", "text", "disposition", "opened", "gave_value", "minutes", "bounced", "cc", "by_hand"},
	history.Reply:     {"channel", "text"},
	history.Meeting:   {"channel", "text", "disposition", "starts", "by", "follow_up", "minutes"},
	history.Promise:   {"text", "done", "until"},
	history.Answer:    {"question", "text"},
	history.Complaint: {"channel", "text"},
	history.Reaction:  {"channel", "text"},
	history.Trigger:   {"kind", "text"},
	history.Decision:  {"verdict", "kind", "until", "awaits", "by", "text", "of"},
	history.Dismiss:   {"signal", "of", "text"},
}

// belongs refuses a field that an event of its type cannot have: it would be passed
// over, and the writer meant something by it.
func (r *reader) belongs(path string, e *CaseEvent) {
	allowed, known := belong[e.Type]
	if !known {
		return
	}
	for _, f := range []struct {
		name  string
		given bool
	}{
		{"channel", e.Channel != ""}, {"text", e.Text != ""}, {"disposition", e.Disposition != ""}, {"opened", e.Opened != nil},
		{"gave_value", e.GaveValue != nil}, {"minutes", e.Minutes != 0}, {"bounced", e.Bounced}, {"cc", e.CC}, {"by_hand", e.ByHand},
		{"starts", e.Starts != ""}, {"by", e.By != ""}, {"follow_up", e.FollowUp}, {"done", e.Done}, {"question", e.Question != ""},
		{"verdict", e.Verdict != ""}, {"kind", e.Kind != ""}, {"until", e.Until != ""}, {"awaits", e.Awaits != ""},
		{"signal", e.Signal != ""}, {"of", e.Of != ""},
	} {
		if f.given && !slices.Contains(allowed, f.name) {
			r.wrong(path+f.name, "has no meaning for a %s, which takes: %s; remove it%s", e.Type, strings.Join(allowed, ", "), instead(f.name))
		}
	}
}

// instead names the types of event that a field is for.
func instead(field string) string {
	var types []string
	for _, t := range eventTypes {
		if slices.Contains(belong[t], field) {
			types = append(types, t)
		}
	}
	return fmt.Sprintf(", or write another type: %s", strings.Join(types, ", "))
}
