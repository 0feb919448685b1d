package view

import "time"

// Panel is all the panel shows about one State, as words and numbers, in the
// order it is drawn. What is nil or empty is not drawn.
type Panel struct {
	Phase    string
	Mail     *Mail // that the rep is writing
	Notice   *Notice
	Header   *Header
	Correct  *FactGroup // who they are, to be put right; nil while they are not tracked
	Pick     *Pick
	Offer    *Offer
	Ties     []Tie      // who else they may be
	Promise  []Promised // what we may owe them
	Clash    *Clash
	Verdict  *Verdict
	Steps    *Steps
	Decide   []Decision
	Gaps     []string // what was not read, each a sentence
	After    *After
	Reasons  *Reasons
	Voices   []Voice
	Flips    []Flip
	Tell     *Tell
	Log      *LogForm
	Quick    *QuickLog
	Record   string // the address of their record in the CRM; "" where it is not known
	History  *History
	Timeline *Timeline
	Counts   *Counts
	Account  *Account
	Tied     []Tied // links that the rep made
	Name     *NameForm
	Say      string // for a screen reader, when it differs from what was said last
}

// Notice stands where a person would be.
type Notice struct {
	Icon, Title, Text string
	Button            string
	Do                string   // what the button asks for: "grant" or "look"
	Origins           []string // for "grant"
	Waiting           bool
	Link              *Link // a page of ours that helps
}

// Header is who it is.
type Header struct {
	Name    string
	Missing bool // the name could not be read
	About   []string
	Known   []string // that they are a customer, and the addresses they are known by
	Tracked bool
	Chip    string
	Reunion string // "" or that they came back
	Back    bool   // the rep named them: a press goes back to the page
}

// Pick asks which of the people on the page is meant.
type Pick struct {
	Title, Text string
	People      []Choice
}

// Choice is one of several people; its place in the list is that in
// State.Candidates.
type Choice struct{ Name, About string }

// Offer is shown for a person who is not tracked.
type Offer struct {
	Title, Text, Shows string
	Nameless           bool // they cannot be tracked before their address is entered
	Refused            bool // they are never tracked
}

// Question is asked before something that is hard to take back. Label is the
// press that opens it, where that is not a decision's own.
type Question struct{ Label, Text, Yes, No string }

// Option is one entry of a list to choose from.
type Option struct{ Code, Text string }

// Make turns a State into what is shown. Local moves a time into the viewer's
// zone.
func Make(s State, local func(time.Time) time.Time) Panel {
	c := calendar{now: local(s.Now), local: local}
	p := Panel{Phase: s.Phase, Name: nameForm(s), Mail: mail(s, c)}
	switch s.Phase {
	case Several:
		p.Pick = pick(s)
		p.Gaps = gaps(s)
		p.Say = p.Pick.Title
	case Someone:
		person(&p, s, c)
	default:
		p.Notice = notice(s)
		if !p.Notice.Waiting { // what comes after it is worth saying
			p.Say = p.Notice.Title
		}
	}
	p.Say = p.Mail.said() + p.Say
	return p
}
