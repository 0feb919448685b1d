package signal

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

var rotting = Signal{
	Name: "rotting", Source: "pipedrive",
	Doc:  "A deal that stands in its stage for longer than the stage's days with nothing booked. Book an activity or let go; alone it ends nothing.",
	Case: "signal-rotting",
	read: func(h *history.History, p *playbook.Playbook) reading {
		stage, ok := p.StageNamed(h.Opportunity.Stage)
		since := stands(h)
		if !ok || since.IsZero() || bookedAhead(h) {
			return reading{}
		}
		days := int(h.Calendar.Day(h.Now).Sub(h.Calendar.Day(since)).Hours()/24 + 0.5)
		if days <= stage.Days {
			return reading{}
		}
		return reading{
			days - stage.Days,
			h.Say("{} in {} with nothing booked, and {} is the most: book an activity or let go", h.Tongue.Count(days, "day", "days"), h.Opportunity.Stage, h.Tongue.Whole(stage.Days)),
			[]Evidence{{since, h.Say("Nothing two-way or booked since")}},
		}
	},
}

// stands is since when the deal has not moved: since it came into its stage, or
// the last two-way contact if that is later; the first touch where neither is
// known. Another touch does not move it, nor a meeting that was booked and has
// not taken place.
func stands(h *history.History) time.Time {
	since := h.Opportunity.StageSince
	for _, list := range [...][]history.Event{h.Replies, h.Inbounds, h.Touches, h.Meetings} {
		for i := len(list) - 1; i >= 0 && list[i].At.After(since); i-- {
			if spoke(&list[i]) {
				since = list[i].At
			}
		}
	}
	if since.IsZero() && len(h.Touches) > 0 {
		since = h.Touches[0].At
	}
	return since
}

// spoke reports contact in which both took part.
func spoke(e *history.Event) bool {
	switch e.Type {
	case history.Reply, history.Inbound:
		return true
	}
	return e.Channel == "conversation" || e.Disposition == history.Connected || e.Disposition == history.Completed
}

// bookedAhead reports an activity that is still to come. One that was moved
// twice does not count.
func bookedAhead(h *history.History) bool {
	if h.Opportunity.NextActivity.After(h.Now) {
		return true
	}
	moved := 0
	for i := range h.Meetings {
		if h.Meetings[i].Disposition == history.Rescheduled {
			moved++
		}
	}
	n := len(h.Meetings)
	if n == 0 || moved > 1 {
		return false
	}
	m := &h.Meetings[n-1]
	return m.Starts.After(h.Now) && (m.Disposition == history.Scheduled || m.Disposition == history.Rescheduled)
}

// Rotting reports a deal that is overdue in its stage with nothing booked.
func Rotting(h *history.History, p *playbook.Playbook) bool {
	tongue := h.Tongue
	h.Tongue = say.Nothing
	units := rotting.read(h, p).units
	h.Tongue = tongue
	return units > 0 && !h.Dismissed(rotting.Name)
}
