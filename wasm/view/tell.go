package view

import (
	"strconv"
	"strings"
	"time"
)

// Tell is what the rep can say that no page shows: chips in groups, each opens
// an editor of one line.
type Tell struct {
	Help   string
	Groups []FactGroup
}

// FactGroup is a row of chips.
type FactGroup struct {
	Title string
	Facts []Fact
}

// Inputs of a fact.
const (
	ByText   = "text"
	ByNumber = "number"
	ByMoment = "moment" // a day and an hour
	ByChoice = "choice" // nothing but Choices
)

// Fact is one thing the rep can tell. What is typed goes through Enter; a choice
// says it with one press.
type Fact struct {
	Key     string
	Label   string // of the chip, with what is known
	Known   bool
	Read    bool // Value is what a page gave, unless it is Known
	Input   string
	Ask     string // the question, or what to ask them
	Hint    string // an example
	Value   string // what is known, to be changed
	When    string // the label of a moment that goes with the choices; "" has none
	Choices []Telling
	Open    []Telling // promises that are still open: a press says they were kept
	OpenAs  string
	Suggest []string // words to choose from while typing
}

// Telling is one press that says something: an event, or the deal as it is
// then. Dated takes the moment that goes with the choices.
type Telling struct {
	Label   string
	Chosen  bool
	Dated   bool
	Entered *Entered
	Deal    *Deal
}

type factText struct{ label, ask, hint string }

type outcomeChoice struct{ label, disposition, by string }

func (o outcomeChoice) entered() Entered {
	return Entered{Type: "meeting", Disposition: o.disposition, By: o.by}
}

// questions are those that qualify a prospect, in the order they are asked.
var questions = []string{"why-here", "calendar", "budget", "authority", "need", "timing"}

// stages are what most teams call them; any other may be typed.
var stages = []string{"lead", "demo", "proposal", "negotiation"}

func tell(s State, c calendar) *Tell {
	return &Tell{Help: tellHelp, Groups: []FactGroup{
		{tellHappened, happened(s)},
		{tellFoundOut, foundOut(s.Entries)},
		{tellDeal, aboutDeal(s.Deal, c)},
	}}
}

func fact(key, input string) Fact {
	t := factWords[key]
	return Fact{Key: key, Label: Say(t.label), Input: input, Ask: Say(t.ask), Hint: Say(t.hint)}
}

func happened(s State) []Fact {
	outcome, reaction, promise, inbound := fact("outcome", ByChoice), fact("reaction", ByChoice), fact("promise", ByText), fact("inbound", ByChoice)
	outcome.When = movedTo
	for _, o := range outcomeChoices {
		e := o.entered()
		outcome.Choices = append(outcome.Choices, Telling{Label: o.label, Dated: o.disposition == "rescheduled", Entered: &e})
	}
	for _, o := range reactionChoices {
		reaction.Choices = append(reaction.Choices, Telling{Label: o.Text, Entered: &Entered{Type: "reaction", Channel: o.Code}})
	}
	for _, o := range inboundChoices {
		inbound.Choices = append(inbound.Choices, Telling{Label: o.Text, Entered: &Entered{Type: "inbound", Channel: o.Code}})
	}
	for _, e := range openPromises(s.Entries) {
		promise.OpenAs = openPromisesText
		promise.Open = append(promise.Open, Telling{Label: e.Quote, Entered: &Entered{Type: "promise", Text: e.Quote, Done: true}})
	}
	return []Fact{outcome, fact("meeting", ByMoment), promise, reaction, inbound, fact("complaint", ByText)}
}

// openPromises lists what the rep still owes, newest first.
func openPromises(entries []Entry) []Entry {
	kept := map[string]bool{}
	var open []Entry
	for _, e := range entries {
		if e.Type != "promise" || e.Quote == "" {
			continue
		}
		if e.Done {
			kept[e.Quote] = true
		} else if !kept[e.Quote] {
			open = append(open, e)
		}
	}
	return open
}

func foundOut(entries []Entry) []Fact {
	answers := map[string]string{}
	for _, e := range entries { // newest first
		if _, newer := answers[e.Question]; e.Type == "answer" && !newer {
			answers[e.Question] = e.Quote
		}
	}
	var out []Fact
	for _, q := range questions {
		f := fact(q, ByText)
		f.Ask = fill(askThem, f.Ask)
		f.Value, f.Known = answers[q]
		out = append(out, f)
	}
	return out
}

// correct is what a page gave of who they are, each to be changed where it is
// wrong. A fact is known where the rep has said it; left empty, the page counts
// again.
func correct(s State) *FactGroup {
	group := &FactGroup{Title: tellWho}
	for _, of := range []struct{ key, shown, said string }{
		{"name", s.Person.Name, s.Deal.Name}, {"title", s.Person.Title, s.Deal.Title},
		{"company", s.Person.Company, s.Deal.Company}, {"place", s.Person.Place, s.Deal.Place},
	} {
		f := fact(of.key, ByText)
		f.Known, f.Read, f.Value = of.said != "", true, of.shown
		if of.shown != "" {
			f.Label = fill(chipKnown, f.Label, of.shown)
		}
		group.Facts = append(group.Facts, f)
	}
	return group
}

