package signal

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

// now is a Friday, far from the end of a quarter.
var now = on("20 Nov")

func on(day string) time.Time {
	t, err := time.Parse("2 Jan 2006 15:04", day+" 2026 09:00")
	if err != nil {
		panic(err)
	}
	return t
}

// fact is one thing known about a prospect.
type fact func(*history.Record)

// known makes a record of Kim Olsen, of whom nothing else is known.
func known(facts ...fact) history.Record {
	r := history.Record{Now: now, Zone: time.UTC, Prospect: history.Prospect{Name: "Kim Olsen", Email: "kim@acme.example"}}
	for _, f := range facts {
		f(&r)
	}
	return r
}

func event(day string, e history.Event) fact {
	e.At, e.Read = on(day), "full"
	return func(r *history.Record) { r.Events = append(r.Events, e) }
}

func touch(day, channel string) fact {
	return event(day, history.Event{Type: history.Touch, Channel: channel})
}

func mails(days ...string) fact {
	return func(r *history.Record) {
		for _, day := range days {
			touch(day, "email")(r)
		}
	}
}

func dial(day, disposition string) fact {
	return event(day, history.Event{Type: history.Touch, Channel: "call", Disposition: disposition})
}

func mail(day string, opened, gaveValue *bool) fact {
	return event(day, history.Event{Type: history.Touch, Channel: "email", Opened: opened, GaveValue: gaveValue})
}

func bounce(day string) fact {
	return event(day, history.Event{Type: history.Touch, Channel: "email", Bounced: true})
}

func replied(day, intent, text string) fact { return repliedIn("en", day, intent, text) }

func repliedIn(lang, day, intent, text string) fact {
	return event(day, history.Event{
		Type: history.Reply, Channel: "email", Text: text,
		Reading: &reply.Reading{Visible: text, Lang: lang, Intents: []reply.Intent{{Intent: intent, Quote: text, Confidence: 1}}},
	})
}

func unread(day string) fact {
	return event(day, history.Event{Type: history.Reply, Channel: "email"})
}

func away(day, back string, deputies ...reply.Referral) fact {
	return event(day, history.Event{
		Type: history.Reply, Channel: "email", Text: "I am away.",
		Reading: &reply.Reading{
			Visible: "I am away.", Machine: true, Returns: on(back).Truncate(24 * time.Hour), Referrals: deputies,
			Intents: []reply.Intent{{Intent: reply.OutOfOffice, Quote: "I am away."}},
		},
	})
}

func came(day string) fact {
	return event(day, history.Event{Type: history.Inbound, Channel: "web"})
}

func reacted(day, channel, text string) fact {
	return event(day, history.Event{Type: history.Reaction, Channel: channel, Text: text})
}

func meeting(day, disposition, by string) fact {
	return event(day, history.Event{Type: history.Meeting, Disposition: disposition, By: by})
}

func booked(day, starts string) fact {
	return event(day, history.Event{Type: history.Meeting, Disposition: history.Scheduled, Starts: on(starts)})
}

func answered(question, text string) fact {
	return event("19 Nov", history.Event{Type: history.Answer, Question: question, Text: text})
}

func decided(day, verdict string) fact {
	return event(day, history.Event{Type: history.Decision, Verdict: verdict})
}

func dismissed(signal string) fact {
	return event("20 Nov", history.Event{Type: history.Dismiss, Signal: signal})
}

func deal(value float64) fact { return func(r *history.Record) { r.Opportunity.Value = value } }

func stage(name, since string) fact {
	return func(r *history.Record) {
		r.Opportunity.Stage = name
		if since != "" {
			r.Opportunity.StageSince = on(since)
		}
	}
}

func nextActivity(day string) fact {
	return func(r *history.Record) { r.Opportunity.NextActivity = on(day) }
}

func usual(minutes, deals int) fact {
	return func(r *history.Record) { r.Opportunity.UsualMinutes, r.Opportunity.UsualFrom = minutes, deals }
}

func company(size int, country, responsibleFor string) fact {
	return func(r *history.Record) {
		r.Prospect.CompanySize, r.Country, r.Prospect.ResponsibleFor = size, country, responsibleFor
	}
}

func colleague(day, who, kind, by string) fact {
	return func(r *history.Record) {
		r.Account = append(r.Account, history.Contact{At: on(day), Who: who, Type: kind, Channel: "email", By: by})
	}
}

func judgedOn(day string) fact { return func(r *history.Record) { r.Now = on(day) } }

// with is Balanced with an ideal prospect.
func with(ideal playbook.Ideal) *playbook.Playbook {
	p := *playbook.Balanced()
	p.Ideal = ideal
	return &p
}
