package pipeline

import (
	"strings"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/history"
	"cleanbreak/core/verdict"
)

// judgeRow gives one line: a verdict, or the reason why there is none.
func (t *Triage) judgeRow(file int, s *Sheet, line int, cells [][]byte, bad error) error {
	given := t.gives()
	if !given && !t.joins() {
		return nil // another part judges it; were it joined, its contact and activities had to be found
	}
	l := &t.line
	l.begin(s, file, line, t.at)
	why := t.gatherRow(s, cells, bad)
	if !given {
		return nil
	}
	if why != "" {
		t.suppress()
		return t.unjudged(why)
	}
	l.Judged = true
	l.Assessment = t.lister.Judge(t.row.record, t.o.Playbook)
	t.suppress()
	if !l.Tracked {
		l.Judged = false
		return t.unjudged(l.Because)
	}
	if t.row.said && l.Rule == "stop" {
		l.Because = t.optedOut()
	}
	l.Next = next(t.o.Tongue, &l.Assessment)
	l.Rotting = t.lister.Rotting(t.o.Playbook)
	if l.Rule == "keep" && t.row.record.Opportunity.Open && t.lister.Idle(t.o.Playbook) {
		l.Rotting, l.Next = true, t.row.record.Tongue.Say("book an activity, or let go")
	}
	l.Odds = t.odds(l.Verdict, l.Motion)
	t.Summary.count(l)
	return t.emit(l)
}

// odds say of the one judged last how many like them answered later; "" where nobody
// asks, or nothing is silent.
func (t *Triage) odds(what, motion string) string {
	n := t.lister.Silent()
	if t.o.Odds == nil || n == 0 || what == verdict.Stop {
		return ""
	}
	return t.o.Odds.Sentence(t.o.Tongue, motion, n)
}

// Learn says from now on how many like somebody answered later.
func (t *Triage) Learn(odds *calibrate.Odds) { t.o.Odds = odds }

// gatherRow puts together what is known of the prospect of a row; why says why it
// cannot be judged.
func (t *Triage) gatherRow(s *Sheet, cells [][]byte, bad error) (why string) {
	why = t.read(s, cells, &t.row)
	if bad != nil {
		why = t.neverClosed()
	}
	if other := t.before(t.line.Source, s, cells); other >= 0 {
		return t.o.Tongue.Say("stands in {} too, and is judged there", t.Sheets[other].File)
	}
	who := t.meetRow(s)
	t.row.listed = s.Holds == People && who != nil && who.listed
	if s.Holds == People && who != nil && who.used && why == "" {
		why = t.o.Tongue.Say("is the contact of a deal, and judged with it")
	}
	t.found = t.index.collect(t.row.keys, t.found)
	if why == "" {
		why = t.happened()
	}
	if s.Holds == Deals && who != nil && why == "" {
		who.used = true
	}
	return why
}

// meetRow gives the person of the row at hand, where another file holds them, nil
// else. What a deal's row does not say of them comes from there.
func (t *Triage) meetRow(s *Sheet) *person {
	who := t.people.of(t.row.person)
	if who != nil && s.Holds == Deals {
		who.completes(&t.row)
	}
	return who
}

// suppress puts the address of a row that says they opted out on the do-not-contact
// list, judged or not, unless it stands there with their deal.
func (t *Triage) suppress() {
	l := &t.line
	switch {
	case !t.row.said:
	case t.row.listed:
		l.Suppress = nil
	default:
		l.Stop(t.o.Tongue)
	}
}

func (t *Triage) optedOut() string { return t.o.Tongue.Say("Your CRM says that they opted out") }

func (t *Triage) neverClosed() string {
	return t.o.Tongue.Say("a quotation mark is opened and never closed")
}

// happened puts together what is known of a prospect: single events where there
// are any, else what its row counts.
func (t *Triage) happened() (why string) {
	r := &t.row.record
	t.events = t.events[:0]
	for i := range t.found {
		a := &t.found[i]
		if kinds[a.kind] == planned {
			if at := moment32(a.at, t.o.zone()); at.After(t.o.Now) && (r.Opportunity.NextActivity.IsZero() || at.Before(r.Opportunity.NextActivity)) {
				r.Opportunity.NextActivity = at
			}
			continue
		}
		t.events = append(t.events, t.index.event(a, t.o.zone()))
		if a.refused {
			t.events = append(t.events, refusal(t.events[len(t.events)-1].At))
		}
	}
	if len(t.events) == 0 {
		if t.events, why = t.row.counts.events(&t.o, t.events); why != "" {
			return why
		}
		t.line.Aggregate = len(t.events) > 0
	} else {
		t.events, t.line.Aggregate = t.row.counts.beside(&t.o, t.events)
	}
	if t.row.said {
		t.events = append(t.events, history.Event{
			At: orNow(t.row.counts.created, t.o.Now), Type: history.Decision, Verdict: verdict.Stop, By: "rep",
		})
	}
	r.Events, t.line.Known = t.events, len(t.events)
	if t.row.acct != 0 {
		r.Account = t.index.contacts(t.row.acct, t.found, t.o.zone())
	}
	return ""
}

