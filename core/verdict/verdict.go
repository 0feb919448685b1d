// Package verdict decides. Every playbook is asked in the same frame, and the
// first rule that speaks decides, so no pile of soft signs outvotes a clear one:
//
//	stop, customer                     for everybody
//	the playbook's rules in said       what they said or are
//	your-turn, meeting-booked, pause   for everybody
//	the playbook's rules in silence    silence, effort and work done
//	keep                               when nothing spoke
//
// Balanced and the voices differ only in their rules and numbers. The score
// orders lists and decides nothing.
package verdict

import (
	"slices"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
)

// Verdicts, as history has them for the packages before this one.
const (
	YourTurn = history.YourTurn
	Invest   = history.Invest
	Keep     = history.Keep
	LastTry  = history.LastTry
	BreakUp  = history.BreakUp
	Pause    = history.Pause
	Stop     = history.Stop
	HandOff  = history.HandOff
)

// Kinds.
const (
	Ghosting      = history.Ghosting
	NoBudget      = history.NoBudget
	NoAuthority   = history.NoAuthority
	NoFit         = history.NoFit
	NotInterested = history.NotInterested
	Competitor    = history.Competitor
	TireKicker    = history.TireKicker
	OverInvested  = history.OverInvested
	NotNow        = history.NotNow
	NotWorthIt    = history.NotWorthIt

	Away      = history.Away
	Waiting   = history.Waiting
	LetGo     = history.LetGo
	Satisfied = history.Satisfied
)

// Verdict is what to do about a prospect, and why.
type Verdict struct {
	Verdict string
	Kind    string
	Rule    string    // the one that spoke
	Until   time.Time // pause: the first day it is over; keep: nothing is sent before; zero otherwise
	Because string
	Silent  bool           // break-up: nothing is sent, for the goodbye was said or none is due
	Event   *history.Event // what it answers or rests on: their message, a promise, a meeting; may be nil
	Perhaps *history.Event // last-try: the touch that may have been it already; nil mostly
	Back    time.Time      // break-up: the day they named for a second look; zero takes the playbook's
	Unsure  []string       // places not looked at since the last touch
}

// RuleSet is the rules that a playbook names, looked up once for a long list.
type RuleSet struct{ said, silence []*Rule }

// RulesOf looks them up.
func RulesOf(p *playbook.Playbook) RuleSet { return RuleSet{rules(p.Said), rules(p.Silence)} }

func rules(names []string) []*Rule {
	list := make([]*Rule, len(names))
	for i, name := range names {
		list[i] = Rules[slices.IndexFunc(Rules, func(r *Rule) bool { return r.Name == name })]
	}
	return list
}

// Judge decides about one history.
func Judge(h *history.History, p *playbook.Playbook) Verdict { return RulesOf(p).Judge(h, p) }

// Judge decides about one history, by the playbook that names the rules.
func (r RuleSet) Judge(h *history.History, p *playbook.Playbook) Verdict {
	v := r.decide(h, p)
	if v.judgesSilence() && !h.Dismissed("account") {
		v = withAccount(h, p, v)
	}
	if v.judgesSilence() && !h.Dismissed("coverage") { // dismissed is the rep's word that they looked
		v = withCoverage(h, v)
	}
	return v
}

// judgesSilence reports a goodbye for want of an answer.
func (v *Verdict) judgesSilence() bool {
	return v.Kind == Ghosting && (v.Verdict == LastTry || v.Verdict == BreakUp)
}

func (r RuleSet) decide(h *history.History, p *playbook.Playbook) Verdict {
	if v, ok := ask(h, p, beforeSaid); ok {
		return v
	}
	said, _ := askNamed(h, p, r.said)
	if said.ends() {
		return said
	}
	if v, ok := ask(h, p, afterSaid); ok {
		return v
	}
	silence, _ := askNamed(h, p, r.silence)
	switch {
	case silence.ends():
		return silence
	case said.Verdict != "": // invest, or a wait
		return said
	case silence.Verdict != "":
		return silence
	}
	v, _ := keep.speak(h, p)
	v.Rule = keep.Name
	return v
}

// ends reports a verdict that is more than to go on: only such a one speaks before
// their own message, a meeting or a date does.
func (v *Verdict) ends() bool {
	return v.Verdict != "" && v.Verdict != Keep && v.Verdict != Invest
}

func ask(h *history.History, p *playbook.Playbook, rules []*Rule) (Verdict, bool) {
	for _, r := range rules {
		if h.Dismissed(r.Name) && r.Name != stop.Name {
			continue
		}
		if v, ok := r.speak(h, p); ok {
			v.Rule = r.Name
			return v, true
		}
	}
	return Verdict{}, false
}

// askNamed asks a playbook's own rules. A customer is none of their business: we
// never break up with one. Nor is somebody let go: that is not decided twice.
func askNamed(h *history.History, p *playbook.Playbook, rules []*Rule) (Verdict, bool) {
	if h.Customer || h.LetGo() {
		return Verdict{}, false
	}
	var kept Verdict // a rule that counts what is still to do leaves the word to the next
	for i := range rules {
		v, ok := ask(h, p, rules[i:i+1])
		if ok && (v.Verdict != Keep || !v.Until.IsZero()) { // a goodbye that has to wait keeps the others back
			return v, true
		}
		if kept.Verdict == "" {
			kept = v
		}
	}
	return kept, kept.Verdict != ""
}

// Score adds up what the signals are worth, from the start: an order for lists.
// Where the sum leaves 0 to 100 a part named limit makes up for it, so that the
// parts shown always add up exactly.
func Score(h *history.History, p *playbook.Playbook) (int, []signal.Part) {
	parts := append([]signal.Part{
		own("start", p.Weights["start"].Points, h.Say("Where every prospect starts"), p),
	}, signal.Read(h, p)...)
	sum := 0
	for _, part := range parts {
		sum += part.Points
	}
	clamped := min(max(sum, 0), 100)
	if clamped != sum {
		parts = append(parts, own("limit", clamped-sum, h.Say("A score lies between 0 and 100"), p))
	}
	return clamped, parts
}

// Sum is the Score without its parts, by the playbook's weights.
func Sum(h *history.History, p *playbook.Playbook, w signal.Weights) int {
	return min(max(p.Weights["start"].Points+w.Sum(h, p), 0), 100)
}

func own(name string, points int, because string, p *playbook.Playbook) signal.Part {
	return signal.Part{Signal: name, Points: points, Because: because, Source: p.Name, Evidence: []signal.Evidence{}}
}
