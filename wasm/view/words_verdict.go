package view

// faces give every verdict its icon and headline; those with a kind, as
// "pause/away", go before. The colour has the verdict's own name in panel.css.
var faces = map[string]face{
	"your-turn":         {icon: "answer", headline: "Your turn: answer them"},
	"your-turn/inbound": {icon: "bolt", headline: "Your turn: they came to you"},
	"your-turn/promise": {icon: "flag", headline: "Your turn: keep your promise"},
	"your-turn/meeting": {icon: "meeting", headline: "Your turn: how did the meeting go?"},

	"invest":            {icon: "rise", headline: "Worth more of your time"},
	"keep":              {icon: "onward", headline: "Keep going"},
	"keep/first":        {icon: "onward", headline: "Get in touch"},
	"keep/unsure":       {icon: "eye", headline: "Keep going, but look first"},
	"keep/confirm":      {icon: "meeting", headline: "Keep going: you meet soon"},
	"last-try":          {icon: "last", headline: "One last try"},
	"last-try/ghosting": {icon: "last", headline: "One last try"},
	"stop":              {icon: "stop", headline: "Stop: do not contact them"},
	"stop/they-came":    {icon: "stop", headline: "Stop, but you may answer them"},
	"hand-off":          {icon: "hand", headline: "Hand over to support and the account’s owner"},

	"break-up":                {icon: "mark", headline: "Let go: break up"},
	"break-up/ghosting":       {icon: "mark", headline: "Let go: no answer"},
	"break-up/no-budget":      {icon: "coin", headline: "Let go: no budget"},
	"break-up/no-authority":   {icon: "people", headline: "Let go: not theirs to decide"},
	"break-up/no-fit":         {icon: "misfit", headline: "Let go: not a fit"},
	"break-up/not-interested": {icon: "no", headline: "Let go: they said no"},
	"break-up/competitor":     {icon: "swap", headline: "Let go: they have a vendor"},
	"break-up/tire-kicker":    {icon: "wheel", headline: "Break up now: they are not buying"},
	"break-up/over-invested":  {icon: "scales", headline: "Let go: more work than it is worth"},
	"break-up/not-now":        {icon: "clock", headline: "Let go for now: bad timing"},
	"break-up/not-worth-it":   {icon: "leaf", headline: "Let go quietly, no message"},

	"pause":            {icon: "pause", headline: "Paused", dated: "Paused until {}"},
	"pause/away":       {icon: "case", headline: "They are away", dated: "Away until {}"},
	"pause/waiting":    {icon: "wait", headline: "Wait for them", dated: "Wait until {}"},
	"pause/let-go":     {icon: "mark", headline: "Let go", dated: "Let go; look again on {}"},
	"pause/satisfied":  {icon: "smile", headline: "Happy customer: leave them in peace", dated: "Happy customer: leave in peace until {}"},
	"pause/not-now":    {icon: "clock", headline: "Not now", dated: "Not before {}"},
	"pause/competitor": {icon: "swap", headline: "Wait for their contract to end", dated: "With another vendor until {}"},
}

// decisionWords are what the rep can decide where a verdict stands; those with a
// kind go before.
var decisionWords = map[string][]Decision{
	"last-try":             {{Label: "I made the last try", Verdict: "last-try", Primary: true}},
	"break-up":             {{Label: "Let go", Verdict: "break-up", Primary: true}},
	"break-up/tire-kicker": {{Label: "Break up", Verdict: "break-up", Primary: true, Ask: tireKickerAsk}},
	"hand-off":             {{Label: "I handed them over", Verdict: "hand-off", Primary: true}},
	"your-turn":            {{Label: "No answer needed", Verdict: "keep"}},
	"your-turn/promise":    nil,
	"your-turn/meeting":    nil,
	"pause/let-go":         {{Label: "Take it up again", Verdict: "keep"}},
	"pause/waiting":        {{Label: "Do not wait", Verdict: "keep"}},
	"pause/away":           {{Label: "They are back", Verdict: "keep"}},
	"pause/not-now":        {{Label: "Do not wait", Verdict: "keep"}},
	"pause/competitor":     {{Label: "Do not wait", Verdict: "keep"}},
}

var tireKickerAsk = &Question{
	Text: "This is probably permanent, even in the middle of a meeting. Are you sure?",
	Yes:  "Yes, break up", No: "Not yet",
}

