package view

// Who a person is: links between two, promises of ours, and whom the rep names.
const (
	linkTitle    = "Is this {}, whom you track?"
	linkAddress  = "Is {} theirs too?"
	LabelOne     = "The same person"
	LabelTwo     = "Two people"
	LabelLinked  = "Linked by you"
	LabelApart   = "Take apart"
	LinkedHelp   = "Taken apart, each keeps what was counted of their own messages."
	linkedSince  = "Linked on {}"
	someoneThere = "somebody"

	promisedTitle = "Did you promise this?"
	promisedBy    = "By {}, in your message of {}"
	promisedIn    = "In your message of {}"
	promisedFor   = "for {}"
	LabelOwe      = "I owe it"
	LabelDrop     = "Drop"
	suggestedLeft = "a promise you do not owe"
	copiedNote    = "they were in copy only"

	nameTitle     = "Enter somebody by hand"
	nameHelp      = "For a page that cannot be read, and for any other site."
	nameLabel     = "Name"
	addressLabel  = "Their e-mail address, or that of their LinkedIn profile"
	addressHint   = "kim@acme.example"
	companyLabel  = "Company"
	LabelName     = "Show them"
	needsAddress  = "Write one e-mail address, or the address of one LinkedIn profile: it tells them from others of their name."
	byHandChip    = "entered by hand"
	LabelBack     = "Back to the page"
	offerNameless = "This page gives no address for them, so there is nothing to know them by again. Enter one below, and you can track them."
	offerLogFirst = "Then log what happened, each with its day, and paste what they answered."

	LabelWhen    = "When, if not now"
	LabelReply   = "Log an answer"
	replyHelp    = "Paste what they wrote. It stays on this device."
	LabelWords   = "Their words"
	LabelReplied = "How they answered"
	needsReply   = "Paste what they wrote first."
	laterText    = "Pick a day and hour before now."
)

// linkReasons say why two may be one person; {} is what both have.
var linkReasons = map[string]string{
	"same-address":          "Both have the address {}.",
	"same-mailbox":          "Mail to {} reaches the same mailbox.",
	"same-name-and-company": "Same name, same company.",
	"same-name-in-thread":   "{} writes here from this address.",
}
