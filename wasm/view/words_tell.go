package view

// Groups of chips, and what each asks. An editor is one line.
const (
	tellHappened     = "What happened"
	tellFoundOut     = "What you found out"
	tellWho          = "Who they are"
	tellDeal         = "The deal and the company"
	tellHelp         = "Each is one line. Enter saves it, Esc closes it."
	askThem          = "Ask: {}"
	chipKnown        = "{}: {}"
	needsText        = "Write a line first."
	needsNumber      = "Write a number, like 12,000 or 12k."
	needsWhole       = "Write a whole number."
	needsMoment      = "Pick the day and the hour."
	needsCountry     = "Write two letters, as DE or US."
	tooMuch          = "That is more than can be kept."
	movedTo          = "New date, if there is one"
	openPromisesText = "Still open: press one that you have kept"
	yesCustomer      = "Customer"
	noProspect       = "Prospect"
	customerTitle    = "Customer or prospect"
)

var factWords = map[string]factText{
	"outcome":   {label: "How a meeting went", ask: "What came of the meeting?"},
	"meeting":   {label: "A new meeting", ask: "When do you meet?"},
	"promise":   {label: "I promised", ask: "What did you promise?", hint: "send the security sheet"},
	"inbound":   {label: "They came to you", ask: "How? A new lead wants an answer within minutes."},
	"complaint": {label: "They complained", ask: "What about?", hint: "in their words, as far as you remember"},
	"reaction":  {label: "They reacted", ask: "Where? A click or a like is no answer, and is worth one more touch."},

	"why-here":  {label: "Why there", ask: "“What made you choose to work there?”", hint: "the people, the product; the commute"},
	"calendar":  {label: "How busy", ask: "“What does your calendar look like this week?”", hint: "full; always open"},
	"budget":    {label: "Budget", ask: "“Is there a budget for it, and from when?”", hint: "from January; none yet"},
	"authority": {label: "Authority", ask: "“Who else has a say before you sign?”", hint: "she decides; no, her boss"},
	"need":      {label: "Need", ask: "“What happens if you leave it as it is?”", hint: "audits take weeks; no need"},
	"timing":    {label: "Timing", ask: "“By when would it have to work?”", hint: "before the audit in May"},

	"name":    {label: "Name", ask: "What are they called?"},
	"title":   {label: "Title", ask: "What is their title?"},
	"company": {label: "Company", ask: "Where do they work?"},
	"place":   {label: "Place", ask: "Where are they?"},

	"value":         {label: "Value", ask: "What is the deal worth?", hint: "12,000"},
	"stage":         {label: "Stage", ask: "Which stage is it in?", hint: "lead, demo, proposal"},
	"next-activity": {label: "Next activity", ask: "When do you mean to do something next? Leave it empty where nothing is planned."},
	"size":          {label: "Company size", ask: "How many people work there?", hint: "120"},
	"responsible":   {label: "Responsible for", ask: "What are they responsible for?", hint: "tooling"},
	"country":       {label: "Country", ask: "Which country are they in, for its holidays?", hint: "DE"},
	"customer":      {label: customerTitle, ask: "Have they bought from you?"},
}

// outcomeChoices are what a meeting can come to.
var outcomeChoices = []outcomeChoice{
	{"It took place", "completed", ""},
	{"They moved it", "rescheduled", "them"},
	{"You moved it", "rescheduled", "us"},
	{"They did not come", "no-show", "them"},
	{"It was cancelled", "cancelled", ""},
}

// inboundChoices are the ways in which they came.
var inboundChoices = []Option{
	{"web", "Through the website"}, {"call", "They called"}, {"event", "At an event"}, {"email", "They wrote first"},
}

var reactionChoices = []Option{
	{"email", "They clicked in a mail"}, {"linkedin", "They accepted or reacted on LinkedIn"}, {"event", "Elsewhere"},
}