var liftAsk = &Question{
	Label: "Lift the stop…",
	Text:  "They asked to be left alone. Only a manager lifts that, and only where it was a mistake or they changed their mind.",
	Yes:   "Lift the stop", No: "Leave it",
}

// What the rep would do instead.
const (
	disagreeTitle = "What would you do?"
	disagreeWhy   = "Why? One line, for you and your manager"
	disagreeWhen  = "First day back"
	disagreeKind  = "Kind"
	disagreeDo    = "Decide so"
	needsDay      = "Say until when."
	needsOneOf    = "Pick what you would do."
)

// deciding are the verdicts a rep can decide, in the order of the chips.
var deciding = []Option{
	{"keep", "Keep going"}, {"last-try", "One last try"}, {"break-up", "Break up"},
	{"pause", "Pause until"}, {"hand-off", "Hand off"}, {"stop", "Stop"},
}

var kindWords = map[string]string{
	"ghosting": "No answer", "no-budget": "No budget", "no-authority": "Not theirs to decide",
	"no-fit": "Not a fit", "not-interested": "Not interested", "competitor": "Another vendor",
	"tire-kicker": "Not buying", "over-invested": "Too much work", "not-now": "Not now",
	"not-worth-it": "Too small", "away": "Away", "waiting": "Waiting", "let-go": "Let go",
	"satisfied": "Happy customer",
}

// shortVerdicts name a verdict in a list or inside a sentence.
var shortVerdicts = map[string]string{
	"your-turn": "your turn", "invest": "worth more", "keep": "keep going", "last-try": "last try",
	"break-up": "let go", "pause": "pause", "stop": "stop", "hand-off": "hand over", "lift-stop": "lift the stop",
}

var sources = map[string]string{
	"balanced": "Balanced", "hoffman": "Hoffman", "calvert": "Calvert", "pipedrive": "Pipedrive",
	"stanley": "Stanley", "lange": "Lange", "team": "Your team", "ours": "Clean Break",
}

// sourceTitles say where a voice has spoken.
var sourceTitles = map[string]string{
	"hoffman":   "Hoffman’s podcast on breaking up with bad leads",
	"calvert":   "Calvert, “Breaking up is hard to do”",
	"pipedrive": "Pipedrive’s blog on dumping cold leads",
	"stanley":   "Stanley, “When is it time to break up with your prospect”",
	"lange":     "Lange, “Why you should actively abandon some of your leads”",
}

// ruleWords name each rule under its source.
var ruleWords = map[string]rule{
	"stop":                {"ours", "a wish to be left alone"},
	"customer":            {"pipedrive", "never break up with a customer"},
	"second-no":           {"lange", "a second no"},
	"final-objection":     {"pipedrive", "a final objection"},
	"second-soft":         {"pipedrive", "second objection"},
	"pushed-back":         {"lange", "pushed back twice"},
	"tire-kicker":         {"hoffman", "signs of a tire-kicker"},
	"tier":                {"calvert", "criteria set beforehand"},
	"your-turn":           {"ours", "they wait for you"},
	"meeting-booked":      {"ours", "a meeting is booked"},
	"pause":               {"ours", "a day is set"},
	"last-try-unanswered": {"pipedrive", "silence after a last try"},
	"chase":               {"stanley", "chase mode"},
	"persistence":         {"ours", "enough was tried"},
	"overwork":            {"lange", "several times the usual work"},
	"follow-ups":          {"lange", "unanswered follow-ups"},
	"attempts":            {"calvert", "the work is done"},
	"five-and-out":        {"pipedrive", "five and out"},
	"six-calls":           {"stanley", "by the sixth call"},
	"keep":                {"ours", "no reason to stop"},
	"account":             {"ours", "another way in"},
	"coverage":            {"ours", "look before you judge"},
}

var placeWords = map[string]string{"gmail": "Gmail", "linkedin": "LinkedIn"}

const (
	unsureText = "Not looked at since your last touch: {}. Until you have, the silence does not count."
	ruleText   = "Rule: {}, {}"
	scoreText  = "{} of 100"

	answerByText  = "Answer by {}"
	clockLeft     = "{} left"
	clockOver     = "The minutes are over: answer now"
	clockOneLeft  = "One minute left to answer them."
	clockLastOnes = "under a minute left"
)
