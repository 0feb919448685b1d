package history

import (
	"slices"
	"strings"
	"time"

	"cleanbreak/core/reply"
)

// OptOut is that they asked not to be contacted. It has no cycle.
type OptOut struct {
	At      time.Time
	Asked   string // unsubscribe, erasure or complaint; "" where the rep entered it
	Quote   string
	Company bool       // nobody at the company is to be contacted
	Who     string     // who asked for the company; "" is the prospect
	Anew    *Event     // they wrote to us since and want something: answering that is allowed
	Came    *Event     // they came to us since, and what they want is not known
	Erase   *time.Time // when they asked to have their data erased
	Erased  *Event     // the step that says it was done, as it was ticked
	Lifted  *time.Time // when a manager lifted it, and the erasure stayed
}

// Erasing begins the step that asks to have their data erased; the rep ticks it by
// its words.
const Erasing = "Have their data erased"

// optOut looks through everything there is, oldest first: what they wrote or was
// logged of them, and what their colleagues asked for the company. Only a
// manager's word ends it, and not where data is to be erased.
func optOut(r *Record, events []Event) *OptOut {
	var out *OptOut
	company := companyStops(r)
	for i := range events {
		e := &events[i]
		for len(company) > 0 && !company[0].At.After(e.At) {
			out, company = out.heard(company[0], e), company[1:]
		}
		switch {
		case e.Type == Decision && e.Verdict == LiftStop && e.By == "manager":
			out = out.lifted(e)
		case e.Type == Decision && e.Verdict == Stop:
			if out == nil {
				out = &OptOut{At: e.At, Quote: e.Text}
			}
			out.Anew, out.Came = nil, nil
		case e.Type == Promise && e.Done && strings.HasPrefix(e.Text, Erasing):
			out = out.erased(e)
		case e.Type == Complaint:
			if asked := asks(r, e); asked != nil {
				out = out.heard(asked, e)
			}
		case e.inbound():
			out = out.heard(asks(r, e), e)
		case e.touched() && out != nil:
			out.Anew, out.Came = nil, nil // it is answered
		}
	}
	for _, c := range company {
		out = out.heard(c, nil)
	}
	return out
}

// erased is what is left when their data was erased: the wish to be left alone, but
// not where a manager had lifted that.
func (o *OptOut) erased(e *Event) *OptOut {
	switch {
	case o == nil || o.Erase == nil:
		return o
	case o.Lifted != nil:
		return nil
	}
	o.Erased = e
	return o
}

// lifted is what a manager's word leaves of it: nothing, but for data that is to be
// erased. Until that is done nobody is sold to.
func (o *OptOut) lifted(e *Event) *OptOut {
	if o == nil || o.Erase == nil || o.Erased != nil {
		return nil
	}
	return &OptOut{At: *o.Erase, Asked: reply.Erasure, Quote: o.Quote, Anew: o.Anew, Erase: o.Erase, Lifted: &e.At}
}

// companyStops are what people of the company asked for all of it, oldest first.
func companyStops(r *Record) []*OptOut {
	var stops []*OptOut
	for _, c := range r.Account {
		if c.Type == StopAll && !c.At.After(r.Now) {
			stops = append(stops, &OptOut{At: c.At, Who: c.Who, Company: true})
		}
	}
	slices.SortStableFunc(stops, func(a, b *OptOut) int { return a.At.Compare(b.At) })
	return stops
}

// heard is the opt-out in force after a reply: it asks for one, asks for more, or
// wants something else of us and so is theirs to have answered. A no takes that back.
func (o *OptOut) heard(asked *OptOut, e *Event) *OptOut {
	switch {
	case asked == nil && o != nil && e.At.After(o.At):
		switch {
		case e.remark(): // it changes nothing
		case e.Farewell():
			o.Anew, o.Came = nil, nil
		case e.Leads() == "", e.Type == Inbound && e.Leads() == reply.Unclear:
			o.Came = e
		default:
			o.Anew, o.Came = e, nil
		}
	case o == nil:
		return asked
	case asked != nil:
		o.Anew, o.Came = nil, nil
		o.Company = o.Company || asked.Company
		if asked.Erase != nil && (o.Erase == nil || o.Erased != nil) {
			o.Erase, o.Erased = asked.Erase, nil
		}
	}
	return o
}

// asks reads a wish to be left alone. A prospect's legal threat or word of
// harassment is one; a customer's complaint is not.
func asks(r *Record, e *Event) *OptOut {
	wish := e.Says(reply.Unsubscribe, reply.Erasure)
	if wish == nil && !r.Customer && e.Reading != nil && e.Reading.Legal {
		wish = e.Says(reply.Complaint)
	}
	if wish == nil {
		return nil
	}
	out := &OptOut{At: e.At, Asked: wish.Intent, Quote: wish.Quote, Company: e.Reading.Company}
	if e.Says(reply.Erasure) != nil {
		out.Erase = &e.At
	}
	return out
}

// dismissals are the rep's words that still hold: one holds until the next touch.
func dismissals(events []Event) []Event {
	var held []Event
	for i := range events {
		switch e := &events[i]; {
		case e.Type == Dismiss:
			held = append(held, *e)
		case e.touched():
			held = nil
		}
	}
	return held
}

// Dismissed reports whether the rep said that all of a signal, or a rule, counts
// for nothing.
func (h *History) Dismissed(signal string) bool {
	for i := range h.dismissed {
		if d := &h.dismissed[i]; d.Of.IsZero() && d.Signal == signal {
			return true
		}
	}
	return false
}

// withoutDismissed takes out the events that the rep said count for nothing. A
// reply that a person typed stays, because it came, and says nothing any more; a
// wish to be left alone is never dismissed.
func withoutDismissed(events, dismissed []Event) []Event {
	if len(dismissed) == 0 {
		return events
	}
	kept := events[:0]
	for _, e := range events {
		of := slices.ContainsFunc(dismissed, func(d Event) bool { return d.Of.Equal(e.At) && e.Type != Dismiss })
		switch {
		case of && e.Type == Reply && !e.machine():
			e.Reading = unread(e.Reading)
		case of && e.Type != Decision:
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// unread is a reading that says only that a person wrote something.
func unread(r *reply.Reading) *reply.Reading {
	if r == nil || slices.ContainsFunc(r.Intents, func(i reply.Intent) bool {
		return i.Intent == reply.Unsubscribe || i.Intent == reply.Erasure || i.Intent == reply.Complaint
	}) {
		return r
	}
	return &reply.Reading{Visible: r.Visible, Manner: r.Manner, Lang: r.Lang, Intents: []reply.Intent{{Intent: reply.Unclear}}}
}
