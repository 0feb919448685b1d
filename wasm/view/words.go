package view

import "strings"

// Every English phrase of the panel is in the files words*.go: each text there is
// one, but for the codes it goes by, and make locales gathers them. {} stands for
// a name, a date or a number; | parts what is said of none, of one and of more.

const (
	wordToday    = "today"
	wordTomorrow = "tomorrow"
	wordOther    = "Other"
	and          = "{} and {}"
	minutesLeft  = "no minutes|1 minute|{} minutes"
	touchCount   = "no touches|1 touch|{} touches"
	replyCount   = "no replies|1 reply|{} replies"
	peopleCount  = "no people|1 person|{} people"
	nothingYet   = "nothing yet"
)

// signed writes "+12" and "−30" with a true minus sign.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + number(n)
	case n < 0:
		return "−" + number(-n)
	}
	return "0"
}

// Problem says that a press did not work, with the reason when there is one.
func Problem(why string) string {
	if why == "" {
		return noAnswer
	}
	return fill(notDone, strings.TrimRight(Say(why), ". "))
}
