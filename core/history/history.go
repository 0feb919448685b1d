package history

import (
	"slices"
	"sort"
	"time"

	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/workday"
)

// Motions. Thresholds of persistence are per motion.
const (
	Cold        = "cold"
	CameInbound = "inbound"  // they came first
	Engaged     = "engaged"  // they replied or met, then fell silent
	Proposal    = "proposal" // one is out
)

// History is a Record, counted. Slices hold this cycle's events only, oldest
// first.
type History struct {
	Record
	Calendar   workday.Calendar
	OptOut     *OptOut // nil when they may be written to
	Cycle      int
	Since      time.Time // when a later cycle began; zero in the first
	Reunion    bool
	Parted     *Event // the break-up that ended the cycle before; nil when none did
	Motion     string
	Touches    []Event
	Replies    []Event
	Meetings   []Event
	Promises   []Event
	Decisions  []Event
	Inbounds   []Event
	Answers    []Event // to the qualifying questions; the newest of each is last
	Complaints []Event
	Reactions  []Event    // since the last two-way contact
	OlderNoes  []Event    // of earlier cycles: shown, and never counted
	Bounced    []Event    // mails that did not arrive
	Unanswered []Event    // touches after the last two-way contact, and after the rep took it up again
	LastTwoWay *Event     // nil when there was none
	LastTouch  *time.Time // nil when there was none
	Met        bool       // a meeting took place in this cycle
	Goodbye    *Event     // the newest decision of this cycle whose goodbye was sent: it is not said twice
	TakenUp    *time.Time // when the rep last decided to keep going: silence is judged from there
	Absence    *Event     // their last out-of-office note, nil when a person wrote since
	Left       *Event     // a machine says that they left the company
	Trigger    *Event     // the newest of this cycle, or the one that began it; nil when there was none
	Minutes    int        // spent on them in this cycle, by the playbook's minutes where an event has none

	half      bool // they were in copy once, and not yet a second time
	dismissed []Event
	past      []Event // what has happened in every cycle, oldest first, less what was dismissed
}

// Say is a phrase in the rep's language, with the values in place of its {}s. It is
// called some two hundred times; inlined it would add 13 kB to the brain.
//
//go:noinline
func (h *History) Say(phrase string, values ...string) string { return h.Tongue.Say(phrase, values...) }

// Of counts a record. What is a few minutes after now was written by another clock,
// and is now. Events after that have not happened yet and are left out, but for
// meetings, whose start is what lies ahead.
func Of(r Record, p *playbook.Playbook) History { return new(Room).Of(r, p) }

// Room is memory in which histories are counted one after the other, for those who
// try many small changes: with each, what the one before held is gone.
type Room struct{ events, touches []Event }

// Of counts a record, as the function of that name.
func (m *Room) Of(r Record, p *playbook.Playbook) History {
	r.Now = caughtUp(r)
	m.events = happened(r, m.events[:0])
	events := m.events
	h := History{Record: r, dismissed: dismissals(events)}
	events = United(withoutDismissed(events, h.dismissed))
	h.past = events
	markAnswers(events)
	markBounced(events)
	h.OptOut = optOut(r, events)
	h.Calendar = workday.Calendar{
		Zone: r.Zone, Country: r.Country, Quiet: p.Quiet, Holidays: p.Holidays, Away: absences(events),
	}
	c := lastCycle(events, &r, h.Calendar, p)
	h.Cycle, h.Since, h.Reunion, h.Parted = c.number, c.since, c.reunion, c.parted
	h.Touches = slices.Grow(m.touches[:0], len(events)-c.from)
	for i := c.from; i < len(events); i++ {
		h.add(&events[i])
	}
	m.touches = h.Touches
	h.OlderNoes = noes(events[:c.from])
	h.Minutes = minutes(events[c.from:], p)
	h.Goodbye = h.goodbye()
	h.Motion = h.motion(p)
	return h
}

// Skew is how far a clock that wrote a moment may be ahead of ours.
const Skew = 5 * time.Minute

