package playbook

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/strict"
	"cleanbreak/core/words"
	"cleanbreak/core/workday"
)

// Rules that may stand in said and in silence; core/verdict holds them.
var (
	SaidRules    = []string{"second-no", "final-objection", "second-soft", "pushed-back", "tire-kicker", "tier"}
	SilenceRules = []string{
		"last-try-unanswered", "chase", "persistence", "overwork", "tier",
		"follow-ups", "attempts", "five-and-out", "six-calls",
	}
)

func (p *Playbook) check(doc *strict.Document) error {
	checks := []func(*strict.Document) error{
		p.checkNumbers, p.checkRules, p.checkChannels, p.checkDays, p.checkWords, p.checkTracking, p.checkRecord,
	}
	for _, check := range checks {
		if err := check(doc); err != nil {
			return err
		}
	}
	return nil
}

const (
	mostNumber  = 10_000 // of days, months, touches or words
	mostErasure = 3      // months, by the GDPR's article 12
)

type number struct {
	path  string
	value int
}

func (p *Playbook) checkNumbers(doc *strict.Document) error {
	if p.Name == "" {
		return doc.Fault("name", "is missing")
	}
	for _, n := range p.fromOne() {
		if n.value < 1 {
			if p.Extends == "" && n.value == 0 {
				return doc.Fault(n.path, `is 0; it takes a whole number from 1 ("extends": "balanced" gives what a playbook leaves out)`)
			}
			return doc.Fault(n.path, "is {}; it takes a whole number from 1", n.value)
		}
		if n.value > mostNumber {
			return doc.Fault(n.path, "is {}; it takes at most {}", n.value, mostNumber)
		}
	}
	if p.Waits.ErasureMonths > mostErasure {
		return doc.Fault("waits.erasure_months", "is {}; the law gives one month, and at most {} where it is said why", p.Waits.ErasureMonths, mostErasure)
	}
	for channel, minutes := range p.Minutes {
		if minutes < 0 {
			return doc.Fault("minutes."+channel, "is {}; it takes minutes from 0", minutes)
		}
	}
	for stage, s := range p.Stages {
		if stage != strings.ToLower(stage) {
			return doc.Fault("stages."+stage, "write the stage in lower case, as {}", strings.ToLower(stage))
		}
		if s.Days < 1 {
			return doc.Fault("stages."+stage+".days", "is {}; it takes days from 1", s.Days)
		}
	}
	switch {
	case p.Waits.BeforeGoodbye < 0:
		return doc.Fault("waits.before_goodbye", "is {}; it takes working days from 0", p.Waits.BeforeGoodbye)
	case p.Speech.To < p.Speech.From:
		return doc.Fault("speech.to", "is {}, less than speech.from, which is {}", p.Speech.To, p.Speech.From)
	case p.Worth.From < p.Worth.Under:
		return doc.Fault("worth.from", "is {}, less than worth.under, which is {}", p.Worth.From, p.Worth.Under)
	case p.Ideal.SizeTo != 0 && p.Ideal.SizeTo < p.Ideal.SizeFrom:
		return doc.Fault("ideal.size_to", "is {}, less than ideal.size_from, which is {}", p.Ideal.SizeTo, p.Ideal.SizeFrom)
	}
	return nil
}

func (p *Playbook) fromOne() []number {
	return []number{
		{"floor.touches", p.Floor.Touches},
		{"persistence.cold.touches", p.Persistence.Cold.Touches},
		{"persistence.cold.days", p.Persistence.Cold.Days},
		{"persistence.inbound.days", p.Persistence.Inbound.Days},
		{"persistence.engaged.days", p.Persistence.Engaged.Days},
		{"persistence.proposal.days", p.Persistence.Proposal.Days},
		{"persistence.inbound.calls", p.Persistence.Inbound.Calls},
		{"persistence.inbound.emails", p.Persistence.Inbound.Emails},
		{"persistence.engaged.touches", p.Persistence.Engaged.Touches},
		{"persistence.engaged.after_meeting", p.Persistence.Engaged.AfterMeeting},
		{"persistence.proposal.touches", p.Persistence.Proposal.Touches},
		{"ceilings.email", p.Ceilings.Email},
		{"ceilings.linkedin", p.Ceilings.LinkedIn},
		{"waits.between_touches", p.Waits.BetweenTouches},
		{"waits.after_last_try", p.Waits.AfterLastTry},
		{"waits.after_question", p.Waits.AfterQuestion},
		{"waits.long_absence", p.Waits.LongAbsence},
		{"waits.renewal_notice", p.Waits.RenewalNotice},
		{"waits.fresh_inbound", p.Waits.FreshInbound},
		{"waits.erasure_months", p.Waits.ErasureMonths},
		{"waits.quiet_customer", p.Waits.QuietCustomer},
		{"cycle.days", p.Cycle.Days},
		{"reassess.months", p.Reassess.Months},
		{"reassess.not_worth_it", p.Reassess.NotWorthIt},
		{"reassess.pause_months", p.Reassess.PauseMonths},
		{"noes.not_interested", p.Noes.NotInterested},
		{"noes.soft", p.Noes.Soft},
		{"pushed_back.times", p.PushedBack.Times},
		{"chase.touches", p.Chase.Touches},
		{"chase.channels", p.Chase.Channels},
		{"follow_ups.times", p.FollowUps.Times},
		{"contacts.times", p.Contacts.Times},
		{"attempts.times", p.Attempts.Times},
		{"calls.calls", p.Calls.Calls},
		{"calls.after_meeting", p.Calls.AfterMeeting},
		{"tire_kicker.signs", p.TireKicker.Signs},
		{"tire_kicker.answered", p.TireKicker.Answered},
		{"overwork.times", p.Overwork.Times},
		{"overwork.deals", p.Overwork.Deals},
		{"customers.complaints", p.Customers.Complaints},
		{"account.two_way_days", p.Account.TwoWayDays},
		{"speech.words_per_minute", p.Speech.WordsPerMinute},
		{"speech.from", p.Speech.From},
		{"quarters.days", p.Quarters.Days},
		{"retention.months", p.Retention.Months},
	}
}

