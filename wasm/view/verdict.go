package view

import (
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/plan"
	"cleanbreak/core/verdict"
)

// Verdict is the card on top: what to do, and the one reason.
type Verdict struct {
	Tone     string // the verdict's code; names its colours
	Icon     string
	Headline string
	Because  string
	Odds     string // "" or how many like them answered later
	Rule     string // "Rule: Pipedrive, second objection"
	Kind     string // "" or a word or two, where the headline does not say it
	Unsure   string // "" or what was not looked at
	Clock    *Clock // of a fresh web lead
	Dates    []Dated
	Score    int    // for the small meter
	Words    string // the score in words, "18 of 100"
	Disagree *Disagree
	Lift     *Question // of a stop
}

// Dated is a labelled day.
type Dated struct{ Label, Text string }

// Clock runs until By.
type Clock struct {
	By   time.Time
	Text string // "Answer by 10:05"
}

type face struct{ icon, headline, dated string }

type rule struct{ source, words string }

// stateOf names what the panel shows of a verdict: with its kind, or where that
// says nothing with what waits.
func stateOf(a assess.Assessment) string {
	kind := a.Kind
	if kind == "" {
		kind = waits(a)
	}
	if kind == "" {
		return a.Verdict
	}
	return a.Verdict + "/" + kind
}

// waits tells apart what a your-turn, a keep or a stop is about, by the first
// step of its plan.
func waits(a assess.Assessment) string {
	if len(a.Unsure) > 0 {
		return "unsure"
	}
	if len(a.Plan.Steps) == 0 {
		return ""
	}
	first := a.Plan.Steps[0]
	switch {
	case first.Purpose == "answer.inbound":
		return "inbound"
	case first.Purpose == "promise", first.Purpose == "confirm", first.Purpose == "first":
		return first.Purpose
	case first.Do == plan.Log && first.Channel == "":
		return "meeting"
	case a.Verdict == verdict.Stop && first.Do == plan.Send:
		return "they-came"
	}
	return ""
}

func verdictOf(a assess.Assessment, state string, customer bool, c calendar) *Verdict {
	v := &Verdict{
		Tone: a.Verdict, Because: a.Because, Rule: ruleOf(a.Rule),
		Unsure: unsure(a.Unsure), Dates: dates(a, c), Clock: clock(a.AnswerBy, c),
		Score: clamp(a.Score), Words: fill(scoreText, number(a.Score)),
	}
	v.Icon, v.Headline = look(a, state, c)
	if _, known := faces[a.Verdict]; !known {
		v.Tone, v.Icon = "keep", "onward"
	}
	if _, said := faces[state]; a.Kind != "" && !said && a.Verdict != verdict.Pause {
		v.Kind = word(kindWords, a.Kind)
	}
	if a.Verdict == verdict.Stop {
		v.Lift = liftAsk
	} else {
		v.Disagree = disagree(a, customer)
	}
	return v
}

// look gives a verdict's icon and headline; a kind that is not known looks as
// the verdict does.
func look(a assess.Assessment, state string, c calendar) (icon, headline string) {
	f, known := faces[state]
	if !known {
		f, known = faces[a.Verdict]
	}
	if !known {
		return "", word(shortVerdicts, a.Verdict)
	}
	if a.Until != nil && f.dated != "" {
		return f.icon, fill(f.dated, c.date(*a.Until))
	}
	return f.icon, f.headline
}

// ruleOf names the rule under its source.
func ruleOf(name string) string {
	if name == "" {
		return ""
	}
	r, known := ruleWords[name]
	if !known {
		r = rule{"ours", word(nil, name)}
	}
	return fill(ruleText, word(sources, r.source), Say(r.words))
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
	if a.Reassess != nil && a.Verdict != verdict.Pause { // a pause says it in its headline
		out = append(out, Dated{LabelReassess, c.date(*a.Reassess)})
	}
	return out
}

func clock(answerBy *string, c calendar) *Clock {
	if answerBy == nil {
		return nil
	}
	by, err := time.Parse(time.RFC3339, *answerBy)
	if err != nil {
		return nil
	}
	return &Clock{By: by, Text: fill(answerByText, c.clock(by))}
}

// Left says how long a clock still runs. Coarse counts whole minutes, for those
// who want no movement.
func (c Clock) Left(now time.Time, coarse bool) string {
	left := c.By.Sub(now)
	switch {
	case left <= 0:
		return clockOver
	case !coarse:
		return fill(clockLeft, minutes(left))
	case left < time.Minute:
		return clockLastOnes
	}
	return fill(clockLeft, many(int(left/time.Minute), minutesLeft))
}

// Remark is what a screen reader is told at a moment: nothing but the last
// minute and the end.
func (c Clock) Remark(before, now time.Time) string {
	passed := func(at time.Time) bool { return before.Before(at) && !now.Before(at) }
	switch {
	case passed(c.By):
		return clockOver
	case passed(c.By.Add(-time.Minute)):
		return clockOneLeft
	}
	return ""
}

// minutes writes mm:ss, a second that has begun as a whole one.
func minutes(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second)
	return number(s/60) + ":" + twoDigits(s%60)
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + number(n)
	}
	return number(n)
}

func clamp(score int) int { return min(max(score, 0), 100) }

// Voice is what one published source would decide.
type Voice struct{ Code, Source, Verdict, Because, Title string }

func voices(all []assess.Voice) []Voice {
	var out []Voice
	for _, v := range all {
		says := word(shortVerdicts, v.Verdict)
		if v.Kind != "" {
			says += " · " + small(word(kindWords, v.Kind))
		}
		out = append(out, Voice{v.Source, word(sources, v.Source), says, v.Because, sourceTitles[v.Source]})
	}
	return out
}

// Flip is a small change and what it would lead to.
type Flip struct{ If, Verdict, Tone, Icon string }

func flips(all []assess.Flip) []Flip {
	var out []Flip
	for _, f := range all {
		flip := Flip{If: capital(f.If), Verdict: word(shortVerdicts, f.Verdict), Tone: f.Verdict, Icon: faces[f.Verdict].icon}
		if f.Kind != "" {
			flip.Verdict += " · " + small(word(kindWords, f.Kind))
		}
		if flip.Icon == "" {
			flip.Tone, flip.Icon = "keep", "onward"
		}
		out = append(out, flip)
	}
	return out
}
