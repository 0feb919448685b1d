package view

import (
	"cmp"
	"strings"

	"cleanbreak/core/page"
)

// History is everything that happened, newest first. Its lines are made when
// they are shown: there may be thousands.
type History struct {
	Count   int
	entries []Entry
	c       calendar
}

// Event is one line of the history.
type Event struct {
	ID     string
	Icon   string
	Class  string // "in" for theirs, "out" for ours, "" for the rest
	Date   string
	Title  string
	Quote  string
	Note   string // what was not read, or who entered it
	ByHand bool   // can be taken back
}

func historyOf(entries []Entry, c calendar) *History { return &History{len(entries), entries, c} }

// Lines are the newest n.
func (h *History) Lines(n int) []Event {
	shown := h.entries[:min(n, h.Count)]
	out := make([]Event, 0, len(shown))
	for i := range shown {
		e := &shown[i]
		icon, class := entryIcon(e)
		quote := e.Quote
		if e.Type == "dismiss" && !e.Of.IsZero() {
			quote = whatLeftOut(*e, h.entries, h.c)
		}
		if e.Type == "promise" && e.Done {
			quote = Say(quote) // a step that was ticked
		}
		out = append(out, Event{
			ID: e.ID, Icon: icon, Class: class, Date: h.c.day(e.At), Title: entryTitle(*e),
			Quote: quote, Note: entryNote(e, h.c), ByHand: e.ByHand && e.ID != "",
		})
	}
	return out
}

func entryIcon(e *Entry) (icon, class string) {
	switch e.Type {
	case "touch":
		return "out", "out"
	case "reply":
		if e.Machine != "" {
			return "cog", ""
		}
		return "in", "in"
	case "inbound", "reaction":
		return "in", "in"
	case "complaint":
		return "warn", "in"
	case "meeting":
		return "meeting", ""
	case "promise":
		if e.Done {
			return "check", ""
		}
		return "flag", ""
	case "answer":
		return "pencil", ""
	case "dismiss":
		return "no", ""
	case "decision":
		return "mark", ""
	}
	return "dot", ""
}

func entryTitle(e Entry) string {
	title := word(otherEvents, e.Type)
	switch e.Type {
	case colleagues(e):
		title = theirTitle(e)
	case "touch":
		title = sentence(youDid, e.Channel)
	case "reply":
		title = sentence(theyDid, e.Channel)
		if e.Machine != "" {
			title = Say(cmp.Or(machineWords[e.Machine], machineWords[""]))
		}
	case "reaction":
		title = cmp.Or(Say(reactionWords[e.Channel]), title)
	case "promise":
		if e.Done {
			title = Say(keptText)
		}
	case "answer":
		return fill(decidedForm, title, cmp.Or(Say(factWords[e.Question].label), word(nil, e.Question)))
	case "dismiss":
		if e.Signal != "" {
			title = fill(decidedForm, title, leftOutName(e.Signal))
		}
	}
	switch {
	case e.Type == "meeting" && e.Disposition != "" && movedBy[e.Disposition+" "+e.By] != "":
		title = fill(decidedForm, title, Say(movedBy[e.Disposition+" "+e.By]))
	case e.Disposition != "":
		title = fill(decidedForm, title, word(outcomes, e.Disposition))
	case e.Verdict != "":
		title = fill(decidedForm, title, word(shortVerdicts, e.Verdict))
		if e.Kind != "" && e.Kind != e.Verdict {
			title += " · " + small(word(kindWords, e.Kind))
		}
	}
	return title
}

// leftOutName names a signal or a rule inside a sentence.
func leftOutName(code string) string {
	if code == suggested {
		return Say(suggestedLeft)
	}
	if r, isRule := ruleWords[code]; isRule && signalWords[code] == "" {
		return fill(ruleLeftOut, Say(r.words))
	}
	return word(signalWords, code)
}

func sentence(by map[string]string, channel string) string {
	if w, ok := by[channel]; ok {
		return Say(w)
	}
	return Say(by[""]) + " · " + channelName(channel)
}

func entryNote(e *Entry, c calendar) string {
	var notes []string
	if e.Type == "meeting" && !e.Starts.IsZero() {
		notes = append(notes, fill(meetsOn, c.day(e.Starts), c.clock(e.Starts)))
	}
	if e.Type == "promise" && !e.Until.IsZero() {
		notes = append(notes, fill(promisedFor, c.day(e.Until)))
	}
	if e.Copied {
		notes = append(notes, Say(copiedNote))
	}
	if e.Against != "" {
		notes = append(notes, fill(againstText, word(shortVerdicts, e.Against)))
	}
	if e.Type == "reply" { // our own words are known to the rep
		switch e.Read {
		case page.ReadSnippet:
			notes = append(notes, Say(onlySnippet))
		case page.ReadNone:
			notes = append(notes, Say(textNotRead))
		}
		if e.Machine != "" {
			notes = append(notes, Say(machineNeeded))
		}
	}
	if e.ByHand {
		notes = append(notes, Say(byHandText))
	}
	return strings.Join(notes, " · ")
}

// Noted is the entry that a press has just made, to be said and taken back; nil
// where it made none.
type Noted struct{ ID, Text string }

// NotedBetween finds what was entered by hand and is new in the second of two States,
// or has the id that it was entered with: the first may have it already, where a
// broadcast was faster than the answer.
func NotedBetween(before, now State, id string) *Noted {
	old := make(map[string]bool, len(before.Entries))
	for i := range before.Entries {
		old[before.Entries[i].ID] = true
	}
	for _, e := range now.Entries {
		if e.ByHand && e.ID != "" && (!old[e.ID] || e.ID == id) {
			return &Noted{e.ID, fill(notedText, notedTitle(e))}
		}
	}
	return nil
}

// notedTitle is shorter than the history's where the quote says it.
func notedTitle(e Entry) string {
	title := entryTitle(e)
	if e.Quote != "" && e.Type == "promise" {
		return fill(decidedForm, title, e.Quote)
	}
	return title
}

// NotedDeal says that the deal was described.
func NotedDeal() string { return fill(notedText, Say(describedAs)) }
