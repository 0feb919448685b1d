package history

import "time"

// pressed is how long before the press that says so a message may have been sent:
// a last try comes days after the touch before it, so an older one is another.
const pressed = 12 * time.Hour

// Sent is the touch by which a decision was carried out: the first after it that
// they could answer, else the newest in the hours before, or the older one that
// the decision names; nil while nothing was sent.
func (h *History) Sent(decision *Event) *Event {
	var before *Event
	for i := range h.Touches {
		t := &h.Touches[i]
		switch {
		case t.Dial():
		case !t.At.Before(decision.At):
			return t
		case t.At.Equal(decision.Of) || decision.At.Sub(t.At) <= pressed:
			before = t
		}
	}
	return before
}

// unsaid forgets a last try that was decided and never sent: nothing was said yet.
func (h *History) unsaid() {
	if h.Goodbye != nil && h.Goodbye.Verdict == "last-try" && h.Sent(h.Goodbye) == nil {
		h.Goodbye = nil
	}
}

// GoodbyeStands reports that a goodbye was said in this cycle and nothing two-way
// came after it: it is not said again.
func (h *History) GoodbyeStands() bool {
	return h.Goodbye != nil && (h.LastTwoWay == nil || !h.LastTwoWay.At.After(h.Goodbye.At))
}
