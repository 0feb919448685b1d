package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var valueGiven = Signal{
	Name: "value-given", Source: "calvert", Hint: true,
	Doc:  "Every touch of this cycle is known to have given them nothing of value. A goodbye works only after touches that did; what is not known never warns.",
	Case: "signal-value-given",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		for i := range h.Touches {
			if gave := h.Touches[i].GaveValue; gave == nil || *gave {
				return reading{}
			}
		}
		n := len(h.Touches)
		if n == 0 {
			return reading{}
		}
		return reading{n, h.Say("{} and nothing of value for them: give some before any goodbye", h.Tongue.Count(n, "touch", "touches")), show(h, h.Touches, touched(h))}
	},
}
