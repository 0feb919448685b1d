package assess_test

import (
	"fmt"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

func ExampleParseCases() {
	cases, _, err := assess.ParseCases([]byte(`{
		"now": "2026-11-20T09:00:00Z",
		"prospect": {"name": "Kim Olsen", "email": "kim@acme.example"},
		"events": [
			{"at": "2026-11-16T09:00:00Z", "type": "touch", "channel": "email"},
			{"at": "2026-11-18T10:00:00Z", "type": "reply", "channel": "email", "text": "What does it cost?"}
		]}`), playbook.Balanced())
	if err != nil {
		fmt.Println(err)
		return
	}
	a := cases[0].Assess()
	fmt.Println(a.Verdict)
	fmt.Println(a.Because)
	// Output:
	// your-turn
	// They asked something on 18 Nov and wait for an answer
}

// A fault in a case is named with its place and what to do.
func ExampleParseCases_fault() {
	_, _, err := assess.ParseCases([]byte(`{
  "now": "2026-11-20",
  "events": [{"at": "2026-11-16", "type": "touch", "channel": "mail"}]
}`), playbook.Balanced())
	fmt.Println(err)
	// Output:
	// line 3, column 63: events[0].channel: is "mail"; it takes one of: email, call, conversation, voicemail, live-message, linkedin, introduction, sms, letter, fax, visit, event, calendar
}

func ExampleAssess() {
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	r := history.Record{Now: now, Prospect: history.Prospect{Name: "Kim Olsen", Email: "kim@acme.example"}}
	for week := range 8 {
		r.Events = append(r.Events, history.Event{At: now.AddDate(0, 0, -7*(week+1)), Type: history.Touch, Channel: []string{"email", "call"}[week%2]})
	}
	a := assess.Assess(r, playbook.Balanced())
	fmt.Println(a.Verdict, a.Kind, "by", a.Rule)
	fmt.Println(a.Because)
	for _, v := range a.Voices {
		fmt.Println(v.Source, v.Verdict)
	}
	fmt.Println("if", a.Flips[0].If, "then", a.Flips[0].Verdict)
	// Output:
	// last-try ghosting by persistence
	// 8 touches over 40 working days without a reply
	// hoffman keep
	// calvert keep
	// pipedrive keep
	// stanley keep
	// lange last-try
	// if a reply that shows interest then your-turn
}

// Judge is for lists: the same without the search for what would change it.
func ExampleJudge() {
	r := history.Record{Now: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)}
	a := assess.Judge(r, playbook.Balanced())
	fmt.Println(a.Score, a.Verdict, a.NextTouch.On, a.NextTouch.Channel)
	// Output:
	// 63 keep 2026-11-20 call
}
