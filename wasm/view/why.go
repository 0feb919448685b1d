package view

import (
	"time"

	"cleanbreak/core/assess"
)

// Why is an assessment in words, for a page that has no panel: what to do, why,
// and what would change it. It crosses to JavaScript as JSON; arrays are never null.
type Why struct {
	Tone     string     `json:"tone"` // the verdict's code; names its colours
	Headline string     `json:"headline"`
	Because  string     `json:"because"`
	Rule     string     `json:"rule"`
	Odds     string     `json:"odds"` // how many like them answered later; "" where it is not known
	Score    string     `json:"score"`
	Decided  string     `json:"decided"` // "What decided: …"
	Source   string     `json:"source"`  // whose points they are
	Parts    []WhyPart  `json:"parts"`
	Voices   []WhyVoice `json:"voices"`
	Flips    []WhyFlip  `json:"flips"`
}

// WhyPart is one reason with its points and what it rests on.
type WhyPart struct {
	Points   string   `json:"points"`
	Sign     string   `json:"sign"` // up, down or none
	Because  string   `json:"because"`
	Evidence []string `json:"evidence"`
}

// WhyVoice is what one published source would decide.
type WhyVoice struct {
	Source  string `json:"source"`
	Verdict string `json:"verdict"`
	Because string `json:"because"`
}

// WhyFlip is a small change, and what it would lead to.
type WhyFlip struct {
	If      string `json:"if"`
	Verdict string `json:"verdict"`
}

// TellWhy puts an assessment into words, in the language of [Speak], for a rep whose
// now is in their own zone.
func TellWhy(a assess.Assessment, now time.Time) Why {
	c := calendar{now: now, local: func(t time.Time) time.Time { return t.In(now.Location()) }}
	v, r := verdictOf(a, stateOf(a), false, c), reasons(a, nil, c)
	why := Why{
		Tone: v.Tone, Headline: Say(v.Headline), Because: v.Because, Rule: v.Rule, Score: v.Words, Decided: r.Rule, Source: r.Source,
		Parts: []WhyPart{}, Voices: []WhyVoice{}, Flips: []WhyFlip{},
	}
	if v.Kind != "" {
		why.Headline += " · " + v.Kind
	}
	for _, p := range r.Parts {
		part := WhyPart{Points: p.Points, Sign: p.Sign, Because: p.Because, Evidence: []string{}}
		for _, e := range p.Evidence {
			part.Evidence = append(part.Evidence, joinDots(e.Date, e.Quote))
		}
		why.Parts = append(why.Parts, part)
	}
	for _, v := range voices(a.Voices) {
		why.Voices = append(why.Voices, WhyVoice{v.Source, v.Verdict, v.Because})
	}
	for _, f := range flips(a.Flips) {
		why.Flips = append(why.Flips, WhyFlip{f.If, f.Verdict})
	}
	return why
}

// Labels are the names of verdicts and of kinds, by their codes.
func Labels() (verdicts, kinds map[string]string) {
	verdicts, kinds = map[string]string{}, map[string]string{}
	for code, words := range shortVerdicts {
		verdicts[code] = capital(Say(words))
	}
	for code, words := range kindWords {
		kinds[code] = Say(words)
	}
	return verdicts, kinds
}
