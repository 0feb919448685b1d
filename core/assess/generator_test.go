package assess_test

import (
	"fmt"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"

	"pgregory.net/rapid"
)

var now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

// span is how far back a drawn record goes: over several cycles, which end by the
// calendar after a quarter of a year. Most of it is new.
const span = 400 * 24 * time.Hour

// one draws a value of a list.
func one[T any](t *rapid.T, label string, of ...T) T { return rapid.SampledFrom(of).Draw(t, label) }

var intents = []string{
	reply.Interested, reply.Question, reply.Refers, reply.WrongPerson, reply.NoBudget, reply.HasVendor, reply.NotInterested,
	reply.NoFit, reply.Postpone, reply.Reschedule, reply.Calendar, reply.OutOfOffice, reply.AutoAck, reply.LeftCompany, reply.Bounce,
	reply.Unsubscribe, reply.Erasure, reply.Complaint, reply.OtherChannel, reply.Unclear,
}

var types = []string{
	history.Touch, history.Touch, history.Touch, history.Reply, history.Reply, history.Inbound, history.Meeting,
	history.Promise, history.Answer, history.Complaint, history.Decision, history.Reaction, history.Dismiss, history.Trigger,
}

var verdicts = []string{"your-turn", "invest", "keep", "last-try", "break-up", "pause", "stop", "hand-off", "lift-stop"}

var kinds = []string{
	"", "ghosting", "no-budget", "no-authority", "no-fit", "not-interested", "competitor", "tire-kicker", "over-invested",
	"not-now", "not-worth-it", "away", "waiting", "let-go", "satisfied",
}

