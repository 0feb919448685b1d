package tone

// The rules.
const (
	Guilt      = "guilt"
	Urgency    = "urgency"
	Bait       = "bait"
	Sarcasm    = "sarcasm"
	Blame      = "blame"
	CheckingIn = "checking-in"
	We         = "we"
	NoStop     = "no-stop"
	NoDoor     = "no-door"
	Blank      = "blank"

	saysStop  = "stop" // in the files of phrases: what no-stop and no-door look for
	opensDoor = "door"
)

// Rule is one thing the linter looks for, and what it marks.
type Rule struct{ Name, About string }

// Rules lists them.
var Rules = []Rule{
	{Guilt, "Makes them feel bad about not answering, or in debt."},
	{Urgency, "Pressure without a real date."},
	{Bait, "Asks or jokes only to get any reply."},
	{Sarcasm, "Says the opposite of what is meant."},
	{Blame, "Tells them what they did wrong."},
	{CheckingIn, "A touch that brings nothing."},
	{We, "“We” where one person is writing."},
	{NoStop, "A goodbye that does not say that we stop."},
	{NoDoor, "A goodbye that leaves no way back."},
	{Blank, "Something is left to fill in."},
}

// ways say what to do instead, for the rep. The catalogues have them in other
// languages.
var ways = map[string]string{
	Guilt:      "Leave out what it cost you or how it feels; say what you offer and that a no is fine.",
	Urgency:    "Name the real date and what happens then, or leave the pressure out.",
	Bait:       "Ask one plain question that is worth an answer, or none.",
	Sarcasm:    "Say plainly what you mean, or leave it out; in writing a joke at their expense stays one.",
	Blame:      "Say what you see from your side, without “you did not”: “I take it that this is no priority now.”",
	CheckingIn: "Say what is new: one thing of use to them, an answer, or a date.",
	We:         "Write “I”: one person is writing to another. Keep “we” for the two of you, or for the company by its name.",
	NoStop:     "Say clearly that you stop: “I'll stop here and won't write again.”",
	NoDoor:     "Leave a door open: “If that changes, you can reach me any time.”",
	Blank:      "Fill in the blank, or take the sentence out.",
}
