package verdict

import (
	"fmt"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// persistence speaks when enough was tried for this motion, or when every
// channel that is possible has reached its ceiling. Below the floor it is silent.
func persistence(h *history.History, p *playbook.Playbook) (Verdict, bool) {
	since, ok := h.SilentSince()
	n := len(h.Unanswered)
	if !ok || n < p.Floor.Touches {
		return Verdict{}, false
	}
	days := h.Calendar.Between(since, h.Now)
	tried := say.Count(n, "touch", "touches")
	if enough(h, p, days) {
		return lastTryFor(h, fmt.Sprintf("%s over %s without a reply", tried, say.Count(days, "working day", "working days")))
	}
	if atCeiling(h, p) {
		return lastTryFor(h, fmt.Sprintf("%s without a reply, and no channel is left that is not at its ceiling", tried))
	}
	return Verdict{}, false
}

// lastTryFor ends a silence. Where a last try was made in this cycle already and
// the rep went on, its words are not said again: it is closed in silence.
func lastTryFor(h *history.History, because string) (Verdict, bool) {
	if h.Goodbye != nil {
		because += "; your last try was on " + day(h, h.Goodbye.At)
		return Verdict{Verdict: BreakUp, Kind: Ghosting, Silent: true, Because: because}, true
	}
	return Verdict{Verdict: LastTry, Kind: Ghosting, Because: because}, true
}

// enough compares what was tried with the playbook's effort for the motion.
func enough(h *history.History, p *playbook.Playbook, days int) bool {
	e := Effort(h, p)
	calls := h.On("call") + h.On("voicemail")
	return days >= e.Days && len(h.Unanswered) >= e.Touches && calls >= e.Calls && h.On("email") >= e.Emails
}

// Effort is what the playbook asks for before a last try.
func Effort(h *history.History, p *playbook.Playbook) playbook.Effort {
	switch h.Motion {
	case history.CameInbound:
		return p.Persistence.Inbound
	case history.Proposal:
		return p.Persistence.Proposal
	case history.Engaged:
		e := p.Persistence.Engaged
		if h.Met {
			e.Touches = e.AfterMeeting
		}
		return e
	}
	return p.Persistence.Cold
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
