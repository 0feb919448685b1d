package plan

import (
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/verdict"
)

// lastTry is one short note that we stop; silence then ends it.
func (m *maker) lastTry() {
	if t := m.v.Perhaps; t != nil {
		m.tell(Note, m.h.Now, "", m.h.Say("If your {} of {} was the last try, say that you made it; else send this one", m.h.Tongue.Channel(t.Channel), m.day(t.At)))
	}
	purpose := "last-try"
	if m.v.Rule == "pushed-back" {
		purpose = "pushed-back"
	}
	on := rested(m.h, m.p)
	m.send(Send, purpose, on, m.written())
	m.tell(Wait, m.h.Calendar.Add(on, m.p.Waits.AfterLastTry), "", m.h.Say("No answer by then: close it in silence, the goodbye was said"))
}

// breakUp says goodbye once, in the words of its kind, and tidies up.
func (m *maker) breakUp() {
	due := m.in(m.p.Waits.AfterQuestion)
	switch {
	case m.v.Kind == verdict.NotWorthIt:
		m.answerFirst()
		m.tell(Note, m.h.Now, "", m.h.Say("Let it go without a farewell: {}", m.v.Because))
		m.tell(Note, m.h.Now, "", m.h.Say("Look again in {} months, or give it to another rep", m.p.Reassess.NotWorthIt))
	case m.v.Silent || m.h.GoodbyeStands():
		m.answerFirst()
		m.tell(Note, m.h.Now, "", m.h.Say("Close it without another message: {}", m.v.Because))
		if slices.Contains(toColleagues, m.v.Kind) {
			m.colleagues(due, m.since())
		}
	case m.v.Kind == verdict.Ghosting:
		m.leave()
	case m.v.Kind == verdict.TireKicker:
		m.giveHomework()
	case m.v.Kind == verdict.NoAuthority:
		m.askWho()
	case m.v.Kind == verdict.NoFit && m.told():
		m.send(Send, "answer.no-fit", m.today(), m.answering())
	default:
		m.send(Send, m.v.Kind, m.today(), m.answering())
	}
	if !slices.Contains(toColleagues, m.v.Kind) && named(m.v.Event) != nil { // they named somebody all the same
		m.colleagues(m.h.Office().Add(m.h.Now, 1), m.since())
	}
	m.callOff()
	m.toTick(Remove, m.h.Now, sequences)
}

// toColleagues are the kinds after which somebody else at the company is asked: any
// other answer is the company's too.
var toColleagues = []string{verdict.Ghosting, verdict.TireKicker, verdict.NoAuthority}

// answerFirst answers what they wrote last and nothing of ours came after, where
// the verdict would leave it without a word. A farewell wants none.
func (m *maker) answerFirst() {
	if e := verdict.Unanswered(m.h, m.p); e != nil && !e.Farewell() {
		m.v.Event = e
		m.answer(e)
	}
}

// since is the moment from which a word with somebody else at the company makes
// the step to a colleague needless: what the verdict rests on, else our last touch.
func (m *maker) since() time.Time {
	switch {
	case m.v.Event != nil:
		return m.v.Event.At
	case m.h.LastTouch != nil:
		return *m.h.LastTouch
	}
	return m.h.Since
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
	m.colleagues(m.in(m.p.Waits.AfterQuestion), m.since())
}

// rested is today, or the first day on which the last touch had the playbook's
// time for an answer.
func rested(h *history.History, p *playbook.Playbook) time.Time {
	on := h.Calendar.Next(h.Now)
	if h.LastTouch != nil {
		if due := h.Calendar.Add(*h.LastTouch, p.Waits.BetweenTouches); due.After(on) {
			on = due
		}
	}
	return on
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
		if !slices.Contains(done, channel) {
			m.send(Send, "goodbye", on, channel)
		}
	}
}

// giveHomework praises their questions, gives two documents and the direct
// number, and waits a week before going to others in the company.
func (m *maker) giveHomework() {
	m.tell(Note, m.h.Now, "", m.h.Say("Are you sure? This is probably for good"))
	m.send(Send, "tire-kicker", m.today(), m.answering())
	due := m.in(m.p.Waits.AfterQuestion)
	m.tell(Wait, due, "", m.h.Say("Call only when they say that they have read it; no appointment before"))
	m.colleagues(due, m.since())
}

// told reports that they said themselves what the verdict rests on.
func (m *maker) told() bool { return m.v.Event != nil && m.v.Event.Type == history.Reply }

// askWho asks whose decision it is, unless they have left or said it; after a week
// it goes to their colleagues. Who told us is thanked, and left alone.
func (m *maker) askWho() {
	if m.h.Left != nil || named(m.v.Event) != nil {
		m.colleagues(m.h.Now, m.since())
		return
	}
	purpose := "no-authority"
	if m.told() {
		purpose = "answer.wrong-person"
	}
	m.send(Ask, purpose, m.today(), m.answering())
	due := m.in(m.p.Waits.AfterQuestion)
	m.tell(Wait, due, "", m.h.Say("No name by then: ask their colleagues"))
	m.colleagues(due, m.since())
}
