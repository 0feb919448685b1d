package signal

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/say"
)

// found are the events of a kind: how many, the newest, and what shows them.
type found struct {
	n        int
	newest   *history.Event
	evidence []Evidence
}

func find(h *history.History, events []history.Event, is func(*history.Event) bool, words func(*history.Event) string) found {
	shown := h.Tongue != say.Nothing
	var f found
	for i := len(events) - 1; i >= 0; i-- {
		e := &events[i]
		if !is(e) {
			continue
		}
		if f.n++; f.n == 1 {
			f.newest = e
		}
		if !shown || f.n > most {
			continue
		}
		if f.evidence == nil {
			f.evidence = make([]Evidence, 0, min(most, i+1))
		}
		f.evidence = append(f.evidence, Evidence{e.At, words(e)})
	}
	return f
}

// show lists the newest events, newest first, each in its words.
func show(h *history.History, events []history.Event, words func(*history.Event) string) []Evidence {
	return find(h, events, func(*history.Event) bool { return true }, words).evidence
}

// deed is what they did, said of one time and of several.
type deed struct{ once, often string }

// reading is nothing where nothing was found; otherwise it says what they did,
// how often, and when last.
func (f found) reading(h *history.History, did deed) reading {
	switch f.n {
	case 0:
		return reading{}
	case 1:
		return reading{1, h.Say(did.once, day(h, f.newest)), f.evidence}
	}
	return reading{f.n, h.Say(did.often, h.Tongue.Times(f.n), day(h, f.newest)), f.evidence}
}

// one is the evidence of a single event.
func one(h *history.History, e *history.Event, quote string) []Evidence {
	return since(h, e.At, h.Tongue.Quote(quote, "full"))
}

// since is the evidence of a moment; none where nobody is shown it.
func since(h *history.History, at time.Time, words string) []Evidence {
	if h.Tongue == say.Nothing {
		return nil
	}
	return []Evidence{{at, words}}
}

// written is what they typed, as it may be shown.
func written(h *history.History) func(*history.Event) string {
	return func(e *history.Event) string {
		if e.Reading != nil && e.Reading.Visible != "" {
			return h.Tongue.Quote(e.Reading.Visible, e.Read)
		}
		return h.Tongue.Quote(e.Text, e.Read)
	}
}

// said is the sentence that carries what a reply means first.
func said(h *history.History) func(*history.Event) string {
	return func(e *history.Event) string {
		if e.Leads() != "" && e.Reading.Intents[0].Quote != "" {
			return h.Tongue.Quote(e.Reading.Intents[0].Quote, e.Read)
		}
		return written(h)(e)
	}
}

func touched(h *history.History) func(*history.Event) string {
	return func(e *history.Event) string { return h.Tongue.Touch(e.Channel, e.Disposition) }
}

//go:noinline
func day(h *history.History, e *history.Event) string { return h.Tongue.Day(e.At, h.Now, h.Zone) }
