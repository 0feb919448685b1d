package replica

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/reply"
)

// State is one prospect, as the log tells it.
type State struct {
	Tracked      bool
	Person       page.Person // the newest card, gaps filled from older ones, and over it what the rep corrected
	Accounts     []string    // of every card and every corrected company, sorted
	Deal         Facts       // the newest word on each
	StageSince   time.Time   // when the deal was said to have come to its stage; zero without one
	Who          []string    // every linked pseudonym, sorted
	Events       []Event     // what happened, oldest first, each once; a message has its fullest reading
	Counts       map[Use]int // touches, replies and meetings, as the team's server counts them
	Decisions    []Stands    // those that stand, the current one first
	Erased       bool        // they were erased: nothing else is known
	DoNotContact bool        // of somebody erased: a stop stood
}

// Fold gives the state of the prospect that has one of the pseudonyms. It is a
// pure function of the set of events: their order and copies do not matter.
func Fold(events []Event, who []string) State {
	gone := erased(events)
	s := State{Who: Connected(events, who)}
	if namesAny(s.Who, gone) {
		s.Erased = true
		s.DoNotContact = slices.ContainsFunc(s.Who, func(w string) bool { return gone[w] })
		return s
	}
	f := fold{once: map[string]*Event{}, read: map[string]*Event{}, texts: map[string]*Event{}, copied: map[string]bool{}}
	for i := range events {
		if e := &events[i]; Overlap(e.Who, s.Who) && !namesAny(e.Who, gone) {
			f.add(e)
		}
	}
	f.takeBack()
	units := Units(f.lines)
	s.Counts, s.Decisions = Counts(units), Standing(f.lines)
	s.Events = f.happened(units)
	s.card(f.cards)
	s.deal(f.deals)
	s.Person = s.Deal.correct(s.Person)
	slices.Sort(s.Accounts)
	s.Accounts = slices.Compact(s.Accounts)
	return s
}

// fold is one person's events, sorted by what is made of them.
type fold struct {
	once         map[string]*Event // by message, else by id
	read, texts  map[string]*Event // readings, by message: the fullest, and the fullest whose text is here
	copied       map[string]bool   // messages of which we know that they stood in CC only
	lines        []Line
	cards, deals []Event
	unlogs       []Line
}

func (f *fold) add(e *Event) {
	if slices.Contains(LineKinds, e.Kind) {
		f.lines = append(f.lines, lineOf(e))
	}
	switch e.Kind {
	case Card:
		f.cards = append(f.cards, *e)
	case Deal:
		f.deals = append(f.deals, *e)
	case Reading:
		f.read[e.Clear.Target] = fuller(f.read[e.Clear.Target], e)
		if e.Local.Text != "" {
			f.texts[e.Clear.Target] = fuller(f.texts[e.Clear.Target], e)
		}
	case Unlog:
		f.unlogs = append(f.unlogs, lineOf(e))
	case Touch, Reply, Meeting, Promise, Answer, Complaint, Reaction, Inbound, Decision, Dismiss:
		key := cmp.Or(e.Clear.Message, e.ID)
		if e.Clear.Copied {
			f.copied[key] = true
		}
		if before := f.once[key]; before == nil || e.ID < before.ID {
			f.once[key] = e
		}
	}
}

// takeBack leaves out what was logged by hand and taken back.
func (f *fold) takeBack() {
	for i := range f.unlogs {
		u := &f.unlogs[i]
		takes := func(e *Event) bool {
			target := lineOf(e)
			return e.ID == u.Target && u.takesBack(&target)
		}
		if e := f.once[u.Target]; e != nil && takes(e) {
			delete(f.once, u.Target)
		}
		f.deals = slices.DeleteFunc(f.deals, func(e Event) bool { return takes(&e) })
	}
}

// fuller gives the reading of the two that shows more; the id decides between
// equals. Either may be nil.
func fuller(a, b *Event) *Event {
	if a == nil || b != nil && cmp.Or(version(b)-version(a), cmp.Compare(a.ID, b.ID)) > 0 {
		return b
	}
	return a
}

// version says how much of a message a reading shows: a text more than none, then
// the fuller one.
func version(e *Event) int {
	if e.Clear.Version > 0 {
		return e.Clear.Version
	}
	if e.Local.Text == "" {
		return 1 + fullness(e.Local.Read)
	}
	return 1 + len(readings) + fullness(e.Local.Read)
}

func compare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func fullness(read string) int {
	return slices.Index(readings, read)
}

var readings = []string{page.ReadNone, page.ReadSnippet, page.ReadFull}

