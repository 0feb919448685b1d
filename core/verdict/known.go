package verdict

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// withAccount holds back a verdict about silence while somebody else at the
// company is in touch: then there is another way in.
func withAccount(h *history.History, p *playbook.Playbook, v Verdict) Verdict {
	c := h.Talking(p)
	if c == nil {
		return v
	}
	who := c.Who
	if who == "" {
		who = "somebody there"
	}
	did := "answered"
	switch {
	case c.Type == history.Meeting && c.At.After(h.Now):
		did = "meets"
	case c.Type == history.Meeting:
		did = "met"
	case c.Type == history.Inbound:
		did = "wrote to"
	case c.Type == history.Touch:
		did = "spoke with"
	}
	us := c.By
	if us == "" {
		us = "us"
	}
	return Verdict{
		Verdict: Keep, Rule: "account",
		Because: fmt.Sprintf("Try another way in: %s %s %s on %s", who, did, us, day(h, c.At)),
	}
}

// withCoverage turns a verdict about silence into keep, unsure, while the
// silence is only assumed: one goodbye to somebody who had answered elsewhere
// loses the rep's trust for good.
func withCoverage(h *history.History, v Verdict) Verdict {
	unseen := h.Unseen()
	if len(unseen) == 0 {
		return v
	}
	return Verdict{
		Verdict: Keep, Rule: "coverage", Unsure: unseen,
		Because: "Check " + places(unseen) + " first: an answer could stand there unread",
	}
}

var placeNames = map[string]string{"gmail": "Gmail", "linkedin": "LinkedIn"}

func places(unseen []string) string {
	words := placeNames[unseen[0]]
	for _, u := range unseen[1:] {
		words += " and " + placeNames[u]
	}
	return words
}
