package view

// Labels of things that are pressed, and titles of sections.
const (
	LabelTrack       = "Track"
	LabelUntrack     = "Stop tracking"
	LabelUntrackYes  = "Stop and forget"
	LabelKeep        = "Keep tracking"
	LabelRetry       = "Try again"
	LabelGrant       = "Allow"
	LabelNotGranted  = "Not allowed. Nothing was changed; you can allow it later."
	LabelSaving      = "Saving…"
	LabelSave        = "Save"
	LabelClose       = "Close"
	LabelUndo        = "Undo"
	LabelTakeBack    = "Take back"
	LabelMore        = "Show more"
	LabelTracked     = "Tracked"
	LabelNotTracked  = "Not tracked"
	LabelReunion     = "They came back"
	LabelGaps        = "Not read"
	LabelDateNotRead = "Date not read"
	LabelNoName      = "Name not read"

	LabelCopy        = "Copy"
	LabelCopySubject = "Copy subject"
	LabelCopyMessage = "Copy"
	LabelCopied      = "Copied"
	LabelNotCopied   = "Not copied: select the text and copy it by hand."

	LabelScore     = "Score"
	LabelKind      = "Reason"
	LabelNextTouch = "Next touch"
	LabelReassess  = "Look again"
	LabelDisagree  = "Disagree?"
	LabelWhy       = "Why? One line"
	LabelLooked    = "I looked: nothing there"

	LabelNextStep   = "Next step"
	LabelAllSteps   = "What to do"
	LabelLaterSteps = "Then"
	LabelSubject    = "Subject"
	LabelMessage    = "Message"
	LabelToSay      = "To say"
	LabelReset      = "Back to the suggestion"
	LabelHooks      = "Open with"
	LabelPlay       = "Read it aloud: start the timer"
	LabelHalt       = "Stop the timer"
	LabelTicked     = "Done"

	LabelReasons   = "Why"
	LabelVoices    = "What the five voices say"
	LabelFlips     = "What would change it"
	LabelTell      = "Tell what you know"
	LabelAfter     = "For your records"
	LabelLogTitle  = "Log a touch"
	LabelHistory   = "History"
	LabelCounts    = "Contact"
	LabelThem      = "they"
	LabelYou       = "you"
	timelineWords  = "{} since {}"
	LabelNoHistory = "Nothing yet."

	LabelSuppress    = "Do-not-contact list"
	LabelNote        = "CRM note"
	LabelLeftOut     = "Left out by you, until the next touch"
	LabelDismissRule = "This rule does not apply here"
	LabelDismissHelp = "× leaves out what does not count, until the next touch."

	LabelCorrect     = "Correct"
	LabelCorrectHelp = "What you write here stands, whatever a page says. Left empty, the page counts again."

	LabelLog     = "Log it"
	LabelLogHelp = "For what no page shows."
	LabelChannel = "What"
	LabelMinutes = "Minutes it took (may stay empty)"
	LabelOutcome = "How it went"
	LabelTouches = "Touches"
	LabelReplies = "Replies"
)

// Phases that show one notice and no person.
var notices = map[string]Notice{
	Elsewhere: {Icon: "page", Title: "Nobody to look at here",
		Text: "Open a thread in Gmail, or a profile or conversation on LinkedIn, and this panel tells you whether another touch is worth it."},
	NoAccess: {Icon: "key", Title: "May Clean Break read {}?", Button: "Allow {}", Do: "grant",
		Text: "It reads the page in view, on this device, and keeps something only about people you track."},
	Press: {Icon: "mark", Title: "Press the Clean Break button to read this page",
		Text: "The button in the browser’s toolbar. Nothing on LinkedIn is read until you press it."},
	Reading: {Icon: "page", Title: "Reading the page…", Waiting: true},
	Unreadable: {Icon: "blind", Title: "This page could not be read", Button: LabelRetry, Do: "look",
		Text: "It may still be loading, ask you to sign in, or have a new layout. Nothing is guessed from it."},
	Broken: {Icon: "warn", Title: "Something went wrong", Button: LabelRetry, Do: "look",
		Text: "Try again. If it stays, close this panel and open it with the Clean Break button."},
}

const (
	severalTitle = "Whom is it about?"
	severalText  = "This page names several people. Pick one; a wrong person would be worse than none."
	someoneElse  = "Person {}"

	offerTitle   = "Worth another touch?"
	offerText    = "Nothing about them is stored. Track them, and Clean Break counts your touches and their replies on this device and tells you when to go on and when to let go."
	offerNoWords = "This page shows no messages with them."
	offerShows   = "This page shows {}."

	refusedTitle = "Never tracked"
	refusedText  = "{}. The settings have the list."
)

// siteNames are spelt as their owners spell them.
var siteNames = map[string]string{"gmail": "Gmail", "linkedin": "LinkedIn"}

const bothSites = "Gmail and LinkedIn"

// degrees are how far the rep is from somebody on LinkedIn.
var degrees = map[string]string{"1": "1st degree on LinkedIn", "2": "2nd degree on LinkedIn", "3": "3rd degree on LinkedIn"}

var fieldWords = map[string]string{
	"name": "name", "title": "job title", "company": "company", "place": "place", "email": "e-mail address",
	"messages": "messages", "date": "date", "dates": "dates", "viewer": "your own name", "degree": "degree",
	"mailbox": "your own address", "account": "your own address", "from": "a sender", "at": "a date",
	"text": "a message’s text", "direction": "who wrote a message", "prospect": "whom it is about", "identity": "whom it is about",
	"slug": "whom it is about", "member": "whom it is about", "link": "whom it is about", "lines": "job title", "to": "who was in To and who in CC",
	"people": "rows", "thread": "rows", "bubbles": "messages",
	"subject": "subject", "list": "list", "layout": "some of it", "id": "which messages were counted", "body": "messages", "rows": "rows", "recipients": "who was in To and who in CC",
}

const (
	notReadText  = "Not read: {}."
	driftText    = "This page is laid out differently than before: {} may be missing."
	linkedinText = "LinkedIn"
	noAnswer     = "That did not work: no answer. Try again, or close this panel and open it with the Clean Break button."
	notDone      = "That did not work: {}."
	notedText    = "Noted: {}"
	describedAs  = "what you know about them"
	closedText   = "The text of 1 message was not on the page.|The texts of {} messages were not on the page."
	unplacedText = "1 message has no readable sender: it counts for nobody.|{} messages have no readable sender: they count for nobody."
)
