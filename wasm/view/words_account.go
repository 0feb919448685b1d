package view

// Who else is known at their company.
const (
	LabelAccount     = "Account"
	LabelTalks       = "talking"
	singleThread     = "only this one person"
	singleThreadNote = "You are in touch with nobody else there: everything hangs on this one person. Ask them who else has a say, and track a second one."
	othersCount      = "1 other|{} others"
	talkingCount     = "1 talking|{} talking"
	lastTouch        = "Last touch on {}"
	lastTouchBy      = "Last touch on {}, by {}"
	lastReply        = "Answered on {}"
	lastReplyBy      = "Answered on {}, to {}"
	lastMeeting      = "Meeting on {}"
	lastMeetingBy    = "Meeting on {}, with {}"
	neverInTouch     = "Never in touch"
)
