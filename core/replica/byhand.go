package replica

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
)

// Limits of what a rep enters by hand.
const (
	MostText    = 2000    // characters
	MostReply   = 20000   // characters of a reply that is pasted
	mostMinutes = 24 * 60 // of one touch or meeting
)

// Words that a rep may enter.
var (
	dispositions = map[string][]string{
		Touch:   {"", history.Connected, history.LeftVoicemail, history.NoAnswer, history.WrongNumber},
		Meeting: {history.Scheduled, history.Completed, history.Rescheduled, history.NoShow, history.Cancelled},
	}
	ways      = []string{"web", "call", "event", "email"} // in which they came to us
	asked     = []string{"why-here", "calendar", "budget", "authority", "need", "timing"}
	intimate  = asked[:2] // about how they live: these stay on the device
	decisions = []string{history.LastTry, history.BreakUp, history.Pause, history.Keep, history.HandOff, history.Stop, history.LiftStop}
	disputed  = []string{"", history.YourTurn, history.Invest, history.Keep, history.LastTry, history.BreakUp, history.Pause, history.HandOff, history.Stop}
	kinds     = []string{
		"", history.Ghosting, history.NoBudget, history.NoAuthority, history.NoFit, history.NotInterested, history.Competitor,
		history.TireKicker, history.OverInvested, history.NotNow, history.NotWorthIt, history.Away, history.Waiting, history.LetGo, history.Satisfied,
	}
)

// ByHand gives the event for what the rep entered, in the engine's words. Against
// is the verdict that a decision disagrees with, or "". The caller adds its id,
// its time and whom it is about.
func ByHand(e history.Event, against string) (Event, error) {
	e.Text = strings.TrimSpace(e.Text)
	if err := fits(e, against); err != nil {
		return Event{}, err
	}
	out := Event{Kind: e.Type, Clear: Clear{ByHand: true}}
	switch e.Type {
	case Touch:
		out.Clear.Channel, out.Clear.Disposition, out.Sealed.Minutes = e.Channel, e.Disposition, e.Minutes
	case Reply:
		out.Clear.Channel, out.Local.Text, out.Local.Read = e.Channel, e.Text, page.ReadFull
	case Reaction, Inbound:
		out.Clear.Channel = e.Channel
	case Meeting:
		out.Clear.Disposition, out.Clear.Starts, out.Clear.By = e.Disposition, e.Starts, e.By
		out.Sealed.Text, out.Sealed.Minutes = e.Text, e.Minutes
	case Promise:
		out.Clear.Done, out.Clear.Until, out.Sealed.Text = e.Done, e.Until, e.Text
	case Answer:
		if slices.Contains(intimate, e.Question) {
			out.Local.Question, out.Local.Text = e.Question, e.Text
		} else {
			out.Sealed.Question, out.Sealed.Text = e.Question, e.Text
		}
	case Complaint:
		out.Local.Text = e.Text
	case Decision:
		out.Clear.Verdict, out.Clear.Reason, out.Clear.Until = e.Verdict, e.Kind, e.Until
		out.Sealed.Text, out.Sealed.Against, out.Sealed.Of = e.Text, against, e.Of
	case Dismiss:
		out.Sealed.Signal, out.Sealed.Of, out.Sealed.Text = e.Signal, e.Of, e.Text
	}
	return out, nil
}

// fits says, in words for the rep, what is wrong with an entry.
func fits(e history.Event, against string) error {
	most := MostText
	if e.Type == Reply {
		most = MostReply
	}
	if n := utf8.RuneCountInString(e.Text); n > most {
		return fmt.Errorf("the text has %d characters; at most %d are kept", n, most)
	}
	if e.Minutes < 0 || e.Minutes > mostMinutes {
		return fmt.Errorf("%d minutes are no length of a contact; it takes 0 to %d", e.Minutes, mostMinutes)
	}
	switch e.Type {
	case Touch:
		return cmp.Or(oneOf("channel", e.Channel, playbook.Channels), oneOf("outcome", e.Disposition, dispositions[Touch]))
	case Reply:
		return cmp.Or(oneOf("channel", e.Channel, playbook.Channels), needs("reply", e.Text))
	case Reaction:
		return oneOf("channel", e.Channel, playbook.Channels)
	case Inbound:
		return oneOf("way", e.Channel, ways)
	case Meeting:
		return meetingFits(e)
	case Promise:
		return needs("promise", e.Text)
	case Answer:
		return cmp.Or(oneOf("question", e.Question, asked), needs("answer", e.Text))
	case Complaint:
		return nil
	case Decision:
		return decisionFits(e, against)
	case Dismiss:
		return dismissFits(e)
	}
	return fmt.Errorf("%q is nothing that can be logged by hand", e.Type)
}

func meetingFits(e history.Event) error {
	if e.Disposition == history.Scheduled && e.Starts.IsZero() {
		return errors.New("a meeting that is booked needs its day and hour")
	}
	return cmp.Or(oneOf("outcome of a meeting", e.Disposition, dispositions[Meeting]), oneOf("side", e.By, []string{"", "us", "them"}))
}

func decisionFits(e history.Event, against string) error {
	if against == history.Stop && e.Verdict != history.LiftStop {
		return ErrOptOut
	}
	return cmp.Or(
		oneOf("decision", e.Verdict, decisions),
		oneOf("kind", e.Kind, kinds),
		oneOf("verdict to disagree with", against, disputed),
	)
}

// ErrOptOut answers whoever would set a wish not to be contacted aside.
var ErrOptOut = errors.New("a wish not to be contacted cannot be set aside; only lifting the stop ends it")

func dismissFits(e history.Event) error {
	switch {
	case (e.Signal == "") == e.Of.IsZero():
		return errors.New("a dismissal names one signal or rule, or one entry of the history")
	case e.Signal == "stop":
		return ErrOptOut
	case len(e.Signal) > MaxWord || strings.Trim(e.Signal, "abcdefghijklmnopqrstuvwxyz-") != "":
		return fmt.Errorf("%q is the name of no signal or rule", e.Signal)
	}
	return nil
}

func oneOf(what, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	named := strings.TrimPrefix(strings.Join(allowed, ", "), ", ")
	if value == "" {
		return fmt.Errorf("the %s is missing; it takes one of: %s", what, named)
	}
	return fmt.Errorf("no %s is called %q; it takes one of: %s", what, value, named)
}

func needs(what, text string) error {
	if text == "" {
		return fmt.Errorf("write the %s", what)
	}
	return nil
}
