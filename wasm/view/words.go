package view

import (
	"strconv"
	"strings"
)

// Every English phrase of the panel is in this file, so that a translation
// replaces one file. {} stands for a name, a date or a number.

// Labels of things that are pressed, and titles of sections.
const (
	LabelTrack        = "Track"
	LabelUntrack      = "Stop tracking"
	LabelUntrackAsk   = "Stop tracking and forget what was recorded?"
	LabelUntrackYes   = "Stop and forget"
	LabelKeep         = "Keep tracking"
	LabelCopy         = "Copy"
	LabelCopySubject  = "Copy subject"
	LabelCopyMessage  = "Copy message"
	LabelCopied       = "Copied"
	LabelNotCopied    = "Not copied: select the text and copy it by hand."
	LabelRetry        = "Try again"
	LabelGrant        = "Allow"
	LabelNotGranted   = "Not allowed. Nothing was changed; you can allow it later."
	LabelLog          = "Log it"
	LabelTakeBack     = "Take back"
	LabelMore         = "Show more"
	LabelSaving       = "Saving…"
	LabelSubject      = "Subject"
	LabelScore        = "Score"
	LabelChannel      = "What"
	LabelOutcome      = "How it went"
	LabelTouches      = "Touches"
	LabelReplies      = "Replies"
	LabelLogHelp      = "For what no page shows. It counts from now."
	LabelNextStep     = "Next step"
	LabelLaterSteps   = "Then"
	LabelCounts       = "Contact"
	LabelScoreTitle   = "Why this score"
	LabelVoices       = "What the sources say"
	LabelFlips        = "What would change this"
	LabelCRM          = "For your CRM"
	LabelLogTitle     = "Log a touch"
	LabelHistory      = "History"
	LabelGaps         = "Not read"
	LabelTracked      = "Tracked"
	LabelNotTracked   = "Not tracked"
	LabelReunion      = "They came back"
	LabelByHand       = "logged by you"
	LabelOnlySnippet  = "only its first words were read"
	LabelTextNotRead  = "text not read"
	LabelDateNotRead  = "Date not read"
	LabelNoName       = "Name not read"
	LabelNoHistory    = "Nothing yet."
	LabelClosedReason = "Reason"
	LabelNextTouch    = "Next touch"
	LabelReassess     = "Look again"
	LabelSearchMail   = "Search Gmail for them"
	LabelOpenProfile  = "Open their LinkedIn"
)

const (
	wordToday    = "today"
	wordTomorrow = "tomorrow"
	wordOther    = "Other"
)

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// Phases that show one notice and no person.
var notices = map[string]Notice{
	Elsewhere: {Icon: "page", Title: "Nobody to look at here",
		Text: "Open a thread in Gmail, or a profile or conversation on LinkedIn, and this panel tells whether another touch is worth it."},
	NoAccess: {Icon: "key", Title: "May Clean Break read {}?", Button: LabelGrant + " {}", Do: "grant",
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
	offerText    = "Nothing about them is stored. Track them, and Clean Break counts your touches and their replies on this device and tells when to go on and when to let go."
	offerNoWords = "This page shows no messages with them."
	offerShows   = "This page shows {}."
)

// siteNames are spelt as their owners spell them.
var siteNames = map[string]string{"gmail": "Gmail", "linkedin": "LinkedIn"}

const bothSites = "Gmail and LinkedIn"

// tones give every verdict its icon and headline. The colour has the verdict's
// own name in panel.css.
var tones = map[string]tone{
	"your-turn": {icon: "answer", headline: "Your turn: answer them"},
	"invest":    {icon: "rise", headline: "Worth more of your time"},
	"keep":      {icon: "onward", headline: "Keep going"},
	"last-try":  {icon: "last", headline: "One last try"},
	"break-up":  {icon: "mark", headline: "Let go: break up"},
	"pause":     {icon: "pause", headline: "Paused", dated: "Paused until {}"},
	"stop":      {icon: "stop", headline: "Stop: do not contact them"},
	"hand-off":  {icon: "hand", headline: "Hand over to the account’s owner"},
}

// pauses say what a pause of one kind is about.
var pauses = map[string]tone{
	"away":      {headline: "They are away", dated: "Away until {}"},
	"waiting":   {headline: "Wait for them", dated: "Wait until {}"},
	"let-go":    {headline: "Let go", dated: "Let go, back {}"},
	"satisfied": {headline: "Content: leave them in peace", dated: "Leave in peace until {}"},
	"not-now":   {headline: "Not now", dated: "Not before {}"},
}

// letGoQuietly is a break-up without a message.
const letGoQuietly = "Let go, no message"

// decisionWords are what the rep can decide where a verdict stands.
var decisionWords = map[string][]Decision{
	"last-try":  {{Label: "I made the last try", Verdict: "last-try", Primary: true}},
	"break-up":  {{Label: "Let go", Verdict: "break-up", Primary: true}},
	"your-turn": {{Label: "No answer needed", Verdict: "keep"}},
	"let-go":    {{Label: "Take it up again", Verdict: "keep"}},
	"waiting":   {{Label: "Do not wait", Verdict: "keep"}},
}

var kindWords = map[string]string{
	"ghosting": "No answer", "no-budget": "No budget", "no-authority": "Not theirs to decide",
	"no-fit": "Not a fit", "not-interested": "Not interested", "competitor": "Another vendor",
	"tire-kicker": "Not buying", "over-invested": "Too much work", "not-now": "Not now",
	"not-worth-it": "Too small", "away": "Away", "waiting": "Waiting", "let-go": "Let go",
	"satisfied": "Content customer",
}

// shortVerdicts name a verdict in a list or inside a sentence.
var shortVerdicts = map[string]string{
	"your-turn": "your turn", "invest": "worth more", "keep": "keep going", "last-try": "last try",
	"break-up": "let go", "pause": "pause", "stop": "stop", "hand-off": "hand over",
}

var sources = map[string]string{
	"balanced": "Balanced", "hoffman": "Hoffman", "calvert": "Calvert", "pipedrive": "Pipedrive",
	"stanley": "Stanley", "lange": "Lange", "team": "Your team",
}

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
	"card": "You started to track them", "link": "Two addresses were linked", "promise": "You promised", "answer": "You noted", "complaint": "They complained",
}

