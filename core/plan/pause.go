package plan

import (
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"
	"cleanbreak/core/verdict"
)

// pause waits, and does today what is still due: acknowledge the day they named,
// ask the deputy of a long absence, the kinds of a goodbye that are missing.
func (m *maker) pause() {
	switch m.v.Kind {
	case verdict.NotNow, verdict.Competitor:
		if e := m.v.Event; e != nil && verdict.WroteLast(m.h) == e && m.today().Before(m.v.Until) {
			m.send(Send, m.acknowledgement(e), m.today(), m.answering())
		}
	case verdict.Away:
		m.deputy()
	case verdict.LetGo:
		asked := m.goodbyeDue()
		if d := m.v.Event; d != nil && (d.Kind == verdict.TireKicker || d.Kind == verdict.NoAuthority) {
			m.colleagues(asked, d.At)
		}
	}
	if d := m.v.Event; d != nil && d.Verdict == verdict.BreakUp {
		m.outOfSequences()
		m.callOff()
	}
	m.tell(Wait, m.v.Until, "", m.v.Because)
}

// acknowledgement says that the day they gave is noted.
func (m *maker) acknowledgement(e *history.Event) string {
	if e.Leads() == reply.HasVendor {
		return m.answerTo(e)
	}
	return "answer.postpone"
}

// sequences is a step that leaves no trace of its own: the rep ticks it by these
// words.
const sequences = "Take them out of every sequence"

// outOfSequences stands until it is ticked: a sequence that goes on writes to
// somebody let go.
func (m *maker) outOfSequences() {
	if !m.h.Ticked(sequences) {
		m.toTick(Remove, m.h.Now, sequences)
	}
}

// deputy asks who stands in for somebody who is away for long.
func (m *maker) deputy() {
	if m.v.Event == nil { // paused by the rep: there is no note that names a deputy
		return
	}
	if m.h.Office().Between(m.v.Event.At, m.v.Until) <= m.p.Waits.LongAbsence {
		return
	}
	who := named(m.v.Event)
	if who == nil {
		who = &reply.Referral{}
	}
	m.approach(m.h.Now, "deputy", who)
}

// unsaid is a step that leaves no trace of its own, as sequences is.
const unsaid = "Leave it without a goodbye"

// goodbyeDue says what the break-up had to say, until it was sent or the rep ticks
// that it is not to be; of Calvert's what is missing on its day. It gives the day
// from which nobody's answer is waited for.
func (m *maker) goodbyeDue() time.Time {
	v, due := verdict.Unsaid(m.h, m.p)
	if !due || m.h.Ticked(unsaid) {
		m.restOfGoodbye()
		return m.h.Now
	}
	late := maker{v: v, h: m.h, p: m.p}
	late.breakUp()
	said := slices.DeleteFunc(late.steps, func(s Step) bool { return s.Do != Send && s.Do != Ask })
	if len(said) == 0 { // nothing was to be sent
		return m.h.Now
	}
	m.steps = append(m.steps, said...)
	m.toTick(Unsaid, m.h.Now, unsaid)
	return m.in(m.p.Waits.AfterQuestion)
}

// restOfGoodbye is what Calvert's goodbye still lacks on the day it was begun.
func (m *maker) restOfGoodbye() {
	d := m.v.Event
	overKinds := d != nil && d.Kind == verdict.Ghosting && slices.Contains(m.p.Silence, "attempts")
	if !overKinds || !sameDay(m.h, d.At) {
		return
	}
	var done []string
	for i := range m.h.Touches {
		if t := &m.h.Touches[i]; sameDay(m.h, t.At) {
			done = append(done, t.Channel)
		}
	}
	m.onOneDay(m.h.Now, done)
}

func sameDay(h *history.History, t time.Time) bool {
	return h.Calendar.Day(t).Equal(h.Calendar.Day(h.Now))
}
