package view

import (
	"cmp"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/signal"
	"cleanbreak/core/verdict"
)

// Reasons shows what decided, and how the points add up to the score, part by
// part. The rep may leave out what does not count.
type Reasons struct {
	Words   string
	Source  string   // whose points they are, when all parts share it
	Rule    string   // what decided
	Without *Entered // the rule; nil where it cannot be left out
	Note    string   // why nothing can be left out
	Parts   []Part
	LeftOut []LeftOut
}

// Part is one row of the waterfall. Start and Width are percent of the bar's
// length, from the side where reading starts.
type Part struct {
	Points       string // "+12", "−30"; "" for a hint
	Sign         string // "up", "down", "none"
	Because      string
	Source       string // where it is another's, or that it is a hint
	Start, Width float64
	Evidence     []Evidence
	Dismiss      string   // the press in words
	Without      *Entered // leaves it out; nil where it cannot be
}

// Evidence is one dated thing that a person can check.
type Evidence struct {
	Date, Quote string
	Dismiss     string
	Without     *Entered
}

// LeftOut is what the rep said does not count.
type LeftOut struct{ ID, Text string }

func reasons(a assess.Assessment, entries []Entry, c calendar) *Reasons {
	r := &Reasons{Words: fill(scoreText, number(a.Score)), LeftOut: leftOut(entries, c)}
	main := ""
	if len(a.Parts) > 0 {
		main = a.Parts[0].Source
		r.Source = fill(weightsText, word(sources, main))
	}
	open := a.Verdict != verdict.Stop // an opt-out stands against all evidence
	if !open {
		r.Note = stopStands
	}
	if known, ok := ruleWords[a.Rule]; ok && !frame[a.Rule] {
		r.Rule = fill(decidedBy, Say(known.words))
		r.Without = dismiss(open, Entered{Signal: a.Rule})
	}
	low, high := reach(a.Parts)
	at := 0
	for _, p := range a.Parts {
		from, to := min(at, at+p.Points), max(at, at+p.Points)
		at += p.Points
		part := part(p, main)
		part.Start, part.Width = percent(from-low, high-low), percent(to-from, high-low)
		part.Without = dismiss(open && !computed[p.Signal], Entered{Signal: p.Signal})
		part.Dismiss = fill(dismissPart, part.Because)
		part.Evidence = evidence(p, open, entries, c)
		r.Parts = append(r.Parts, part)
	}
	return r
}

// frame holds the rules that are not set aside here: a wish to be left alone,
// what speaks only when nothing else does, and the places to look at, of which
// the rep says that they looked.
var frame = map[string]bool{"stop": true, "keep": true, "coverage": true}

// computed parts are no evidence.
var computed = map[string]bool{"start": true, "limit": true}

func part(p signal.Part, main string) Part {
	part := Part{Points: signed(p.Points), Sign: sign(p.Points), Because: cmp.Or(p.Because, word(signalWords, p.Signal))}
	if p.Source != main {
		part.Source = word(sources, p.Source)
	}
	if p.Points == 0 {
		part.Points, part.Source = "", joinDots(Say(hintText), part.Source)
	}
	return part
}

// dismiss is the press that leaves something out, where that may be.
func dismiss(may bool, e Entered) *Entered {
	if !may {
		return nil
	}
	e.Type = "dismiss"
	return &e
}

func evidence(p signal.Part, open bool, entries []Entry, c calendar) []Evidence {
	var out []Evidence
	for _, e := range p.Evidence {
		single := open && !computed[p.Signal] && !pinned[p.Signal] && isEvent(entries, e.At)
		date := c.day(e.At)
		out = append(out, Evidence{
			Date: date, Quote: e.Quote, Dismiss: fill(dismissQuote, date, e.Quote),
			Without: dismiss(single, Entered{Of: e.At}),
		})
	}
	return out
}

// isEvent reports a moment at which something happened that is no decision.
func isEvent(entries []Entry, at time.Time) bool {
	for _, e := range entries {
		if e.At.Equal(at) && e.Type != "decision" && e.Type != "dismiss" {
			return true
		}
	}
	return false
}

// leftOut lists what the rep dismissed since the last touch, newest first.
func leftOut(entries []Entry, c calendar) []LeftOut {
	var out []LeftOut
	for _, e := range entries {
		if e.Type == "touch" {
			break
		}
		if e.Type == "dismiss" && e.Signal != suggested {
			out = append(out, LeftOut{e.ID, whatLeftOut(e, entries, c)})
		}
	}
	return out
}

func whatLeftOut(d Entry, entries []Entry, c calendar) string {
	if d.Signal != "" {
		return leftOutName(d.Signal)
	}
	for _, e := range entries {
		if e.At.Equal(d.Of) && e.Type != "dismiss" && e.Type != "decision" {
			return fill(eventLeftOut, c.day(e.At), cmp.Or(e.Quote, entryTitle(e)))
		}
	}
	return fill(unknownRemark, c.day(d.Of))
}

// reach is the span that the running sum covers, at least 0 to 100.
func reach(parts []signal.Part) (low, high int) {
	high = 100
	at := 0
	for _, p := range parts {
		at += p.Points
		low, high = min(low, at), max(high, at)
	}
	return low, high
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(whole) }

func sign(points int) string {
	switch {
	case points > 0:
		return "up"
	case points < 0:
		return "down"
	}
	return "none"
}
