package replica

import (
	"slices"
	"strings"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/reply"
	"cleanbreak/core/say"
	"cleanbreak/core/seal"
)

// Of our own messages only two things are kept, on the device: the sentences in
// which we promised something, and whether we gave something. Neither is counted
// for a promise before the rep says so.

// OwnReadings gives what our own messages on a page promised and gave, for the
// touches that Observe gave of it. What is among the known events is not read
// again.
func OwnReadings(ctx page.Context, touches, known []Event, index seal.Index) []Event {
	read := map[string]bool{}
	for i := range known {
		read[known[i].Clear.Target] = true
	}
	var out []Event
	for i := range ctx.Messages {
		m := &ctx.Messages[i]
		if m.Direction != page.Out || m.Read != page.ReadFull || m.Text == "" || !placed(m) {
			continue
		}
		tag := messageTag(ctx, m.ID, index)
		at := slices.IndexFunc(touches, func(e Event) bool { return e.Kind == Touch && e.Clear.Message == tag })
		if at < 0 || read[tag] {
			continue
		}
		own := reply.Own(reply.Mail{Text: m.Text, Received: m.At})
		reading := Event{Kind: Reading, Who: touches[at].Who, At: m.At, Local: Local{
			Read: m.Read, Source: touches[at].Local.Source, GaveValue: own.GaveValue || m.Attached || linked(m),
		}}
		reading.Tag(index)
		for _, p := range own.Promises {
			reading.Local.Promises = append(reading.Local.Promises, english.Quote(p.Text, m.Read))
		}
		out = append(out, reading)
	}
	return out
}

// linked reports a link among what was typed, and not in a signature.
func linked(m *page.Message) bool {
	if len(m.Links) == 0 {
		return false
	}
	typed := strings.Join(strings.Fields(reply.Visible(m.Text)), " ")
	return slices.ContainsFunc(m.Links, func(words string) bool { return strings.Contains(typed, words) })
}

// gaveValue is what was read of our own message; nil where it was not.
func gaveValue(e *Event) *bool {
	if e.Local.Read != page.ReadFull {
		return nil
	}
	return &e.Local.GaveValue
}

// Suggestion is something we seem to have promised, for the rep to keep or drop.
type Suggestion struct {
	Text string
	Sent time.Time // when we wrote it
	On   time.Time // the day it names, midnight in the zone; zero where it names none
}

// Suggested is the signal that a dropped suggestion is dismissed by: no rule's.
const Suggested = "suggested-promise"

// Suggestions lists what our messages since a time promise and the rep has not
// said yes or no to, the newest first.
func Suggestions(s State, since time.Time, zone *time.Location) []Suggestion {
	said := map[string]bool{}
	for i := range s.Events {
		if e := &s.Events[i]; e.Kind == Promise || e.Kind == Dismiss && e.Sealed.Signal == Suggested {
			said[e.Sealed.Text] = true
		}
	}
	var out []Suggestion
	for _, e := range slices.Backward(s.Events) {
		if e.Kind != Touch || e.At.Before(since) {
			continue
		}
		for _, text := range e.Local.Promises {
			if said[text] {
				continue
			}
			said[text] = true
			out = append(out, Suggestion{Text: text, Sent: e.At, On: dayNamed(text, e.At, zone)})
		}
	}
	return out
}

// dayNamed is the day by which a sentence promises something.
func dayNamed(text string, sent time.Time, zone *time.Location) time.Time {
	own := reply.Own(reply.Mail{Text: text, Received: sent, Zone: zone})
	for _, p := range own.Promises {
		if !p.On.IsZero() {
			return p.On
		}
	}
	return time.Time{}
}

// english shortens what is kept: that is in nobody's language.
var english *say.Language
