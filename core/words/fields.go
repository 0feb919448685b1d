package words

import "slices"

// Field is one name that a template may hold in braces.
type Field struct{ Name, About string }

// Fields lists them. Those that stand for a thing are written without an
// article, so that they fit after "about" in four languages.
var Fields = []Field{
	{"first_name", "their first name"},
	{"company", "their company"},
	{"topic", "what it is about, without an article: release checks"},
	{"value", "one thing of use to them, a phrase or a sentence"},
	{"answer", "the answer to what they wrote, a sentence or two"},
	{"me", "my name"},
	{"subject", "the subject of their mail, without Re:"},
	{"date", "a day"},
	{"referrer", "who named them"},
	{"promise", "what I promised, as a thing for the rep to write in: the security sheet"},
	{"renews", "the day their agreement renews"},
	{"when", "day and hour of a meeting"},
	{"tried", "what I tried, as things: three e-mails and two calls"},
	{"hook", "something personal from the page, a sentence; never in a goodbye"},
	{"help", "what I help with, as a thing: shorter release checks"},
	{"phone", "my direct number"},
	{"documents", "the two documents: a short overview and the longer guide"},
	{"invested", "what I put in: 14 hours"},
	{"teammate", "the name of my colleague who knows them"},
	{"colleague", "the name of another person at their company"},
}

func isField(name string) bool {
	return slices.ContainsFunc(Fields, func(f Field) bool { return f.Name == name })
}
