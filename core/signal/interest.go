package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

var interest = Signal{
	Name: "interest", Source: Ours,
	Doc:  "Their newest replies are interested, or ask something. One that says something else ends the run; one that could not be read does not.",
	Case: "signal-interest",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		var r reading
		for i := len(h.Replies) - 1; i >= 0; i-- {
			e := &h.Replies[i]
			lead := e.Leads()
			if lead == "" {
				continue
			}
			if lead != reply.Interested && lead != reply.Question {
				break
			}
			if r.units++; r.units == 1 {
				r.because = h.Say(wants[lead], day(h, e))
			}
			if len(r.evidence) < most {
				r.evidence = append(r.evidence, Evidence{e.At, said(h)(e)})
			}
		}
		return r
	},
}

var wants = map[string]string{reply.Interested: "They are interested, last on {}", reply.Question: "They asked something, last on {}"}
