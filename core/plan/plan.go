package plan

// Plan is what to do about a verdict: dated steps and their words.
type Plan struct {
	Kind  string `json:"kind"`
	Steps []Step `json:"steps"`
}

// Things a step asks the rep to do.
const (
	Send   = "send"
	Log    = "log"
	Note   = "note"
	Ask    = "ask"
	Wait   = "wait"
	Check  = "check" // look whether they answered somewhere that was not read
	Remove = "remove-from-sequence"
)

// Step is one thing to do on one day. Body is the draft for Send and Ask, a
// sentence for the rep otherwise; blanks to fill read "____".
type Step struct {
	On      string `json:"on"` // YYYY-MM-DD, a working day
	Do      string `json:"do"`
	Channel string `json:"channel"`
	Subject string `json:"subject"`
	Body    string `json:"body"`
	Seconds *int   `json:"seconds"` // spoken length, for voicemail; null otherwise
}
