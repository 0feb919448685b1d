package verdict

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// goodbye ends a silence with a last try or a break-up. Where a goodbye was said
// in this cycle already and the rep went on, its words are not said again: it is
// closed in silence. A voice waits some working days after the last touch.
func goodbye(h *history.History, p *playbook.Playbook, verdict, because string) (Verdict, bool) {
	if h.LastTouch != nil && p.Waits.BeforeGoodbye > 0 {
		due := h.Calendar.Add(*h.LastTouch, p.Waits.BeforeGoodbye)
		if h.Now.Before(due) {
			return Verdict{Verdict: Keep, Because: fmt.Sprintf("%s; wait until %s for an answer to the last touch", because, day(h, due))}, true
		}
	}
	if h.Goodbye != nil {
		because += "; you said goodbye on " + day(h, h.Goodbye.At)
		return Verdict{Verdict: BreakUp, Kind: Ghosting, Silent: true, Because: because}, true
	}
	return Verdict{Verdict: verdict, Kind: Ghosting, Because: because}, true
}
