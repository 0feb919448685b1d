package playbook

import (
	"cmp"
	"strings"
)

// Threshold is the number of a playbook that a curve of when replies stop can set:
// after how many touches enough was tried.
type Threshold struct {
	Path    []string `json:"path"`    // persistence, cold, touches; nil where no number counts these touches alone
	Minutes int      `json:"minutes"` // that one such touch takes
	Least   int      `json:"least"`   // that it can be
}

// ThresholdOf gives the threshold of those that a curve is of, as it names them: "all",
// "motion inbound" or "channel linkedin". Everybody's is that of cold prospects.
func (p *Playbook) ThresholdOf(group string) Threshold {
	t := Threshold{Minutes: p.Minutes["email"], Least: p.Floor.Touches}
	if channel, ok := strings.CutPrefix(group, "channel "); ok {
		t.Minutes = cmp.Or(p.Minutes[channel], t.Minutes)
		if _, bounded := p.Ceiling(channel); bounded {
			t.Path, t.Least = []string{"ceilings", channel}, 1
		}
		return t
	}
	motion, ok := strings.CutPrefix(group, "motion ")
	if group == "all" {
		motion, ok = "cold", true
	}
	by := map[string]Effort{"cold": p.Persistence.Cold, "inbound": p.Persistence.Inbound, "engaged": p.Persistence.Engaged, "proposal": p.Persistence.Proposal}
	if e := by[motion]; ok && e.Touches > 0 && e.Calls == 0 && e.Emails == 0 {
		t.Path = []string{"persistence", motion, "touches"}
	}
	return t
}
