package history

import (
	"slices"

	"cleanbreak/core/playbook"
)

// Tried reports whether a channel was used in this cycle.
func (h *History) Tried(channel string) bool {
	for i := range h.Touches {
		if h.Touches[i].Channel == channel {
			return true
		}
	}
	return false
}

// Untried lists the playbook's channels that were not used in this cycle and
// can be: no e-mail without an address, no LinkedIn without a profile.
func (h *History) Untried(p *playbook.Playbook) []string {
	out := make([]string, 0, len(p.Channels))
	for _, c := range p.Channels {
		if h.Possible(c) && !h.Tried(c) {
			out = append(out, c)
		}
	}
	return out
}

// Possible reports whether we know how to reach them on a channel.
func (h *History) Possible(channel string) bool {
	switch channel {
	case "email":
		return h.Prospect.Email != "" || h.Tried(channel)
	case "linkedin":
		return h.Prospect.Slug != "" || h.Tried(channel)
	case "call", "voicemail":
		return !h.wrongNumber()
	}
	return true
}

// wrongNumber reports that the last dial reached somebody else: then a call or a
// voicemail cannot reach them.
func (h *History) wrongNumber() bool {
	for i := len(h.Touches) - 1; i >= 0; i-- {
		if e := &h.Touches[i]; e.Channel == "call" || e.Channel == "voicemail" {
			return e.Disposition == WrongNumber
		}
	}
	return false
}

// WrongAddress reports that the last mail did not arrive.
func (h *History) WrongAddress() bool {
	n := len(h.Bounced)
	return n > 0 && !slices.ContainsFunc(h.Touches, func(e Event) bool {
		return e.Channel == "email" && e.At.After(h.Bounced[n-1].At)
	})
}

// Unseen lists the places where an answer could stand unread: those where they
// are known, or were written to, that were not looked at since the last touch.
func (h *History) Unseen() []string {
	unseen := []string{}
	if h.Seen == nil || h.LastTouch == nil {
		return unseen
	}
	if h.Possible("email") && h.Seen.Gmail.Before(*h.LastTouch) {
		unseen = append(unseen, "gmail")
	}
	if h.Possible("linkedin") && h.Seen.LinkedIn.Before(*h.LastTouch) {
		unseen = append(unseen, "linkedin")
	}
	return unseen
}
