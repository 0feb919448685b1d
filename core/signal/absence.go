package signal

import (
	"cmp"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var absence = Signal{
	Name: "absence", Source: "lange", Hint: true,
	Doc:  "Their own note says that they are away, until when, and who stands in. Context before judgement: days of absence are no silence.",
	Case: "signal-absence",
	read: func(h *history.History, p *playbook.Playbook) reading {
		note := h.Absence
		if note == nil || !note.Reading.Returns.After(h.Now) {
			return reading{}
		}
		back := note.Reading.Returns
		r := reading{because: h.Say("Away until {}", h.Tongue.Day(back, h.Now, h.Zone)), evidence: []Evidence{{note.At, written(h)(note)}}}
		switch who := deputy(note); {
		case who != "":
			r.because += h.Say("; {} stands in", who)
		case h.Office().Between(note.At, back) > p.Waits.LongAbsence:
			r.because += h.Say(", which is long: ask who stands in")
		}
		return r
	},
}

// deputy is whom the note names to ask in the meantime, best with an address; ""
// is nobody.
func deputy(note *history.Event) string {
	name := ""
	for _, r := range note.Reading.Referrals {
		if r.Email != "" {
			return cmp.Or(r.Name, r.Email)
		}
		name = cmp.Or(name, r.Name)
	}
	return name
}
