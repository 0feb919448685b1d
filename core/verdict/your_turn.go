package verdict

import (
	"fmt"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/say"
)

var yourTurn = &Rule{
	Name: "your-turn", Source: "ours",
	Observed: "They wrote last and it wants an answer, an inbound lead waits, a promise of ours is open, somebody they named waits to be thanked for and written to, or a past meeting has no outcome.",
	Follows:  "your-turn: the most expensive state in selling",
	Case:     "your-turn-reply",
	Threshold: func(p *playbook.Playbook) string {
		return fmt.Sprintf("a web lead within %d minutes", p.Waits.FreshInbound)
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		v := Verdict{Verdict: YourTurn}
		if wrote := WroteLast(h); wrote != nil && wantsAnswer(h, wrote, p) {
			v.Event, v.Because = wrote, theyWrote(h, wrote)
			return v, true
		}
		if named := toFollow(h); named != nil {
			v.Event, v.Because = named, "They named somebody on "+day(h, named.At)+": you thanked them, now follow it"
			return v, true
		}
		if owed := openPromise(h); owed != nil {
			v.Event, v.Because = owed, "You promised: "+say.Quote(owed.Text, "full")
			return v, true
		}
		if m := withoutOutcome(h); m != nil {
			v.Event, v.Because = m, "The meeting of "+day(h, m.Starts)+" has no outcome yet"
			return v, true
		}
		return v, false
	},
}

func day(h *history.History, t time.Time) string { return say.Day(t, h.Now, h.Zone) }

// wantsAnswer is false for what needs none: a date they named and that lies
// ahead is a pause, a meeting they accepted is booked.
func wantsAnswer(h *history.History, e *history.Event, p *playbook.Playbook) bool {
	if e.Leads() == reply.Calendar && e.Reading.Meeting == "accepted" {
		return false
	}
	return !history.AskedToWait(e, h.Calendar, p).After(h.Now)
}

// theyWrote says what waits for an answer, in the words of what it means.
func theyWrote(h *history.History, e *history.Event) string {
	when := day(h, e.At)
	if e.Type == history.Inbound {
		return "They came to you on " + when + " and nobody has answered"
	}
	if what, ok := waits[e.Leads()]; ok {
		return fmt.Sprintf(what, when)
	}
	return fmt.Sprintf("They wrote last, on %s, and wait for an answer", when)
}

// waits names what a message wants, by its leading intent; the rest only wait.
var waits = map[string]string{
	reply.Interested:    "They showed interest on %s and wait for an answer",
	reply.Question:      "They asked something on %s and wait for an answer",
	reply.Refers:        "They named somebody on %s: thank them and follow it",
	reply.WrongPerson:   "They named somebody else on %s: thank them and follow it",
	reply.LeftCompany:   "On %s you were told that they left, and whom to ask: thank them and follow it",
	reply.NotInterested: "Their first no came on %s: answer it once",
	reply.NoBudget:      "On %s they said there is no budget: answer it once",
	reply.HasVendor:     "On %s they said they have a vendor: ask when it renews",
	reply.Postpone:      "On %s they asked to wait, and the day has come",
	reply.Reschedule:    "On %s they asked for another time: answer with one",
	reply.Calendar:      "On %s they answered your invitation: settle the date",
	reply.OtherChannel:  "On %s they asked for another channel: use it",
	reply.Complaint:     "They complained on %s: answer it first",
}

// WroteLast is their newest message when nothing of ours came after it; nil when
// there is none.
func WroteLast(h *history.History) *history.Event {
	var last *history.Event
	for _, list := range [][]history.Event{h.Inbounds, h.Replies} {
		if n := len(list); n > 0 && (last == nil || list[n-1].At.After(last.At)) {
			last = &list[n-1]
		}
	}
	if last == nil || (h.LastTouch != nil && h.LastTouch.After(last.At)) || h.Decided(last.At) {
		return nil
	}
	if n := len(h.Meetings); n > 0 && h.Meetings[n-1].At.After(last.At) {
		return nil
	}
	return last
}

// toFollow is the reply that named somebody, answered with thanks and nothing
// more, while nobody else at the company was in touch since.
func toFollow(h *history.History) *history.Event {
	last, n := h.LastReply(), len(h.Touches)
	if last == nil || last.Leads() != reply.Refers || len(last.Reading.Referrals) == 0 || h.Decided(last.At) {
		return nil
	}
	for i := range h.Account {
		if c := &h.Account[i]; !c.At.Before(last.At) && !c.At.After(h.Now) {
			return nil
		}
	}
	if n > 1 && h.Touches[n-2].At.After(last.At) {
		return nil // they went on with this one
	}
	return last
}

// openPromise is the oldest thing we said we would do and have not done. One
// that is older than the decision to let go does not bind any more.
func openPromise(h *history.History) *history.Event {
	d := h.LastDecision()
	for i := range h.Promises {
		owed := &h.Promises[i]
		lapsed := d != nil && d.Verdict == BreakUp && d.At.After(owed.At)
		if !owed.Done && !lapsed && !kept(h, owed.Text) {
			return owed
		}
	}
	return nil
}

// kept reports that a promise was entered as done later.
func kept(h *history.History, text string) bool {
	for i := range h.Promises {
		if e := &h.Promises[i]; e.Done && strings.TrimSpace(e.Text) == strings.TrimSpace(text) {
			return true
		}
	}
	return false
}

// withoutOutcome is a meeting that was to take place and of which nobody has
// said what came of it.
func withoutOutcome(h *history.History) *history.Event {
	n := len(h.Meetings)
	if n == 0 {
		return nil
	}
	m := &h.Meetings[n-1]
	open := m.Disposition == history.Scheduled || m.Disposition == history.Rescheduled
	if !open || m.Starts.IsZero() || m.Starts.After(h.Now) {
		return nil
	}
	return m
}
