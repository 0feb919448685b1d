package view

// LogForm offers what can be logged by hand.
type LogForm struct {
	Channels []Option
	Outcomes []Option // asked for a call only
	Replies  []Option // the channels of an answer
	Help     string   // for an answer
}

// WithOutcome is the channel whose outcome is asked.
const WithOutcome = "call"

// logForm starts with the call, the commonest touch that leaves no trace on a
// page. LinkedIn messages are left out: the page shows them.
func logForm() *LogForm {
	return &LogForm{
		Channels: options(channelWords, "call", "email", "voicemail", "sms", "live-message", "conversation",
			"introduction", "letter", "fax", "visit", "event", "calendar"),
		Outcomes: options(outcomes, "no-answer", "left-voicemail", "connected", "wrong-number"),
		Replies:  options(channelWords, "email", "linkedin", "sms", "call", "voicemail", "letter"),
		Help:     replyHelp,
	}
}

func options(words map[string]string, codes ...string) []Option {
	out := make([]Option, len(codes))
	for i, code := range codes {
		out[i] = Option{Code: code, Text: capital(word(words, code))}
	}
	return out
}
