package assess_test

import (
	"fmt"

	"cleanbreak/core/assess"
)

func ExampleParseCases() {
	cases, _, err := assess.ParseCases([]byte(`{
		"now": "2026-11-20T09:00:00Z",
		"prospect": {"name": "Kim Olsen", "email": "kim@acme.example"},
		"events": [
			{"at": "2026-11-16T09:00:00Z", "type": "touch", "channel": "email"},
			{"at": "2026-11-18T10:00:00Z", "type": "reply", "channel": "email", "text": "What does it cost?"}
		]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	a := cases[0].Assess()
	fmt.Println(a.Verdict)
	fmt.Println(a.Because)
	// Output:
	// your-turn
	// They wrote last, on 18 Nov, and wait for an answer
}
