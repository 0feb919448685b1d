package view

import (
	"testing"
	"time"
)

// TestEveryFactCanBeTold checks that each has words and says one thing.
func TestEveryFactCanBeTold(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range append(tell(State{}, cal).Groups, *correct(State{})) {
		for _, f := range g.Facts {
			if seen[f.Key] || f.Label == "" || f.Ask == "" || f.Known {
				t.Errorf("%+v", f)
			}
			seen[f.Key] = true
			if f.Input == ByChoice {
				for _, c := range f.Choices {
					if c.Label == "" || (c.Entered == nil) == (c.Deal == nil) {
						t.Errorf("%s: %+v", f.Key, c)
					}
				}
			}
		}
	}
	for key := range factWords {
		if !seen[key] {
			t.Errorf("%s is not offered", key)
		}
	}
}

func TestWhatIsTold(t *testing.T) {
	before := Deal{Value: 1, Stage: "demo", Customer: true}
	when := now.AddDate(0, 0, 3)
	after := func(change func(*Deal)) *Deal { d := before; change(&d); return &d }
	for _, c := range []struct {
		key, input, text string
		when             time.Time
		entered          *Entered
		deal             *Deal
		problem          string
	}{
		{"budget", ByText, " from  January ", when, &Entered{Type: "answer", Question: "budget", Text: "from January"}, nil, ""},
		{"why-here", ByText, "the people", when, &Entered{Type: "answer", Question: "why-here", Text: "the people"}, nil, ""},
		{"promise", ByText, "send the sheet", when, &Entered{Type: "promise", Text: "send the sheet"}, nil, ""},
		{"complaint", ByText, "broken", when, &Entered{Type: "complaint", Text: "broken"}, nil, ""},
		{"promise", ByText, "  ", when, nil, nil, needsText},
		{"meeting", ByMoment, "", when, &Entered{Type: "meeting", Disposition: "scheduled", Starts: when}, nil, ""},
		{"meeting", ByMoment, "", time.Time{}, nil, nil, needsMoment},
		{"next-activity", ByMoment, "", when, nil, after(func(d *Deal) { d.NextActivity = when }), ""},
		{"value", ByNumber, "€ 12.500,50", when, nil, after(func(d *Deal) { d.Value = 12500.5 }), ""},
		{"value", ByNumber, "", when, nil, after(func(d *Deal) { d.Value = 0 }), ""},
		{"value", ByNumber, "a lot", when, nil, &before, needsNumber},
		{"size", ByNumber, "1 200", when, nil, after(func(d *Deal) { d.CompanySize = 1200 }), ""},
		{"size", ByNumber, "1.5", when, nil, nil, needsWhole},
		{"stage", ByText, "proposal", when, nil, after(func(d *Deal) { d.Stage = "proposal" }), ""},
		{"responsible", ByText, "tooling", when, nil, after(func(d *Deal) { d.ResponsibleFor = "tooling" }), ""},
		{"country", ByText, "de", when, nil, after(func(d *Deal) { d.Country = "DE" }), ""},
		{"country", ByText, "Germany", when, nil, nil, needsCountry},
		{"country", ByText, "", when, nil, after(func(d *Deal) { d.Country = "" }), ""},
	} {
		got, problem := fact(c.key, c.input).Enter(c.text, c.when, before)
		if problem != c.problem {
			t.Errorf("%s %q: %q", c.key, c.text, problem)
		}
		if problem != "" {
			continue
		}
		if c.entered != nil && (got.Entered == nil || *got.Entered != *c.entered) || c.deal != nil && (got.Deal == nil || *got.Deal != *c.deal) {
			t.Errorf("%s %q: %+v %+v", c.key, c.text, got.Entered, got.Deal)
		}
	}
}

func TestAmounts(t *testing.T) {
	for text, want := range map[string]float64{
		"12000": 12000, "12 000": 12000, "12\u202f000": 12000, "12,000": 12000, "12.000": 12000, "12'000": 12000, "12,000.50": 12000.5, "12.000,50": 12000.5,
		"1.234.567": 1234567, "1.5": 1.5, "1,5": 1.5, "12k": 12000, "1.2m": 1.2e6, "$3": 3, "3 €": 3, "": 0, "0": 0,
	} {
		if got, problem := parseAmount(text); got != want || problem != "" {
			t.Errorf("%q is %v, %s", text, got, problem)
		}
	}
	for _, text := range []string{"-5", "a", "1e9", "k", ".", "12b", "９"} {
		if got, problem := parseAmount(text); problem == "" {
			t.Errorf("%q is %v", text, got)
		}
	}
	if _, problem := parseAmount("9999999999m"); problem != tooMuch {
		t.Error(problem)
	}
}

func TestWhatAPageGaveIsCorrected(t *testing.T) {
	s := State{Deal: Deal{Value: 5, Company: "Acme Nord"}}
	s.Person.Name, s.Person.Company = "kim.olsen", "Acme Nord"
	facts := correct(s).Facts
	if name, place := facts[0], facts[3]; name.Label != "Name: kim.olsen" || name.Known || place.Label != "Place" || !facts[2].Known {
		t.Errorf("%+v", facts)
	}
	for _, test := range []struct {
		fact Fact
		text string
		want Deal
	}{
		{facts[0], " Kim  Olsen ", Deal{Value: 5, Company: "Acme Nord", Name: "Kim Olsen"}},
		{facts[0], "kim.olsen", s.Deal}, // what the page says is no correction
		{facts[2], "", Deal{Value: 5}},
		{facts[1], "CTO", Deal{Value: 5, Company: "Acme Nord", Title: "CTO"}},
		{facts[3], "Bremen", Deal{Value: 5, Company: "Acme Nord", Place: "Bremen"}},
	} {
		got, problem := test.fact.Enter(test.text, time.Time{}, s.Deal)
		if problem != "" || got.Entered != nil || *got.Deal != test.want {
			t.Errorf("%s %q: %+v %s", test.fact.Key, test.text, got.Deal, problem)
		}
	}
}

func TestWhatIsKnownIsShown(t *testing.T) {
	s := State{Deal: Deal{Value: 12000, Country: "DE", Customer: true}, Entries: []Entry{
		{Type: "answer", Question: "budget", Quote: "none"}, {Type: "answer", Question: "budget", Quote: "some"}, {Type: "promise", Quote: "call"},
	}}
	byKey := map[string]Fact{}
	for _, g := range tell(s, cal).Groups {
		for _, f := range g.Facts {
			byKey[f.Key] = f
		}
	}
	if f := byKey["value"]; f.Label != "Value: 12,000" || !f.Known {
		t.Errorf("%+v", f)
	}
	if f := byKey["budget"]; f.Value != "none" || !f.Known {
		t.Errorf("%+v", f)
	}
	if f := byKey["customer"]; f.Choices[0].Chosen || !f.Choices[1].Chosen || f.Choices[0].Deal.Value != 12000 || f.Choices[0].Deal.Customer {
		t.Errorf("%+v", f)
	}
	if f := byKey["promise"]; len(f.Open) != 1 || *f.Open[0].Entered != (Entered{Type: "promise", Text: "call", Done: true}) {
		t.Errorf("%+v", f)
	}
}
