package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// Rule is one rule that may decide. Each stands in a file of its own name.
type Rule struct {
	Name      string
	Source    string // whose rule it is: a voice, or ours
	Observed  string // what it looks for
	Follows   string // what it decides
	Case      string // the case in testdata/cases that shows it
	Threshold func(p *playbook.Playbook) string
	Voice     string // the playbook under which its case shows it; "" is Balanced

	speak func(h *history.History, p *playbook.Playbook) (Verdict, bool)
}

// The rules of the frame, asked for everybody: before a playbook's rules about what
// they said, and after them.
var (
	beforeSaid = []*Rule{stop, customer}
	afterSaid  = []*Rule{yourTurn, meetingBooked, pause}
)

// Rules is every rule there is: those asked for everybody, those a playbook may
// name in said and in silence, and keep.
var Rules = []*Rule{
	stop, customer,
	secondNo, finalObjection, secondSoft, pushedBack, tireKicker, tier,
	yourTurn, meetingBooked, pause,
	lastTryUnanswered, chase, persistence, overwork,
	followUps, attempts, fiveAndOut, sixCalls,
	keep,
}

// noThreshold is for rules that count nothing.
func noThreshold(*playbook.Playbook) string { return "" }
