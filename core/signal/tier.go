package signal

import (
	"strings"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// Level is how much a prospect is worth by the team's own numbers.
type Level int

// The tiers. What is not known is Maybe.
const (
	Bottom Level = iota - 1
	Maybe
	Top
)

// Tier sorts a prospect by the value of the deal and by the ideal prospect, and
// says in one sentence why. A title never enters, nor how easy the door was.
func Tier(h *history.History, p *playbook.Playbook) (Level, string) {
	worth, value := valueOf(h, p)
	fits, likeness := fitOf(h, p)
	switch {
	case fits == Bottom:
		return Bottom, likeness
	case worth == Bottom || likeness == "":
		return worth, value
	case worth == Top:
		return fits, value + ". " + likeness
	}
	return Maybe, value
}

// Level is the Tier without its sentence.
func LevelOf(h *history.History, p *playbook.Playbook) Level {
	tongue := h.Tongue
	h.Tongue = say.Nothing
	level, _ := Tier(h, p)
	h.Tongue = tongue
	return level
}

// valueOf is the tier by the value of the deal alone.
func valueOf(h *history.History, p *playbook.Playbook) (Level, string) {
	value := h.Opportunity.Value
	switch {
	case value <= 0 || h.Dismissed("worth"):
		return Maybe, h.Say("What the deal is worth is not known")
	case value >= p.Worth.From:
		return Top, h.Say("A deal of {}: worth it, from {}", h.Tongue.Amount(value), h.Tongue.Amount(p.Worth.From))
	case value < p.Worth.Under:
		return Bottom, h.Say("A deal of {}: not worth it, under {}", h.Tongue.Amount(value), h.Tongue.Amount(p.Worth.Under))
	}
	return Maybe, h.Say("A deal of {}: maybe, worth it from {}", h.Tongue.Amount(value), h.Tongue.Amount(p.Worth.From))
}

// fitOf compares with the ideal prospect: one thing outside decides, one that is
// asked for and not known leaves it open. The sentence is empty where the
// playbook asks for nothing.
func fitOf(h *history.History, p *playbook.Playbook) (Level, string) {
	if h.Dismissed("fit") {
		return Maybe, ""
	}
	var like, unknown list
	for _, trait := range traits {
		known, wanted, inside := trait.compare(h, p)
		switch {
		case !wanted:
		case !known:
			unknown.add(trait.name)
		case !inside:
			return Bottom, h.Say("Outside your ideal prospect: {}", trait.tell(h, p))
		default:
			like.add(trait.name)
		}
	}
	switch {
	case unknown.n > 0:
		return Maybe, h.Say("Not known whether they are like your ideal prospect: {}", unknown.in(h))
	case like.n > 0:
		return Top, h.Say("Like your ideal prospect: {}", like.in(h))
	}
	return Maybe, ""
}

// list is a few names, to be written with commas.
type list struct {
	names [len(questions)]string
	n     int
}

func (l *list) add(name string) {
	l.names[l.n] = name
	l.n++
}

// in writes them in the rep's language.
func (l *list) in(h *history.History) string {
	if h.Tongue == say.Nothing {
		return ""
	}
	var said [len(l.names)]string
	for i, name := range l.names[:l.n] {
		said[i] = h.Say(name)
	}
	return strings.Join(said[:l.n], ", ")
}

// trait is one thing that an ideal prospect may be known by.
type trait struct {
	name    string
	compare func(h *history.History, p *playbook.Playbook) (known, wanted, inside bool)
	tell    func(h *history.History, p *playbook.Playbook) string
}

var traits = [...]trait{
	{
		"size of the company",
		func(h *history.History, p *playbook.Playbook) (known, wanted, inside bool) {
			from, to, size := p.Ideal.SizeFrom, p.Ideal.SizeTo, h.Prospect.CompanySize
			return size > 0, from > 0 || to > 0, size >= from && (to == 0 || size <= to)
		},
		func(h *history.History, p *playbook.Playbook) string {
			return h.Say("the company has {}", h.Tongue.Count(h.Prospect.CompanySize, "person", "people"))
		},
	},
	{
		"country",
		func(h *history.History, p *playbook.Playbook) (known, wanted, inside bool) {
			for _, c := range p.Ideal.Countries {
				inside = inside || strings.EqualFold(c, h.Country)
			}
			return h.Country != "", len(p.Ideal.Countries) > 0, inside
		},
		func(h *history.History, p *playbook.Playbook) string {
			return h.Say("{} is not among {}", h.Country, strings.Join(p.Ideal.Countries, ", "))
		},
	},
	{
		"what they are responsible for",
		func(h *history.History, p *playbook.Playbook) (known, wanted, inside bool) {
			for _, w := range p.Ideal.ResponsibleFor {
				inside = inside || mentions(h.Prospect.ResponsibleFor, w)
			}
			return h.Prospect.ResponsibleFor != "", len(p.Ideal.ResponsibleFor) > 0, inside
		},
		func(h *history.History, p *playbook.Playbook) string {
			return h.Say("responsible for {}", h.Tongue.Quote(h.Prospect.ResponsibleFor, "full"))
		},
	},
}
