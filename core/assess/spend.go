package assess

import (
	"cmp"
	"slices"

	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
	"cleanbreak/core/verdict"
)

// mostBetter is how many better prospects are named.
const mostBetter = 3

// Better is a prospect on whom the hours that a break-up frees are better spent.
type Better struct {
	Prospect string `json:"prospect"` // their name, or the address that is known
	Verdict  string `json:"verdict"`
	Score    int    `json:"score"`
}

// Read judges what is written down, one case or a list of cases, and gives one
// Assessment, or a list of them. Errors are those of [ParseCases].
func Read(data []byte, p *playbook.Playbook) (any, error) { return ReadIn(nil, data, p) }

// ReadIn is Read with the reasons in the rep's language; nil is English.
func ReadIn(tongue *say.Language, data []byte, p *playbook.Playbook) (any, error) {
	cases, many, err := ParseCases(data, p)
	if err != nil {
		return nil, err
	}
	for i := range cases {
		cases[i].Record.Tongue = tongue
	}
	all := All(cases)
	if many {
		return all, nil
	}
	return all[0], nil
}

// All judges several prospects, in the order given. Of each that is let go it
// names those of the list on whom the hours freed are better spent.
func All(cases []Parsed) []Assessment {
	all := make([]Assessment, len(cases))
	for i := range cases {
		all[i] = cases[i].Assess()
	}
	better := nextBest(cases, all)
	for i := range all {
		if h := all[i].HoursFreed; h != nil && *h > 0 {
			all[i].SpendOn = better
		}
	}
	return all
}

// worthATouch are the verdicts that call for one, the most urgent first.
var worthATouch = []string{verdict.YourTurn, verdict.Invest, verdict.Keep}

// nextBest orders who is worth a touch: those who wait for us, then those worth
// more than most, then the others; by score within each, then by the deal's value.
func nextBest(cases []Parsed, all []Assessment) []Better {
	var order []int
	for i := range all {
		if slices.Contains(worthATouch, all[i].Verdict) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(
			slices.Index(worthATouch, all[a].Verdict)-slices.Index(worthATouch, all[b].Verdict),
			all[b].Score-all[a].Score,
			cmp.Compare(cases[b].Record.Opportunity.Value, cases[a].Record.Opportunity.Value),
		)
	})
	better := []Better{}
	for _, i := range order[:min(mostBetter, len(order))] {
		who := cases[i].Record.Prospect
		better = append(better, Better{cmp.Or(who.Name, who.Email, who.Slug), all[i].Verdict, all[i].Score})
	}
	return better
}
