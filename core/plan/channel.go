package plan

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/verdict"
)

// Next is the earliest sensible day for the next touch and its channel: the
// playbook's wait after the last one, on the channel they reacted on, else on the
// enabled channel used least, the playbook's order deciding between equals.
// Channels at their ceiling are passed over while there is another, and so is the
// mail after one that did not arrive.
func Next(h *history.History, p *playbook.Playbook) (on time.Time, channel string) {
	on = rested(h, p)
	usable := func(c string) bool {
		return verdict.BelowCeiling(h, p, c) && (c != "email" || !h.WrongAddress())
	}
	if n := len(h.Reactions); n > 0 && usable(h.Reactions[n-1].Channel) {
		return on, h.Reactions[n-1].Channel // a reaction there shows that it is possible
	}
	best := -1
	for _, c := range p.Channels {
		if n := h.On(c); h.Possible(c) && usable(c) && (best < 0 || n < best) {
			best, channel = n, c
		}
	}
	if best < 0 {
		channel = p.Channels[0]
	}
	return on, channel
}

// written is the channel for a message that should stand in writing: the one used
// last that has words, else e-mail where there is an address, else LinkedIn, else
// the telephone where they were only called.
func (m *maker) written() string {
	for i := len(m.h.Touches) - 1; i >= 0; i-- {
		c := m.h.Touches[i].Channel
		if c == "linkedin" || (c == "email" && m.mailArrives()) {
			return c
		}
	}
	switch {
	case m.mailArrives():
		return "email"
	case m.h.Possible("linkedin"):
		return "linkedin"
	case !m.h.Possible("voicemail"):
	case m.h.Tried("voicemail") || (m.h.Tried("call") && m.enabled("voicemail")):
		return "voicemail"
	case m.h.Tried("call"):
		return "call"
	}
	return "email"
}

func (m *maker) mailArrives() bool { return m.h.Possible("email") && !m.h.WrongAddress() }

// answering is where they wrote.
func (m *maker) answering() string {
	if e := m.v.Event; e != nil {
		switch e.Channel {
		case "email", "linkedin", "sms", "live-message":
			return e.Channel
		}
	}
	return m.written()
}

// spokenOr is a voicemail where they can be called, else in writing.
func (m *maker) spokenOr() string {
	if m.enabled("voicemail") && m.h.Possible("voicemail") {
		return "voicemail"
	}
	return m.written()
}

func (m *maker) enabled(channel string) bool {
	for _, c := range m.p.Channels {
		if c == channel {
			return true
		}
	}
	return false
}
