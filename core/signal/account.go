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
			return reading{1, talks(h, c), []Evidence{{c.At, contactWords(h, c)}}}
		}
		deal := h.Opportunity.Stage != "" && (h.Motion == history.Engaged || h.Motion == history.Proposal)
		if deal && !h.SecondContact() {
			return reading{because: h.Say("The deal hangs on one person: nobody else at the company was tried in this cycle")}
		}
		return reading{}
	},
}

func talks(h *history.History, c *history.Contact) string {
	who := c.Who
	if who == "" {
		who = h.Say("A colleague of theirs")
	}
	when := h.Tongue.Day(c.At, h.Now, h.Zone)
	switch {
	case c.At.After(h.Now):
		return h.Say("{} has a meeting with us on {}", who, when)
	case c.By != "":
		return h.Say("{} was in touch with {} on {}", who, c.By, when)
	}
	return h.Say("{} was in touch with us on {}", who, when)
}

func contactWords(h *history.History, c *history.Contact) string {
	if c.Channel == "" {
		return contactType(h, c)
	}
	return contactType(h, c) + ", " + h.Tongue.Channel(c.Channel)
}

// contactTypes are what a contact of ours with somebody else there was.
var contactTypes = map[string]string{
	history.Reply: "Reply", history.Touch: "Touch", history.Inbound: "Inbound", history.Meeting: "Meeting",
}

func contactType(h *history.History, c *history.Contact) string {
	if words, known := contactTypes[c.Type]; known {
		return h.Say(words)
	}
	return say.Capital(c.Type)
}
