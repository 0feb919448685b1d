package view

// Keys of the panel.
const (
	LabelKeys       = "Keys"
	LabelQuick      = "Log"
	LabelOpenRecord = "Open the record"
	LabelKeysOff    = "Turn the keys off"
	LabelKeysOn     = "Turn the keys on"

	CopiedNote  = "The CRM note is copied."
	CopiedDraft = "The draft is copied."
	Undone      = "Taken back."

	keyEsc   = "Esc"
	keyLog   = "Log what happened: a second key says what"
	keyUndo  = "Undo the last thing you logged"
	keyCopy  = "Copy the draft"
	keyPut   = "Put the draft into the mail"
	keyNote  = "Copy the CRM note"
	keyOpen  = "Open the record in the CRM"
	keyHelp  = "Show or hide the keys"
	keyLeave = "Leave"

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
