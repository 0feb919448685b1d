package view

import (
	"slices"
	"strings"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
)

// Counts says how often each side got in touch, by channel.
type Counts struct {
	Words string // "3 touches and 1 reply"
	Rows  []Count
	Basis string // how it started and which attempt this is
}

// Count is one channel's touches and replies.
type Count struct {
	Channel          string
	Touches, Replies int
}

// channelOrder is the order of the rows and of the log form.
var channelOrder = []string{
	"email", "call", "voicemail", "linkedin", "sms", "live-message", "conversation",
	"introduction", "letter", "fax", "visit", "event", "calendar", "web",
}

func counts(entries []Entry) *Counts {
	touches, replies := map[string]int{}, map[string]int{}
	out, in := 0, 0
	for _, e := range entries {
		switch e.Type {
		case "touch":
			touches[e.Channel]++
			out++
		case "reply":
			replies[e.Channel]++
			in++
		}
	}
	c := &Counts{Words: sumText(out, in)}
	for _, channel := range channelsOf(touches, replies) {
		c.Rows = append(c.Rows, Count{channelName(channel), touches[channel], replies[channel]})
	}
	return c
}

// channelsOf lists the channels that were used: known ones in their order, then
// the others by name.
func channelsOf(touches, replies map[string]int) []string {
	var known, others []string
	for _, channel := range channelOrder {
		if touches[channel]+replies[channel] > 0 {
			known = append(known, channel)
		}
	}
	for _, counted := range []map[string]int{touches, replies} {
		for channel := range counted {
			if !slices.Contains(channelOrder, channel) && !slices.Contains(others, channel) {
				others = append(others, channel)
			}
		}
	}
	slices.Sort(others)
	return append(known, others...)
}

func channelName(channel string) string {
	if channel == "" {
		return wordOther
	}
	return word(channelWords, channel)
}

func basis(a assess.Assessment) string {
	var parts []string
	if a.Motion != "" {
		parts = append(parts, word(motionWords, a.Motion))
	}
	if a.Cycle > 1 {
		parts = append(parts, fill(cycleWords, number(a.Cycle)))
	}
	return strings.Join(parts, " · ")
}

// History is everything that happened, newest first.
type History struct{ Events []Event }

// Event is one line of the history.
type Event struct {
	ID     string
	Icon   string // "out", "in", "meeting", "dot"
	Date   string
	Title  string
	Quote  string
	Note   string // what was not read, or who logged it
	ByHand bool   // can be taken back
}

func history(entries []Entry, c calendar) *History {
	h := &History{}
	for _, e := range entries {
		h.Events = append(h.Events, Event{
			ID: e.ID, Icon: entryIcon(e.Type), Date: c.day(e.At), Title: entryTitle(e),
			Quote: e.Quote, Note: entryNote(e), ByHand: e.ByHand && e.ID != "",
		})
	}
	return h
}

func entryIcon(kind string) string {
	switch kind {
	case "touch":
		return "out"
	case "reply", "inbound", "complaint":
		return "in"
	case "meeting":
		return "meeting"
	}
	return "dot"
}

func entryTitle(e Entry) string {
	var title string
	switch e.Type {
	case "touch":
		title = sentence(youDid, e.Channel)
	case "reply":
		title = sentence(theyDid, e.Channel)
	default:
		title = word(otherEvents, e.Type)
	}
	switch {
	case e.Disposition != "":
		title += ": " + word(outcomes, e.Disposition)
	case e.Verdict != "":
		title += ": " + word(shortVerdicts, e.Verdict)
	}
	return title
}

func sentence(by map[string]string, channel string) string {
	if w, ok := by[channel]; ok {
		return w
	}
	return by[""] + " · " + channelName(channel)
}

func entryNote(e Entry) string {
	var notes []string
	if e.Type == "reply" { // our own words are known to the rep
		switch e.Read {
		case page.ReadSnippet:
			notes = append(notes, LabelOnlySnippet)
		case page.ReadNone:
			notes = append(notes, LabelTextNotRead)
		}
	}
	if e.ByHand {
		notes = append(notes, LabelByHand)
	}
	return strings.Join(notes, " · ")
}
