package history

import (
	"slices"
	"time"
)

// OpenMeetings are those of which nobody has said what came of them, past or
// ahead, the earliest first. A meeting is known by when it starts. One that was
// booked before they were let go went with that decision.
func (h *History) OpenMeetings() []Event {
	var open []Event
	for i := range h.Meetings {
		m := &h.Meetings[i]
		if m.Disposition != Scheduled {
			open = settled(open, m)
		}
		ahead := m.Disposition == Scheduled || m.Disposition == Rescheduled
		if ahead && !m.Starts.IsZero() && !h.partedSince(m.At) {
			open = slices.DeleteFunc(open, func(e Event) bool { return e.Starts.Equal(m.Starts) })
			open = append(open, *m)
		}
	}
	slices.SortStableFunc(open, func(a, b Event) int { return a.Starts.Compare(b.Starts) })
	return open
}

// settled takes out the meeting that an entry is about: the one that starts then,
// else the newest that had begun, else the newest.
func settled(open []Event, entry *Event) []Event {
	about := -1
	for i := range open {
		if open[i].Starts.Equal(entry.Starts) && entry.Disposition != Rescheduled {
			return slices.Delete(open, i, i+1)
		}
		if begun := !open[i].Starts.After(entry.At); begun || about < 0 || open[about].Starts.After(entry.At) {
			about = i
		}
	}
	if about < 0 || (!entry.Starts.IsZero() && entry.Disposition != Rescheduled) {
		return open
	}
	return slices.Delete(open, about, about+1)
}

func (h *History) partedSince(t time.Time) bool { return h.LetGo() && h.LastDecision().At.After(t) }