// anyPlaybook draws Balanced, a voice, a team's, or one with rules and numbers of its
// own.
func anyPlaybook(t *rapid.T) *playbook.Playbook {
	name := one(t, "playbook", append([]string{"team", "own"}, playbook.BuiltIn...)...)
	switch name {
	case "team":
		return team
	case "own":
		return ownPlaybook(t)
	}
	p, err := playbook.Named(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ownPlaybook asks any rules in any order, by any numbers.
func ownPlaybook(t *rapid.T) *playbook.Playbook {
	p := *playbook.Balanced()
	p.Name = "own"
	rules := func(label string, of []string) []string {
		return rapid.SliceOfDistinct(rapid.SampledFrom(of), rapid.ID[string]).Draw(t, label)
	}
	p.Said, p.Silence = rules("said", playbook.SaidRules), rules("silence", playbook.SilenceRules)
	n := func(label string) int { return rapid.IntRange(1, 40).Draw(t, label) }
	p.Floor.Touches, p.Noes.NotInterested, p.Noes.Soft, p.Customers.Complaints = n("floor"), n("noes"), n("soft"), n("complaints")
	p.Persistence.Cold.Touches, p.Persistence.Cold.Days, p.Chase.Touches, p.Calls.Calls = n("touches"), n("days"), n("chase"), n("calls")
	p.Waits.BetweenTouches, p.Waits.AfterLastTry, p.Waits.AfterQuestion, p.Waits.BeforeGoodbye = n("between"), n("last try"), n("question"), n("before")-1
	p.Reassess.Months, p.Reassess.PauseMonths, p.Cycle.Days, p.Ceilings.Email = n("months"), n("pause"), 3*n("cycle"), n("ceiling")
	return &p
}

// team is a playbook in which nearly everything differs.
var team = func() *playbook.Playbook {
	p, err := playbook.Load([]byte(`{
		"name": "Northwind", "extends": "balanced",
		"said": ["tier", "tire-kicker", "pushed-back", "second-no", "final-objection", "second-soft"],
		"silence": ["last-try-unanswered", "six-calls", "chase", "follow-ups", "five-and-out", "attempts", "persistence", "overwork"],
		"floor": {"touches": 2}, "persistence": {"cold": {"touches": 3, "days": 4}}, "attempts": {"times": 4}, "waits": {"before_goodbye": 2},
		"channels": ["sms", "voicemail", "email", "live-message", "letter", "call"], "documents": ["the overview", "the guide"],
		"seller": {"help": "shorter audits", "phone": "030 5550 142"}, "hour_is_worth": 90, "holidays": ["11-18", "2026-11-23"],
		"ideal": {"size_from": 20, "size_to": 400, "countries": ["DE", "US"], "responsible_for": ["payroll"]}, "worth": {"from": 10000, "under": 2000},
		"language": "de"}`))
	if err != nil {
		panic(err)
	}
	return p
}()

// anyRecord draws a prospect with everything that can happen to one. No two
// events are of the same moment.
func anyRecord(t *rapid.T) history.Record { return drawn(t, types...) }

// drawn has events of the given types only.
func drawn(t *rapid.T, of ...string) history.Record {
	r := history.Record{
		Now: now, Zone: one(t, "zone", nil, time.UTC, zone("Europe/Berlin"), zone("America/Los_Angeles"), zone("Asia/Kolkata")),
		Country: one(t, "country", "", "DE", "US", "XX"), Customer: one(t, "customer", false, false, false, true),
		Rep: one(t, "rep", "", "Nora Beck"), Subject: one(t, "subject", "", "Re: Audits", "{subject}"),
		Prospect: history.Prospect{
			Name: one(t, "name", "", "Kim Olsen", "{name}", "kim@acme.example"), Email: one(t, "email", "", "kim@acme.example"), Slug: one(t, "slug", "", "kim-olsen"),
			Company: one(t, "company", "", "Acme", "Ac{me}"), CompanySize: one(t, "size", 0, 9, 120, 4000), ResponsibleFor: one(t, "for", "", "payroll", "tooling"),
		},
		Opportunity: history.Opportunity{
			Value: one(t, "value", 0.0, 600, 12000, 80000), Stage: one(t, "stage", "", "demo", "Proposal", "somewhere"),
			UsualMinutes: one(t, "usual", 0, 5, 200), UsualFrom: one(t, "from", 0, 19, 20),
		},
	}
	if rapid.Bool().Draw(t, "deal") {
		r.Opportunity.StageSince = moment(t, "stage since")
		r.Opportunity.NextActivity = anyDay(t, "next activity")
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "hooks") {
		r.Hooks = append(r.Hooks, history.Hook{Text: fmt.Sprintf("I read your post %d", i), From: "activity"})
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "contacts") {
		l := fmt.Sprint("contact ", i)
		r.Account = append(r.Account, history.Contact{
			At: anyDay(t, l), Who: one(t, l+" who", "", "Jo Berg"), By: one(t, l+" by", "", "Anna"), Channel: one(t, l+" channel", "", "email", "conversation"),
			Type: one(t, l+" type", history.Touch, history.Reply, history.Inbound, history.Meeting, history.StopAll),
		})
	}
	if rapid.Bool().Draw(t, "seen") {
		r.Seen = &history.Seen{Gmail: moment(t, "gmail"), LinkedIn: moment(t, "linkedin")}
	}
	taken := map[time.Time]bool{}
	for i := range rapid.IntRange(0, 18).Draw(t, "events") {
		if e := anyEvent(t, i, of); !taken[e.At] {
			taken[e.At] = true
			r.Events = append(r.Events, e)
		}
	}
	return r
}

func zone(name string) *time.Location {
	z, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return z
}

// moment is one within the span, on the minute.
func moment(t *rapid.T, label string) time.Time {
	back := one(t, label+" within", span/5, span/5, span/5, span)
	return now.Add(-time.Duration(rapid.IntRange(1, int(back/time.Minute)).Draw(t, label)) * time.Minute)
}

// anyDay is one in the span, or as long after now, or none.
func anyDay(t *rapid.T, label string) time.Time {
	day := rapid.IntRange(-60, 60).Draw(t, label)
	if day == 0 {
		return time.Time{}
	}
	return now.AddDate(0, 0, day)
}

func anyEvent(t *rapid.T, i int, of []string) history.Event {
	l := func(what string) string { return fmt.Sprintf("%d %s", i, what) }
	e := history.Event{At: moment(t, l("at")), Type: one(t, l("type"), of...), Read: "full", Channel: one(t, l("channel"), playbook.Channels...)}
	flag := func(what string) *bool { return one(t, l(what), nil, new(bool), yes) }
	switch e.Type {
	case history.Touch:
		e.Disposition = one(t, l("disposition"), "", "", history.NoAnswer, history.LeftVoicemail, history.WrongNumber, history.Connected)
		e.Opened, e.GaveValue, e.Bounced = flag("opened"), flag("value"), one(t, l("bounced"), false, false, false, true)
		e.Minutes = one(t, l("minutes"), 0, 0, 30)
		e.CC, e.ByHand = one(t, l("cc"), false, false, false, true), one(t, l("by hand"), false, false, true)
	case history.Reply, history.Inbound, history.Complaint:
		e.Reading = anyReading(t, l)
	case history.Meeting:
		e.Disposition = one(t, l("disposition"), history.Scheduled, history.Completed, history.Rescheduled, history.NoShow, history.Cancelled)
		e.Starts, e.By, e.FollowUp = anyDay(t, l("starts")), one(t, l("by"), "", "us", "them"), rapid.Bool().Draw(t, l("follow-up"))
	case history.Promise:
		e.Text, e.Done = one(t, l("promise"), "send the sheet", "send the {price}"), rapid.Bool().Draw(t, l("done"))
	case history.Answer:
		e.Question = one(t, l("question"), "why-here", "calendar", "budget", "authority", "need", "timing")
		e.Text = one(t, l("answer"), "", "No", "Yes, in June", "The commute is short", "The people and the product", "Wide open", "Always full")
	case history.Decision:
		e.Verdict, e.Kind, e.By = one(t, l("verdict"), verdicts...), one(t, l("kind"), kinds...), one(t, l("by"), "rep", "manager")
		e.Until = one(t, l("until"), time.Time{}, time.Time{}, anyDay(t, l("until day")))
		e.Awaits = one(t, l("awaits"), "", "", "their audit")
	case history.Trigger:
		e.Kind = one(t, l("trigger"), history.NewJob, history.Funding, history.Renewal, history.Awaited)
	case history.Dismiss:
		e.Signal = one(t, l("signal"), "idle", "replies", "persistence", "stop", "coverage", "your-turn")
	}
	return e
}

var yes = func() *bool { b := true; return &b }()

// anyReading is what a reply says: any intents, a person or a machine. Some were
// not read at all.
func anyReading(t *rapid.T, l func(string) string) *reply.Reading {
	if one(t, l("unread"), true, false, false, false, false) {
		return nil
	}
	r := &reply.Reading{
		Intents: []reply.Intent{}, Referrals: []reply.Referral{}, Visible: one(t, l("text"), "", "We would like to see it.", "I will think about it."),
		Lang: one(t, l("lang"), "", "en", "de", "fr", "es", "ja"), Company: one(t, l("company"), false, false, true), Legal: one(t, l("legal"), false, true),
		Meeting: one(t, l("calendar"), "", "accepted", "declined"),
	}
	for k := range rapid.IntRange(0, 2).Draw(t, l("intents")) {
		r.Intents = append(r.Intents, reply.Intent{Intent: one(t, l(fmt.Sprint("intent ", k)), intents...), On: anyDay(t, l(fmt.Sprint("on ", k)))})
	}
	if rapid.Bool().Draw(t, l("names")) {
		r.Referrals = append(r.Referrals, reply.Referral{Name: one(t, l("who"), "", "Jo Berg"), Email: one(t, l("whose"), "", "jo@acme.example")})
	}
	if len(r.Intents) > 0 {
		switch r.Intents[0].Intent {
		case reply.OutOfOffice, reply.AutoAck, reply.Bounce:
			r.Machine, r.Returns = true, anyDay(t, l("returns"))
		case reply.LeftCompany:
			r.Machine = rapid.Bool().Draw(t, l("machine"))
		}
	}
	return r
}

// says is a person's reply that means one thing.
func says(intent string, at time.Time) history.Event {
	return history.Event{At: at, Type: history.Reply, Channel: "email", Read: "full",
		Reading: &reply.Reading{Intents: []reply.Intent{{Intent: intent}}, Referrals: []reply.Referral{}}}
}

// with is a record and one event more.
func with(r history.Record, events ...history.Event) history.Record {
	r.Events = append(r.Events[:len(r.Events):len(r.Events)], events...)
	return r
}
