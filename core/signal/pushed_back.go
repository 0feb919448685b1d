package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var pushedBack = Signal{
	Name: "pushed-back", Source: "lange",
	Doc:  "Meetings that they moved. One is life; with the second, above all of a follow-up, the meeting is not wanted.",
	Case: "signal-pushed-back",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		moved := find(h, h.Meetings, movedByThem, movedWords(h))
		if moved.n == 0 {
			return reading{}
		}
		return reading{moved.n, h.Say("They moved your meeting {}", h.Tongue.Times(moved.n)), moved.evidence}
	},
}

func movedWords(h *history.History) func(*history.Event) string {
	return func(e *history.Event) string {
		if e.FollowUp {
			return h.Say("Follow-up meeting, moved by them")
		}
		return h.Say("Meeting, moved by them")
	}
}

func movedByThem(m *history.Event) bool {
	return m.Disposition == history.Rescheduled && m.By == "them"
}

// MovedByThem lists the moves of meetings in this cycle that were theirs, the
// oldest first.
func MovedByThem(h *history.History) []history.Event {
	var moved []history.Event
	for i := range h.Meetings {
		if movedByThem(&h.Meetings[i]) {
			moved = append(moved, h.Meetings[i])
		}
	}
	return moved
}
