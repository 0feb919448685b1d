package verdict

import (
	"strings"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

var finalObjection = &Rule{
	Name: "final-objection", Source: "pipedrive",
	Observed:  "They have no power to buy nor to influence, it is no fit, there is nothing they can do, or they left the company. The rep's own answers to the authority and need questions count too.",
	Follows:   "break-up at once: no-authority asks who it should be, waits a week and goes to colleagues; no-fit lets go",
	Case:      "break-up-no-authority",
	Threshold: noThreshold,
	speak: func(h *history.History, _ *playbook.Playbook) (Verdict, bool) {
		if h.Left != nil && !h.Decided(h.Left.At) {
			return final(h, NoAuthority, h.Left, "Their mailbox says that they left the company"), true
		}
		if last := h.LastReply(); last != nil && !h.Decided(last.At) {
			lead := last.Leads()
			if also := last.Says(reply.WrongPerson, reply.LeftCompany); lead == reply.Refers && also != nil {
				lead = also.Intent // whom they name comes first, and they are out of it
			}
			switch lead {
			case reply.WrongPerson, reply.LeftCompany:
				if toThank(h, last) {
					return Verdict{}, false // your turn: thank them and follow it
				}
				return final(h, NoAuthority, last, "It is not theirs to decide"), true
			case reply.NoFit:
				return final(h, NoFit, last, "It is no fit for them"), true
			}
		}
		if a := denied(h, "authority"); a != nil {
			return final(h, NoAuthority, a, "You noted that they can neither buy nor influence it"), true
		}
		if a := denied(h, "need"); a != nil {
			return final(h, NoFit, a, "You noted that they have no need we can meet"), true
		}
		return Verdict{}, false
	},
}

func final(h *history.History, kind string, e *history.Event, because string) Verdict {
	return Verdict{Verdict: BreakUp, Kind: kind, Event: e, Because: because + ", since " + day(h, e.At)}
}

// toThank reports a reply that names somebody to ask instead, and that nothing of
// ours has followed yet.
func toThank(h *history.History, e *history.Event) bool {
	named := e.Says(reply.Refers) != nil || (e.Reading != nil && len(e.Reading.Referrals) > 0)
	return named && (h.LastTouch == nil || h.LastTouch.Before(e.At))
}

// denied is the rep's newest answer to a qualifying question where it says no and
// nothing was decided since.
func denied(h *history.History, question string) *history.Event {
	for i := len(h.Answers) - 1; i >= 0; i-- {
		a := &h.Answers[i]
		if a.Question == question {
			if negative(a.Text) && !h.Decided(a.At) {
				return a
			}
			return nil
		}
	}
	return nil
}

// negative reads the first word of an answer.
func negative(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	switch strings.Trim(first, ".,;:!") {
	case "no", "none", "nobody", "nothing", "nein", "kein", "keine", "keiner", "niemand", "nichts",
		"non", "aucun", "aucune", "personne", "rien", "ninguno", "ninguna", "ningún", "nadie", "nada":
		return true
	}
	return false
}