func aboutDeal(d Deal, c calendar) []Fact {
	known := func(f Fact, value string) Fact {
		if value != "" {
			f.Known, f.Value, f.Label = true, value, fill(chipKnown, f.Label, value)
		}
		return f
	}
	stage := fact("stage", ByText)
	stage.Suggest = stages
	customer := fact("customer", ByChoice)
	customer.Known = d.Customer
	if d.Customer {
		customer.Label = Say(yesCustomer)
	}
	for _, is := range []bool{false, true} {
		as := d
		as.Customer = is
		label := noProspect
		if is {
			label = yesCustomer
		}
		customer.Choices = append(customer.Choices, Telling{Label: label, Chosen: d.Customer == is, Deal: &as})
	}
	next := fact("next-activity", ByMoment)
	if !d.NextActivity.IsZero() {
		next = known(next, c.day(d.NextActivity))
	}
	return []Fact{
		known(fact("value", ByNumber), amount(d.Value)),
		known(stage, d.Stage),
		next,
		known(fact("size", ByNumber), amount(float64(d.CompanySize))),
		known(fact("responsible", ByText), d.ResponsibleFor),
		known(fact("country", ByText), d.Country),
		customer,
	}
}

func amount(v float64) string {
	if v <= 0 || v >= 1e15 {
		return ""
	}
	if v != float64(int(v)) {
		return tongue.Number(v)
	}
	return number(int(v))
}

// Enter says what was typed, or what is wrong with it. An empty text makes the
// deal's fields unknown again.
func (f Fact) Enter(text string, when time.Time, deal Deal) (Telling, string) {
	text = line(text)
	if f.Input == ByMoment {
		if f.Key == "next-activity" && (f.Known || !when.IsZero()) {
			deal.NextActivity = when
			return Telling{Deal: &deal}, ""
		}
		if when.IsZero() {
			return Telling{}, needsMoment
		}
		return Telling{Entered: &Entered{Type: "meeting", Disposition: "scheduled", Starts: when}}, ""
	}
	if f.Read && text == f.Value {
		return Telling{Deal: &deal}, ""
	}
	if problem := deal.set(f.Key, text); problem != notOfDeal {
		return Telling{Deal: &deal}, problem
	}
	if text == "" {
		return Telling{}, needsText
	}
	e := &Entered{Type: f.Key, Text: text}
	if f.Key != "promise" && f.Key != "complaint" {
		e.Type, e.Question = "answer", f.Key
	}
	return Telling{Entered: e}, ""
}

// notOfDeal is no problem: the fact is none of the deal's.
const notOfDeal = "-"

func (d *Deal) set(key, text string) (problem string) {
	switch key {
	case "value":
		d.Value, problem = parseAmount(text)
	case "size":
		var n float64
		n, problem = parseAmount(text)
		d.CompanySize = int(n)
		if problem == "" && n != float64(d.CompanySize) {
			problem = needsWhole
		}
	case "stage":
		d.Stage = text
	case "responsible":
		d.ResponsibleFor = text
	case "country":
		d.Country = strings.ToUpper(text)
		if text != "" && (len(text) != 2 || strings.Trim(d.Country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
			problem = needsCountry
		}
	case "name":
		d.Name = text
	case "title":
		d.Title = text
	case "company":
		d.Company = text
	case "place":
		d.Place = text
	default:
		return notOfDeal
	}
	return problem
}

// mostAmount bounds what can be entered.
const mostAmount = 1e12

// parseAmount reads a number as people write it: "12 000", "12,000.50",
// "12.000,50", "12k", "€ 1.2m". An empty text is 0.
func parseAmount(text string) (v float64, problem string) {
	var digits strings.Builder
	factor := 1.0
	lower := strings.TrimSpace(strings.ToLower(text))
	switch {
	case lower == "":
		return 0, ""
	case strings.HasSuffix(lower, "k"):
		lower, factor = lower[:len(lower)-1], 1e3
	case strings.HasSuffix(lower, "m"):
		lower, factor = lower[:len(lower)-1], 1e6
	}
	point := decimalPoint(lower)
	for i, r := range lower {
		switch {
		case '0' <= r && r <= '9':
			digits.WriteRune(r)
		case i == point:
			digits.WriteByte('.')
		case !strings.ContainsRune(" .,'’\u00a0\u202f€$£", r):
			return 0, needsNumber
		}
	}
	v, err := strconv.ParseFloat(digits.String(), 64)
	if err != nil {
		return 0, needsNumber
	}
	if v *= factor; v > mostAmount {
		return 0, tooMuch
	}
	return v, ""
}

// decimalPoint is where the last full stop or comma stands, unless exactly three
// digits follow it or another of its kind comes before: then it groups. -1 where
// there is none.
func decimalPoint(text string) int {
	at := strings.LastIndexAny(text, ".,")
	if at < 0 || strings.Count(text, text[at:at+1]) > 1 {
		return -1
	}
	digits := strings.TrimRight(text[at+1:], " €$£")
	other := strings.ContainsAny(text[:at], ".,")
	if len(digits) == 3 && !other {
		return -1
	}
	return at
}
