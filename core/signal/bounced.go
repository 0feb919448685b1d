package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
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
		because := "Wrong address: " + say.Count(n, "mail", "mails") + " did not arrive, the last on " + day(h, &h.Bounced[n-1])
		return reading{n, because, show(h.Bounced, func(*history.Event) string { return "E-mail, bounced" })}
	},
}