// happened gives the events that happened: of the contacts, those that the units
// stand for.
func (f *fold) happened(units []Unit) []Event {
	messages := make(map[string][]string, len(units))
	for i := range units {
		messages[units[i].ID] = units[i].Messages
	}
	once := slices.SortedFunc(maps.Values(f.once), func(a, b *Event) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	out := make([]Event, 0, len(once))
	for _, e := range once {
		shown, counts := messages[e.ID]
		if !counts && (e.Kind == Touch || e.Kind == Meeting || e.Kind == Reply) {
			continue // shown by another mailbox too
		}
		out = append(out, *e)
		f.readInto(&out[len(out)-1], shown)
	}
	return out
}

// readInto gives a message its fullest reading, of all those that show it. What
// was entered by hand has none.
func (f *fold) readInto(e *Event, messages []string) {
	var read, text *Event
	for _, m := range messages {
		read, text = fuller(read, f.read[m]), fuller(text, f.texts[m])
		e.Clear.Copied = e.Clear.Copied || f.copied[m]
	}
	if read != nil {
		e.Local, e.Sealed.Said = read.Local, read.Sealed.Said
	}
	if text != nil {
		e.Local = text.Local
	}
}

func (s *State) card(cards []Event) {
	sortByTime(cards)
	for i := range cards {
		s.Person = Merge(s.Person, *cards[i].Sealed.Person)
		s.Accounts = append(s.Accounts, cards[i].Clear.Accounts...)
	}
	s.Tracked = len(cards) > 0
}

func (s *State) deal(deals []Event) {
	sortByTime(deals)
	for i := range deals {
		before := s.Deal
		s.Deal = before.with(deals[i].Sealed)
		s.Accounts = append(s.Accounts, deals[i].Clear.Accounts...)
		if !strings.EqualFold(s.Deal.Stage, before.Stage) {
			s.StageSince = deals[i].At
		}
	}
	if s.Deal.Stage == "" {
		s.StageSince = time.Time{}
	}
}

// sortByTime puts the oldest first; the id decides between equals, so that every
// device has the same order.
func sortByTime(events []Event) {
	sort.Slice(events, func(i, j int) bool {
		a, b := &events[i], &events[j]
		return a.At.Before(b.At) || (a.At.Equal(b.At) && a.ID < b.ID)
	})
}

// Corrected gives the person with what a page says now, and over it what the rep
// corrected.
func (s State) Corrected(now page.Person) page.Person { return s.Deal.correct(Merge(s.Person, now)) }

// Merge lays what is known in the newer person over the older.
func Merge(older, newer page.Person) page.Person {
	return page.Person{
		Name: cmp.Or(newer.Name, older.Name), Email: cmp.Or(newer.Email, older.Email),
		Title: cmp.Or(newer.Title, older.Title), Company: cmp.Or(newer.Company, older.Company),
		Place: cmp.Or(newer.Place, older.Place), Slug: cmp.Or(newer.Slug, older.Slug),
		Member: cmp.Or(newer.Member, older.Member), Degree: cmp.Or(newer.Degree, older.Degree),
	}
}

// Read gives what a reply says, or a complaint that was logged: from its text,
// where this device has it, else as another device read it; nil where nobody did.
// Days are those of the zone.
func Read(e Event, zone *time.Location) *reply.Reading {
	text := TheirWords(e)
	switch {
	case text != "":
	case e.Kind == Reply || e.Kind == Complaint:
		return e.Sealed.Said.reading()
	default:
		return nil
	}
	r := reply.Read(reply.Mail{Text: text, Subject: e.Local.Subject, Received: e.At, Zone: zone})
	return &r
}

// History gives the state's events in the engine's words. Read gives what a
// reply says. Of stops those are told that stand, and that one was lifted only
// where none does: which stop a lift-stop ended is not for clocks to say.
func (s State) History(read func(Event) *reply.Reading) []history.Event {
	out := make([]history.Event, 0, len(s.Events))
	met, stands := false, s.Stopped()
	for i := range s.Events {
		e := &s.Events[i]
		if e.Kind == Decision && e.Clear.Verdict == history.Stop && !slices.Contains(s.Base(), e.ID) {
			continue
		}
		to := history.Event{
			ID: e.ID, At: e.At, Type: e.Kind, Channel: e.Clear.Channel, Disposition: e.Clear.Disposition,
			Text: cmp.Or(e.Local.Text, e.Sealed.Text), Read: e.Local.Read, Reading: read(*e),
			Minutes: e.Sealed.Minutes, Starts: e.Clear.Starts, By: e.Clear.By, Done: e.Clear.Done, CC: e.Clear.Copied, ByHand: e.Clear.ByHand, Counted: e.Sealed.Counted,
			Question: cmp.Or(e.Local.Question, e.Sealed.Question),
			Verdict:  e.Clear.Verdict, Kind: e.Clear.Reason, Until: e.Clear.Until,
			Signal: e.Sealed.Signal, Of: e.Sealed.Of,
		}
		switch e.Kind {
		case Touch:
			to.GaveValue = gaveValue(e)
		case Decision:
			to.By = cmp.Or(e.Stamp.Role, Manager)
			if to.Verdict == history.LiftStop && stands {
				to.By = Rep
			}
		case Meeting:
			to.FollowUp = met
			met = met || e.Clear.Disposition == history.Completed
		}
		out = append(out, to)
	}
	return out
}

// TheirWords is the text in which they said something; "" where none is kept.
func TheirWords(e Event) string {
	switch e.Kind {
	case Reply:
		return e.Local.Text
	case Complaint:
		return cmp.Or(e.Local.Text, e.Sealed.Text) // once it was sealed
	}
	return ""
}
