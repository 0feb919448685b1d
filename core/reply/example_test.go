package reply_test

import (
	"fmt"
	"time"

	"cleanbreak/core/reply"
)

func ExampleRead() {
	r := reply.Read(reply.Mail{
		Text:     "Thanks, but not before April.\n\nOn Tue, 3 Nov 2026 at 09:00, Nora Beck wrote:\n> Shall we talk?",
		Received: time.Date(2026, 11, 4, 10, 0, 0, 0, time.UTC),
	})
	fmt.Println(r.Visible)
	fmt.Println(r.Intents[0].Intent, r.Intents[0].On.Format(time.DateOnly), r.Machine)
	// Output:
	// Thanks, but not before April.
	// postpone 2027-04-01 false
}
