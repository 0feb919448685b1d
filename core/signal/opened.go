package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var opened = Signal{
	Name: "opened", Source: "pipedrive", Hint: true,
	Doc:  "Of the mails nobody answered, those known to be opened, where that is known at all. Opens are counted by machines too, so only Pipedrive's voice asks for them.",
	Case: "signal-opened",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		known, open := 0, 0
		for i := range h.Unanswered {
			if o := h.Unanswered[i].Opened; o != nil {
				known++
				if *o {
					open++
				}
			}
		}
		if known == 0 {
			return reading{}
		}
		return reading{
			open, h.Say("{} of {} opened, no answer", h.Tongue.Whole(open), h.Tongue.Count(known, "mail", "mails")),
			find(h, h.Unanswered, isOpened, touched(h)).evidence,
		}
	},
}

func isOpened(e *history.Event) bool { return e.Opened != nil && *e.Opened }
