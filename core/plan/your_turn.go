package plan

import (
	"cmp"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"
	"cleanbreak/core/verdict"
)

// yourTurn answers what waits: a message, a promise, a meeting's outcome.
func (m *maker) yourTurn() {
	switch e := m.v.Event; e.Type {
	case history.Promise:
		m.send(Send, "promise", m.today(), m.written())
	case history.Meeting:
		m.tell(Log, m.h.Now, "", "Say what came of the meeting of "+m.day(e.Starts)+": it took place, was moved, or nobody came")
	case history.Inbound:
		m.inbound(e)
	default:
		m.answer(e)
	}
}

// inbound calls a fresh web lead first, because minutes count, and writes too.
func (m *maker) inbound(e *history.Event) {
	if m.h.Reunion {
		m.send(Send, m.cameBack(), m.today(), m.answering())
		return
	}
	if m.enabled("call") && m.h.Possible("call") {
		m.send(Send, "answer.inbound", m.today(), "call")
	}
	m.send(Send, "answer.inbound", m.today(), m.written())
}

// answers names the words for what a reply means first.
var answers = map[string]string{
	reply.Interested:    "answer.interested",
	reply.Question:      "answer.question",
	reply.Refers:        "answer.referral",
	reply.WrongPerson:   "answer.referral", // with somebody named; else it is a break-up
	reply.LeftCompany:   "answer.referral",
	reply.NoBudget:      "answer.no-budget",
	reply.HasVendor:     "answer.has-vendor",
	reply.NotInterested: "answer.not-interested",
	reply.Reschedule:    "answer.reschedule",
	reply.Calendar:      "answer.reschedule",
	reply.OtherChannel:  "answer.other-channel",
}

func (m *maker) answer(e *history.Event) {
	purpose := cmp.Or(answers[e.Leads()], "answer.unclear")
	if m.h.Reunion && len(m.h.Touches) == 0 {
		purpose = m.cameBack()
	}
	if thanked := m.h.LastTouch != nil && m.h.LastTouch.After(e.At); !thanked {
		m.send(Send, purpose, m.today(), m.answering())
	}
	if r := named(e); r != nil {
		m.follow(r)
	}
}

// follow writes to the person they named.
func (m *maker) follow(r *reply.Referral) {
	channel := "linkedin"
	if r.Email != "" {
		channel = "email"
	}
	fields := map[string]string{
		"first_name": firstName(r.Name), "referrer": m.h.Prospect.Name, "company": m.h.Prospect.Company,
		"topic": m.h.Prospect.ResponsibleFor, "me": m.h.Rep,
	}
	draft, _ := m.words("referred", form(channel), fields)
	m.steps = append(m.steps, Step{
		On: m.ours(m.h.Now), Do: Colleague, Channel: channel, Purpose: "referred",
		Subject: draft.Subject, Body: draft.Body,
	})
}

// cameBack welcomes them; after homework it says that nothing was heard.
func (m *maker) cameBack() string {
	if m.h.Parted != nil && m.h.Parted.Kind == verdict.TireKicker {
		return "returned"
	}
	return "welcome-back"
}

// stop sends nothing. It takes them off the lists, and dates what a request to
// erase asks for; when they wrote anew, answering that is allowed.
func (m *maker) stop() {
	o := m.h.OptOut
	if o.Anew != nil {
		m.send(Send, cmp.Or(answers[o.Anew.Leads()], "answer.unclear"), m.today(), m.answering())
	} else {
		m.tell(Note, m.h.Now, "", "Send nothing, on any channel")
	}
	m.tell(Remove, m.h.Now, "", "Take them out of every sequence")
	whom := "their addresses"
	if o.Company {
		whom = "everybody at the company"
	}
	m.tell(Suppress, m.h.Now, "", "Put "+whom+" on the do-not-contact list")
	if o.Erase != nil {
		by := o.Erase.AddDate(0, m.p.Waits.ErasureMonths, 0)
		m.tell(Erase, by, "", "Have their data erased by then, and write down who did it: they asked on "+m.day(*o.Erase))
	}
}

// handOff leaves a customer to support.
func (m *maker) handOff() {
	m.tell(Note, m.h.Now, "", "Hand it to support: "+m.v.Because)
	m.tell(Note, m.h.Now, "", "Tell the account's owner, and sell nothing until it is settled")
}
