package verdict

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
)

var tier = &Rule{
	Name: "tier", Source: "calvert",
	Observed: "Size and fit by the team's own numbers, set beforehand, never how easy the door was.",
	Follows:  "worth it: invest. Not worth it: a quiet break-up, kind not-worth-it, with no message. Unknown is maybe",
	Case:     "invest-top-tier",
	Threshold: func(p *playbook.Playbook) string {
		return fmt.Sprintf("from %.0f with fit; under %.0f or outside the ideal profile", p.Worth.From, p.Worth.Under)
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		level := signal.LevelOf(h, p)
		if level == signal.Maybe {
			return Verdict{}, false
		}
		_, because := signal.Tier(h, p)
		if level == signal.Bottom {
			answered := len(h.Decisions) > 0 || h.Reunion // who came back wants something
			return Verdict{Verdict: BreakUp, Kind: NotWorthIt, Silent: true, Because: because}, !answered
		}
		return Verdict{Verdict: Invest, Because: because}, true
	},
}
