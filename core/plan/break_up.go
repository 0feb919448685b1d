package plan

import (
	"fmt"
	"time"

	"cleanbreak/core/verdict"
)

// lastTry is one short note that we stop; silence then ends it.
func (m *maker) lastTry() {
	channel := m.written()
	m.send(Send, "last-try", m.today(), channel)
	m.tell(Wait, m.in(m.p.Waits.AfterLastTry), "", "No answer by then: close it in silence, the goodbye was said")
}

// breakUp says goodbye once, in the words of its kind, and tidies up.
func (m *maker) breakUp() {
	switch {
	case m.v.Kind == verdict.NotWorthIt:
		m.tell(Note, m.h.Now, "", "Let it go without a farewell: "+m.v.Because)
		m.tell(Note, m.h.Now, "", fmt.Sprintf("Look again in %d months, or give it to another rep", m.p.Reassess.NotWorthIt))
	case m.v.Silent || m.goodbyeStands():
		m.tell(Note, m.h.Now, "", "Close it without another message: "+m.v.Because)
		m.colleagues(m.in(m.p.Waits.AfterQuestion))
	case m.v.Kind == verdict.Ghosting:
		m.leave()
	case m.v.Kind == verdict.TireKicker:
		m.giveHomework()
	case m.v.Kind == verdict.NoAuthority:
		m.askWho()
	default:
		m.send(Send, m.v.Kind, m.today(), m.answering())
	}
	m.tell(Remove, m.h.Now, "", "Take them out of every sequence")
}

// goodbyeStands reports that a goodbye was said in this cycle and nothing two-way
// came after it: it is not said again, whatever was found out since.
func (m *maker) goodbyeStands() bool {
	said, last := m.h.Goodbye, m.h.LastTwoWay
	return said != nil && (last == nil || !last.At.After(said.At))
}

// leave ends a silence in the way of the rule that saw it.
func (m *maker) leave() {
	switch m.v.Rule {
	case "attempts":
		m.onOneDay(m.today(), nil)
	case "chase", "six-calls":
		m.send(Send, "release", m.today(), m.spokenOr())
	default:
		m.send(Send, "close-file", m.today(), m.written())
	}
	m.colleagues(m.in(m.p.Waits.AfterQuestion))
}

// kindsOfGoodbye is how many kinds of message Calvert's goodbye goes over.
const kindsOfGoodbye = 3

// onOneDay is Calvert's goodbye: a voicemail, an e-mail and a third kind, best a
// live message, on one day. Those in done were made already.
func (m *maker) onOneDay(on time.Time, done []string) {
	kinds := 0
	for _, channel := range []string{"voicemail", "email", "live-message", "sms", "linkedin", "letter"} {
		if kinds == kindsOfGoodbye || !m.enabled(channel) || !m.h.Possible(channel) {
			continue
		}
		kinds++
		if !contains(done, channel) {
			m.send(Send, "goodbye", on, channel)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// giveHomework praises their questions, gives two documents and the direct
// number, and waits a week before going to others in the company.
func (m *maker) giveHomework() {
	m.tell(Note, m.h.Now, "", "Are you sure? This is probably for good")
	m.send(Send, "tire-kicker", m.today(), m.answering())
	due := m.in(m.p.Waits.AfterQuestion)
	m.tell(Wait, due, "", "Call only when they say that they have read it; no appointment before")
	m.colleagues(due)
}

// askWho asks whose decision it is, unless they have left or said it; after a week
// it goes to their colleagues.
func (m *maker) askWho() {
	if m.h.Left != nil || named(m.v.Event) != nil {
		m.colleagues(m.h.Now)
		return
	}
	m.send(Ask, "no-authority", m.today(), m.answering())
	due := m.in(m.p.Waits.AfterQuestion)
	m.tell(Wait, due, "", "No name by then: ask their colleagues")
	m.colleagues(due)
}

// fewColleagues is the size of a company up to which there is hardly anybody else
// to ask (Lange); the number is ours.
const fewColleagues = 10

// colleagues goes to somebody else at the company: done with the person, not with
// the company.
func (m *maker) colleagues(on time.Time) {
	if size := m.h.Prospect.CompanySize; size > 0 && size <= fewColleagues {
		return
	}
	channel, fields := "email", map[string]string{
		"company": m.h.Prospect.Company, "topic": m.h.Prospect.ResponsibleFor, "me": m.h.Rep,
	}
	purpose := "colleague"
	if r := named(m.v.Event); r != nil {
		fields["first_name"], fields["referrer"], purpose = firstName(r.Name), m.h.Prospect.Name, "referred"
	} else {
		fields["first_name"] = firstName(m.h.Colleague())
	}
	draft, _ := m.words(purpose, form(channel), fields)
	m.steps = append(m.steps, Step{
		On: m.ours(on), Do: Colleague, Channel: channel, Purpose: purpose,
		Subject: draft.Subject, Body: draft.Body,
	})
}
