package signal

import (
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var channels = Signal{
	Name: "channels", Source: "calvert",
	Doc:  "Channels that the playbook enables, that are possible for this person, and that were not tried yet. After a wrong number the telephone counts no more in this cycle.",
	Case: "keep-first-touch",
	read: func(h *history.History, p *playbook.Playbook) reading {
		untried := h.Untried(p)
		if len(untried) > 0 && wrongNumber(h.Touches) {
			untried = slices.DeleteFunc(untried, byPhone)
		}
		if len(untried) == 0 {
			return reading{}
		}
		return reading{units: len(untried), because: h.Say("Not tried yet: {}", h.Tongue.Channels(untried))}
	},
}

func wrongNumber(touches []history.Event) bool {
	for i := range touches {
		if touches[i].Disposition == history.WrongNumber {
			return true
		}
	}
	return false
}

func byPhone(channel string) bool { return channel == "call" || channel == "voicemail" }
