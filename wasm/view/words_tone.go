package view

// toneWords name what the tone check found in a draft.
var toneWords = map[string]string{
	"guilt": "Makes them feel guilty", "urgency": "Made-up urgency", "bait": "Baits a reply",
	"sarcasm": "Sarcasm", "blame": "Blames them", "checking-in": "Says nothing new",
	"we": "“We” where “I” is meant", "no-stop": "Does not say that you stop", "no-door": "Leaves no door open",
}

// ToneWords are the names of what the tone check finds, in English, for the pages.
func ToneWords() map[string]string { return toneWords }

const (
	better = "Better: {}"
	toMend = "1 thing to mend|{} things to mend"
)
