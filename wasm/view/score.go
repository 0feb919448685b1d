package view

import (
	"cleanbreak/core/assess"
	"cleanbreak/core/signal"
)

// Score shows how the points add up to the score, part by part.
type Score struct {
	Words  string
	Source string // whose points they are, when all parts share it
	Parts  []Part
}

// Part is one row of the waterfall. Start and Width are percent of the bar's
// length, from the side where reading starts.
type Part struct {
	Points       string // "+12", "−30"
	Sign         string // "up", "down", "none"
	Because      string
	Source       string // where it differs from part to part
	Start, Width float64
	Evidence     []Evidence
}

// Evidence is one dated thing that a person can check.
type Evidence struct{ Date, Quote string }

func score(a assess.Assessment, c calendar) *Score {
	s := &Score{Words: fill(scoreText, number(a.Score))}
	shared := sharedSource(a.Parts)
	if shared != "" {
		s.Source = fill(weightsText, word(sources, shared))
	}
	low, high := reach(a.Parts)
	at := 0
	for _, p := range a.Parts {
		from, to := min(at, at+p.Points), max(at, at+p.Points)
		at += p.Points
		source := ""
		if shared == "" {
			source = word(sources, p.Source)
		}
		s.Parts = append(s.Parts, Part{
			Points: signed(p.Points), Sign: sign(p.Points),
			Because: firstOf(p.Because, word(nil, p.Signal)), Source: source,
			Start: percent(from-low, high-low), Width: percent(to-from, high-low),
			Evidence: evidence(p.Evidence, c),
		})
	}
	return s
}

func sharedSource(parts []signal.Part) string {
	for _, p := range parts {
		if p.Source != parts[0].Source {
			return ""
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return parts[0].Source
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

func evidence(all []signal.Evidence, c calendar) []Evidence {
	var out []Evidence
	for _, e := range all {
		out = append(out, Evidence{Date: c.day(e.At), Quote: e.Quote})
	}
	return out
}
