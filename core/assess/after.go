package assess

import (
	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
	"cleanbreak/core/verdict"
)

// reasons are the neutral words for a closed deal: nothing a prospect could not
// read about themselves.
var reasons = map[string]string{
	verdict.Ghosting:      "unresponsive",
	verdict.NoBudget:      "no budget",
	verdict.NoAuthority:   "no owner for the topic",
	verdict.NoFit:         "no fit",
	verdict.NotInterested: "not interested",
	verdict.Competitor:    "stays with current vendor",
	verdict.TireKicker:    "no owner for the topic",
	verdict.OverInvested:  "no decision",
	verdict.NotNow:        "bad timing",
	verdict.NotWorthIt:    "outside focus",
}

// statuses are for leads, which have no closed-lost reason. Nurture hands over to
// marketing and stops the rep's clock.
var statuses = map[string]string{
	verdict.Ghosting:      "nurture",
	verdict.NoBudget:      "bad timing",
	verdict.NoAuthority:   "unqualified",
	verdict.NoFit:         "unqualified",
	verdict.NotInterested: "unqualified",
	verdict.Competitor:    "bad timing",
	verdict.TireKicker:    "unqualified",
	verdict.OverInvested:  "nurture",
	verdict.NotNow:        "bad timing",
	verdict.NotWorthIt:    "unqualified",
}

// after is what goes into the books, and the note beside it.
func (a *Assessment) after(v verdict.Verdict, h *history.History, p *playbook.Playbook) {
	a.books(v, h, p)
	a.CRMNote = note(a, h)
}

func (a *Assessment) books(v verdict.Verdict, h *history.History, p *playbook.Playbook) {
	a.MinutesLeft = minutesLeft(h, p)
	switch v.Verdict {
	case verdict.BreakUp:
		a.ClosedLostReason, a.LeadStatus = h.Say(reasons[v.Kind]), statuses[v.Kind]
		hours := (a.MinutesLeft + 30) / 60
		a.HoursFreed = &hours
		if p.HourIsWorth > 0 {
			worth := hours * p.HourIsWorth
			a.HoursWorth = &worth
		}
	case verdict.Stop:
		a.ClosedLostReason, a.LeadStatus = h.Say("asked not to be contacted"), "unqualified"
		if o := h.OptOut; o.Asked == "" && o.Who == "" { // the rep's own press
			a.ClosedLostReason = h.Say("contact stopped")
		}
		for _, id := range identities(h.Prospect) {
			if id == h.Prospect.Slug {
				id = "linkedin.com/in/" + id
			}
			a.Suppress = append(a.Suppress, id)
		}
		if domain := page.CompanyDomain(h.Prospect.Email); domain != "" && h.OptOut.Company {
			a.Suppress = append(a.Suppress, domain)
		}
	}
}

// identities are what somebody goes by: an address, the last part of a profile's.
func identities(p history.Prospect) []string {
	out := []string{}
	for _, id := range []string{p.Email, p.Slug} {
		if id != "" {
			out = append(out, id)
		}
	}
	return out
}

// minutesLeft is what going on would take: the attempts that Calvert still asks for,
// at what one has taken so far.
func minutesLeft(h *history.History, p *playbook.Playbook) int {
	if len(h.Touches) == 0 {
		return 0
	}
	left := max(0, p.Attempts.Times-len(h.Touches))
	return left * h.Minutes / len(h.Touches)
}

// note is the line for the CRM: neutral words, nothing a prospect could not read.
func note(a *Assessment, h *history.History) string {
	line := h.Say("{}: {}, {} in this cycle. ", h.Calendar.Date(h.Now),
		h.Tongue.Count(len(h.Touches), "touch", "touches"), h.Tongue.Count(len(h.Replies), "reply", "replies"))
	if a.ClosedLostReason != "" {
		line += say.Capital(a.ClosedLostReason) + "."
	} else {
		line += a.Because + "."
	}
	if a.Reassess != nil {
		line += h.Say(" Look again on {}.", *a.Reassess)
	}
	return line
}
