// Package assess runs the engine over one record and gives what the command
// prints and the panel shows.
package assess

import (
	"fmt"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/plan"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
	"cleanbreak/core/verdict"
)

// Assess judges a record by a playbook.
func Assess(r history.Record, p *playbook.Playbook) Assessment {
	h := history.Of(r, p)
	v := verdict.Judge(&h, p)
	a := Assessment{
		Verdict: v.Verdict, Kind: v.Kind, Score: v.Score, Reunion: h.Reunion,
		Unsure: v.Unsure, Motion: h.Motion, Cycle: h.Cycle, Because: v.Because,
		Parts: v.Parts, Voices: []Voice{}, Flips: []Flip{},
		Plan: plan.For(v, &h, p),
	}
	a.dates(v, &h, p)
	if v.Verdict == verdict.BreakUp {
		a.ClosedLostReason = "unresponsive"
	}
	a.CRMNote = note(a, &h)
	return a
}

func (a *Assessment) dates(v verdict.Verdict, h *history.History, p *playbook.Playbook) {
	date := func(t time.Time) *string {
		s := h.Calendar.Date(t)
		return &s
	}
	switch v.Verdict {
	case verdict.Pause:
		a.Until = date(v.Until)
		if v.Kind == verdict.LetGo {
			a.Reassess = date(v.Until)
		}
	case verdict.BreakUp:
		a.Reassess = date(h.Now.AddDate(0, p.Reassess.Months, 0))
	case verdict.Keep:
		if v.Gate == "keep" {
			on, channel := plan.Next(h, p)
			a.NextTouch = &NextTouch{On: h.Calendar.Date(on), Channel: channel}
		}
	}
}

// note is the line for the CRM: neutral words, nothing a prospect could not
// read.
func note(a Assessment, h *history.History) string {
	touches := say.Count(len(h.Touches), "touch", "touches")
	replies := say.Count(len(h.Replies), "reply", "replies")
	line := fmt.Sprintf("%s: %s, %s in this cycle. %s.", h.Calendar.Date(h.Now), touches, replies, a.Because)
	if a.Reassess != nil {
		line += " Look again on " + *a.Reassess + "."
	}
	return line
}