// caughtUp is now, or the moment of an event that another clock put a little after it.
func caughtUp(r Record) time.Time {
	now := r.Now
	for i := range r.Events {
		if at := r.Events[i].At; at.After(now) && at.Sub(r.Now) <= Skew {
			now = at
		}
	}
	return now
}

// happened appends what has happened by now, oldest first.
func happened(r Record, events []Event) []Event {
	events = slices.Grow(events, len(r.Events))
	sorted := true
	for i := range r.Events {
		if r.Events[i].At.After(r.Now) {
			continue
		}
		events = append(events, r.Events[i])
		n := len(events)
		sorted = sorted && (n < 2 || !before(&events[n-1], &events[n-2]))
	}
	if !sorted {
		sort.SliceStable(events, func(i, j int) bool { return before(&events[i], &events[j]) })
	}
	return events
}

// minutes is what was spent: as entered, else as the playbook estimates it.
func minutes(events []Event, p *playbook.Playbook) int {
	sum := 0
	for i := range events {
		e := &events[i]
		switch {
		case e.Minutes > 0:
			sum += e.Minutes
		case e.Type == Meeting && e.Disposition == Completed:
			sum += p.Minutes[Meeting]
		case e.Type == Touch && e.Disposition == Connected:
			sum += p.Minutes["conversation"]
		case e.Type == Touch:
			sum += p.Minutes[e.Channel]
		}
	}
	return sum
}

// before orders events by time. At the same moment what we did comes first, then
// what both did, what they answered, and what was decided about it.
func before(a, b *Event) bool {
	if !a.At.Equal(b.At) {
		return a.At.Before(b.At)
	}
	return rank(a) < rank(b)
}

func rank(e *Event) int {
	switch {
	case e.Type == Inbound:
		return 0
	case e.Type == Touch && !e.twoWay():
		return 1
	case e.Type == Dismiss:
		return 5
	case e.Type == Decision:
		return 4
	case e.Type == Reply:
		return 3
	}
	return 2
}

func (h *History) add(e *Event) {
	switch e.Type {
	case Touch:
		h.addTouch(e)
	case Reply:
		if e.machine() {
			h.answeredByMachine(e)
			return
		}
		h.Replies = append(h.Replies, *e)
		h.Absence = nil
	case Inbound:
		h.Inbounds = append(h.Inbounds, *e)
	case Meeting:
		h.Meetings = append(h.Meetings, *e)
		h.Met = h.Met || e.Disposition == Completed
	case Promise:
		h.Promises = append(h.Promises, *e)
	case Answer:
		h.Answers = append(h.Answers, *e)
	case Complaint:
		h.Complaints = append(h.Complaints, *e)
	case Reaction:
		h.Reactions = append(h.Reactions, *e)
	case Trigger:
		h.Trigger = e
	case Decision:
		h.decided(e)
	}
	if e.twoWay() {
		h.LastTwoWay, h.Unanswered, h.Reactions, h.half = e, nil, nil, false
	}
}

func (h *History) addTouch(e *Event) {
	if !e.touched() {
		h.Bounced = append(h.Bounced, *e)
		return
	}
	h.LastTouch = &e.At
	if e.CC {
		if h.half = !h.half; h.half {
			return
		}
	}
	h.Touches = append(h.Touches, *e)
	h.Unanswered = h.Touches[len(h.Touches)-len(h.Unanswered)-1:]
}

func (h *History) decided(e *Event) {
	if e.Verdict == LiftStop { // it ends a stop, and answers nothing they said
		return
	}
	h.Decisions = append(h.Decisions, *e)
	if e.Verdict == Keep {
		h.TakenUp, h.Unanswered, h.half = &e.At, nil, false
	}
}

// noes are the replies of a person who is not interested.
func noes(events []Event) []Event {
	var out []Event
	for i := range events {
		if !events[i].machine() && events[i].Leads() == reply.NotInterested {
			out = append(out, events[i])
		}
	}
	return out
}

// Noes is how often they said no in this cycle.
func (h *History) Noes() int { return len(noes(h.Replies)) }

