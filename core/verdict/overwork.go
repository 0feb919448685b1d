package verdict

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var overwork = &Rule{
	Name: "overwork", Source: "lange",
	Observed: "Several times the work that such a deal usually takes, where enough closed deals say what is usual.",
	Follows:  "break-up, kind over-invested: say what you invested, and that no more comes before a decision",
	Case:     "break-up-over-invested",
	Threshold: func(p *playbook.Playbook) string {
		return fmt.Sprintf("over %d times the usual, from %d closed deals", p.Overwork.Times, p.Overwork.Deals)
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		o := h.Opportunity
		known := o.UsualMinutes > 0 && o.UsualFrom >= p.Overwork.Deals
		if !known || h.Minutes <= p.Overwork.Times*o.UsualMinutes || h.TakenUp != nil {
			return Verdict{}, false
		}
		spent, takes := h.Tongue.Work(h.Minutes, o.UsualMinutes)
		return Verdict{
			Verdict: BreakUp, Kind: OverInvested,
			Because: h.Say("{} spent; such a deal usually takes {} ({} closed deals)", spent, takes, h.Tongue.Whole(o.UsualFrom)),
		}, true
	},
}
