package plan

import (
	"cleanbreak/core/history"
	"cleanbreak/core/signal"
	"cleanbreak/core/verdict"
)

// goOn is keep and invest: the next touch, a meeting to confirm, or places to
// look at first.
func (m *maker) goOn() {
	switch {
	case len(m.v.Unsure) > 0:
		m.check()
		return
	case m.v.Rule == "meeting-booked":
		m.confirm()
		return
	case m.v.Rule == "account":
		m.tell(Note, m.h.Now, "", m.v.Because)
		if talking := m.h.Talking(m.p); talking != nil {
			m.somebodyElse(m.h.Now, talking)
		}
		return
	}
	if e := verdict.Unanswered(m.h, m.p); e != nil && m.v.Verdict == verdict.Invest {
		m.v.Event = e
		m.answer(e)
		return
	}
	m.homework()
	m.outcome()
	if m.h.WrongAddress() {
		m.tell(Note, m.h.Now, "email", m.h.Say("Find another address: the last mail did not arrive"))
	}
	if m.h.Now.Before(m.v.Until) {
		m.tell(Wait, m.v.Until, "", m.v.Because)
		return
	}
	on, channel := Next(m.h, m.p)
	purpose := "next"
	switch {
	case m.offersDate():
		purpose, channel = "answer.reschedule", m.written()
	case len(m.h.Touches) > 0:
	case m.h.Cycle > 1:
		purpose = "again"
	default:
		purpose = "first"
	}
	if signal.Rotting(m.h, m.p) {
		m.tell(Note, m.h.Now, "", m.h.Say("Book an activity, or let go: nothing is planned for this deal"))
	}
	if verdict.TryAnother(m.h, m.p, m.v) && m.colleagues(m.h.Now, m.h.Now) {
		return
	}
	m.send(Send, purpose, on, channel)
}

// offersDate reports a meeting that they missed, called off or moved: the next word is
// about a new one. Where it was us, the rep finds their own words.
func (m *maker) offersDate() bool {
	fell := verdict.FellThrough(m.h)
	return fell != nil && fell.By != "us"
}

// outcome asks what came of a conversation, while nobody has said it: neither in
// its own words nor in anything entered since.
func (m *maker) outcome() {
	c := m.h.LastTwoWay
	if c == nil || c.Type != history.Touch || c.Text != "" {
		return
	}
	for _, said := range [][]history.Event{m.h.Touches, m.h.Answers, m.h.Promises, m.h.Meetings, m.h.Decisions} {
		if n := len(said); n > 0 && (said[n-1].At.After(c.At) || (said[n-1].At.Equal(c.At) && said[n-1].Type != history.Touch)) {
			return
		}
	}
	m.tell(Log, m.h.Now, "", m.h.Say("Say what came of your conversation of {}: what they said, what you promised, what is next", m.day(c.At)))
}

// check asks to look where an answer could stand, a step a place.
func (m *maker) check() {
	for _, unseen := range m.v.Unsure {
		if unseen == "linkedin" {
			m.tell(Check, m.h.Now, "linkedin", m.h.Say("Open your conversation with them on LinkedIn"))
		} else {
			m.tell(Check, m.h.Now, "email", m.h.Say("Open the newest mail with them in Gmail"))
		}
	}
}

// homework is suggested, not decided, where the signs of a tire-kicker are there.
func (m *maker) homework() {
	signs := signal.TireKickerSigns(m.h)
	if verdict.EnoughSigns(signs, m.p) {
		m.tell(Note, m.h.Now, "", m.h.Say("{} of 3 signs of a tire-kicker: consider homework (two documents, your number, a week) instead of another touch", len(signs)))
	}
}
