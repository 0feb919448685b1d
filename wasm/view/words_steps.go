package view

// stepWords say what a step asks for; the key is its do, or its do and channel.
var stepWords = map[string]string{
	"send": "Send a message", "send email": "Send an e-mail", "send voicemail": "Leave a voicemail",
	"send call": "Call", "send linkedin": "Write on LinkedIn", "send sms": "Send a text",
	"send live-message": "Leave a message with a person", "send letter": "Send a letter",
	"send fax": "Send a fax", "send visit": "Drop in", "send conversation": "Speak with them",
	"send introduction": "Ask for an introduction", "send event": "Meet them at an event",
	"send calendar": "Place a calendar entry", "log": "Log how it went", "note": "Note",
	"log visit": "Drop in", "log event": "Meet them at an event", "log introduction": "Ask for an introduction",
	"log fax": "Send a fax", "log letter": "Send a letter", "log calendar": "Place a calendar entry",
	"log call": "Call", "log conversation": "Speak with them", "log voicemail": "Leave a voicemail",
	"log live-message": "Leave a message with a person", "log sms": "Send a text",
	"log email": "Send an e-mail", "log linkedin": "Write on LinkedIn",
	"ask": "Ask them", "ask email": "Ask them by e-mail", "ask linkedin": "Ask them on LinkedIn", "ask sms": "Ask them in a text",
	"wait": "Wait", "check": "Check whether they answered", "check email": "Check your mail", "check linkedin": "Check LinkedIn",
	"colleague": "Go to a colleague", "remove-from-sequence": "Take them out of every sequence",
	"suppress": "Put them on the do-not-contact list", "erase": "Erase their data", "unsaid": "Leave it without a goodbye",
}

// didWords are the press that logs the touch of a step.
var didWords = map[string]string{
	"email": "I sent it", "call": "I called", "voicemail": "I left it", "linkedin": "I sent it", "sms": "I sent it",
	"live-message": "I left it", "conversation": "We spoke", "letter": "I sent it", "fax": "I sent it",
	"visit": "I dropped in", "event": "I met them", "introduction": "I was introduced", "calendar": "I placed it",
}

const (
	allOnOneDay   = "Say goodbye in all of these ways, on one day: {}"
	saidWhen      = "{} aloud"
	aboutSeconds  = "about 1 second|about {} seconds"
	tooLong       = "longer than {} to {} seconds"
	tooShort      = "shorter than {} to {} seconds"
	bandFits      = "within {} to {} seconds"
	timerText     = "{} of {} s"
	blanksLeft    = "1 blank to fill|{} blanks to fill"
	howItWent     = "How did it go?"
	loggedToday   = "Logged today"
	hookFrom      = "From: {}"
	placeOpen     = "Open their LinkedIn"
	placeSearch   = "Search Gmail for them"
	tickColleague = "I went to a colleague"
	promiseKept   = "I kept it"
)

// hookPlaces are where core/page reads something personal.
var hookPlaces = []string{
	"their LinkedIn profile, at the top",
	"their LinkedIn profile, experience",
	"their LinkedIn profile, education",
}
