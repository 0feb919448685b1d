package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// gate is one rule that may decide. The numbers below leave room for those that
// are still to come between them.
type gate struct {
	name  string
	speak func(h *history.History, p *playbook.Playbook) (Verdict, bool)
}

// gates is the order in which they are asked. The last one always speaks.
var gates = []gate{
	{"your-turn", yourTurn},                 // 4
	{"meeting-booked", meetingBooked},       // 5
	{"pause", pause},                        // 6
	{"last-try-unanswered", lastUnanswered}, // 7
	{"persistence", persistence},            // 9
	{"keep", keep},                          // 13
}