// checkWeights refuses a weight of no signal. Which there are, the playbook that
// this one extends knows.
func (p *Playbook) checkWeights(doc *strict.Document, known map[string]Weight) error {
	for _, name := range slices.Sorted(maps.Keys(p.Weights)) {
		if _, ok := known[name]; !ok && len(known) > 0 {
			return doc.Fault("weights."+name, "no signal is called \"{}\"; there are: {}", name, strings.Join(slices.Sorted(maps.Keys(known)), ", "))
		}
	}
	for _, name := range []string{"unanswered", "idle"} {
		if p.Weights[name].Points > 0 {
			return doc.Fault("weights."+name+".points", "is {}; silence is never worth points, so it takes 0 or less", p.Weights[name].Points)
		}
	}
	return nil
}

func (p *Playbook) checkRules(doc *strict.Document) error {
	if err := namesOf(doc, "said", "rule", p.Said, SaidRules); err != nil {
		return err
	}
	return namesOf(doc, "silence", "rule", p.Silence, SilenceRules)
}

func (p *Playbook) checkChannels(doc *strict.Document) error {
	if len(p.Channels) == 0 {
		return doc.Fault("channels", "is empty; name at least one")
	}
	if err := namesOf(doc, "channels", "channel", p.Channels, Channels); err != nil {
		return err
	}
	for i, channel := range p.Channels {
		if slices.Contains(p.Channels[:i], channel) {
			return doc.Fault(fmt.Sprintf("channels[%d]", i), "\"{}\" is there twice", channel)
		}
	}
	for channel := range p.Minutes {
		if channel != "meeting" && channel != "proposal" && !slices.Contains(Channels, channel) {
			return doc.Fault("minutes."+channel, "no channel is called \"{}\"; there are: meeting, proposal, {}", channel, strings.Join(Channels, ", "))
		}
	}
	return nil
}

// namesOf checks that each entry of a list is one of those there are.
func namesOf(doc *strict.Document, path, noun string, names, there []string) error {
	for i, name := range names {
		if !slices.Contains(there, name) {
			return doc.Fault(fmt.Sprintf("%s[%d]", path, i), "no {} is called \"{}\"; there are: {}", noun, name, strings.Join(there, ", "))
		}
	}
	return nil
}

func (p *Playbook) checkDays(doc *strict.Document) error {
	for i, q := range p.Quiet {
		for _, day := range []string{q.From, q.To} {
			if len(day) != len("12-24") || !workday.IsDay(day) {
				return doc.Fault(fmt.Sprintf("quiet[%d]", i), "\"{}\" is no day of the year; write it as 12-24", day)
			}
		}
	}
	if !p.worksSometimes() {
		return doc.Fault("quiet", "leaves no working day in a year; make it shorter")
	}
	for i, day := range p.Holidays {
		if !workday.IsDay(day) {
			return doc.Fault(fmt.Sprintf("holidays[%d]", i), "\"{}\" is no day; write it as 12-07 for every year, or as 2026-12-07", day)
		}
	}
	for i, c := range p.Ideal.Countries {
		if len(c) != 2 || strings.ToUpper(c) != c {
			return doc.Fault(fmt.Sprintf("ideal.countries[%d]", i), "\"{}\" is no country; write it as DE", c)
		}
	}
	return nil
}

// worksSometimes reports a working day in a year: somebody has to come back.
func (p *Playbook) worksSometimes() bool {
	days := workday.Calendar{Quiet: p.Quiet}
	first := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	return days.Between(first, first.AddDate(1, 0, 0)) > 0
}

func (p *Playbook) checkWords(doc *strict.Document) error {
	if !slices.Contains(words.Languages(), p.Language) {
		return doc.Fault("language", "is \"{}\"; there are: {}", p.Language, strings.Join(words.Languages(), ", "))
	}
	if len(p.Documents) == 1 {
		return doc.Fault("documents", "holds one; the homework takes two, an overview and a longer guide")
	}
	if err := words.Check(p.Templates); err != nil {
		var fault *words.Fault
		if errors.As(err, &fault) {
			return doc.Fault("templates."+fault.Path, "{}", fault.Problem)
		}
		return doc.Fault("templates", "{}", err)
	}
	return nil
}