// Ticked reports that the rep ticked a step, by its words and in any cycle, and
// that nothing was sent since: with a touch everything begins anew.
func (h *History) Ticked(step string) bool {
	var ticked, touched time.Time
	for i := range h.past {
		e := &h.past[i]
		switch {
		case e.Type == Promise && e.Done && e.Text == step && e.At.After(ticked):
			ticked = e.At
		case e.touched() && e.At.After(touched):
			touched = e.At
		}
	}
	return !ticked.IsZero() && !ticked.Before(touched)
}

// TouchedSince reports a touch of this cycle after a moment; one in which they
// were only in copy is half a touch, and none.
func (h *History) TouchedSince(t time.Time) bool {
	n := len(h.Touches)
	return n > 0 && h.Touches[n-1].At.After(t)
}

// WrittenSince reports a touch of this cycle after a moment that left them a word:
// a dial that reached nobody does not.
func (h *History) WrittenSince(t time.Time) bool {
	return slices.ContainsFunc(h.Touches, func(e Event) bool { return !e.Dial() && e.At.After(t) })
}

func (h *History) motion(p *playbook.Playbook) string {
	switch {
	case p.Proposed(h.Opportunity.Stage):
		return Proposal
	case len(h.Replies) > 0 || h.Met || (h.LastTwoWay != nil && h.LastTwoWay.Type == Touch):
		return Engaged
	case len(h.Inbounds) > 0:
		return CameInbound
	}
	return Cold
}

// SilentSince is when the silence began that is being judged: the last two-way
// contact or the decision to keep going, whichever is later, else the first
// touch. ok is false while there is none of these.
func (h *History) SilentSince() (at time.Time, ok bool) {
	switch {
	case h.TakenUp != nil && (h.LastTwoWay == nil || h.TakenUp.After(h.LastTwoWay.At)):
		return *h.TakenUp, true
	case h.LastTwoWay != nil:
		return h.LastTwoWay.At, true
	case len(h.Unanswered) > 0:
		return h.Unanswered[0].At, true
	}
	return time.Time{}, false
}

// LastDecision is the newest decision of this cycle that no contact of theirs
// has answered since; nil when there is none.
func (h *History) LastDecision() *Event {
	n := len(h.Decisions)
	if n == 0 {
		return nil
	}
	d := &h.Decisions[n-1]
	if d.Verdict == BreakUp { // what answers it begins a new cycle; a farewell does not answer it
		return d
	}
	if h.LastTwoWay != nil && h.LastTwoWay.At.After(d.At) {
		return nil
	}
	return d
}

// LastReply is the newest message that a person of theirs wrote in this cycle;
// nil when there is none.
func (h *History) LastReply() *Event {
	if n := len(h.Replies); n > 0 {
		return &h.Replies[n-1]
	}
	return nil
}

// LetGo reports that they were let go in this cycle and have not come back.
func (h *History) LetGo() bool {
	d := h.LastDecision()
	return d != nil && d.Verdict == BreakUp
}

// LastSaid is the newest message of this cycle that says something: a short word
// of thanks after it takes nothing back. nil when there is none.
func (h *History) LastSaid() *Event {
	for i := len(h.Replies) - 1; i >= 0; i-- {
		if e := &h.Replies[i]; !e.Thanks() {
			return e
		}
	}
	return h.LastReply()
}

// Gone reports that they left the company, as their mailbox or somebody there says.
func (h *History) Gone() bool {
	last := h.LastSaid()
	return h.Left != nil || (last != nil && last.Says(reply.LeftCompany) != nil)
}

// Decided reports that the rep has decided something since a moment: what was
// known then does not speak again.
func (h *History) Decided(since time.Time) bool {
	n := len(h.Decisions)
	return n > 0 && !h.Decisions[n-1].At.Before(since)
}

// Contacts counts the unanswered touches they could have answered: a dial that
// left no word is not among them.
func (h *History) Contacts() int {
	n := 0
	for i := range h.Unanswered {
		if !h.Unanswered[i].Dial() {
			n++
		}
	}
	return n
}

// On counts the unanswered touches of one channel.
func (h *History) On(channel string) int {
	n := 0
	for i := range h.Unanswered {
		if h.Unanswered[i].Channel == channel {
			n++
		}
	}
	return n
}
