package plan

import (
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/verdict"
	"cleanbreak/core/words"
)

// pause waits, and does today what is still due: acknowledge the day they named,
// ask the deputy of a long absence, the kinds of a goodbye that are missing.
func (m *maker) pause() {
	switch m.v.Kind {
	case verdict.NotNow, verdict.Competitor:
		if e := m.v.Event; e != nil && verdict.WroteLast(m.h) == e {
			m.send(Send, acknowledgements[m.v.Kind], m.today(), m.answering())
		}
	case verdict.Away:
		m.deputy()
	case verdict.LetGo:
		m.restOfGoodbye()
		if d := m.v.Event; d != nil && (d.Kind == verdict.TireKicker || d.Kind == verdict.NoAuthority) {
			m.colleagues(m.h.Calendar.Add(d.At, m.p.Waits.AfterQuestion))
		}
	}
	m.tell(Wait, m.v.Until, "", m.v.Because)
}

var acknowledgements = map[string]string{
	verdict.NotNow: "answer.postpone", verdict.Competitor: "answer.has-vendor",
}

// deputy asks who stands in for somebody who is away for long.
func (m *maker) deputy() {
	if m.v.Event == nil { // paused by the rep: there is no note that names a deputy
		return
	}
	if m.office().Between(m.v.Event.At, m.v.Until) <= m.p.Waits.LongAbsence {
		return
	}
	channel, first := "email", ""
	if r := named(m.v.Event); r != nil {
		first = firstName(r.Name)
	}
	fields := map[string]string{
		"first_name": first, "colleague": m.h.Prospect.Name, "me": m.h.Rep, "company": m.h.Prospect.Company,
		"topic": m.h.Prospect.ResponsibleFor, "date": words.Day(m.language(), m.v.Until),
	}
	draft, _ := m.words("deputy", form(channel), fields)
	m.steps = append(m.steps, Step{
		On: m.ours(m.h.Now), Do: Colleague, Channel: channel, Purpose: "deputy",
		Subject: draft.Subject, Body: draft.Body,
	})
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

// dayBefore is the working day before the meeting, or today when that is past.
func (m *maker) dayBefore() time.Time {
	day := m.h.Calendar.Day(m.v.Event.Starts)
	for range 14 {
		day = day.AddDate(0, 0, -1)
		if m.h.Calendar.Works(day) {
			break
		}
	}
	if day.Before(m.today()) {
		return m.today()
	}
	return day
}
