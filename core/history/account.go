package history

import (
	"slices"
	"time"

	"cleanbreak/core/playbook"
	"cleanbreak/core/workday"
)

// Talking is the newest sign that somebody else at the company is in touch with
// us: a meeting booked there, or two-way contact within the playbook's working
// days. Then their silence says nothing about the account. nil when there is none.
func (h *History) Talking(p *playbook.Playbook) *Contact {
	var newest *Contact
	days := h.Office()
	for i := range h.Account {
		c := &h.Account[i]
		if !c.TwoWay() || (newest != nil && c.At.Before(newest.At)) {
			continue
		}
		ahead := c.At.After(h.Now)
		if (ahead && c.Type == Meeting) || (!ahead && days.Between(c.At, h.Now) <= p.Account.TwoWayDays) {
			newest = c
		}
	}
	return newest
}

// TwoWay reports that they took part, or will.
func (c *Contact) TwoWay() bool {
	switch c.Type {
	case Reply, Inbound, Meeting:
		return true
	}
	return c.Channel == "conversation"
}

// Office is their calendar without their absences: for what does not wait for them
// to be back, and for their colleagues.
func (h *History) Office() workday.Calendar {
	days := h.Calendar
	days.Away = nil
	return days
}

// SecondContact reports that somebody else at the company was tried in this
// cycle, or is in touch.
func (h *History) SecondContact() bool {
	for _, c := range h.Account {
		if !c.At.Before(h.Since) && !c.At.After(h.Now) && (c.Type == Touch || c.TwoWay()) {
			return true
		}
	}
	return false
}

// OthersSince reports that somebody else at the company was written to, or was in
// touch, since a moment; a meeting that is booked there counts too.
func (h *History) OthersSince(t time.Time) bool {
	return slices.ContainsFunc(h.Account, func(c Contact) bool {
		ahead := c.At.After(h.Now)
		return c.Type != StopAll && !c.At.Before(t) && (!ahead || c.Type == Meeting)
	})
}

// Colleague is the last contact with somebody else at the company whom we know by
// name, the newest two-way one with them where there was one; nil when there is
// nobody.
func (h *History) Colleague() *Contact {
	var last *Contact
	for i := range h.Account {
		c := &h.Account[i]
		if c.Type == StopAll || c.Who == "" || (last != nil && last.Who == c.Who && last.TwoWay() && !c.TwoWay()) {
			continue
		}
		last = c
	}
	return last
}
