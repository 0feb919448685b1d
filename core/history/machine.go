package history

import (
	"time"

	"cleanbreak/core/reply"
	"cleanbreak/core/workday"
)

// bounceWithin is how long after a mail its bounce may come.
const bounceWithin = 3 * 24 * time.Hour

// markBounced marks the mails that a bounce in the same list is the answer to:
// the newest before it.
func markBounced(events []Event) {
	for i := range events {
		e := &events[i]
		if !e.machine() || e.Leads() != reply.Bounce {
			continue
		}
		for j := i - 1; j >= 0 && e.At.Sub(events[j].At) <= bounceWithin; j-- {
			if events[j].touched() && events[j].Channel == "email" {
				events[j].Bounced = true
				break
			}
		}
	}
}

// answeredByMachine notes what a machine's message tells of them. It is no reply.
func (h *History) answeredByMachine(e *Event) {
	switch e.Leads() {
	case reply.OutOfOffice:
		h.Absence = e
	case reply.LeftCompany:
		h.Left = e
	}
}

// absences are the stretches in which they said they are away, and wrote nothing.
func absences(events []Event) []workday.Span {
	var away []workday.Span
	for i := range events {
		e := &events[i]
		switch {
		case e.machine() && e.Reading.Returns.After(e.At):
			away = append(away, workday.Span{From: e.At, To: e.Reading.Returns})
		case e.inbound():
			for k := range away {
				if away[k].To.After(e.At) {
					away[k].To = e.At
				}
			}
		}
	}
	return away
}
