package view

// signalWords name a signal where its own sentence is gone: it was left out by
// the rep.
var signalWords = map[string]string{
	"worth": "What the deal is worth", "fit": "How well they fit", "qualified": "What you found out", "account": "Others at the company",
	"replies": "Their replies", "interest": "Their interest", "noes": "Their noes", "older-noes": "Noes of earlier cycles", "objections": "Their objections",
	"plural": "They say “we” and never “I”", "pride": "Pride in where they work", "busy": "How busy they are",
	"met": "That you met", "no-show": "A missed meeting", "pushed-back": "Meetings they moved", "reaction": "A click or reaction",
	"fresh-inbound": "They came a moment ago", "opened": "Mails they opened", "absence": "Their absence",
	"unanswered": "Touches without an answer", "channels": "Channels not tried", "floor": "Too few touches to judge",
	"value-given": "Value you gave", "effort": "The work so far", "bounced": "Mails that did not arrive",
	"idle": "The days of silence", "rotting": "A deal that stands still", "quarter-end": "The end of the quarter",
}

const (
	weightsText   = "The points are those of the playbook {}."
	decidedBy     = "What decided: {}"
	hintText      = "A hint: no points"
	dismissPart   = "Does not count: {}"
	dismissQuote  = "Does not count: {}, {}"
	stopStands    = "They asked to be left alone. No evidence can be left out against that."
	ruleLeftOut   = "The rule “{}”"
	eventLeftOut  = "{}, {}"
	unknownRemark = "Something of {}"
)

// pinned signals rest on the calendar or on counts, so that no single event of
// theirs can be left out.
var pinned = map[string]bool{"idle": true, "rotting": true, "quarter-end": true, "channels": true, "floor": true, "effort": true, "fresh-inbound": true}
