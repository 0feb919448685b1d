package view

import (
	"slices"
	"strings"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
)

// Counts says how often each side got in touch, by channel.
type Counts struct {
	Words string // "3 touches and 1 reply"
	Rows  []Count
	Most  int    // of any channel on any side
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

// counts leaves out what a machine sent: that is no reply.
func counts(entries []Entry) *Counts {
	touches, replies := map[string]int{}, map[string]int{}
	out, in := 0, 0
	for _, e := range entries {
		switch {
		case e.Type == "touch":
			touches[e.Channel]++
			out++
		case e.Type == "reply" && e.Machine == "":
			replies[e.Channel]++
			in++
		}
	}
	c := &Counts{Words: sumText(out, in)}
	for _, channel := range channelsOf(touches, replies) {
		c.Rows = append(c.Rows, Count{channelName(channel), touches[channel], replies[channel]})
		c.Most = max(c.Most, touches[channel], replies[channel])
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
		return Say(wordOther)
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

// united leaves out what the rep logged and a page shows too, as the engine does:
// what is listed and counted is what was judged.
func united(entries []Entry) []Entry {
	known := make([]history.Event, len(entries))
	for i, e := range entries {
		known[i] = history.Event{ID: e.ID, At: e.At, Type: e.Type, Channel: e.Channel, Read: e.Read, ByHand: e.ByHand, Counted: e.Counted}
	}
	kept := history.United(known)
	if len(kept) == len(entries) {
		return entries
	}
	out := make([]Entry, 0, len(kept))
	for _, e := range entries {
		if len(out) < len(kept) && kept[len(out)].ID == e.ID && kept[len(out)].At.Equal(e.At) {
			out = append(out, e)
		}
	}
	return out
}
