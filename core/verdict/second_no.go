package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/say"
)

var secondNo = &Rule{
	Name: "second-no", Source: "lange",
	Observed:  "They said more than once that they are not interested.",
	Follows:   "break-up, kind not-interested",
	Case:      "break-up-second-no",
	Threshold: func(p *playbook.Playbook) string { return say.Count(p.Noes.NotInterested, "no", "noes") },
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		last := h.LastSaid()
		if last == nil || last.Leads() != reply.NotInterested || h.Decided(last.At) {
			return Verdict{}, false
		}
		n := h.Noes()
		if n < p.Noes.NotInterested {
			return Verdict{}, false
		}
		v := Verdict{
			Verdict: BreakUp, Kind: NotInterested, Event: last,
			Because: h.Say("They said no {}, the last time on {}", h.Tongue.Times(n), day(h, last.At)),
		}
		return answered(h, v, firstEnough(h, last, p.Noes.NotInterested)), true
	},
}
