// Package plan turns a verdict into dated steps and their words. Every step
// stands on a working day, but for a word about a meeting that comes before the
// next one; no plan says goodbye twice.
package plan

import (
	"slices"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/verdict"
	"cleanbreak/core/workday"
)

// Plan is what to do about a verdict: dated steps and their words. Dates are
// YYYY-MM-DD, arrays are never null.
type Plan struct {
	Kind  string `json:"kind"`
	Steps []Step `json:"steps"`
	Hooks []Hook `json:"hooks"` // to open a first or middle touch with; empty in every goodbye
}

// Hook is something personal from the page, and where it was read.
type Hook struct {
	Text string `json:"text"`
	From string `json:"from"`
}

// Things a step asks the rep to do.
const (
	Send      = "send"
	Log       = "log"
	Note      = "note"
	Ask       = "ask" // a message whose point is a question
	Wait      = "wait"
	Check     = "check"     // look whether they answered somewhere that was not read
	Colleague = "colleague" // go to somebody else at the company
	Remove    = "remove-from-sequence"
	Suppress  = "suppress" // put their addresses on the do-not-contact list
	Erase     = "erase"    // have their data erased, by the day the step stands on
	Unsaid    = "unsaid"   // the goodbye before it is not to be sent
)

// Step is one thing to do on one day. Body is the draft for Send, Ask and
// Colleague, a sentence for the rep otherwise; blanks to fill read "____".
type Step struct {
	On      string `json:"on"` // YYYY-MM-DD, a working day; today for a meeting before the next one
	Do      string `json:"do"`
	Channel string `json:"channel"`
	Subject string `json:"subject"`
	Body    string `json:"body"`
	Purpose string `json:"purpose"`        // the template the words come from; "" where they are for the rep
	Seconds *int   `json:"seconds"`        // spoken length at the rep's rate; null for what is written
	Tick    string `json:"tick,omitempty"` // the words by which it is ticked, where they are not those of Body
	Done    bool   `json:"done"`           // the rep ticked it: Remove, Suppress, Erase and Unsaid leave no trace of their own
}

// For makes the plan of a verdict.
func For(v verdict.Verdict, h *history.History, p *playbook.Playbook) Plan {
	m := maker{v: v, h: h, p: p}
	m.steps = []Step{}
	m.make()
	m.overlong()
	slices.SortStableFunc(m.steps, func(a, b Step) int { return strings.Compare(a.On, b.On) })
	plan := Plan{Kind: m.kind(), Steps: m.steps, Hooks: []Hook{}}
	if v.Verdict == verdict.Keep || v.Verdict == verdict.Invest {
		for _, hook := range h.Hooks {
			plan.Hooks = append(plan.Hooks, Hook{m.opening(hook), hook.From})
		}
	}
	return plan
}

// maker collects the steps of one plan.
type maker struct {
	v     verdict.Verdict
	h     *history.History
	p     *playbook.Playbook
	steps []Step
	known map[string]string // fields of the words, made when first needed
}

func (m *maker) kind() string {
	if m.v.Kind != "" {
		return m.v.Kind
	}
	return m.v.Verdict
}

func (m *maker) make() {
	switch m.v.Verdict {
	case verdict.Stop:
		m.stop()
	case verdict.HandOff:
		m.handOff()
	case verdict.YourTurn:
		m.yourTurn()
	case verdict.LastTry:
		m.lastTry()
	case verdict.BreakUp:
		m.breakUp()
	case verdict.Pause:
		m.pause()
	default:
		m.goOn()
	}
}

// tell adds a step that is a sentence for the rep.
func (m *maker) tell(do string, on time.Time, channel, body string) {
	day := m.ours(on)
	if do == Wait {
		day = m.theirs(on)
	}
	m.steps = append(m.steps, Step{On: day, Do: do, Channel: channel, Body: body})
}

// toTick adds a step that leaves no trace of its own: the rep ticks it, by its words
// in English, whatever language it is shown in.
func (m *maker) toTick(do string, on time.Time, words string) {
	m.ticked(do, on, m.h.Say(words), words)
}

func (m *maker) ticked(do string, on time.Time, body, words string) {
	step := Step{On: m.ours(on), Do: do, Body: body, Done: (do == Remove || do == Suppress) && m.h.Ticked(words)}
	if body != words {
		step.Tick = words
	}
	m.steps = append(m.steps, step)
}

// theirs is the day a step towards them stands on: one they work, and not past.
func (m *maker) theirs(on time.Time) string { return m.workingDay(on, m.h.Calendar) }

// ours is that of a step which does not wait for them to be back.
func (m *maker) ours(on time.Time) string { return m.workingDay(on, m.h.Office()) }

func (m *maker) workingDay(on time.Time, days workday.Calendar) string {
	if on.Before(m.h.Now) {
		on = m.h.Now
	}
	return days.Date(days.Next(on))
}

func (m *maker) today() time.Time { return m.h.Calendar.Next(m.h.Now) }

// in is so many working days after today.
func (m *maker) in(workingDays int) time.Time { return m.h.Calendar.Add(m.today(), workingDays) }

func (m *maker) day(t time.Time) string { return m.h.Tongue.Day(t, m.h.Now, m.h.Zone) }
