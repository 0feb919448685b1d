package tone_test

import (
	"fmt"

	"cleanbreak/core/tone"
)

// A draft as a rep might leave it: what is marked stands at its place, with a
// better way.
func ExampleCheck() {
	draft := "Hi Kim,\n\njust checking in. We need your answer today, and I am on {phone}."
	for _, f := range tone.Check(tone.Draft{Text: draft, Lang: "en"}) {
		fmt.Printf("%s %q at %d: %s\n", f.Rule, f.Quote, f.From, f.Better)
	}
	// Output:
	// checking-in "just checking in" at 9: Say what is new: one thing of use to them, an answer, or a date.
	// we "We need your" at 27: Write “I”: one person is writing to another. Keep “we” for the two of you, or for the company by its name.
	// urgency "need your answer today" at 30: Name the real date and what happens then, or leave the pressure out.
	// blank "{phone}" at 66: Fill in the blank, or take the sentence out.
}

// A goodbye must say that we stop, and leave a door open.
func ExampleCheck_goodbye() {
	for _, text := range []string{
		"Thank you for your time, Kim.",
		"I'll stop here, Kim. If that changes, you can reach me any time.",
	} {
		for _, f := range tone.Check(tone.Draft{Text: text, Goodbye: true}) {
			fmt.Println(f.Rule)
		}
	}
	// Output:
	// no-stop
	// no-door
}

// The same words take longer at a slower rate.
func ExampleSeconds() {
	text := "Kim, Jo Berg here. If I misread it, call me on 020 7946 0123."
	fmt.Println(tone.Seconds(text, 150), tone.Seconds(text, 120))
	// Output:
	// 8 10
}
