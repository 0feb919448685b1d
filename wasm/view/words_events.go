package view

var motionWords = map[string]string{
	"cold": "You wrote first", "inbound": "They came first",
	"engaged": "They answered or met you before", "proposal": "A proposal is out",
}

const cycleWords = "Attempt {}"

var channelWords = map[string]string{
	"email": "E-mail", "call": "Call", "conversation": "Conversation", "voicemail": "Voicemail",
	"live-message": "Message left with a person", "linkedin": "LinkedIn", "introduction": "Introduction",
	"sms": "Text message", "letter": "Letter", "fax": "Fax", "visit": "Visit", "event": "Event",
	"calendar": "Calendar entry", "web": "Web form",
}

// youDid and theyDid are whole sentences, because verbs do not translate one by one.
var youDid = map[string]string{
	"email": "You sent an e-mail", "call": "You called", "conversation": "You spoke with them",
	"voicemail": "You left a voicemail", "live-message": "You left a message with a person",
	"linkedin": "You wrote on LinkedIn", "introduction": "You were introduced",
	"sms": "You sent a text", "letter": "You sent a letter", "fax": "You sent a fax",
	"visit": "You dropped in", "event": "You met at an event", "calendar": "You placed a calendar entry",
	"": "You got in touch",
}

var theyDid = map[string]string{
	"email": "They answered by e-mail", "call": "They called", "voicemail": "They left a voicemail",
	"linkedin": "They answered on LinkedIn", "sms": "They answered by text", "letter": "They wrote a letter",
	"web": "They filled in a web form", "": "They answered",
}

var otherEvents = map[string]string{
	"meeting": "Meeting", "decision": "You decided", "inbound": "They came to you",
	"card": "You started to track them", "link": "Two addresses were linked",
	"promise": "You promised", "answer": "You found out", "complaint": "They complained",
	"reaction": "They reacted", "dismiss": "You left out",
}

// machineWords say what a message was that no person typed.
var machineWords = map[string]string{
	"out-of-office": "Automatic: out of office", "auto-ack": "Automatic: received",
	"bounce": "Automatic: it did not arrive", "left-company": "Automatic: they left the company",
	"": "Automatic reply",
}

var reactionWords = map[string]string{
	"email": "They clicked in a mail", "linkedin": "They accepted or reacted on LinkedIn",
}

const (
	keptText      = "Done"
	decidedForm   = "{}: {}"
	byHandText    = "entered by you"
	meetsOn       = "{} at {}"
	againstText   = "against “{}”"
	onlySnippet   = "only its first words were read"
	textNotRead   = "text not read"
	machineNeeded = "no answer: a machine sent it"
)

var outcomes = map[string]string{
	"connected": "spoke with them", "left-voicemail": "left a voicemail", "no-answer": "no answer",
	"wrong-number": "wrong number", "scheduled": "booked", "completed": "took place",
	"rescheduled": "moved", "no-show": "they did not come", "cancelled": "cancelled",
}

// movedBy says whose doing it was.
var movedBy = map[string]string{
	"rescheduled them": "they moved it", "rescheduled us": "you moved it", "no-show us": "you did not come",
}
