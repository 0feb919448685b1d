package verdict

import (
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
		who = h.Say("somebody there")
	}
	did := "Try another way in: {} answered {} on {}"
	switch {
	case c.Type == history.Meeting && c.At.After(h.Now):
		did = "Try another way in: {} meets {} on {}"
	case c.Type == history.Meeting:
		did = "Try another way in: {} met {} on {}"
	case c.Type == history.Inbound:
		did = "Try another way in: {} wrote to {} on {}"
	case c.Type == history.Touch:
		did = "Try another way in: {} spoke with {} on {}"
	}
	us := c.By
	if us == "" {
		us = h.Say("us")
	}
	return Verdict{
		Verdict: Keep, Rule: "account",
		Because: h.Say(did, who, us, day(h, c.At)),
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
		Because: h.Say("Check {} first: an answer could stand there unread", places(h, unseen)),
	}
}

var placeNames = map[string]string{"gmail": "Gmail", "linkedin": "LinkedIn"}

func places(h *history.History, unseen []string) string {
	words := placeNames[unseen[0]]
	for _, u := range unseen[1:] {
		words = h.Say("{} and {}", words, placeNames[u])
	}
	return words
}
