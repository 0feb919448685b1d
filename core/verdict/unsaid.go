package verdict

import (
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

// Unsaid is the break-up that was decided and of which no message is known: what it
// has to say is still to be sent. It is judged as it was at the press; where the rep
// decided otherwise than the rules, by the kind they named. due is false where the
// goodbye was said, or none was due.
func Unsaid(h *history.History, p *playbook.Playbook) (v Verdict, due bool) {
	first := h.LetGoSince()
	switch {
	case first == nil || first.Kind == "" || first.Kind == NotWorthIt:
		return v, false
	case h.Customer || h.Left != nil || len(h.Touches) == 0 || h.GoodbyeStands() || h.Sent(first) != nil:
		return v, false
	}
	then := before(h.Record, first)
	at := history.Of(then, p)
	v = Judge(&at, p)
	if v.Verdict != BreakUp || v.Kind != first.Kind {
		v = byKind(&at, first)
	}
	return v, !v.Silent
}

// before is what was known when a decision was made.
func before(r history.Record, d *history.Event) history.Record {
	r.Now, r.Seen = d.At, nil
	r.Events = slices.DeleteFunc(slices.Clone(r.Events), func(e history.Event) bool {
		return e.Type == history.Decision && !e.At.Before(d.At)
	})
	return r
}

// byKind is the break-up of a kind that the rep named against the rules.
func byKind(h *history.History, d *history.Event) Verdict {
	v := Verdict{Verdict: BreakUp, Kind: d.Kind}
	if last := h.LastSaid(); last != nil && slices.Contains(meant[d.Kind], last.Leads()) {
		v.Event = last
		v.Silent = h.WrittenSince(last.At)
	}
	return v
}

// meant is what they say for a break-up of a kind to rest on it.
var meant = map[string][]string{
	NoBudget: {reply.NoBudget}, NoFit: {reply.NoFit}, NotInterested: {reply.NotInterested}, Competitor: {reply.HasVendor},
	NotNow: {reply.Postpone}, NoAuthority: {reply.WrongPerson, reply.LeftCompany},
}
