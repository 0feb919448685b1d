package plan

import (
	"cmp"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"
	"cleanbreak/core/say"
	"cleanbreak/core/verdict"
)

// yourTurn answers what waits: a message, a promise, a meeting's outcome.
func (m *maker) yourTurn() {
	switch e := m.v.Event; e.Type {
	case history.Promise:
		m.send(Send, "promise", m.today(), m.written())
	case history.Meeting:
		m.tell(Log, m.h.Now, "", m.h.Say("Say what came of the meeting of {}: it took place, was moved, or nobody came", m.day(e.Starts)))
	case history.Inbound:
		m.inbound(e)
	default:
		m.answer(e)
	}
}

// inbound calls a fresh web lead first, because minutes count, and writes too.
func (m *maker) inbound(e *history.Event) {
	if purpose := m.welcome(e); purpose != "" {
		m.send(Send, purpose, m.today(), m.answering())
		return
	}
	if m.enabled("call") && m.h.Possible("call") {
		m.send(Send, "answer.inbound", m.today(), "call")
	}
	purpose := "answer.inbound"
	if e.Leads() == reply.Question {
		purpose = "answer.question"
	}
	m.send(Send, purpose, m.today(), m.written())
}

// answers names the words for what a reply means first.
var answers = map[string]string{
	reply.Interested:    "answer.interested",
	reply.Question:      "answer.question",
	reply.Refers:        "answer.referral",
	reply.WrongPerson:   "answer.wrong-person",
	reply.LeftCompany:   "answer.wrong-person",
	reply.NoFit:         "answer.no-fit",
	reply.NoBudget:      "answer.no-budget",
	reply.HasVendor:     "answer.has-vendor",
	reply.NotInterested: "answer.not-interested",
	reply.Reschedule:    "answer.reschedule",
	reply.Calendar:      "answer.reschedule",
	reply.OtherChannel:  "answer.other-channel",
	reply.Postpone:      "again", // the day has come: before it is a pause
}

func (m *maker) answer(e *history.Event) {
	if on := verdict.AskedFor(e); !on.IsZero() {
		m.tell(Log, on, "", m.h.Say("They asked for another channel on {}: use it, and log it here", m.day(on)))
		return
	}
	follow := m.h.Now
	if thanked := m.h.TouchedSince(e.At); !thanked {
		m.send(Send, m.answerTo(e), m.today(), m.answering())
		follow = m.h.Office().Add(follow, 1) // who named somebody has a day to keep their own name out of it
	}
	if r := named(e); r != nil && !m.h.OthersSince(e.At) {
		m.approach(follow, byName(e), r)
	}
}

// answerTo names the words that answer a message.
func (m *maker) answerTo(e *history.Event) string {
	if m.bareYes(e) {
		return "answer.unclear"
	}
	if purpose := m.welcome(e); purpose != "" {
		return purpose
	}
	switch lead := e.Leads(); {
	case lead == reply.HasVendor && e.Reading.Intents[0].On.After(m.h.Now):
		return m.renews(e)
	case lead == reply.NotInterested && m.h.Noes() > 1:
		return "not-interested" // the one question was asked the first time
	case verdict.NamesAnother(e):
		return "answer.referral"
	}
	return cmp.Or(answers[e.Leads()], "answer.unclear")
}

// bareYes reports a yes and no more in answer to a goodbye for want of an answer: it
// may be a yes to letting them go.
func (m *maker) bareYes(e *history.Event) bool {
	parted := m.h.Parted
	if parted == nil || parted.Kind != verdict.Ghosting || len(m.h.Touches) > 0 || e.Leads() != reply.Interested {
		return false
	}
	words := e.Reading.Words()
	return 0 < words && words <= 2
}

// renews answers that they have a vendor until a day they said: it is noted, or,
// where the day to come back is over already, the time to talk is now.
func (m *maker) renews(e *history.Event) string {
	if history.AskedToWait(e, m.h.Calendar, m.p).After(m.h.Now) {
		return "answer.renewal"
	}
	return "answer.renewal-soon"
}

// welcome names the words for somebody who was let go and comes back because they
// want something, "" for everybody else: a no or a thank-you after our goodbye is
// no return. After homework, when colleagues were asked meanwhile, it says so.
func (m *maker) welcome(e *history.Event) string {
	if !m.h.Reunion || len(m.h.Touches) > 0 || !wantsMore(e) {
		return ""
	}
	if parted := m.h.Parted; parted != nil && parted.Kind == verdict.TireKicker && m.h.OthersSince(parted.At) {
		return "returned"
	}
	return "welcome-back"
}

func wantsMore(e *history.Event) bool {
	switch e.Leads() {
	case reply.Interested, reply.Question, reply.Reschedule, reply.Calendar:
		return true
	case "", reply.Unclear:
		return e.Type == history.Inbound
	}
	return false
}

// stop sends nothing. It takes them off the lists, and dates what a request to
// erase asks for; when they wrote anew, answering that is allowed.
func (m *maker) stop() {
	o := m.h.OptOut
	switch {
	case o.Anew != nil:
		m.send(Send, m.answerAnew(o.Anew), m.today(), m.answering())
	case o.Came != nil:
		m.tell(Note, m.h.Now, "", m.h.Say("Look at what came from them on {}: answer only what they ask, and sell nothing. A manager can lift the stop", m.day(o.Came.At)))
	default:
		m.tell(Note, m.h.Now, "", m.h.Say("Send nothing, on any channel"))
	}
	m.toTick(Remove, m.h.Now, sequences)
	if o.Company {
		m.toTick(Suppress, m.h.Now, "Put everybody at the company on the do-not-contact list")
	} else {
		m.toTick(Suppress, m.h.Now, "Put their addresses on the do-not-contact list")
	}
	m.callOff()
	if o.Erase != nil {
		m.erase(o)
	}
}

// answerAnew answers who asked not to be contacted and wrote all the same: what they
// ask, and nothing that asks for more.
func (m *maker) answerAnew(e *history.Event) string {
	if purpose := m.answerTo(e); purpose != "answer.unclear" {
		return purpose
	}
	return "answer.question"
}

// erase is due some months after they asked; what is overdue says so. Once it was
// ticked the step keeps the words that were.
func (m *maker) erase(o *history.OptOut) {
	by := m.h.Office().LastBy(m.h.Calendar.Months(*o.Erase, m.p.Waits.ErasureMonths))
	if o.Erased != nil {
		m.steps = append(m.steps, Step{On: m.ours(m.h.Now), Do: Erase, Body: o.Erased.Text, Done: true})
		return
	}
	m.ticked(Erase, by, m.toErase(m.h.Tongue, by, *o.Erase), m.toErase(nil, by, *o.Erase))
}

// toErase asks to have their data erased. In English it begins with
// history.Erasing, by which it is known again.
func (m *maker) toErase(l *say.Language, by, asked time.Time) string {
	day := func(t time.Time) string { return l.Day(t, m.h.Now, m.h.Zone) }
	if by.Before(m.h.Calendar.Day(m.h.Now)) {
		return l.Say("Have their data erased at once, and write down who did it: they asked on {}, and it was due by {}", day(asked), day(by))
	}
	return l.Say("Have their data erased by {}, and write down who did it: they asked on {}", day(by), day(asked))
}

// handOff leaves a customer to support.
func (m *maker) handOff() {
	m.tell(Note, m.h.Now, "", m.h.Say("Hand it to support: {}", m.v.Because))
	m.tell(Note, m.h.Now, "", m.h.Say("Tell the account's owner, and sell nothing until it is settled"))
}
