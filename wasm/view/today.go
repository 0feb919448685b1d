package view

import (
	"cmp"
	"slices"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/plan"
	"cleanbreak/core/verdict"
)

// Dues are some of everybody who is tracked, judged.
type Dues struct {
	Now  time.Time `json:"now"`
	From int       `json:"from"` // how many come before these
	All  int       `json:"all"`
	Due  []Due     `json:"due"`
}

// Due is one person, and what is to be done next about them.
type Due struct {
	Person   page.Person `json:"person"`
	Search   string      `json:"search"` // Gmail's search for all their mail
	Value    float64     `json:"value"`
	Score    int         `json:"score"`
	Verdict  string      `json:"verdict"`
	State    string      `json:"state"` // the verdict with its kind
	Because  string      `json:"because"`
	Until    *string     `json:"until"`
	AnswerBy *string     `json:"answer_by"`
	On       string      `json:"on"`      // the first step that is not done, YYYY-MM-DD; "" without one
	Do       string      `json:"do"`      // what it asks for
	Channel  string      `json:"channel"` // where
	Note     string      `json:"note"`    // of a step that is a sentence
	Unsure   []string    `json:"unsure"`  // places that were not looked at
	Missing  []string    `json:"missing"` // channels on which a goodbye of that day is still to be said
	Reunion  bool        `json:"reunion"`
	Homework bool        `json:"homework"` // they have homework, and it is waited for
	Second   bool        `json:"second"`   // they were let go, and the day to look again has come
}

// DueOf sums up what the engine says of a person.
func DueOf(who page.Person, deal Deal, search string, a assess.Assessment) Due {
	d := Due{
		Person: who, Search: search, Value: deal.Value, Score: a.Score, Verdict: a.Verdict, State: stateOf(a),
		Because: a.Because, Until: a.Until, AnswerBy: a.AnswerBy, Unsure: a.Unsure, Reunion: a.Reunion,
	}
	for _, st := range a.Plan.Steps[:sameDayGoodbyes(a.Plan.Steps)] {
		d.Missing = append(d.Missing, st.Channel)
	}
	open := func(st plan.Step) bool { return !st.Done }
	i := slices.IndexFunc(a.Plan.Steps, func(st plan.Step) bool { return open(st) && st.Do != plan.Note })
	if i < 0 {
		i = slices.IndexFunc(a.Plan.Steps, open)
	}
	if i >= 0 {
		st := a.Plan.Steps[i]
		d.On, d.Do, d.Channel = st.On, st.Do, st.Channel
		if st.Do == plan.Note {
			d.Note = st.Body
		}
	}
	return d
}

// Decided adds what follows from the rep's last decision, made with so many
// touches since.
func (d *Due) Decided(code, kind string, touches int) {
	going := d.Verdict == verdict.Keep || d.Verdict == verdict.Invest
	d.Homework = kind == verdict.TireKicker && d.State == "pause/waiting"
	d.Second = code == verdict.BreakUp && touches == 0 && going
}

// Today is the list to work through: everybody who needs something, in the order
// in which it is worth doing.
type Today struct {
	Title    string
	Brief    string // how many need something, of how many
	Progress string // while not everybody is judged; "" then
	Part     float64
	Sections []TodaySection
	Empty    *Notice // where nothing is to be done, or nobody is tracked
}

// TodaySection is a part of the list.
type TodaySection struct {
	Name  string // as in its title, without the count
	Title string
	Rows  []TodayRow
}

// TodayRow is one person of it. Its key is the same however the list is ordered.
type TodayRow struct {
	Key        string
	Person     page.Person
	Tone, Icon string
	Name       string
	About      string
	Headline   string
	Because    string
	Next       string // "Call", "Send an e-mail, tomorrow"
	Missing    string // the ways in which goodbye is still to be said
	Tag        string // that they came back
	Worth      string // "12,000", or ""
	Unsure     string
	Clock      *Clock
	Open       *Link // where they are
}

// A waiting section asks for nothing today: it is not counted.
type section struct {
	title   string
	holds   func(d *Due, today string) bool
	waiting bool
}

// sections are the parts, in their order; what belongs to none waits.
var sections = []section{
	{title: todayClock, holds: func(d *Due, _ string) bool { return d.AnswerBy != nil }},
	{title: todayPromises, holds: func(d *Due, _ string) bool { return d.State == "your-turn/promise" }},
	{title: todayYours, holds: func(d *Due, _ string) bool { return d.Verdict == verdict.YourTurn || d.Verdict == verdict.HandOff }},
	{title: todayLast, holds: func(d *Due, _ string) bool { return d.Verdict == verdict.LastTry }},
	{title: todayLetGo, holds: func(d *Due, today string) bool {
		return d.Verdict == verdict.BreakUp || d.Verdict == verdict.Pause && len(d.Missing) > 0 && d.due(today)
	}},
	{title: todayOut, holds: func(d *Due, today string) bool { return d.Do == plan.Remove && d.due(today) }},
	{title: todayStops, holds: func(d *Due, today string) bool { return d.Verdict == verdict.Stop && d.due(today) }},
	{title: todayHomework, holds: func(d *Due, _ string) bool { return d.Homework }, waiting: true},
	{title: todayBack, holds: func(d *Due, _ string) bool {
		return d.Reunion && d.Verdict != verdict.Pause && d.Verdict != verdict.Stop
	}},
	{title: todaySecond, holds: func(d *Due, _ string) bool { return d.Second }},
	{title: todayWaits, holds: func(d *Due, today string) bool { return d.Verdict == verdict.Pause && d.due(today) }},
	{title: todayNext, holds: func(d *Due, today string) bool { return d.due(today) }},
}

