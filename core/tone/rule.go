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

// Rule is one thing the linter looks for.
type Rule struct {
	Name   string
	About  string // what it marks
	Better string // what to do instead, for the rep
}

// Rules lists them.
var Rules = []Rule{
	{Guilt, "Makes them feel bad about not answering, or in debt.", "Leave out what it cost you or how it feels; say what you offer and that a no is fine."},
	{Urgency, "Pressure without a real date.", "Name the real date and what happens then, or leave the pressure out."},
	{Bait, "Asks or jokes only to get any reply.", "Ask one plain question that is worth an answer, or none."},
	{Sarcasm, "Says the opposite of what is meant.", "Say plainly what you mean, or leave it out; in writing a joke at their expense stays one."},
	{Blame, "Tells them what they did wrong.", "Say what you see from your side, without “you did not”: “I take it that this is no priority now.”"},
	{CheckingIn, "A touch that brings nothing.", "Say what is new: one thing of use to them, an answer, or a date."},
	{We, "“We” where one person is writing.", "Write “I”: one person is writing to another. Keep “we” for the two of you, or for the company by its name."},
	{NoStop, "A goodbye that does not say that we stop.", "Say clearly that you stop: “I'll stop here and won't write again.”"},
	{NoDoor, "A goodbye that leaves no way back.", "Leave a door open: “If that changes, you can reach me any time.”"},
	{Blank, "Something is left to fill in.", "Fill in the blank, or take the sentence out."},
}

func better(rule string) string {
	for i := range Rules {
		if Rules[i].Name == rule {
			return Rules[i].Better
		}
	}
	return ""
}
