package verdict

import (
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/say"
)

var secondSoft = &Rule{
	Name: "second-soft", Source: "pipedrive",
	Observed:  "A second soft objection (price, timing, budget, vendor) after the first was answered.",
	Follows:   "break-up of its kind; the day they named is that of the second look",
	Case:      "break-up-second-soft",
	Threshold: func(p *playbook.Playbook) string { return say.Count(p.Noes.Soft, "objection", "objections") },
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		last := h.LastSaid()
		if last == nil || !soft(last) || renews(h, last) || h.Decided(last.At) || softObjections(h) < p.Noes.Soft {
			return Verdict{}, false
		}
		v := Verdict{
			Verdict: BreakUp, Kind: softKinds[last.Leads()], Event: last,
			Because: h.Say("You answered their first objection, and on {} came another: {}", day(h, last.At), h.Say(softWords[last.Leads()])),
		}
		if back := history.AskedToWait(last, h.Calendar, p); back.After(h.Now) {
			v.Back = back
		}
		return answered(h, v, last), true
	},
}

var softKinds = map[string]string{reply.NoBudget: NoBudget, reply.HasVendor: Competitor, reply.Postpone: NotNow}

var softWords = map[string]string{
	reply.NoBudget: "price or budget", reply.HasVendor: "they have a vendor", reply.Postpone: "not now",
}

func soft(e *history.Event) bool { return slices.Contains(history.Soft, e.Leads()) }

// softObjections counts those that a touch of ours answered before the next one
// came, and the last.
func softObjections(h *history.History) int {
	n := 0
	var before time.Time
	for i := range h.Replies {
		r := &h.Replies[i]
		if !soft(r) {
			continue
		}
		if n == 0 || touchedBetween(h, before, r.At) {
			n++
		}
		before = r.At
	}
	return n
}

func touchedBetween(h *history.History, from, to time.Time) bool {
	return slices.ContainsFunc(h.Touches, func(e history.Event) bool { return e.At.After(from) && e.At.Before(to) })
}

// renews reports the answer to our own question when their vendor's contract
// renews: that is no second objection.
func renews(h *history.History, last *history.Event) bool {
	if last.Leads() != reply.HasVendor || last.Reading.Intents[0].On.IsZero() {
		return false
	}
	return !slices.ContainsFunc(h.Replies, func(e history.Event) bool {
		return e.At.Before(last.At) && soft(&e) && (e.Leads() != reply.HasVendor || !e.Reading.Intents[0].On.IsZero())
	})
}
