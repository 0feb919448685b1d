package verdict

import (
	"fmt"
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
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
			v.Event, v.Because = named, h.Say("They named somebody on {}: you thanked them, now follow it", day(h, named.At))
			return v, true
		}
		if owed := h.Owed(); len(owed) > 0 {
			v.Event, v.Because = &owed[0], h.Say("You promised: {}", h.Tongue.Quote(owed[0].Text, "full"))
			return v, true
		}
		if m := withoutOutcome(h); m != nil {
			v.Event, v.Because = m, h.Say("The meeting of {} has no outcome yet", day(h, m.Starts))
			return v, true
		}
		return v, false
	},
}

func day(h *history.History, t time.Time) string { return h.Tongue.Day(t, h.Now, h.Zone) }

// Unanswered is what they wrote last and that wants an answer of ours; nil when
// nothing does, or the rep said so.
func Unanswered(h *history.History, p *playbook.Playbook) *history.Event {
	if wrote := WroteLast(h); wrote != nil && wantsAnswer(h, wrote, p) && !h.Dismissed(yourTurn.Name) {
		return wrote
	}
	return nil
}

// wantsAnswer is false for what needs none: a date they named and that lies
// ahead is a pause, a meeting they accepted is booked.
func wantsAnswer(h *history.History, e *history.Event, p *playbook.Playbook) bool {
	if e.Leads() == reply.Calendar && e.Reading.Meeting == "accepted" {
		return false
	}
	if tookLeave(h) == e {
		return false
	}
	if _, booked := meetingBooked.speak(h, p); booked && e.Leads() == reply.Interested {
		return false // "Great, see you then."
	}
	return !history.AskedToWait(e, h.Calendar, p).After(h.Now)
}

// theyWrote says what waits for an answer, in the words of what it means.
func theyWrote(h *history.History, e *history.Event) string {
	when := day(h, e.At)
	if e.Type == history.Inbound && e.Leads() != reply.Question {
		return h.Say("They came to you on {} and nobody has answered", when)
	}
	if n := h.Noes(); e.Leads() == reply.NotInterested && n > 1 {
		return h.Say("They said no {}, the last time on {}: leave it there", h.Tongue.Times(n), when)
	}
	if (e.Leads() == reply.NotInterested || e.Leads() == reply.NoFit) && NamesAnother(e) {
		return h.Say("On {} they said no, and named somebody: thank them and follow it", when)
	}
	if e.Leads() == reply.HasVendor && e.Reading.Intents[0].On.After(h.Now) {
		return h.Say("On {} they said that their agreement with a vendor renews on {}: the time to talk is now", when, day(h, e.Reading.Intents[0].On))
	}
	if on := AskedFor(e); !on.IsZero() {
		return h.Say("On {} they asked for another channel on {}: use it then", when, day(h, on))
	}
	if e.Type == history.Complaint {
		return h.Say(waits[reply.Complaint], when)
	}
	if what, ok := waits[e.Leads()]; ok {
		return h.Say(what, when)
	}
	return h.Say("They wrote last, on {}, and wait for an answer", when)
}

// waits names what a message wants, by its leading intent; the rest only wait.
var waits = map[string]string{
	reply.Interested:    "They showed interest on {} and wait for an answer",
	reply.Question:      "They asked something on {} and wait for an answer",
	reply.Refers:        "They named somebody on {}: thank them and follow it",
	reply.WrongPerson:   "They named somebody else on {}: thank them and follow it",
	reply.LeftCompany:   "On {} you were told that they left, and whom to ask: thank them and follow it",
	reply.NotInterested: "Their first no came on {}: answer it once",
	reply.NoFit:         "On {} they said that it is no fit: accept it",
	reply.NoBudget:      "On {} they spoke of price or budget: answer it once",
	reply.HasVendor:     "On {} they said they have a vendor: ask when it renews",
	reply.Postpone:      "On {} they asked to wait, and the day has come",
	reply.Reschedule:    "On {} they asked for another time: answer with one",
	reply.Calendar:      "On {} they answered your invitation: settle the date",
	reply.OtherChannel:  "On {} they asked for another channel: use it",
	reply.Complaint:     "They complained on {}: answer it first",
}

// newest is what they wrote last: an inbound message, a logged complaint, or a reply
// that says something, where a short word of thanks came after it.
func newest(h *history.History) *history.Event {
	var last *history.Event
	later := func(e *history.Event) {
		if last == nil || e.At.After(last.At) {
			last = e
		}
	}
	if n := len(h.Inbounds); n > 0 {
		later(&h.Inbounds[n-1])
	}
	if n := len(h.Complaints); n > 0 && !h.Customer {
		later(&h.Complaints[n-1])
	}
	if n := len(h.Replies); n > 0 {
		said := h.LastSaid()
		if h.TouchedSince(said.At) {
			said = &h.Replies[n-1]
		}
		later(said)
	}
	return last
}

// WroteLast is their newest message when nothing of ours came after it; nil when
// there is none, when they were let go, and for a wish to be left alone: a stop
// that was lifted.
func WroteLast(h *history.History) *history.Event {
	last := newest(h)
	if last == nil || h.LetGo() || last.Says(reply.Unsubscribe, reply.Erasure) != nil || h.TouchedSince(last.At) || h.Decided(last.At) {
		return nil
	}
	if n := len(h.Meetings); n > 0 && h.Meetings[n-1].At.After(last.At) {
		return nil
	}
	return last
}

// AskedFor is the day for which they asked for another channel, as in "call me
// tomorrow"; zero where they named none.
func AskedFor(e *history.Event) time.Time {
	if e.Leads() != reply.OtherChannel {
		return time.Time{}
	}
	return e.Reading.Intents[0].On
}

// NamesAnother reports a reply that names whom to ask instead, and wants nothing
// for its writer.
func NamesAnother(e *history.Event) bool {
	if len(e.Named()) == 0 {
		return false
	}
	return slices.Contains([]string{reply.Refers, reply.WrongPerson, reply.LeftCompany, reply.NotInterested, reply.NoFit}, e.Leads())
}

// toFollow is the reply that named somebody, answered with thanks and nothing
// more, while nobody else at the company was in touch since.
func toFollow(h *history.History) *history.Event {
	last, n := h.LastReply(), len(h.Touches)
	if last == nil || !NamesAnother(last) || h.Decided(last.At) {
		return nil
	}
	wentOn := n > 1 && h.Touches[n-2].At.After(last.At) // with this one
	if wentOn || h.OthersSince(last.At) {
		return nil
	}
	return last
}

// withoutOutcome is a meeting that was to take place and of which nobody has
// said what came of it.
func withoutOutcome(h *history.History) *history.Event {
	open := h.OpenMeetings()
	for i := range open {
		if !open[i].Starts.After(h.Now) {
			return &open[i]
		}
	}
	return nil
}