// unjudged gives a line with the reason.
func (t *Triage) unjudged(why string) error {
	t.line.Why = why
	t.Summary.Rows++
	t.Summary.Unjudged[inShort(why)]++
	return t.emit(&t.line)
}

// inShort leaves a cell's words out of a reason, so that reasons can be counted: `at:
// "soon" is not a date` is "at is not a date", "is closed already: lost" is closed.
func inShort(why string) string {
	if from, to := strings.IndexByte(why, '"'), strings.LastIndexByte(why, '"'); from < to {
		return strings.TrimRight(why[:from], ": \u00a0\u202f") + why[to+1:]
	}
	for i := range why {
		if why[i] == ':' {
			return why[:i]
		}
	}
	return why
}

// leftOver gives the activities that could not be read, and those that belong to
// no row of the pipeline. Who opts out in one of these is on the do-not-contact list too.
func (t *Triage) leftOver(file int, s *Sheet, line int, cells [][]byte, bad error) error {
	if t.index.isMarked(file, line) {
		t.Summary.Joined++
		return nil
	}
	other := t.leftBefore(file, s, cells)
	if !t.gives() {
		return nil
	}
	a, why := s.activityOf(cells, &t.o)
	loose := bad == nil && why == "" && other < 0
	switch {
	case other >= 0:
		why = t.o.Tongue.Say("stands in {} too", t.Sheets[other].File)
	case bad != nil:
		why = t.neverClosed()
	case loose:
		why = t.o.Tongue.Say("belongs to no row of the pipeline")
	}
	l := &t.line
	l.begin(s, file, line, t.at)
	l.Loose = loose || other >= 0
	contact, email := s.contact(cells)
	l.ID, l.Email = string(text(s.cell(cells, ID))), string(email)
	l.Name, l.Account = string(text(s.cell(cells, Subject))), string(text(s.cell(cells, Account)))
	l.Contact, l.Owner = string(contact), t.intern(s.cell(cells, Owner))
	if loose && kinds[a.kind] == history.Reply && asksToStop(string(text(s.cell(cells, Body)))) {
		l.Stop(t.o.Tongue)
	}
	return t.unjudged(why)
}

// mostCurrencies bounds what is counted of a column that holds something else.
const mostCurrencies = 50

func (s *Summary) count(l *Line) {
	s.Rows++
	s.Judged++
	s.Verdicts[l.Verdict]++
	if l.Aggregate {
		s.Aggregate++
	}
	if l.Known == 0 {
		s.Untouched++
	}
	if l.Verdict == verdict.BreakUp {
		s.Minutes += l.MinutesLeft
	}
	if _, known := s.Amounts[l.Currency]; !l.Valued || !known && len(s.Amounts) == mostCurrencies {
		return
	}
	s.Amounts[l.Currency]++
	switch l.Verdict {
	case verdict.Keep, verdict.Invest, verdict.YourTurn, verdict.LastTry:
		if l.Value > 0 {
			s.Kept[l.Currency] += l.Value
		}
	}
}

// mostDirections bounds what is counted of a column that holds something else.
const mostDirections = 20

// strange counts a direction that nobody knows.
func (s *Summary) strange(direction string) {
	_, counted := s.Directions[direction]
	if directionOf(direction, "") == unclear && (counted || len(s.Directions) < mostDirections) {
		s.Directions[direction]++
	}
}

// Plus adds the sums of the lines that another run gave: an earlier one, or another
// part. Both have read all activities.
func (s Summary) Plus(o Summary) Summary {
	sum := Summary{
		Rows: s.Rows + o.Rows, Judged: s.Judged + o.Judged, Aggregate: s.Aggregate + o.Aggregate, Untouched: s.Untouched + o.Untouched, Minutes: s.Minutes + o.Minutes, Kept: map[string]float64{},
		Known: o.Known, Joined: o.Joined, Directions: o.Directions, Unread: o.Unread, Unjudged: map[string]int{}, Verdicts: map[string]int{}, Amounts: map[string]int{},
	}
	for _, part := range [...]Summary{s, o} {
		for k, n := range part.Unjudged {
			sum.Unjudged[k] += n
		}
		for k, n := range part.Verdicts {
			sum.Verdicts[k] += n
		}
		for k, n := range part.Amounts {
			sum.Amounts[k] += n
		}
		for k, v := range part.Kept {
			sum.Kept[k] += v
		}
	}
	return sum
}
