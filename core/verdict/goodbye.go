package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// goodbye ends a silence with a last try or a break-up. Where a goodbye was said
// in this cycle already and the rep went on, its words are not said again: it is
// closed in silence. A voice waits some working days after the last touch, and a
// break-up as long as there is between touches.
func goodbye(h *history.History, p *playbook.Playbook, verdict, because string) (Verdict, bool) {
	wait := p.Waits.BeforeGoodbye
	if verdict == BreakUp { // without a last try before it, so the last touch has its time first
		wait = max(wait, p.Waits.BetweenTouches)
	}
	if h.LastTouch != nil && wait > 0 {
		due := h.Calendar.Add(*h.LastTouch, wait)
		if h.Now.Before(due) {
			return Verdict{Verdict: Keep, Until: due, Because: h.Say("{}; wait until {} for an answer to the last touch", because, day(h, due))}, true
		}
	}
	if h.GoodbyeStands() {
		because += h.Say("; you said goodbye on {}", day(h, h.Goodbye.At))
		return Verdict{Verdict: BreakUp, Kind: Ghosting, Silent: true, Because: because}, true
	}
	return Verdict{Verdict: verdict, Kind: Ghosting, Because: because}, true
}

// answered makes a break-up silent where a message went out since they said what
// it rests on, the first time: that was its goodbye, and it is not said twice.
func answered(h *history.History, v Verdict, first *history.Event) Verdict {
	if h.WrittenSince(first.At) {
		v.Silent = true
		v.Because += h.Say("; you have written since")
	}
	return v
}

// firstEnough is their message with which the meaning of the last one had come often
// enough. Saying it again changes nothing; something else in between begins anew.
func firstEnough(h *history.History, last *history.Event, times int) *history.Event {
	first, same := last, 0
	for i := range h.Replies {
		e := &h.Replies[i]
		switch {
		case e.Leads() == last.Leads():
			if same++; same == times || (first == nil && same > times) {
				first = e
			}
		case !e.Thanks() && same >= times:
			first = nil
		}
	}
	return first
}
