package view

// Keys of the panel. The letters are the same in every language.
var shortcuts = []Shortcut{
	{"L", "Log what happened: a second key says what"},
	{"U", "Undo the last thing you logged"},
	{"C", "Copy the draft"},
	{"I", "Put the draft into the mail"},
	{"N", "Copy the CRM note"},
	{"O", "Open the record in the CRM"},
	{"?", "Show or hide the keys"},
	{"Esc", "Leave"},
}

const (
	LabelKeys       = "Keys"
	LabelQuick      = "Log"
	LabelOpenRecord = "Open the record"
	LabelKeysOff    = "Turn the keys off"
	LabelKeysOn     = "Turn the keys on"

	CopiedNote  = "The CRM note is copied."
	CopiedDraft = "The draft is copied."
	Undone      = "Taken back."

	keysHelp      = "While the panel has the focus and you are not typing."
	nothingToUndo = "Nothing that you logged here is left to undo."
	noDraft       = "There is no draft to copy."
	noMail        = "There is no draft for a mail in Gmail here."
	noNote        = "There is no CRM note yet."
	noRecord      = "No record to open: the playbook gives no address for it (crm, record), or what it asks for is not known."

	quickTitle   = "What happened? Press its key"
	quickCall    = "A call"
	quickMeeting = "A meeting"
	quickMessage = "A message"
	quickPerson  = "In person"
)

// KeysHelp says when the keys work.
func KeysHelp() string { return keysHelp }

// NothingFor says why a key did nothing.
func NothingFor(key string) string {
	return map[string]string{"u": nothingToUndo, "c": noDraft, "i": noMail, "n": noNote, "o": noRecord}[key]
}
