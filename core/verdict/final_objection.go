package verdict

import (
	"slices"
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
			return final(NoAuthority, h.Left, h.Say("Their mailbox says that they left the company, since {}", day(h, h.Left.At))), true
		}
		if last := h.LastSaid(); last != nil && !h.Decided(last.At) {
			lead := last.Leads()
			if also := last.Says(reply.WrongPerson, reply.LeftCompany); lead == reply.Refers && also != nil {
				lead = also.Intent // whom they name comes first, and they are out of it
			}
			switch lead {
			case reply.WrongPerson, reply.LeftCompany:
				if toThank(h, last) {
					return Verdict{}, false // your turn: thank them and follow it
				}
				why := h.Say("It is not theirs to decide, since {}", day(h, last.At))
				if last.Says(reply.LeftCompany) != nil {
					why = h.Say("You were told that they left the company, since {}", day(h, last.At))
				}
				v := final(NoAuthority, last, why)
				if len(last.Named()) > 0 {
					return v, true // whoever they named is still to be written to
				}
				return answered(h, v, firstEnough(h, last, 1)), true
			case reply.NoFit:
				if toThank(h, last) {
					return Verdict{}, false
				}
				return answered(h, final(NoFit, last, h.Say("It is no fit for them, since {}", day(h, last.At))), firstEnough(h, last, 1)), true
			}
		}
		if a := denied(h, "authority"); a != nil {
			return final(NoAuthority, a, h.Say("You noted that it is not theirs to decide, since {}", day(h, a.At))), true
		}
		if a := denied(h, "need"); a != nil {
			return final(NoFit, a, h.Say("You noted that they have no need we can meet, since {}", day(h, a.At))), true
		}
		return Verdict{}, false
	},
}

func final(kind string, e *history.Event, because string) Verdict {
	return Verdict{Verdict: BreakUp, Kind: kind, Event: e, Because: because}
}

// toThank reports a reply that names somebody to ask instead, and that nothing of
// ours has followed yet.
func toThank(h *history.History, e *history.Event) bool {
	named := e.Says(reply.Refers) != nil || len(e.Named()) > 0
	return named && !h.TouchedSince(e.At)
}

// denied is the rep's newest answer to a qualifying question where it says no,
// nothing was decided since, and they have not asked for more themselves.
func denied(h *history.History, question string) *history.Event {
	for i := len(h.Answers) - 1; i >= 0; i-- {
		a := &h.Answers[i]
		if a.Question == question {
			last := h.LastSaid()
			wantsMore := last != nil && last.At.After(a.At) && (last.Leads() == reply.Interested || last.Leads() == reply.Question)
			if negative(question, a.Text) && !h.Decided(a.At) && !wantsMore {
				return a
			}
			return nil
		}
	}
	return nil
}

// negative reports an answer that is clearly a no: such a word alone or before a
// stop or a comma, or before what was asked for ("no budget"). What says more than
// that, as "No doubt" or "No, but she has a say", is no evidence.
func negative(question, text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	first, rest, _ := strings.Cut(text, " ")
	word := strings.TrimRight(first, ".,;:!")
	for _, turn := range []string{" but ", " aber ", " sondern ", " mais ", " pero ", " sino "} {
		if strings.Contains(text, turn) {
			return false
		}
	}
	switch word {
	case "nobody", "nothing", "niemand", "nichts", "personne", "rien", "nadie", "nada":
		return true
	case "no", "none", "nein", "kein", "keine", "keiner", "non", "aucun", "aucune", "ninguno", "ninguna", "ningún":
		asked, _, _ := strings.Cut(rest, " ")
		return rest == "" || first != word || slices.Contains(askedFor[question], strings.Trim(asked, ".,;:!"))
	}
	return false
}

// askedFor is what a question is about, in our four languages.
var askedFor = map[string][]string{
	"budget": {
		"budget", "money", "funds", "funding", "yet", "geld", "mittel", "argent", "fonds", "presupuesto", "dinero", "fondos",
	},
	"authority": {
		"authority", "say", "power", "influence", "yet", "befugnis", "einfluss", "pouvoir", "poder", "influencia",
	},
	"need": {"need", "needs", "use", "yet", "bedarf", "besoin", "necesidad"},
}
