// Package assess runs the engine over one record and gives what the command
// prints and the panel shows.
package assess

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/plan"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
	"cleanbreak/core/verdict"
)

// Assess judges a record by a playbook, with the voices beside it, and looks for
// what would change the verdict.
func Assess(r history.Record, p *playbook.Playbook) Assessment {
	if a, tracked := whom(r, p); !tracked {
		return a
	}
	h := history.Of(r, p)
	v := verdict.Judge(&h, p)
	a := judged(&h, v, p)
	a.Flips = flips(r, v, p)
	return a
}

// Judge is Assess without the search for flips: for lists.
func Judge(r history.Record, p *playbook.Playbook) Assessment {
	if a, tracked := whom(r, p); !tracked {
		return a
	}
	h := history.Of(r, p)
	return judged(&h, verdict.Judge(&h, p), p)
}

// whom says whether somebody is tracked, and where they are not what stands in
// place of a judgment.
func whom(r history.Record, p *playbook.Playbook) (Assessment, bool) {
	tracked, because := p.Tracks(r.Tongue, !r.Untracked, identities(r.Prospect)...)
	return Assessment{
		Because: because, Unsure: []string{}, Parts: []signal.Part{}, Voices: []Voice{}, Flips: []Flip{}, Suppress: []string{}, SpendOn: []Better{},
		Plan: plan.Plan{Steps: []plan.Step{}, Hooks: []plan.Hook{}},
	}, tracked
}

func judged(h *history.History, v verdict.Verdict, p *playbook.Playbook) Assessment {
	a := Assessment{
		Tracked: true, Verdict: v.Verdict, Kind: v.Kind, Rule: v.Rule, Playbook: p.Name, Reunion: h.Reunion,
		Unsure: v.Unsure, Motion: h.Motion, Cycle: h.Cycle, Because: v.Because,
		Voices: voices(h, p), Flips: []Flip{}, Plan: plan.For(v, h, p), Suppress: []string{}, SpendOn: []Better{},
	}
	if a.Unsure == nil {
		a.Unsure = []string{}
	}
	a.Score, a.Parts = verdict.Score(h, p)
	a.dates(v, h, p)
	a.after(v, h, p)
	return a
}

// voices asks each published source about the same history.
func voices(h *history.History, p *playbook.Playbook) []Voice {
	out := make([]Voice, 0, len(playbook.Voices))
	for _, name := range playbook.Voices {
		if name == p.Name {
			continue
		}
		voice, _ := playbook.Named(name)
		v := verdict.Judge(h, voice)
		out = append(out, Voice{Source: name, Verdict: v.Verdict, Kind: v.Kind, Because: v.Because})
	}
	return out
}

func (a *Assessment) dates(v verdict.Verdict, h *history.History, p *playbook.Playbook) {
	date := func(t time.Time) *string {
		s := h.Calendar.Date(t)
		return &s
	}
	switch v.Verdict {
	case verdict.Pause:
		a.Until = date(v.Until)
		if v.Kind == verdict.LetGo && !h.Gone() {
			a.Reassess = date(v.Until)
		}
	case verdict.BreakUp:
		if !h.Gone() { // nobody is there to look at again
			a.Reassess = date(secondLook(v, h, p))
		}
	case verdict.Keep, verdict.Invest:
		a.NextTouch = nextTouch(v, h, p)
	case verdict.LastTry:
		if v.Perhaps != nil {
			at := v.Perhaps.At.UTC().Format(time.RFC3339Nano)
			a.Perhaps = &at
		}
	case verdict.YourTurn:
		a.AnswerBy = answerBy(v, h, p)
	}
}

// nextTouch is when and where to go on with them: after the day the verdict waits
// for; nil where a meeting is ahead, or somebody else is to be tried first.
func nextTouch(v verdict.Verdict, h *history.History, p *playbook.Playbook) *NextTouch {
	if v.Event != nil || len(v.Unsure) > 0 || v.Rule == "account" || verdict.TryAnother(h, p, v) {
		return nil
	}
	on, channel := plan.Next(h, p)
	if v.Until.After(on) {
		on = v.Until
	}
	return &NextTouch{On: h.Calendar.Date(on), Channel: channel}
}

// secondLook is the day they named, else the first working day after the
// playbook's months.
func secondLook(v verdict.Verdict, h *history.History, p *playbook.Playbook) time.Time {
	if !v.Back.IsZero() {
		return v.Back
	}
	months := p.Reassess.Months
	if v.Kind == verdict.NotWorthIt {
		months = p.Reassess.NotWorthIt
	}
	return h.Calendar.Next(h.Calendar.Months(h.Now, months))
}

// answerBy is the end of the minutes in which a fresh web lead is to be answered;
// nil once they are over.
func answerBy(v verdict.Verdict, h *history.History, p *playbook.Playbook) *string {
	if v.Event == nil || v.Event.Type != history.Inbound {
		return nil
	}
	by := v.Event.At.Add(time.Duration(p.Waits.FreshInbound) * time.Minute)
	if !by.After(h.Now) {
		return nil
	}
	s := by.UTC().Format(time.RFC3339)
	return &s
}
