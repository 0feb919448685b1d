package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var bounced = Signal{
	Name: "bounced", Source: Ours, Hint: true,
	Doc:  "Mails that did not arrive. A bounce is no touch: the address is wrong, so find another one or another channel.",
	Case: "keep-bounced",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		n := len(h.Bounced)
		if n == 0 {
			return reading{}
		}
		because := h.Say("Wrong address: {} did not arrive, the last on {}", h.Tongue.Count(n, "mail", "mails"), day(h, &h.Bounced[n-1]))
		return reading{n, because, show(h, h.Bounced, func(*history.Event) string { return h.Say("E-mail, bounced") })}
	},
}
