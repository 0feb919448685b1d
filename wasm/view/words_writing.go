package view

// The mail that the rep is writing in Gmail.
const (
	LabelPut = "Put into the mail"

	mailTitle      = "The mail you are writing"
	mailFine       = "Nothing to mend."
	warnStop       = "Do not write to {}: they asked not to be contacted"
	warnLetGo      = "You let {} go: leave them in peace"
	warnLetGoUntil = "You let {} go: leave them in peace until {}"

	putOpen    = "Open a reply or a new mail to {} in Gmail, then press again."
	putGone    = "Nothing was put in: that mail was closed, or it goes to others now. Look at it, then press again."
	putDone    = "It is in the mail now."
	putAbove   = "It is in the mail now, above what you had written."
	putSubject = "The subject was empty and is filled in."
	putBlanks  = "Fill in the blanks before you send it."
	putUndo    = "Ctrl+Z in the mail takes it out."
)
