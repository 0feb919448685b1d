package verdict

import (
	"fmt"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var persistence = &Rule{
	Name: "persistence", Source: "ours",
	Observed: "Enough was tried for this motion over enough working days without an answer, or every channel that is possible has reached its ceiling. A click, an accepted invitation or a reaction buys one touch more.",
	Follows:  "last-try, kind ghosting",
	Case:     "last-try-cold",
	Threshold: func(p *playbook.Playbook) string {
		e := p.Persistence
		return fmt.Sprintf("cold %d touches over %d working days; inbound %d calls and %d e-mails over %d; engaged %d over %d, %d after a meeting; proposal %d over %d and a second contact tried; never below %d; %d e-mails, %d LinkedIn messages",
			e.Cold.Touches, e.Cold.Days, e.Inbound.Calls, e.Inbound.Emails, e.Inbound.Days, e.Engaged.Touches, e.Engaged.Days, e.Engaged.AfterMeeting,
			e.Proposal.Touches, e.Proposal.Days, p.Floor.Touches, p.Ceilings.Email, p.Ceilings.LinkedIn)
	},
	speak: func(h *history.History, p *playbook.Playbook) (Verdict, bool) {
		since, ok := h.SilentSince()
		n := len(h.Unanswered)
		if !ok || n < p.Floor.Touches {
			return Verdict{}, false
		}
		days := h.Calendar.Between(since, h.Now)
		if enough(h, p, days) {
			because := h.Say("{} over {} without a reply", h.Tongue.Count(n, "touch", "touches"), h.Tongue.Count(days, "working day", "working days"))
			v, ok := goodbye(h, p, LastTry, because)
			v.Perhaps = sinceDue(h, p, since)
			return v, ok
		}
		if atCeiling(h, p) {
			return goodbye(h, p, LastTry, h.Say("{} without a reply, and no channel is left that is not at its ceiling", h.Tongue.Count(n, "touch", "touches")))
		}
		return Verdict{}, false
	},
}

// enough compares what was tried with the playbook's effort for the motion.
func enough(h *history.History, p *playbook.Playbook, days int) bool {
	e := EffortFor(h, p)
	return days >= e.Days && allTried(h, e) && (!e.SecondContact || h.SecondContact())
}

// allTried compares the touches alone.
func allTried(h *history.History, e playbook.Effort) bool {
	calls := h.On("call") + h.On("voicemail")
	return len(h.Unanswered) >= e.Touches && calls >= e.Calls && h.On("email") >= e.Emails
}

// sinceDue is the newest touch they could answer that was made when a last try was
// due already, and may have been it; nil when there is none.
func sinceDue(h *history.History, p *playbook.Playbook, since time.Time) *history.Event {
	e := EffortFor(h, p)
	for i := len(h.Unanswered) - 1; e.Touches > 0 && i >= e.Touches; i-- {
		if t := &h.Unanswered[i]; !t.Dial() && h.Calendar.Between(since, t.At) >= e.Days {
			return t
		}
	}
	return nil
}

// EffortFor is what the playbook asks for before a last try.
func EffortFor(h *history.History, p *playbook.Playbook) playbook.Effort {
	var e playbook.Effort
	switch h.Motion {
	case history.CameInbound:
		e = p.Persistence.Inbound
	case history.Proposal:
		e = p.Persistence.Proposal
	case history.Engaged:
		e = p.Persistence.Engaged
		if h.Met {
			e.Touches = e.AfterMeeting
		}
	default:
		e = p.Persistence.Cold
	}
	switch { // a reaction buys one touch more
	case len(h.Reactions) == 0:
	case e.Touches > 0:
		e.Touches++
	default:
		e.Emails++
	}
	return e
}

// atCeiling reports that no enabled and possible channel may be used once more.
func atCeiling(h *history.History, p *playbook.Playbook) bool {
	for _, c := range p.Channels {
		if h.Possible(c) && BelowCeiling(h, p, c) {
			return false
		}
	}
	return true
}

// BelowCeiling reports whether a channel may be used once more.
func BelowCeiling(h *history.History, p *playbook.Playbook, channel string) bool {
	most, bounded := p.Ceiling(channel)
	return !bounded || h.On(channel) < most
}
