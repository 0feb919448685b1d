package view

import "cleanbreak/core/assess"

// Verdict is the card on top: what to do, and the one reason.
type Verdict struct {
	Tone     string // the verdict's code; names its colours
	Icon     string
	Headline string
	Because  string
	Kind     string  // "" or a word or two
	Unsure   string  // "" or what was not looked at
	Dates    []Dated // next touch, look again
	Score    int     // for the small meter
	Words    string  // the score in words, "18 of 100"
}

// Dated is a labelled day.
type Dated struct{ Label, Text string }

type tone struct{ icon, headline, dated string }

func verdict(a assess.Assessment, c calendar) *Verdict {
	t, known := tones[a.Verdict]
	v := &Verdict{
		Tone: a.Verdict, Icon: t.icon, Headline: headline(a, t, c), Because: a.Because,
		Unsure: unsure(a.Unsure), Dates: dates(a, c),
		Score: clamp(a.Score), Words: fill(scoreText, number(a.Score)),
	}
	if !known {
		v.Tone, v.Icon = "keep", "onward"
	}
	if a.Kind != "" && a.Verdict != "pause" {
		v.Kind = word(kindWords, a.Kind)
	}
	return v
}

func headline(a assess.Assessment, t tone, c calendar) string {
	switch {
	case t.headline == "":
		return word(shortVerdicts, a.Verdict)
	case a.Verdict == "break-up" && a.Kind == "not-worth-it":
		return letGoQuietly
	case a.Verdict == "pause":
		if special, ok := pauses[a.Kind]; ok {
			t = special
		}
	}
	if a.Until != nil && t.dated != "" {
		return fill(t.dated, c.date(*a.Until))
	}
	return t.headline
}

// unsure names the places that were not looked at since the last touch.
func unsure(places []string) string {
	if len(places) == 0 {
		return ""
	}
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = word(placeWords, p)
	}
	return fill(unsureText, list(names))
}

func dates(a assess.Assessment, c calendar) []Dated {
	var out []Dated
	if n := a.NextTouch; n != nil {
		text := c.soon(n.On)
		if n.Channel != "" {
			text += " · " + word(channelWords, n.Channel)
		}
		out = append(out, Dated{LabelNextTouch, text})
	}
	if a.Reassess != nil {
		out = append(out, Dated{LabelReassess, c.date(*a.Reassess)})
	}
	return out
}

// Decision is one press by which the rep follows a verdict, or takes it back.
type Decision struct {
	Label         string
	Verdict, Kind string // of the Action
	Primary       bool
}

// decisions go by the verdict, and for a pause by its kind.
func decisions(a assess.Assessment) []Decision {
	state := a.Verdict
	if state == "pause" {
		state = a.Kind
	}
	var out []Decision
	for _, d := range decisionWords[state] {
		if d.Verdict == a.Verdict {
			d.Kind = a.Kind
		}
		out = append(out, d)
	}
	return out
}

// Voice is what one published source would decide.
type Voice struct{ Source, Verdict, Because string }

func voices(all []assess.Voice) []Voice {
	var out []Voice
	for _, v := range all {
		says := word(shortVerdicts, v.Verdict)
		if v.Kind != "" {
			says += " · " + word(kindWords, v.Kind)
		}
		out = append(out, Voice{word(sources, v.Source), says, v.Because})
	}
	return out
}

func flips(all []assess.Flip) []string {
	var out []string
	for _, f := range all {
		out = append(out, fill(flipText, f.If, word(shortVerdicts, f.Verdict)))
	}
	return out
}

// CRM is the neutral note to paste into a CRM.
type CRM struct{ Reason, Note string }

func crm(a assess.Assessment) *CRM {
	if a.ClosedLostReason == "" && a.CRMNote == "" {
		return nil
	}
	return &CRM{Reason: a.ClosedLostReason, Note: a.CRMNote}
}

func clamp(score int) int { return min(max(score, 0), 100) }
