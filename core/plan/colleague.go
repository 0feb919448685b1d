package plan

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"
	"cleanbreak/core/words"
)

// fewColleagues is the size of a company up to which there is hardly anybody else
// to ask (Lange); the number is ours.
const fewColleagues = 10

// colleagues goes to somebody else at the company, unless somebody there was
// written to or answered since: done with the person, not with the company. Where
// somebody was named it is them. It reports whether there is such a step.
func (m *maker) colleagues(on, since time.Time) bool {
	if m.h.OthersSince(since) {
		return false
	}
	for _, e := range []*history.Event{m.v.Event, m.h.Left} {
		if r := named(e); r != nil {
			m.approach(on, byName(e), r)
			return true
		}
	}
	if size := m.h.Prospect.CompanySize; size > 0 && size <= fewColleagues {
		return false
	}
	m.somebodyElse(on, m.h.Colleague())
	return true
}

// somebodyElse goes to a colleague of theirs: to one who is in touch with us as such,
// and not as to a stranger. nil is somebody whose name is still to be found.
func (m *maker) somebodyElse(on time.Time, c *history.Contact) {
	switch {
	case c == nil:
		m.approach(on, "colleague", &reply.Referral{})
	case !c.TwoWay():
		m.approach(on, "colleague", &reply.Referral{Name: c.Who})
	default:
		if c.By != m.h.Rep {
			m.fields()["teammate"] = fullName(c.By)
		}
		m.approach(on, "known-colleague", &reply.Referral{Name: c.Who})
	}
}

// byName are the words for somebody who was named: by a person, or by the
// automatic note of a mailbox.
func byName(e *history.Event) string {
	if e.Reading.Machine {
		return "successor"
	}
	return "referred"
}

// approach is a step towards another person, on the day and in the words given.
func (m *maker) approach(on time.Time, purpose string, who *reply.Referral) {
	channel := "linkedin"
	if who.Email != "" || purpose != "referred" {
		channel = "email"
	}
	referrer := m.h.Prospect.Name
	if by, told := m.toldByAnother(m.v.Event); told {
		referrer = by
	}
	fields := map[string]string{
		"first_name": firstName(who.Name), "referrer": fullName(referrer), "colleague": fullName(m.h.Prospect.Name),
		"teammate": m.fields()["teammate"], "company": m.h.Prospect.Company, "topic": m.h.Prospect.ResponsibleFor, "me": m.h.Rep,
	}
	if !m.v.Until.IsZero() {
		fields["date"] = words.Day(m.language(), m.v.Until)
	}
	draft, _ := m.words(purpose, form(channel), fields)
	m.steps = append(m.steps, Step{
		On: m.ours(on), Do: Colleague, Channel: channel, Purpose: purpose,
		Subject: draft.Subject, Body: draft.Body,
	})
}
