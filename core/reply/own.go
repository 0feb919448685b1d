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
		own.GaveValue = own.GaveValue || gives(s, all) && !signed(sentences[:i], s)
		if !has(all, promise) || s.asks || has(all, offer) {
			continue
		}
		p := Promise{Text: s.text}
		if !m.Received.IsZero() {
			p.On = midnight(&m, promised(s, all, today(&m)))
		}
		own.Promises = append(own.Promises, p)
	}
	return own
}

// gives reports that a sentence gives something: an attachment, or a link that is
// more than a name's, a calendar's or the way out of a list.
func gives(s *sentence, all []hit) bool {
	for i := range all {
		if h := &all[i]; h.means == value && !near(s.words, h, aNo, 2) {
			return true
		}
	}
	return linked(s.text) && !has(all, wayOut) && !has(all, unsubscribe)
}

// signed reports a link of a signature: it stands alone, under a line that is no
// sentence but a name or a title.
func signed(before []sentence, s *sentence) bool {
	if len(before) == 0 || ends(before[len(before)-1].text) || strings.Contains(s.text, "#value") {
		return false
	}
	for _, piece := range strings.Fields(s.text) {
		link := strings.Contains(piece, "://") || strings.Contains(piece, "www.")
		if !link && strings.IndexByte("0123456789+|·-–(", piece[0]) < 0 {
			return false
		}
	}
	return true
}

// promised is the day by which a sentence promises something, or 0.
func promised(s *sentence, all []hit, today int) int {
	due := surestDay(s.words, today, earliest)
	switch {
	case due.words == 0 && has(all, sameDay):
		return today
	case due.cue == afterDay:
		return due.first()
	}
	return due.due()
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
