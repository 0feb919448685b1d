package view

// What a team adds.
const (
	SomeColleague  = "a colleague"
	untrackAsk     = "Stop tracking and forget what was recorded? If they asked not to be contacted, only that is kept, without their name."
	untrackTeamAsk = "Stop tracking and erase what was recorded, for your whole team? Nothing brings it back. If they asked not to be contacted, only that is kept, without their name."
	clashTitle     = "You decided differently"
	clashHelp      = "Neither knew of the other. Decide once more, and only that stands."
	clashUntil     = "{} until {}"
	clashBy        = "{}, {} at {}"
	clashYou       = "You"
	clashCounts    = "counts for now"
)

// theirEvents are what a colleague did.
var theirEvents = map[string]string{
	"decision": "{} decided", "promise": "{} promised", "answer": "{} found out", "dismiss": "{} left out",
}
