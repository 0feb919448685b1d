package verdict

import (
	"fmt"
	"strings"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
)

var tireKicker = &Rule{
	Name: "tire-kicker", Source: "hoffman", Voice: "hoffman",
	Observed: "Two of three signs (speaks as \"we\" where it is only them, no pride in where they work, never busy), at least one of them answered by the rep.",
	Follows:  "break-up, kind tire-kicker, at once and with homework. Balanced only suggests the homework",
	Case:     "voice-hoffman-tire-kicker",
	Threshold: func(p *playbook.Playbook) string {
		return fmt.Sprintf("%d of 3 signs, %d answered", p.TireKicker.Signs, p.TireKicker.Answered)
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		signs := signal.TireKickerSigns(h)
		if !EnoughSigns(signs, p) || h.Decided(signs[len(signs)-1].At) {
			return Verdict{}, false
		}
		names := make([]string, len(signs))
		for i, s := range signs {
			names[i] = s.Because
		}
		return Verdict{Verdict: BreakUp, Kind: TireKicker, Because: strings.Join(names, ". ")}, true
	},
}

// EnoughSigns reports that the signs, taken together, say tire-kicker: never from
// text alone.
func EnoughSigns(signs []signal.Sign, p *playbook.Playbook) bool {
	answered := 0
	for _, s := range signs {
		if s.Answered {
			answered++
		}
	}
	return len(signs) >= p.TireKicker.Signs && answered >= p.TireKicker.Answered
}
