package history

import "time"

// pressed is how long before the press that says so a message may have been sent:
// a last try comes days after the touch before it, so an older one is another.
const pressed = 12 * time.Hour

// Sent is the touch by which a decision was carried out: the first after it that
// they could answer, else the newest in the hours before that they did not answer,
// or the older one that the decision names; nil while nothing was sent.
func (h *History) Sent(decision *Event) *Event {
	var before *Event
	for i := range h.Touches {
		t := &h.Touches[i]
		switch {
		case t.Dial():
		case !t.At.Before(decision.At):
			return t
		case t.At.Equal(decision.Of), decision.At.Sub(t.At) <= pressed && !h.wroteBetween(t.At, decision.At):
			before = t
		}
	}
	return before
}

func (h *History) wroteBetween(from, to time.Time) bool {
	for i := range h.Replies {
		if at := h.Replies[i].At; at.After(from) && !at.After(to) {
			return true
		}
	}
	return false
}

// goodbye is the newest decision of this cycle to say goodbye that was carried out:
// one that was never sent has said nothing. Who is not worth it is let go without a
// word.
func (h *History) goodbye() *Event {
	for i := len(h.Decisions) - 1; i >= 0; i-- {
		d := &h.Decisions[i]
		says := d.Verdict == LastTry || (d.Verdict == BreakUp && d.Kind != NotWorthIt)
		if says && h.Sent(d) != nil {
			return d
		}
	}
	return nil
}

// GoodbyeStands reports that a goodbye was said in this cycle and nothing two-way
// came after it: it is not said again.
func (h *History) GoodbyeStands() bool {
	return h.Goodbye != nil && (h.LastTwoWay == nil || !h.LastTwoWay.At.After(h.Goodbye.At))
}

// LetGoSince is the decision by which they were let go: the first, where it was
// decided more than once; nil where they are not.
func (h *History) LetGoSince() *Event {
	var first *Event
	for i := len(h.Decisions) - 1; i >= 0 && h.Decisions[i].Verdict == BreakUp; i-- {
		first = &h.Decisions[i]
	}
	return first
}
