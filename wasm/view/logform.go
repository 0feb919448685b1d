package view

// LogForm offers what can be logged by hand.
type LogForm struct {
	Channels []Option
	Outcomes []Option // asked for a call only
}

// Option is one entry of a list to choose from.
type Option struct{ Code, Text string }

// WithOutcome is the channel whose outcome is asked.
const WithOutcome = "call"

// logForm starts with the call, the commonest touch that leaves no trace on a
// page. LinkedIn messages are left out: the page shows them.
var logForm = &LogForm{
	Channels: options(channelWords, "call", "email", "voicemail", "sms", "live-message", "conversation",
		"introduction", "letter", "fax", "visit", "event", "calendar"),
	Outcomes: options(outcomes, "no-answer", "left-voicemail", "connected", "wrong-number"),
}

func options(words map[string]string, codes ...string) []Option {
	out := make([]Option, len(codes))
	for i, code := range codes {
		out[i] = Option{Code: code, Text: capital(word(words, code))}
	}
	return out
}

// capital is for the start of a label; the words here start with a letter of
// one byte or are left as they are.
func capital(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}