// due reports whether there is something to do by today; to wait is not.
func (d *Due) due(today string) bool { return d.On != "" && d.On <= today && d.Do != plan.Wait }

// MakeToday turns those that are judged so far into the list. All is how many
// there are.
func MakeToday(dues []Due, all int, now time.Time, local func(time.Time) time.Time) Today {
	c := calendar{now: local(now), local: local}
	t := Today{Title: todayTitle}
	today := workday(c.now)
	parts := make([][]Due, len(sections))
	n := 0
	for _, d := range dues {
		if i := slices.IndexFunc(sections, func(s section) bool { return s.holds(&d, today) }); i >= 0 {
			parts[i] = append(parts[i], d)
			if !sections[i].waiting {
				n++
			}
		}
	}
	for i, part := range parts {
		if len(part) == 0 {
			continue
		}
		slices.SortStableFunc(part, byWorth)
		s := TodaySection{Name: sections[i].title, Title: fill(todayCount, Say(sections[i].title), number(len(part)))}
		for _, d := range part {
			s.Rows = append(s.Rows, rowOf(d, c))
		}
		t.Sections = append(t.Sections, s)
	}
	switch {
	case len(dues) < all:
		t.Progress, t.Part = fill(todayProgress, number(len(dues)), number(all)), float64(len(dues))/float64(all)
	case all == 0:
		t.Empty = &Notice{Icon: "people", Title: todayNobody, Text: todayBegin, Link: &Link{Text: Say(todayBring), URL: "welcome.html#begin"}}
	case n == 0 && len(t.Sections) > 0:
		t.Brief = todayNothing
	case n == 0:
		t.Empty = &Notice{Icon: "smile", Title: todayNothing, Text: fill(todayAll, many(all, peopleCount))}
	default:
		t.Brief = fill(todayBrief, number(n), number(all))
	}
	return t
}

// workday is today, or on a weekend the Monday after it: what is due then can be
// looked through.
func workday(now time.Time) string {
	switch now.Weekday() {
	case time.Saturday:
		now = now.AddDate(0, 0, 2)
	case time.Sunday:
		now = now.AddDate(0, 0, 1)
	}
	return now.Format(time.DateOnly)
}

// byWorth puts first whose clock runs, then the most valuable, then who scores
// most.
func byWorth(a, b Due) int {
	return cmp.Or(
		cmp.Compare(clockOf(a), clockOf(b)),
		cmp.Compare(b.Value, a.Value),
		cmp.Compare(b.Score, a.Score),
		cmp.Compare(NameOf(a.Person), NameOf(b.Person)),
	)
}

// clockOf orders running clocks, the first to end first; none comes last.
func clockOf(d Due) string {
	if d.AnswerBy == nil {
		return "~"
	}
	return *d.AnswerBy
}

// KeyOf tells one person of the list from another.
func KeyOf(p page.Person) string { return cmp.Or(p.Email, p.Member, p.Slug, p.Name) }

// NameOf is what somebody is called.
func NameOf(p page.Person) string { return cmp.Or(p.Name, p.Email, p.Slug, Say(LabelNoName)) }

func rowOf(d Due, c calendar) TodayRow {
	a := assess.Assessment{Verdict: d.Verdict, Until: d.Until}
	r := TodayRow{
		Key: KeyOf(d.Person), Person: d.Person, Tone: d.Verdict, Name: NameOf(d.Person), About: joinDots(d.Person.Title, d.Person.Company), Because: d.Because,
		Worth: amount(d.Value), Unsure: unsure(d.Unsure), Clock: clock(d.AnswerBy, c),
		Open: whereToLook(d.Channel, State{Person: d.Person, Search: d.Search}),
	}
	r.Icon, r.Headline = look(a, d.State, c)
	if r.Open == nil {
		r.Open = whereToLook("linkedin", State{Person: d.Person, Search: d.Search})
	}
	if d.Reunion {
		r.Tag = LabelReunion
	}
	if len(d.Missing) > 1 {
		var ways []string
		for _, channel := range d.Missing {
			ways = append(ways, channelName(channel))
		}
		r.Missing = fill(todayMissing, list(ways))
	}
	if d.Do != "" && d.Do != plan.Wait && r.Missing == "" {
		r.Next = cmp.Or(d.Note, Say(cmp.Or(stepWords[d.Do+" "+d.Channel], stepWords[d.Do])))
		if d.Note == "" && d.On > c.now.Format(time.DateOnly) {
			r.Next += ", " + c.soon(d.On)
		}
	}
	return r
}
