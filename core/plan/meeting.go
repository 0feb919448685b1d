package plan

import (
	"time"

	"cleanbreak/core/reply"
	"cleanbreak/core/verdict"
	"cleanbreak/core/words"
)

// confirm confirms the meeting ahead on the working day before it, and answers
// first what they asked meanwhile. Where the meeting falls into their absence it
// asks for another date instead.
func (m *maker) confirm() {
	meeting := m.v.Event
	if away := m.h.Absence; away != nil && away.At.After(meeting.At) && meeting.Starts.Before(away.Reading.Returns) {
		m.fields()["date"] = words.Day(m.language(), m.h.Calendar.Day(away.Reading.Returns))
		m.sendOn(Send, "confirm-away", m.h.Calendar.Date(m.h.Now), m.written())
		return
	}
	if e := verdict.WroteLast(m.h); e != nil && e.Says(reply.Question) != nil {
		m.send(Send, "answer.question", m.today(), m.written())
	}
	m.sendOn(Send, "confirm", m.h.Calendar.Date(m.dayBefore(meeting.Starts)), m.written())
}

// dayBefore is the working day before a meeting, or the next one when that is
// past; today, worked or not, when none is left before it starts.
func (m *maker) dayBefore(starts time.Time) time.Time {
	day := m.h.Calendar.LastBy(m.h.Calendar.Day(starts).AddDate(0, 0, -1))
	if !day.Before(m.h.Calendar.Day(m.h.Now)) {
		return day
	}
	if next := m.today(); next.Before(starts) {
		return next
	}
	return m.h.Now
}

// callOff takes back the invitations to meetings ahead with somebody who is let go:
// they would stand otherwise, those booked before that was decided too.
func (m *maker) callOff() {
	undecided := *m.h
	undecided.Decisions = nil
	for _, meeting := range undecided.OpenMeetings() {
		if meeting.Starts.After(m.h.Now) {
			m.tell(Note, m.h.Now, "", m.h.Say("Call off the meeting of {}: its invitation still stands", m.day(meeting.Starts)))
		}
	}
}
