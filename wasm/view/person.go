package view

import (
	"cmp"
	"slices"
	"strings"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
)

// person fills the panel for one person, tracked or not.
func person(p *Panel, s State, c calendar) {
	p.Header = header(s)
	p.Gaps = gaps(s)
	p.Ties, p.Tied = ties(s), tied(s, c)
	if !s.Tracked {
		p.Offer = offer(s)
		p.Say = p.Header.Name + ". " + Say(LabelNotTracked)
		return
	}
	s.Entries = united(s.Entries)
	p.Log, p.Quick = logForm(), quickLog()
	p.Record = record(s.Record, s.Person)
	p.Counts = counts(s.Entries)
	p.History = historyOf(s.Entries, c)
	p.Timeline = timeline(s.Entries, c)
	if s.Assessment == nil {
		p.Say = p.Header.Name + ". " + Say(LabelTracked)
		return
	}
	assessed(p, s, *s.Assessment, c)
	p.Say = p.Header.Name + ". " + Say(p.Verdict.Headline) + ". " + p.Verdict.Because
}

// assessed adds what the engine says.
func assessed(p *Panel, s State, a assess.Assessment, c calendar) {
	state := stateOf(a)
	p.Counts.Basis = basis(a)
	p.Clash = clash(s, c)
	p.Verdict = verdictOf(a, state, s.Deal.Customer, c)
	p.Verdict.Odds = odds(s)
	p.Steps = steps(a, s, c)
	p.Decide = decisions(a, state)
	p.Reasons = reasons(a, s.Entries, c)
	p.Voices = voices(a.Voices)
	p.Flips = flips(a.Flips)
	p.After = after(a, c)
	p.Tell, p.Correct = tell(s, c), correct(s)
	p.Promise = promised(s, c)
	p.Account = accountOf(s, c)
	if a.Reunion {
		p.Header.Reunion = LabelReunion
	}
}

func header(s State) *Header {
	who := s.Person
	h := &Header{
		Name:    cmp.Or(who.Name, who.Email, who.Slug),
		About:   present(who.Title, who.Company, who.Place),
		Known:   known(who),
		Tracked: s.Tracked,
		Chip:    LabelNotTracked,
		Back:    s.ByHand,
	}
	if h.Name == "" {
		h.Name, h.Missing = Say(LabelNoName), true
	}
	if s.Tracked {
		h.Chip = LabelTracked
		if s.Deal.Customer {
			h.Known = append([]string{Say(yesCustomer)}, h.Known...)
		}
	}
	if s.ByHand {
		h.Known = append(h.Known, Say(byHandChip))
	}
	return h
}

// known lists what identifies the person, without repeating the headline.
func known(who page.Person) []string {
	var ids []string
	if who.Email != "" && who.Name != "" {
		ids = append(ids, who.Email)
	}
	switch {
	case who.Degree != "":
		ids = append(ids, fill(degrees[who.Degree]))
	case who.Slug != "" || who.Member != "":
		ids = append(ids, linkedinText)
	}
	return ids
}

// gaps says what could not be read. It never counts as silence.
func gaps(s State) []string {
	var out []string
	if fields := unreadFields(s); len(fields) > 0 {
		out = append(out, fill(notReadText, list(fields)))
	}
	if fields := driftedFields(s); len(fields) > 0 {
		out = append(out, fill(driftText, list(fields)))
	}
	if s.OnPage.Closed > 0 {
		out = append(out, many(s.OnPage.Closed, closedText))
	}
	if s.OnPage.Unplaced > 0 {
		out = append(out, many(s.OnPage.Unplaced, unplacedText))
	}
	return out
}

// driftedFields names what the page's layout should have and what was found
// elsewhere: "messages.id" is the id.
func driftedFields(s State) []string {
	var fields []string
	for _, f := range s.Drift {
		if w := word(fieldWords, f[strings.LastIndexByte(f, '.')+1:]); !slices.Contains(fields, w) && !slices.Contains(s.Unread, f) {
			fields = append(fields, w)
		}
	}
	return fields
}

// unreadFields names what the page map could not find, without what is counted
// in a sentence of its own.
func unreadFields(s State) []string {
	var fields []string
	for _, f := range s.Unread {
		if f == "text" && s.OnPage.Closed > 0 || (f == "from" || f == "at") && s.OnPage.Unplaced > 0 {
			continue
		}
		fields = append(fields, word(fieldWords, f))
	}
	return fields
}

func present(values ...string) []string {
	var out []string
	for _, v := range values {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

func joinDots(values ...string) string { return strings.Join(present(values...), " · ") }
