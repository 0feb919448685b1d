package view

import (
	"cmp"
	"slices"
	"time"
)

// Stands is a decision that stands against another one.
type Stands struct {
	Verdict string    `json:"verdict"`
	Kind    string    `json:"kind,omitempty"`
	Until   time.Time `json:"until,omitzero"`
	At      time.Time `json:"at"`
	Author  string    `json:"author,omitempty"` // a colleague; "" is the rep
}

// Clash tells both reps that they decided without knowing of each other.
type Clash struct {
	Title, Help string
	Decisions   []Clashing // the one that counts comes first
}

// Clashing is one of the decisions.
type Clashing struct {
	Words string // what was decided
	By    string // who and when
	Note  string // "" or that it is the one that counts
}

func clash(s State, c calendar) *Clash {
	if !differ(s.Clash) {
		return nil
	}
	out := &Clash{Title: clashTitle, Help: clashHelp}
	for i, d := range s.Clash {
		words := word(shortVerdicts, d.Verdict)
		if d.Kind != "" && d.Kind != d.Verdict {
			words += " · " + word(kindWords, d.Kind)
		}
		if !d.Until.IsZero() {
			words = fill(clashUntil, words, c.day(d.Until))
		}
		line := Clashing{Words: capital(words), By: fill(clashBy, cmp.Or(d.Author, Say(clashYou)), c.day(d.At), c.clock(d.At))}
		if i == 0 {
			line.Note = clashCounts
		}
		out.Decisions = append(out.Decisions, line)
	}
	return out
}

// differ reports whether decisions come to different things.
func differ(all []Stands) bool {
	return slices.ContainsFunc(all, func(d Stands) bool {
		return d.Verdict != all[0].Verdict || d.Kind != all[0].Kind || !d.Until.Equal(all[0].Until)
	})
}

// colleagues gives the type of an entry that tells what a colleague did, "" of any
// other. What the prospect did is the same whoever noted it.
func colleagues(e Entry) string {
	if e.Author == "" || (e.Type != "touch" && theirEvents[e.Type] == "") {
		return ""
	}
	return e.Type
}

// theirTitle is "Ben: Letter" or "Ben decided".
func theirTitle(e Entry) string {
	switch {
	case e.Type == "touch":
		return fill(decidedForm, e.Author, channelName(e.Channel))
	case e.Type == "promise" && e.Done:
		return fill(decidedForm, e.Author, Say(keptText))
	}
	return fill(theirEvents[e.Type], e.Author)
}

// UntrackAsk asks before a person is forgotten: in a team, everywhere.
func UntrackAsk(s State) string {
	if s.Team {
		return untrackTeamAsk
	}
	return untrackAsk
}
