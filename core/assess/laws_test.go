package assess_test

import (
	"fmt"
	"strings"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/plan"
	"cleanbreak/core/playbook"
	"cleanbreak/core/verdict"
	"cleanbreak/core/words"
)

// unlawful lists what holds for every assessment and does not hold for this one.
func unlawful(r history.Record, p *playbook.Playbook, a assess.Assessment) (faults []string) {
	h := history.Of(r, p)
	for _, law := range []func(h *history.History, a assess.Assessment) string{
		addsUp, onWorkingDays, inOrder, oneGoodbye, noHookInAGoodbye, noBraces, somethingToDo, neverLetGoOfACustomer, pausesAhead,
	} {
		if fault := law(&h, a); fault != "" {
			faults = append(faults, fault)
		}
	}
	return faults
}

func addsUp(_ *history.History, a assess.Assessment) string {
	sum := 0
	for _, p := range a.Parts {
		sum += p.Points
	}
	if sum != a.Score || a.Score < 0 || a.Score > 100 {
		return fmt.Sprintf("the parts add up to %d, the score is %d", sum, a.Score)
	}
	return ""
}

// onWorkingDays: every step stands on a working day, none in the past. What does
// not go to them need not wait until they are back.
func onWorkingDays(h *history.History, a assess.Assessment) string {
	zone := h.Zone
	if zone == nil {
		zone = time.UTC
	}
	office := h.Calendar
	office.Away = nil
	for _, s := range a.Plan.Steps {
		days := office
		if s.Do == plan.Send || s.Do == plan.Ask {
			days = h.Calendar
		}
		if strings.HasPrefix(s.Purpose, "confirm") && s.On == h.Calendar.Date(h.Now) {
			continue // the meeting comes before the next working day, or they are away
		}
		on, err := time.ParseInLocation(time.DateOnly, s.On, zone)
		if err != nil || !days.Works(on) {
			return fmt.Sprintf("step %s stands on %s, which is no working day", s.Do, s.On)
		}
		if s.On < h.Calendar.Date(h.Now) {
			return fmt.Sprintf("step %s stands on %s, which is past", s.Do, s.On)
		}
	}
	return ""
}

// inOrder: what is due first stands first.
func inOrder(_ *history.History, a assess.Assessment) string {
	for i, s := range a.Plan.Steps {
		if i > 0 && s.On < a.Plan.Steps[i-1].On {
			return fmt.Sprintf("step %s of %s stands behind one of %s", s.Do, s.On, a.Plan.Steps[i-1].On)
		}
	}
	return ""
}

func goodbye(s plan.Step) bool {
	purpose, _ := words.Find(s.Purpose)
	return purpose.Goodbye
}

// oneGoodbye: a plan says goodbye once, and not at all where it was said in this
// cycle and nothing two-way came since. Calvert's kinds on one day are one goodbye, and so is the rest of them
// on the day it was begun.
func oneGoodbye(h *history.History, a assess.Assessment) string {
	said := map[string]bool{}
	channels := map[string]bool{}
	for _, s := range a.Plan.Steps {
		if !goodbye(s) {
			continue
		}
		said[s.Purpose+s.On] = true
		if channels[s.Channel] {
			return "goodbye twice by " + s.Channel
		}
		channels[s.Channel] = true
		rest := h.Goodbye != nil && a.Verdict == verdict.Pause && s.Purpose == "goodbye" && h.Calendar.Day(h.Goodbye.At).Equal(h.Calendar.Day(h.Now))
		answered := h.Goodbye != nil && h.LastTwoWay != nil && h.LastTwoWay.At.After(h.Goodbye.At)
		if h.Goodbye != nil && !rest && !answered {
			return fmt.Sprintf("goodbye (%s) was said on %s already", s.Purpose, h.Goodbye.At.Format(time.DateOnly))
		}
	}
	if len(said) > 1 {
		return fmt.Sprintf("goodbye more than once: %v", said)
	}
	return ""
}

func noHookInAGoodbye(h *history.History, a assess.Assessment) string {
	if len(a.Plan.Hooks) > 0 && a.Verdict != verdict.Keep && a.Verdict != verdict.Invest {
		return "hooks are offered with " + a.Verdict
	}
	for _, s := range a.Plan.Steps {
		for _, hook := range h.Hooks {
			if goodbye(s) && strings.Contains(s.Body, hook.Text) {
				return "a hook stands in a goodbye: " + s.Body
			}
		}
	}
	return ""
}

func noBraces(_ *history.History, a assess.Assessment) string {
	for _, s := range a.Plan.Steps {
		if s.Purpose != "" && strings.ContainsAny(s.Subject+s.Body, "{}") {
			return "a field stands open in a draft: " + s.Subject + " " + s.Body
		}
	}
	return ""
}

func somethingToDo(_ *history.History, a assess.Assessment) string {
	if len(a.Plan.Steps) == 0 && a.Tracked {
		return a.Verdict + " has no step"
	}
	return ""
}

func neverLetGoOfACustomer(h *history.History, a assess.Assessment) string {
	all := []string{a.Verdict}
	for _, v := range a.Voices {
		all = append(all, v.Verdict)
	}
	for _, v := range all {
		if h.Customer && (v == verdict.BreakUp || v == verdict.LastTry) {
			return v + " with a customer"
		}
	}
	return ""
}

func pausesAhead(h *history.History, a assess.Assessment) string {
	if a.Verdict != verdict.Pause {
		return ""
	}
	if a.Until == nil || *a.Until <= h.Calendar.Date(h.Now) {
		return "a pause that is over, or has no end"
	}
	return ""
}
