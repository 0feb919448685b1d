package view

import (
	"slices"
	"time"

	"cleanbreak/core/page"
)

// Colleague is somebody else of the person's company who is tracked, and the last
// of each that happened with them.
type Colleague struct {
	Person  page.Person `json:"person"`
	Touch   Last        `json:"touch,omitzero"`
	Reply   Last        `json:"reply,omitzero"`
	Meeting Last        `json:"meeting,omitzero"` // when it starts
}

// Last is the newest of its kind; zero is none.
type Last struct {
	At time.Time `json:"at"`
	By string    `json:"by,omitempty"` // of the team, whose it was; "" is the rep
}

// Take keeps the newer one.
func (l *Last) Take(at time.Time, by string) {
	if at.After(l.At) {
		*l = Last{at, by}
	}
}

// Account is who else is known at their company, who is talking first.
type Account struct {
	Brief  string
	Note   string // of a single thread, what that means
	People []AccountRow
}

// AccountRow is one of them.
type AccountRow struct {
	Name, About string
	Talks       bool // they answered, or met us, after the last touch
	Lines       []string
}

// accountOf is nil where their company is not known.
func accountOf(s State, c calendar) *Account {
	if s.Account == nil {
		return nil
	}
	a := &Account{}
	for _, o := range s.Account {
		a.People = append(a.People, accountRow(o, c))
	}
	talking := 0
	for _, r := range a.People {
		if r.Talks {
			talking++
		}
	}
	if len(a.People) == 0 {
		a.Brief, a.Note = Say(singleThread), Say(singleThreadNote)
		return a
	}
	slices.SortStableFunc(a.People, func(x, y AccountRow) int { return order(y.Talks) - order(x.Talks) })
	a.Brief = joinDots(many(len(a.People), othersCount), howMany(talking, talkingCount))
	return a
}

func accountRow(o Colleague, c calendar) AccountRow {
	answered := o.Reply.At
	if o.Meeting.At.After(answered) {
		answered = o.Meeting.At
	}
	r := AccountRow{Name: NameOf(o.Person), About: o.Person.Title, Talks: answered.After(o.Touch.At)}
	for _, l := range []struct {
		last       Last
		mine, them string
	}{
		{o.Meeting, lastMeeting, lastMeetingBy}, {o.Reply, lastReply, lastReplyBy}, {o.Touch, lastTouch, lastTouchBy},
	} {
		switch {
		case l.last.At.IsZero():
		case l.last.By == "":
			r.Lines = append(r.Lines, fill(l.mine, c.day(l.last.At)))
		default:
			r.Lines = append(r.Lines, fill(l.them, c.day(l.last.At), Say(l.last.By)))
		}
	}
	if len(r.Lines) == 0 {
		r.Lines = []string{Say(neverInTouch)}
	}
	return r
}

func order(first bool) int {
	if first {
		return 1
	}
	return 0
}
