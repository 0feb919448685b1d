package signal

import (
	"testing"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

// row shows one signal: what is known, and the part that follows. No words is no
// part.
type row struct {
	signal, about string
	known         history.Record
	book          *playbook.Playbook // nil is Balanced
	points        int
	because       string
}

var (
	yes, no  = true, false
	midSized = with(playbook.Ideal{SizeFrom: 50, SizeTo: 500, Countries: []string{"DE", "AT"}, ResponsibleFor: []string{"tool", "IT"}})
)

// rows shows every signal at least once; a test fails while one has no row.
var rows = []row{
	{signal: "worth", about: "top", known: known(deal(60000)), points: 10, because: "A deal of 60,000: worth it, from 50,000"},
	{signal: "worth", about: "bottom", known: known(deal(999)), points: -10, because: "A deal of 999: not worth it, under 1,000"},
	{signal: "worth", about: "a cent under", known: known(deal(999.99)), points: -10, because: "A deal of 999.99: not worth it, under 1,000"},
	{signal: "worth", about: "between", known: known(deal(12000))},
	{signal: "worth", about: "not known", known: known()},

	{signal: "fit", about: "like the ideal", known: known(company(120, "de", "tooling")), book: midSized, points: 10, because: "Like your ideal prospect: size of the company, country, what they are responsible for"},
	{signal: "fit", about: "too small", known: known(company(12, "DE", "tooling")), book: midSized, points: -10, because: "Outside your ideal prospect: the company has 12 people"},
	{signal: "fit", about: "elsewhere", known: known(company(120, "US", "tooling")), book: midSized, points: -10, because: "Outside your ideal prospect: US is not among DE, AT"},
	{signal: "fit", about: "somebody else's topic", known: known(company(120, "DE", "items and digital sales")), book: midSized, points: -10, because: "Outside your ideal prospect: responsible for items and digital sales"},
	{signal: "fit", about: "outside and met all the same", known: known(company(12, "", ""), meeting("12 Nov", history.Completed, "")), book: midSized, points: -10, because: "Outside your ideal prospect: the company has 12 people. You met on 12 Nov: should you have?"},
	{signal: "fit", about: "something is not known", known: known(company(120, "DE", "")), book: midSized},
	{signal: "fit", about: "nobody is ideal", known: known(company(12, "US", "sales"))},

	{signal: "qualified", about: "two settled, two open", known: known(answered("budget", "40,000 this year"), answered("timing", "yes, no rush, in spring")), points: 6, because: "Settled: budget, timing. Still to ask before the next stage: authority, need"},
	{signal: "qualified", about: "all settled", known: known(answered("budget", "sí"), answered("authority", "ja, sie selbst"), answered("need", "oui"), answered("timing", "March")), points: 12, because: "Settled: budget, authority, need, timing"},
	{signal: "qualified", about: "a no is no yes, and asked", known: known(answered("budget", "No"), answered("authority", "noch offen"), answered("need", "we don't know")), because: "Not settled: budget, authority, need. Still to ask before the next stage: timing"},
	{signal: "qualified", about: "a stage, nothing asked", known: known(stage("demo", "10 Nov")), because: "Still to ask before the next stage: budget, authority, need, timing"},
	{signal: "qualified", about: "neither", known: known(mails("2 Nov"))},

	{signal: "account", about: "their colleague answered", known: known(colleague("18 Nov", "Jo Berg", history.Reply, "Anna")), points: 5, because: "Jo Berg was in touch with Anna on 18 Nov"},
	{signal: "account", about: "a meeting with a colleague ahead", known: known(colleague("1 Dec", "", history.Meeting, "")), points: 5, because: "A colleague of theirs has a meeting with us on 1 Dec"},
	{signal: "account", about: "only our own touch there", known: known(colleague("18 Nov", "Jo Berg", history.Touch, "Anna"))},
	{signal: "account", about: "a deal on one person", known: known(stage("demo", "10 Nov"), replied("11 Nov", reply.Question, "How much?")), because: "The deal hangs on one person: nobody else at the company was tried in this cycle"},

	{signal: "replies", about: "two", known: known(replied("4 Nov", reply.Unclear, "Hm."), replied("18 Nov", reply.Unclear, "Well.")), points: 24, because: "2 replies, the last on 18 Nov"},
	{signal: "replies", about: "a machine's", known: known(mails("2 Nov"), away("3 Nov", "9 Nov"))},

	{signal: "interest", about: "the newest two", known: known(replied("3 Nov", reply.NotInterested, "No."), replied("4 Nov", reply.Interested, "Yes."), unread("5 Nov"), replied("18 Nov", reply.Question, "How much?")), points: 12, because: "They asked something, last on 18 Nov"},
	{signal: "interest", about: "cooled since", known: known(replied("4 Nov", reply.Interested, "Yes."), replied("18 Nov", reply.Postpone, "Not now."))},

	{signal: "noes", about: "one", known: known(replied("18 Nov", reply.NotInterested, "No.")), points: -12, because: "They said no on 18 Nov"},
	{signal: "older-noes", about: "in spring", known: known(replied("4 Mar", reply.NotInterested, "No."), mails("5 Mar", "18 Nov")), because: "In an earlier cycle they said no on 4 Mar"},
	{signal: "older-noes", about: "in this cycle", known: known(replied("4 Nov", reply.NotInterested, "No."))},
	{signal: "noes", about: "two", known: known(replied("4 Nov", reply.NotInterested, "No."), replied("18 Nov", reply.NotInterested, "Really no.")), points: -24, because: "They said no twice, the last time on 18 Nov"},

	{signal: "objections", about: "vendor, then budget", known: known(replied("4 Nov", reply.HasVendor, "We have one."), mails("5 Nov"), replied("18 Nov", reply.NoBudget, "No money.")), points: -12, because: "They objected twice, the last time on 18 Nov"},
	{signal: "objections", about: "a no is none", known: known(replied("18 Nov", reply.NotInterested, "No."))},

	{signal: "plural", about: "we, in two of three", known: known(replied("3 Nov", reply.Unclear, "Thanks!"), replied("4 Nov", reply.Question, "Hi. What would it cost us?"), replied("18 Nov", reply.Postpone, "We're still talking.")), because: `They say "we" and never "I": is there a "we", or is it only them?`},
	{signal: "plural", about: "wir", known: known(repliedIn("de", "18 Nov", reply.Unclear, "Wir melden uns.")), because: `They say "we" and never "I": is there a "we", or is it only them?`},
	{signal: "plural", about: "nous", known: known(repliedIn("fr", "18 Nov", reply.Unclear, "Cela nous intéresse.")), because: `They say "we" and never "I": is there a "we", or is it only them?`},
	{signal: "plural", about: "nosotros, in the verb", known: known(repliedIn("es", "18 Nov", reply.Unclear, "Ya tenemos algo así.")), because: `They say "we" and never "I": is there a "we", or is it only them?`},
	{signal: "plural", about: "I, once", known: known(replied("4 Nov", reply.Unclear, "We will see."), replied("18 Nov", reply.Unclear, "I'll ask."))},
	{signal: "plural", about: "j'ai", known: known(repliedIn("fr", "18 Nov", reply.Unclear, "J’ai vu notre directeur."))},
	{signal: "plural", about: "the US", known: known(replied("18 Nov", reply.Unclear, "Ask the US office."))},
	{signal: "plural", about: "a language we have no words for", known: known(repliedIn("nl", "18 Nov", reply.Unclear, "Wij denken us."))},

	{signal: "pride", about: "the people", known: known(answered("why-here", "For the people, and the lunch is good")), points: 2, because: "They take pride in where they work"},
	{signal: "pride", about: "the firm", known: known(answered("why-here", "Wegen der Firma")), points: 2, because: "They take pride in where they work"},
	{signal: "pride", about: "the commute", known: known(answered("why-here", "Short commute to work"))},
	{signal: "pride", about: "the pay", known: known(answered("why-here", "Le salaire, pas les gens")), points: -2, because: "Asked why they work there, they named no pride in it"},
	{signal: "pride", about: "the lunch", known: known(answered("why-here", "La comida")), points: -2, because: "Asked why they work there, they named no pride in it"},
	{signal: "pride", about: "neither", known: known(answered("why-here", "They called me"))},
	{signal: "pride", about: "the newest answer", known: known(answered("why-here", "the canteen"), answered("why-here", "the product")), points: 2, because: "They take pride in where they work"},

	{signal: "busy", about: "back to back", known: known(answered("calendar", "back-to-back, free on Friday at best")), points: 2, because: "They are in demand: their calendar is full"},
	{signal: "busy", about: "never free", known: known(answered("calendar", "Nie frei")), points: 2, because: "They are in demand: their calendar is full"},
	{signal: "busy", about: "wide open", known: known(answered("calendar", "wide open, never full")), points: -2, because: "Their calendar is never full"},
	{signal: "busy", about: "quand vous voulez", known: known(answered("calendar", "N’importe quand")), points: -2, because: "Their calendar is never full"},
	{signal: "busy", about: "cuando sea", known: known(answered("calendar", "Cualquier día, vacío")), points: -2, because: "Their calendar is never full"},
	{signal: "busy", about: "they proposed a time", known: known(replied("18 Nov", reply.Interested, "I am free on Tuesday."))},

	{signal: "met", about: "twice", known: known(meeting("2 Nov", history.Completed, ""), meeting("12 Nov", history.Completed, "")), points: 12, because: "You met twice, the last time on 12 Nov"},
	{signal: "met", about: "booked only", known: known(booked("2 Nov", "25 Nov"))},

	{signal: "no-show", about: "once", known: known(meeting("12 Nov", history.NoShow, "them")), points: -8, because: "They missed a meeting on 12 Nov"},
	{signal: "no-show", about: "it was us", known: known(meeting("12 Nov", history.NoShow, "us"))},

	{signal: "pushed-back", about: "twice", known: known(meeting("2 Nov", history.Rescheduled, "them"), meeting("12 Nov", history.Rescheduled, "them")), points: -10, because: "They moved your meeting twice"},
	{signal: "pushed-back", about: "we moved it", known: known(meeting("12 Nov", history.Rescheduled, "us"))},

	{signal: "reaction", about: "an accepted invitation", known: known(mails("2 Nov"), reacted("12 Nov", "linkedin", "Accepted your invitation")), points: 4, because: "They reacted on 12 Nov: that is worth one touch more, by LinkedIn message"},
	{signal: "reaction", about: "they wrote before", known: known(mails("2 Nov"), replied("3 Nov", reply.Unclear, "Hm."), reacted("12 Nov", "", "")), because: "They reacted on 12 Nov: that is worth one touch more"},
	{signal: "reaction", about: "they wrote since", known: known(mails("2 Nov"), reacted("3 Nov", "", ""), replied("12 Nov", reply.Unclear, "Hm."))},

	{signal: "fresh-inbound", about: "two days ago", known: known(came("18 Nov")), points: 10, because: "They came to you 2 days ago and nobody has answered; within 5 minutes counts most"},
	{signal: "fresh-inbound", about: "answered", known: known(came("18 Nov"), mails("19 Nov"))},
	{signal: "fresh-inbound", about: "a meeting was booked", known: known(came("18 Nov"), booked("19 Nov", "25 Nov"))},
	{signal: "fresh-inbound", about: "let go", known: known(came("18 Nov"), decided("19 Nov", "break-up"))},

	{signal: "opened", about: "one of two", known: known(mail("2 Nov", &yes, nil), mail("4 Nov", &no, nil), mails("5 Nov")), because: "1 of 2 mails opened, no answer"},
	{signal: "opened", about: "not known", known: known(mails("2 Nov"))},

	{signal: "absence", about: "with a deputy", known: known(mails("2 Nov"), away("3 Nov", "1 Dec", reply.Referral{Name: "Jo Berg"})), because: "Away until 1 Dec; Jo Berg stands in"},
	{signal: "absence", about: "long, nobody named", known: known(mails("2 Nov"), away("3 Nov", "1 Dec")), because: "Away until 1 Dec, which is long: ask who stands in"},
	{signal: "absence", about: "short", known: known(mails("18 Nov"), away("19 Nov", "23 Nov")), because: "Away until 23 Nov"},
	{signal: "absence", about: "back again", known: known(mails("2 Nov"), away("3 Nov", "9 Nov"))},

	{signal: "unanswered", about: "the first is free", known: known(mails("2 Nov", "4 Nov", "6 Nov")), points: -8, because: "3 touches since 2 Nov without a reply"},
	{signal: "unanswered", about: "answered", known: known(mails("2 Nov", "4 Nov"), replied("5 Nov", reply.Unclear, "Hm."))},

	{signal: "channels", about: "call and voicemail", known: known(mails("2 Nov")), points: 4, because: "Not tried yet: call, voicemail"},
	{signal: "channels", about: "a wrong number", known: known(mails("2 Nov"), dial("3 Nov", history.WrongNumber), dial("4 Nov", history.NoAnswer))},

	{signal: "floor", about: "two missing", known: known(mails("2 Nov")), points: 6, because: "1 touch so far; silence is not judged before the third"},
	{signal: "floor", about: "none yet", known: known(), points: 9, because: "No touches so far; silence is not judged before the third"},
	{signal: "floor", about: "reached", known: known(mails("2 Nov", "4 Nov", "6 Nov"))},

	{signal: "value-given", about: "known to be missing", known: known(mail("2 Nov", nil, &no), mail("4 Nov", nil, &no)), because: "2 touches and nothing of value for them: give some before any goodbye"},
	{signal: "value-given", about: "one is not known", known: known(mail("2 Nov", nil, &no), mails("4 Nov"))},

	{signal: "effort", about: "against the usual", known: known(mails("2 Nov", "4 Nov"), dial("6 Nov", history.Connected), usual(60, 25)), because: "16 minutes spent; such a deal usually takes 60 minutes"},
	{signal: "effort", about: "from few deals", known: known(mails("2 Nov"), usual(60, 1)), because: "3 minutes spent; such a deal usually takes 60 minutes, as far as 1 closed deal can tell"},
	{signal: "effort", about: "the usual is not known", known: known(mails("2 Nov"))},

	{signal: "bounced", about: "one of two", known: known(bounce("2 Nov"), mails("4 Nov")), because: "Wrong address: 1 mail did not arrive, the last on 2 Nov"},
	{signal: "bounced", about: "none", known: known(mails("2 Nov"))},

	{signal: "idle", about: "four days beyond ten", known: known(mails("2 Nov")), points: -4, because: "Silent for 14 working days"},
	{signal: "idle", about: "they wrote last", known: known(mails("2 Nov"), replied("3 Nov", reply.Unclear, "Hm."))},

	{signal: "rotting", about: "50 days in demo", known: known(stage("Demo", "1 Oct"), mails("19 Nov")), points: -10, because: "50 days in Demo with nothing booked, and 21 is the most: book an activity or let go"},
	{signal: "rotting", about: "a touch moves nothing, a reply does", known: known(stage("demo", "1 Oct"), replied("27 Oct", reply.Unclear, "Hm."), mails("19 Nov")), points: -3, because: "24 days in demo with nothing booked, and 21 is the most: book an activity or let go"},
	{signal: "rotting", about: "since the first touch, where no date is known", known: known(stage("demo", ""), mails("26 Oct", "19 Nov")), points: -4, because: "25 days in demo with nothing booked, and 21 is the most: book an activity or let go"},
	{signal: "rotting", about: "since their reply, where no date is known", known: known(stage("demo", ""), replied("25 Oct", reply.Unclear, "Hm."), mails("19 Nov")), points: -5, because: "26 days in demo with nothing booked, and 21 is the most: book an activity or let go"},
	{signal: "rotting", about: "booked ahead", known: known(stage("demo", "1 Oct"), nextActivity("25 Nov"))},
	{signal: "rotting", about: "a meeting ahead", known: known(stage("demo", "1 Oct"), booked("19 Nov", "25 Nov"))},
	{signal: "rotting", about: "overdue", known: known(stage("demo", "29 Oct"), nextActivity("18 Nov")), points: -1, because: "22 days in demo with nothing booked, and 21 is the most: book an activity or let go"},
	{signal: "rotting", about: "moved twice", known: known(stage("demo", "29 Oct"), meeting("5 Nov", history.Rescheduled, "us"), meeting("6 Nov", history.Rescheduled, "us"), booked("19 Nov", "25 Nov")), points: -1, because: "22 days in demo with nothing booked, and 21 is the most: book an activity or let go"},
	{signal: "rotting", about: "a stage without days", known: known(stage("closing", "1 Oct"))},

	{signal: "quarter-end", about: "in December", known: known(judgedOn("14 Dec")), because: "The quarter ends on 31 Dec, with 7 working days to go: they may be busy"},
	{signal: "quarter-end", about: "in November", known: known()},
}

func TestSignals(t *testing.T) {
	for _, r := range rows {
		t.Run(r.signal+"/"+r.about, func(t *testing.T) {
			p := r.book
			if p == nil {
				p = playbook.Balanced()
			}
			h := history.Of(r.known, p)
			part := partOf(r.signal, Read(&h, p))
			if part.Because != r.because || part.Points != r.points {
				t.Errorf("%+d, %q; want %+d, %q", part.Points, part.Because, r.points, r.because)
			}
		})
	}
}

func partOf(signal string, parts []Part) Part {
	for _, p := range parts {
		if p.Signal == signal {
			return p
		}
	}
	return Part{}
}
