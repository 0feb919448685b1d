package reply

import (
	"strings"
	"time"
)

// OwnReading is what a message of ours commits us to. Promises is never nil.
type OwnReading struct {
	Promises  []Promise
	GaveValue bool // an attachment, a link or the tag "#value" of a template was in it
}

// Promise is something we said we would do. Text is the sentence; On is the day
// it names, midnight in the sender's zone, or zero when it names none or the
// time of sending is unknown.
type Promise struct {
	Text string    `json:"text"`
	On   time.Time `json:"on,omitzero"`
}

// Own reads a message that we sent, in English, German, French or Spanish.
// Received is when we sent it.
func Own(m Mail) OwnReading {
	own := OwnReading{Promises: []Promise{}}
	d := aDesk()
	defer d.done()
	_, typed := d.trim(m.Text)
	sentences := d.cutUp(typed)
	for i := range sentences {
		s := &sentences[i]
		all := d.finder.look(s.words)
		if s.closed {
			continue
		}
		own.GaveValue = own.GaveValue || has(all, value) || linked(s.text)
		if !has(all, promise) || s.asks {
			continue
		}
		p := Promise{Text: s.text}
		if !m.Received.IsZero() {
			due := surestDay(s.words, today(&m), earliest)
			p.On = midnight(&m, due.due())
		}
		own.Promises = append(own.Promises, p)
	}
	return own
}

// linked reports an address on the web, or the tag of a template that gives
// something.
func linked(text string) bool {
	for _, mark := range [...]string{"://", "www.", "#value"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}
