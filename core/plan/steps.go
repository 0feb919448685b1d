// Package plan turns a verdict into dated steps and their words. Every step
// stands on a working day, and no plan says goodbye twice.
package plan

import (
	"fmt"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
	"cleanbreak/core/verdict"
)

// For makes the plan of a verdict.
func For(v verdict.Verdict, h *history.History, p *playbook.Playbook) Plan {
	m := maker{v: v, h: h, p: p}
	return Plan{Kind: m.kind(), Steps: m.steps()}
}

type maker struct {
	v verdict.Verdict
	h *history.History
	p *playbook.Playbook
}

func (m maker) kind() string {
	if m.v.Kind != "" {
		return m.v.Kind
	}
	return m.v.Verdict
}

func (m maker) steps() []Step {
	switch m.v.Verdict {
	case verdict.YourTurn:
		return m.answer()
	case verdict.LastTry:
		return []Step{m.send("last-try", m.today(), m.written())}
	case verdict.BreakUp:
		return m.close()
	case verdict.Pause:
		return []Step{m.tell(Wait, m.h.Calendar.Next(m.v.Until), m.v.Because)}
	}
	return m.goOn()
}

func (m maker) answer() []Step {
	if last := lastInbound(m.h); last != nil {
		return []Step{m.send("your-turn", m.today(), m.replyChannel(last.Channel))}
	}
	return []Step{m.tell(Log, m.today(), m.v.Because)}
}

// close ends a silence whose goodbye was said already: nothing is sent.
func (m maker) close() []Step {
	note := fmt.Sprintf("Close it without another message: %s", m.v.Because)
	return []Step{m.tell(Note, m.today(), note)}
}

func (m maker) goOn() []Step {
	if len(m.v.Unsure) > 0 {
		return m.check()
	}
	if m.v.Gate == "meeting-booked" {
		return []Step{m.tell(Note, m.today(), m.v.Because)}
	}
	on, channel := Next(m.h, m.p)
	return []Step{m.send("keep", on, channel)}
}

// check asks to look where an answer could stand, a step a place.
func (m maker) check() []Step {
	places := map[string]Step{
		"gmail":    {Do: Check, Channel: "email", Body: "Open the newest mail with them in Gmail"},
		"linkedin": {Do: Check, Channel: "linkedin", Body: "Open your conversation with them on LinkedIn"},
	}
	var steps []Step
	for _, unseen := range m.v.Unsure {
		step := places[unseen]
		step.On = m.h.Calendar.Date(m.h.Now)
		steps = append(steps, step)
	}
	return steps
}

// send is a step with a draft; where there are no words for the channel it is a
// step to do and log.
func (m maker) send(purpose string, on time.Time, channel string) Step {
	w, ok := draft(purpose, channel, m.h)
	if !ok {
		return Step{On: m.h.Calendar.Date(on), Do: Log, Channel: channel, Body: say.Capital(say.Channel(channel)) + ", and log it here"}
	}
	return Step{On: m.h.Calendar.Date(on), Do: Send, Channel: channel, Subject: w.Subject, Body: w.Body}
}

func (m maker) tell(do string, on time.Time, body string) Step {
	return Step{On: m.h.Calendar.Date(on), Do: do, Body: body}
}

func (m maker) today() time.Time { return m.h.Calendar.Next(m.h.Now) }

// written is the channel for a message that must stand in writing: the one used
// last that has words, else e-mail where there is an address, else LinkedIn.
func (m maker) written() string {
	for i := len(m.h.Touches) - 1; i >= 0; i-- {
		if c := m.h.Touches[i].Channel; c == "email" || c == "linkedin" {
			return c
		}
	}
	if m.h.Prospect.Email == "" && m.h.Possible("linkedin") {
		return "linkedin"
	}
	return "email"
}

// replyChannel answers where they wrote.
func (m maker) replyChannel(theirs string) string {
	if theirs == "linkedin" || theirs == "email" {
		return theirs
	}
	return m.written()
}

func lastInbound(h *history.History) *history.Event {
	if n := len(h.Replies); n > 0 {
		return &h.Replies[n-1]
	}
	if n := len(h.Inbounds); n > 0 {
		return &h.Inbounds[n-1]
	}
	return nil
}
