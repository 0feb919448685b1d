package pipeline

import (
	"context"
	"time"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// young is how long a last touch is waited for: a younger one may still be
// answered, and counts neither way.
const young = 14 * 24 * time.Hour

// apart is a silence after which a touch begins anew.
const apart = 90 * 24 * time.Hour

// Contacts counts, for the curves of when replies stop, each prospect's touches in
// silence: a stretch ends with their answer, or with the last touch. Rows that are
// closed count too; those known by counts alone do not, for nobody knows which
// touch was answered. The segment is the tier of the deal's value.
func Contacts(ctx context.Context, sources []Source, o Options) (calibrate.Groups, error) {
	t, err := gathered(ctx, sources, o)
	if err != nil {
		return nil, err
	}
	groups := calibrate.Groups{}
	err = t.walk(ctx, func(_ *Sheet, _ [][]byte, known bool) {
		if !known {
			return
		}
		for _, c := range stretches(t.events, t.o.Now) {
			c.Segment = segment(t.line.Value, t.line.Valued, t.o.Playbook)
			groups.Add(c)
		}
	})
	if err != nil {
		return nil, err
	}
	return groups, nil
}

// stretches are the runs of touches in silence in a history, oldest first. The
// first is cold, or inbound where they came first; one after an answer is engaged.
func stretches(events []history.Event, now time.Time) []calibrate.Contact {
	var out []calibrate.Contact
	var last time.Time
	open := calibrate.Contact{Motion: history.Cold}
	end := func(answered bool) {
		if open.Answered = answered; len(open.Channels) > 0 {
			out = append(out, open)
		}
		open = calibrate.Contact{Motion: open.Motion}
	}
	for i := range events {
		e := &events[i]
		if e.At.After(now) {
			break
		}
		answers := e.Type == history.Reply && (e.Reading == nil || !e.Reading.Machine) || e.Type == history.Meeting && e.Disposition != history.Cancelled
		switch {
		case e.Type == history.Touch && e.Disposition == history.Connected: // the touch and its answer
			open.Channels = append(open.Channels, e.Channel)
			end(true)
			open.Motion = history.Engaged
		case e.Type == history.Touch:
			if !last.IsZero() && e.At.Sub(last) > apart {
				end(false)
			}
			open.Channels, last = append(open.Channels, e.Channel), e.At
		case answers:
			end(true)
			open.Motion = history.Engaged
		case e.Type == history.Inbound:
			end(true)
			if len(out) == 0 {
				open.Motion = history.CameInbound
			}
		}
	}
	if n := len(open.Channels); n > 0 && now.Sub(last) < young {
		open.Channels = open.Channels[:n-1]
	}
	end(false)
	return out
}

// segment is the tier of a deal's value, in the playbook's numbers; "" where it is
// not known.
func segment(value float64, known bool, p *playbook.Playbook) string {
	switch {
	case !known:
		return ""
	case value >= p.Worth.From:
		return "top tier"
	case value < p.Worth.Under:
		return "bottom tier"
	}
	return "middle tier"
}
