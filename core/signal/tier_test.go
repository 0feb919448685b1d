package signal

import (
	"testing"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

func TestTier(t *testing.T) {
	cases := []struct {
		about   string
		known   history.Record
		book    *playbook.Playbook
		level   Level
		because string
	}{
		{"nothing known", known(), nil, Maybe, "What the deal is worth is not known"},
		{"worth it", known(deal(50000)), nil, Top, "A deal of 50,000: worth it, from 50,000"},
		{"not worth it", known(deal(999)), nil, Bottom, "A deal of 999: not worth it, under 1,000"},
		{"in between", known(deal(1000)), nil, Maybe, "A deal of 1,000: maybe, worth it from 50,000"},
		{"worth it and ideal", known(deal(60000), company(120, "AT", "tools")), midSized, Top, "A deal of 60,000: worth it, from 50,000. Like your ideal prospect: size of the company, country, what they are responsible for"},
		{"worth it, fit not known", known(deal(60000), company(120, "AT", "")), midSized, Maybe, "A deal of 60,000: worth it, from 50,000. Not known whether they are like your ideal prospect: what they are responsible for"},
		{"worth it and outside", known(deal(60000), company(12, "AT", "")), midSized, Bottom, "Outside your ideal prospect: the company has 12 people"},
		{"ideal, worth not known", known(company(120, "AT", "tools")), midSized, Maybe, "What the deal is worth is not known"},
		{"outside, and that dismissed", known(company(12, "AT", ""), dismissed("fit")), midSized, Maybe, "What the deal is worth is not known"},
		{"small, and that dismissed", known(deal(1), dismissed("worth")), nil, Maybe, "What the deal is worth is not known"},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			p := c.book
			if p == nil {
				p = playbook.Balanced()
			}
			h := history.Of(c.known, p)
			if level, because := Tier(&h, p); level != c.level || because != c.because {
				t.Errorf("%d, %q; want %d, %q", level, because, c.level, c.because)
			}
		})
	}
}

func TestTireKickerSigns(t *testing.T) {
	h := history.Of(known(
		answered("calendar", "always empty"),
		replied("4 Nov", reply.Unclear, "We will see."),
		answered("why-here", "the canteen"),
		replied("20 Nov", reply.Unclear, "We have seen."),
	), playbook.Balanced())
	got := ""
	for _, s := range TireKickerSigns(&h) {
		got += s.Name
		if s.Answered {
			got += " answered"
		}
		got += s.At.Format(", 2 Jan; ")
	}
	if want := "pride answered, 19 Nov; busy answered, 19 Nov; plural, 20 Nov; "; got != want {
		t.Errorf("signs are %q, want %q", got, want)
	}

	h = history.Of(known(answered("calendar", "full"), answered("why-here", "the people"), replied("4 Nov", reply.Unclear, "I will see.")), playbook.Balanced())
	if signs := TireKickerSigns(&h); signs != nil {
		t.Errorf("good signs count against them: %v", signs)
	}
	h = history.Of(known(answered("calendar", "empty"), dismissed("busy")), playbook.Balanced())
	if signs := TireKickerSigns(&h); signs != nil {
		t.Errorf("a dismissed sign counts: %v", signs)
	}
}

func TestMovedByThem(t *testing.T) {
	h := history.Of(known(
		meeting("12 Nov", history.Rescheduled, "them"), meeting("2 Nov", history.Rescheduled, "them"),
		meeting("4 Nov", history.Rescheduled, "us"), meeting("5 Nov", history.Cancelled, "them"), meeting("6 Nov", history.Rescheduled, ""),
	), playbook.Balanced())
	moved := MovedByThem(&h)
	if len(moved) != 2 || !moved[0].At.Equal(on("2 Nov")) || !moved[1].At.Equal(on("12 Nov")) {
		t.Errorf("moved by them: %v", moved)
	}
}
