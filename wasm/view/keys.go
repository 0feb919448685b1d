package view

// Shortcut is a key of the panel or of Today, or a few with a space between, and what
// it does.
type Shortcut struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

// Keys lists the keys of the panel, as its help shows them. The letters are the
// same in every language.
func Keys() []Shortcut {
	return []Shortcut{
		{"L", keyLog}, {"U", keyUndo}, {"C", keyCopy}, {"I", keyPut}, {"N", keyNote}, {"O", keyOpen}, {"?", keyHelp}, {Say(keyEsc), keyLeave},
	}
}

// KeysHelp says when the keys work.
func KeysHelp() string { return keysHelp }

// NothingFor says why a key did nothing.
func NothingFor(key string) string {
	return Say(map[string]string{"u": nothingToUndo, "c": noDraft, "i": noMail, "n": noNote, "o": noRecord}[key])
}

// QuickLog is what two keys log: the first opens it.
type QuickLog struct {
	Title  string
	Groups []QuickGroup
}

// QuickGroup is what is logged of one sort.
type QuickGroup struct {
	Title string
	Logs  []QuickEntry
}

// QuickEntry is one of them, with its key.
type QuickEntry struct {
	Key, Label string
	Entered    Entered
}

func called(outcome string) Entered {
	return Entered{Type: "touch", Channel: "call", Disposition: outcome}
}

func met(outcome, by string) Entered {
	return Entered{Type: "meeting", Disposition: outcome, By: by}
}

func touched(channel string) Entered { return Entered{Type: "touch", Channel: channel} }

// quickLog is the same in every language, so that fingers learn it once.
func quickLog() *QuickLog {
	return &QuickLog{Title: quickTitle, Groups: []QuickGroup{
		{quickCall, []QuickEntry{
			{"n", capital(word(outcomes, "no-answer")), called("no-answer")},
			{"v", capital(word(outcomes, "left-voicemail")), called("left-voicemail")},
			{"r", capital(word(outcomes, "connected")), called("connected")},
			{"w", capital(word(outcomes, "wrong-number")), called("wrong-number")},
		}},
		{quickMeeting, []QuickEntry{
			{"m", capital(word(outcomes, "completed")), met("completed", "")},
			{"t", capital(word(movedBy, "rescheduled them")), met("rescheduled", "them")},
			{"u", capital(word(movedBy, "rescheduled us")), met("rescheduled", "us")},
			{"x", capital(word(outcomes, "no-show")), met("no-show", "them")},
		}},
		{quickMessage, []QuickEntry{
			{"i", capital(word(channelWords, "linkedin")), touched("linkedin")},
			{"e", capital(word(channelWords, "email")), touched("email")},
			{"s", capital(word(channelWords, "sms")), touched("sms")},
			{"l", capital(word(channelWords, "letter")), touched("letter")},
			{"p", capital(word(channelWords, "live-message")), touched("live-message")},
			{"f", capital(word(channelWords, "fax")), touched("fax")},
		}},
		{quickPerson, []QuickEntry{
			{"c", capital(word(channelWords, "conversation")), touched("conversation")},
			{"d", capital(word(channelWords, "visit")), touched("visit")},
			{"a", capital(word(channelWords, "event")), touched("event")},
			{"b", capital(word(channelWords, "introduction")), touched("introduction")},
		}},
	}}
}
