package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var reaction = Signal{
	Name: "reaction", Source: Ours, Hint: true,
	Doc:  "A click, an accepted invitation or a reaction since the last two-way contact: no answer, yet it buys one more touch and says where. It is worth points until they have written themselves.",
	Case: "signal-reaction",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		n := len(h.Reactions)
		if n == 0 {
			return reading{}
		}
		last := &h.Reactions[n-1]
		r := reading{because: h.Say("They reacted on {}: that is worth one touch more", day(h, last)), evidence: show(h, h.Reactions, reactionWords(h))}
		if last.Channel != "" {
			r.because += h.Say(", by {}", h.Tongue.Channel(last.Channel))
		}
		if len(h.Replies) == 0 { // a reply, once there is one, says more than a click
			r.units = 1
		}
		return r
	},
}

func reactionWords(h *history.History) func(*history.Event) string {
	return func(e *history.Event) string {
		if e.Text == "" {
			return h.Say("Reaction")
		}
		return h.Tongue.Quote(e.Text, e.Read)
	}
}
