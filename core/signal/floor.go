package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var floor = Signal{
	Name: "floor", Source: "lange",
	Doc:  "Touches missing to the floor: silence after so few says nothing yet.",
	Case: "keep-first-touch",
	read: func(h *history.History, p *playbook.Playbook) reading {
		n := len(h.Touches)
		if n >= p.Floor.Touches {
			return reading{}
		}
		because := h.Say("{} so far; silence is not judged before the {}", h.Tongue.Count(n, "touch", "touches"), h.Tongue.Ordinal(p.Floor.Touches))
		return reading{p.Floor.Touches - n, say.Capital(because), show(h, h.Touches, touched(h))}
	},
}