var outcomes = map[string]string{
	"connected": "connected", "left-voicemail": "left a voicemail", "no-answer": "no answer",
	"wrong-number": "wrong number", "scheduled": "scheduled", "completed": "took place",
	"rescheduled": "moved", "no-show": "they did not come", "cancelled": "cancelled",
}

// stepWords say what a step asks for; the key is its do, or its do and channel.
var stepWords = map[string]string{
	"send": "Send a message", "send email": "Send an e-mail", "send voicemail": "Leave a voicemail",
	"send call": "Call", "send linkedin": "Write on LinkedIn", "send sms": "Send a text",
	"send live-message": "Leave a message with a person", "send letter": "Send a letter",
	"send fax": "Send a fax", "send visit": "Drop in", "send conversation": "Speak with them",
	"send introduction": "Ask for an introduction", "send event": "Meet them at an event",
	"send calendar": "Place a calendar entry", "log": "Log how it went", "note": "Write a note",
	"ask": "Ask them", "wait": "Wait", "check": "Check whether they answered", "colleague": "Try a colleague",
	"remove-from-sequence": "Take them out of the sequence",
}

var fieldWords = map[string]string{
	"name": "name", "title": "job title", "company": "company", "place": "place", "email": "e-mail address",
	"messages": "messages", "date": "date", "dates": "dates", "viewer": "your own name", "degree": "degree",
	"mailbox": "your own address", "account": "your own address", "from": "a sender", "at": "a date",
	"text": "a message’s text", "direction": "who wrote a message", "prospect": "whom it is about",
	"subject": "subject", "list": "list", "recipients": "who was in To and who in CC",
}

var placeWords = map[string]string{"gmail": "Gmail", "linkedin": "LinkedIn"}

const (
	unsureText   = "Not looked at since your last touch: {}. They may have answered there, so the silence does not count."
	notReadText  = "Not read: {}."
	degreeText   = "LinkedIn, degree {}"
	linkedinText = "LinkedIn"
	secondsText  = "about {} seconds aloud"
	blanksText   = "Fill in the blanks (____) before you send it."
	noAnswer     = "That did not work: no answer. Try again, or close this panel and open it with the Clean Break button."
	notDone      = "That did not work: {}."
	weightsText  = "Points by {}."
	scoreText    = "{} of 100"
	flipText     = "If {}: {}"
)

func closedText(n int) string {
	if n == 1 {
		return "The text of 1 message was not on the page."
	}
	return "The texts of " + number(n) + " messages were not on the page."
}

func unplacedText(n int) string {
	if n == 1 {
		return "1 message has no readable sender: it counts for nobody."
	}
	return number(n) + " messages have no readable sender: they count for nobody."
}

// sumText is "3 touches and 1 reply".
func sumText(touches, replies int) string {
	if touches+replies == 0 {
		return "nothing yet"
	}
	return join2(many(touches, "touch", "touches"), many(replies, "reply", "replies"))
}

func many(n int, one, more string) string {
	switch n {
	case 0:
		return "no " + more
	case 1:
		return "1 " + one
	}
	return number(n) + " " + more
}

func join2(a, b string) string { return a + " and " + b }

// list is "a", "a and b", "a, b and c".
func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return join2(strings.Join(items[:last], ", "), items[last])
}

// fill puts the values in place of the {}s, in their order. A value that holds
// {} itself is not filled by the next one.
func fill(phrase string, values ...string) string {
	if len(values) == 0 {
		return phrase
	}
	before, after, found := strings.Cut(phrase, "{}")
	if !found {
		return phrase
	}
	return before + values[0] + fill(after, values[1:]...)
}

// number groups thousands with a thin space, which reads the same everywhere.
func number(n int) string {
	digits := strconv.Itoa(n)
	if n < 0 || len(digits) < 5 {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteRune('\u202f')
		}
		b.WriteRune(d)
	}
	return b.String()
}

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

// word looks a code up and falls back to the code itself: a newer brain may
// know codes that this panel does not.
func word(words map[string]string, code string) string {
	if w, ok := words[code]; ok {
		return w
	}
	return strings.ReplaceAll(code, "-", " ")
}

// Problem says that a press did not work, with the reason when there is one.
func Problem(why string) string {
	if why == "" {
		return noAnswer
	}
	return fill(notDone, strings.TrimRight(why, ". "))
}
