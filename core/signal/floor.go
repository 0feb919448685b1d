package signal

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var floor = Signal{
	Name: "floor",
	Doc:  "Touches missing to the floor: silence after so few says nothing yet (Lange).",
	Case: "keep-first-touch",
	read: func(h *history.History, p *playbook.Playbook) reading {
		n := len(h.Touches)
		return reading{
			units:    max(0, p.Floor.Touches-n),
			because:  fmt.Sprintf("%s so far; silence is not judged before the %s", say.Count(n, "touch", "touches"), say.Ordinal(p.Floor.Touches)),
			evidence: show(h.Touches, func(e history.Event) string { return say.Touch(e.Channel, e.Disposition) }),
		}
	},
}
