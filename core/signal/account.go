package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var account = Signal{
	Name: "account", Source: Ours, Hint: true,
	Doc:  "Somebody else at their company is in touch with us, so the silence of one says less. A deal that hangs on one person is said so.",
	Case: "signal-account",
	read: func(h *history.History, p *playbook.Playbook) reading {
		if c := h.Talking(p); c != nil {
			return reading{1, talks(h, c), []Evidence{{c.At, contactWords(c)}}}
		}
		deal := h.Opportunity.Stage != "" && (h.Motion == history.Engaged || h.Motion == history.Proposal)
		if deal && !h.SecondContact() {
			return reading{because: "The deal hangs on one person: nobody else at the company was tried in this cycle"}
		}
		return reading{}
	},
}

func talks(h *history.History, c *history.Contact) string {
	who := c.Who
	if who == "" {
		who = "A colleague of theirs"
	}
	when := say.Day(c.At, h.Now, h.Zone)
	switch {
	case c.At.After(h.Now):
		return who + " has a meeting with us on " + when
	case c.By != "":
		return who + " was in touch with " + c.By + " on " + when
	}
	return who + " was in touch with us on " + when
}

func contactWords(c *history.Contact) string {
	if c.Channel == "" {
		return say.Capital(c.Type)
	}
	return say.Capital(c.Type) + ", " + say.Channel(c.Channel)
}
