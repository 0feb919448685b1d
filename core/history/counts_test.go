package history

import (
	"slices"
	"testing"
	"time"

	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

const noon = "2026-11-20"

func of(events ...Event) History {
	return Of(Record{Now: at(noon), Zone: time.UTC, Prospect: Prospect{Email: "kim@acme.example"}, Events: events}, playbook.Balanced())
}

func says(day string, intents ...string) Event {
	e := wrote(day)
	e.Reading = &reply.Reading{}
	for _, i := range intents {
		e.Reading.Intents = append(e.Reading.Intents, reply.Intent{Intent: i})
	}
	return e
}

func farewell(day string) Event {
	e := says(day, reply.Unclear)
	e.Reading.Visible = "Thank you, all the best!"
	return e
}

func machine(day, intent, returns string) Event {
	e := says(day, intent)
	e.Reading.Machine = true
	if returns != "" {
		e.Reading.Returns = at(returns)
	}
	return e
}

func called(day, disposition string) Event {
	return Event{At: at(day), Type: Touch, Channel: "call", Disposition: disposition}
}

func inCopy(day string) Event { return Event{At: at(day), Type: Touch, Channel: "email", CC: true} }

func byHand(day, channel string) Event {
	return Event{At: at(day).Add(time.Hour), Type: Touch, Channel: channel, ByHand: true, Minutes: 25}
}

// TestUnited: the one on the page stays, with the minutes entered by hand, and
// what was given is not changed.
func TestUnited(t *testing.T) {
	events := []Event{touch("2026-11-02"), byHand("2026-11-02", "email")}
	got := United(events)
	if len(got) != 1 || got[0].ByHand || !got[0].At.Equal(at("2026-11-02")) || got[0].Minutes != 25 {
		t.Errorf("%+v", got)
	}
	if events[0].Minutes != 0 {
		t.Error("the caller's events were changed")
	}
	morning, evening := touch("2026-11-02"), touch("2026-11-02")
	evening.At = evening.At.Add(9 * time.Hour)
	noon := byHand("2026-11-02", "email")
	noon.At = evening.At.Add(time.Hour)
	if got := United([]Event{morning, evening, noon}); len(got) != 2 || got[1].Minutes != 25 {
		t.Errorf("not the nearest: %+v", got)
	}
}

// TestACopyAnswersNobody: half a touch leaves it their turn to be answered, and is
// the last time that something went to them.
func TestACopyAnswersNobody(t *testing.T) {
	h := of(wrote("2026-11-02"), inCopy("2026-11-04"))
	if h.TouchedSince(at("2026-11-02")) || !h.LastTouch.Equal(at("2026-11-04")) {
		t.Errorf("touched since: %t, last on %v", h.TouchedSince(at("2026-11-02")), h.LastTouch)
	}
}

func TestTicked(t *testing.T) {
	const step = "Take them out of every sequence"
	tick := Event{At: at("2026-11-05"), Type: Promise, Text: step, Done: true}
	later, open := tick, tick
	later.At, open.Done = at("2026-11-25"), false
	for _, c := range []struct {
		about  string
		events []Event
		want   bool
	}{
		{"nothing", nil, false},
		{"ticked", []Event{touch("2026-11-02"), tick}, true},
		{"ticked in an earlier cycle", []Event{tick, decided("2026-11-06", "break-up"), wrote("2026-11-10")}, true},
		{"a touch since", []Event{tick, touch("2026-11-06")}, false},
		{"only promised", []Event{open}, false},
		{"after now", []Event{later}, false},
	} {
		if h := of(c.events...); h.Ticked(step) != c.want {
			t.Errorf("%s: ticked is %t", c.about, !c.want)
		}
	}
	if h := of(tick); h.Ticked("something else") {
		t.Error("another step was ticked")
	}
}

func TestOptOut(t *testing.T) {
	asked := says("2026-11-03", reply.Unsubscribe)
	lift := Event{At: at("2026-11-09"), Type: Decision, Verdict: "lift-stop", By: "manager"}
	byRep := lift
	byRep.By = "rep"
	legal := says("2026-11-03", reply.Complaint)
	legal.Reading.Legal = true
	all := says("2026-11-03", reply.Unsubscribe)
	all.Reading.Company = true
	cases := []struct {
		about       string
		events      []Event
		out, anew   bool
		company, er bool
	}{
		{"nothing", nil, false, false, false, false},
		{"asked", []Event{asked}, true, false, false, false},
		{"asked beside something else", []Event{says("2026-11-03", reply.NotInterested, reply.Unsubscribe)}, true, false, false, false},
		{"a machine's footer", []Event{func() Event {
			e := machine("2026-11-03", reply.AutoAck, "")
			e.Reading.Intents = append(e.Reading.Intents, reply.Intent{Intent: reply.Unsubscribe})
			return e
		}()}, false, false, false, false},
		{"lifted by a manager", []Event{asked, lift}, false, false, false, false},
		{"not by a rep", []Event{asked, byRep}, true, false, false, false},
		{"asked again after the lift", []Event{asked, lift, says("2026-11-10", reply.Unsubscribe)}, true, false, false, false},
		{"entered by the rep", []Event{decided("2026-11-03", "stop")}, true, false, false, false},
		{"a break-up is none", []Event{decided("2026-11-03", "break-up")}, false, false, false, false},
		{"a complaint is none", []Event{says("2026-11-03", reply.Complaint)}, false, false, false, false},
		{"a legal threat is one", []Event{legal}, true, false, false, false},
		{"for the company", []Event{all}, true, false, true, false},
		{"to be erased", []Event{says("2026-11-03", reply.Erasure)}, true, false, false, true},
		{"to be erased, later", []Event{asked, says("2026-11-05", reply.Erasure)}, true, false, false, true},
		{"they write anew", []Event{asked, says("2026-11-05", reply.Question)}, true, true, false, false},
		{"and are answered", []Event{asked, says("2026-11-05", reply.Question), touch("2026-11-06")}, true, false, false, false},
		{"and ask again to be left alone", []Event{asked, says("2026-11-05", reply.Question), says("2026-11-06", reply.Unsubscribe)}, true, false, false, false},
		{"a year ago", []Event{says("2025-03-03", reply.Unsubscribe)}, true, false, false, false},
		{"dismissed", []Event{asked, {At: at("2026-11-04"), Type: Dismiss, Of: asked.At}}, true, false, false, false},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			o := of(c.events...).OptOut
			if (o != nil) != c.out {
				t.Fatalf("opt-out is %v", o)
			}
			if o != nil && (o.Anew != nil) != c.anew || o != nil && (o.Company != c.company || (o.Erase != nil) != c.er) {
				t.Errorf("anew %v, company %t, erase %v", o.Anew, o.Company, o.Erase)
			}
		})
	}
}

func TestACustomersComplaintIsNoOptOut(t *testing.T) {
	legal := says("2026-11-03", reply.Complaint)
	legal.Reading.Legal = true
	h := Of(Record{Now: at(noon), Customer: true, Events: []Event{legal}}, playbook.Balanced())
	if h.OptOut != nil {
		t.Error("a customer's complaint was taken for an opt-out")
	}
}

func TestACompanyAsked(t *testing.T) {
	r := Record{Now: at(noon), Account: []Contact{{At: at("2026-11-10"), Who: "Jo Berg", Type: StopAll}, {At: at("2026-11-05"), Who: "Al Ray", Type: StopAll}, {At: at("2026-12-01"), Who: "Bo", Type: StopAll}}}
	if h := Of(r, playbook.Balanced()); h.OptOut == nil || h.OptOut.Who != "Al Ray" || !h.OptOut.Company {
		t.Errorf("opt-out is %+v, want the first that asked", h.OptOut)
	}
}

func TestTouches(t *testing.T) {
	bounced := touch("2026-11-03")
	bounced.Bounced = true
	cases := []struct {
		about                         string
		events                        []Event
		touches, unanswered, contacts int
	}{
		{"mails", []Event{touch("2026-11-02"), touch("2026-11-04")}, 2, 2, 2},
		{"a reply between", []Event{touch("2026-11-02"), wrote("2026-11-03"), touch("2026-11-04")}, 2, 1, 1},
		{"a dial is no contact", []Event{touch("2026-11-02"), called("2026-11-03", NoAnswer), called("2026-11-04", "")}, 3, 3, 1},
		{"a voicemail left is one", []Event{called("2026-11-03", LeftVoicemail)}, 1, 1, 1},
		{"a call that reached them is two-way", []Event{touch("2026-11-02"), called("2026-11-03", Connected)}, 2, 0, 0},
		{"so is a conversation", []Event{touch("2026-11-02"), {At: at("2026-11-03"), Type: Touch, Channel: "conversation"}}, 2, 0, 0},
		{"so is a meeting that took place", []Event{touch("2026-11-02"), {At: at("2026-11-03"), Type: Meeting, Disposition: Completed}}, 1, 0, 0},
		{"so is one that they agreed to", []Event{touch("2026-11-02"), {At: at("2026-11-03"), Type: Meeting, Disposition: Scheduled, Starts: at("2026-11-30")}}, 1, 0, 0},
		{"one that was moved is not", []Event{touch("2026-11-02"), {At: at("2026-11-03"), Type: Meeting, Disposition: Rescheduled, Starts: at("2026-11-30")}}, 1, 1, 1},
		{"a bounce is no touch", []Event{touch("2026-11-02"), bounced}, 1, 1, 1},
		{"a bounce's message marks the mail before it", []Event{touch("2026-11-02"), touch("2026-11-04"), machine("2026-11-05", reply.Bounce, "")}, 1, 1, 1},
		{"a late one marks nothing", []Event{touch("2026-11-02"), machine("2026-11-09", reply.Bounce, "")}, 1, 1, 1},
		{"an automatic answer is no reply", []Event{touch("2026-11-02"), machine("2026-11-02", reply.AutoAck, "")}, 1, 1, 1},
		{"a reaction answers nothing", []Event{touch("2026-11-02"), {At: at("2026-11-03"), Type: Reaction, Channel: "email"}}, 1, 1, 1},
		{"keep takes it up again", []Event{touch("2026-11-02"), decided("2026-11-03", "keep"), touch("2026-11-04")}, 2, 1, 1},
		{"in copy once", []Event{touch("2026-11-02"), inCopy("2026-11-04")}, 1, 1, 1},
		{"in copy twice counts as one", []Event{inCopy("2026-11-02"), inCopy("2026-11-04")}, 1, 1, 1},
		{"in copy before and after they wrote is half each", []Event{touch("2026-11-01"), inCopy("2026-11-02"), wrote("2026-11-03"), inCopy("2026-11-04")}, 1, 0, 0},
		{"logged by hand and seen", []Event{touch("2026-11-02"), byHand("2026-11-02", "email")}, 1, 1, 1},
		{"logged by hand alone", []Event{byHand("2026-11-02", "email")}, 1, 1, 1},
		{"logged twice and seen once", []Event{touch("2026-11-02"), byHand("2026-11-02", "email"), byHand("2026-11-02", "email")}, 2, 2, 2},
		{"logged on another channel", []Event{touch("2026-11-02"), byHand("2026-11-02", "linkedin")}, 2, 2, 2},
		{"logged the day after", []Event{touch("2026-11-02"), byHand("2026-11-03", "email")}, 2, 2, 2},
		{"logged, seen, and the one seen is dismissed", []Event{touch("2026-11-02"), byHand("2026-11-03", "email"), {At: at("2026-11-05"), Type: Dismiss, Of: at("2026-11-02")}}, 1, 1, 1},
		{"a dismissed touch was none", []Event{touch("2026-11-02"), touch("2026-11-04"), {At: at("2026-11-05"), Type: Dismiss, Of: at("2026-11-02")}}, 1, 1, 1},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			h := of(c.events...)
			if len(h.Touches) != c.touches || len(h.Unanswered) != c.unanswered || h.Contacts() != c.contacts {
				t.Errorf("%d touches, %d unanswered, %d contacts; want %d, %d, %d", len(h.Touches), len(h.Unanswered), h.Contacts(), c.touches, c.unanswered, c.contacts)
			}
		})
	}
}

func TestMotion(t *testing.T) {
	inbound := Event{At: at("2026-11-02"), Type: Inbound}
	for _, c := range []struct {
		about, stage string
		events       []Event
		want         string
	}{
		{"we wrote first", "", []Event{touch("2026-11-03")}, Cold},
		{"they came first", "", []Event{inbound, touch("2026-11-03")}, CameInbound},
		{"they replied", "", []Event{inbound, touch("2026-11-03"), wrote("2026-11-04")}, Engaged},
		{"they were reached", "", []Event{called("2026-11-03", Connected)}, Engaged},
		{"they met", "", []Event{{At: at("2026-11-03"), Type: Meeting, Disposition: Completed}}, Engaged},
		{"a proposal is out", "Proposal", []Event{wrote("2026-11-04")}, Proposal},
	} {
		h := Of(Record{Now: at(noon), Events: c.events, Opportunity: Opportunity{Stage: c.stage}}, playbook.Balanced())
		if h.Motion != c.want {
			t.Errorf("%s: %s, want %s", c.about, h.Motion, c.want)
		}
	}
}

func TestSilenceStopsWhileTheyAreAway(t *testing.T) {
	for _, c := range []struct {
		about  string
		events []Event
		days   int
	}{
		{"a fortnight", []Event{touch("2026-11-06")}, 10},
		{"away for a week of it", []Event{touch("2026-11-06"), machine("2026-11-06", reply.OutOfOffice, "2026-11-16")}, 5},
		{"away, and a mail in the week tells nothing new", []Event{touch("2026-11-06"), machine("2026-11-06", reply.OutOfOffice, "2026-11-16"), machine("2026-11-10", reply.OutOfOffice, "2026-11-16")}, 5},
		{"they wrote although they were away", []Event{touch("2026-11-06"), machine("2026-11-06", reply.OutOfOffice, "2026-11-20"), wrote("2026-11-11")}, 8},
	} {
		h := of(c.events...)
		if got := h.Calendar.Between(at("2026-11-06"), h.Now); got != c.days {
			t.Errorf("%s: %d working days, want %d", c.about, got, c.days)
		}
	}
}

func TestAskedToWait(t *testing.T) {
	on := func(intent, day string) Event {
		e := says("2026-11-18", intent)
		if day != "" {
			e.Reading.Intents[0].On = at(day)
		}
		return e
	}
	for _, c := range []struct {
		about string
		event Event
		want  string
	}{
		{"not before a day", on(reply.Postpone, "2027-04-01"), "2027-04-01"},
		{"not now", on(reply.Postpone, ""), "2027-02-18"},
		{"no budget before a day", on(reply.NoBudget, "2027-01-15"), "2027-01-15"},
		{"no budget", on(reply.NoBudget, ""), "0001-01-01"},
		{"a vendor's renewal", on(reply.HasVendor, "2027-06-30"), "2027-04-01"},
		{"a vendor", on(reply.HasVendor, ""), "0001-01-01"},
		{"something else, with a day", on(reply.Reschedule, "2027-01-15"), "0001-01-01"},
		{"not read", wrote("2026-11-18"), "0001-01-01"},
		{"read, and nothing in it", says("2026-11-18"), "0001-01-01"},
	} {
		h := of()
		if got := AskedToWait(&c.event, h.Calendar, playbook.Balanced()).Format(time.DateOnly); got != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
}

func TestDismissedUntilTheNextTouch(t *testing.T) {
	word := Event{At: at("2026-11-05"), Type: Dismiss, Signal: "idle"}
	if h := of(touch("2026-11-02"), word); !h.Dismissed("idle") || h.Dismissed("replies") {
		t.Error("the rep's word does not hold")
	}
	if h := of(touch("2026-11-02"), word, touch("2026-11-06")); h.Dismissed("idle") {
		t.Error("it holds beyond the next touch")
	}
	no := says("2026-11-04", reply.NotInterested)
	h := of(touch("2026-11-02"), no, Event{At: at("2026-11-05"), Type: Dismiss, Of: no.At})
	if len(h.Replies) != 1 || h.Replies[0].Leads() != reply.Unclear {
		t.Error("a dismissed reply came, and says nothing")
	}
	lead := says("2026-11-04", reply.Postpone)
	lead.Type, lead.Reading.Intents[0].On = Inbound, at("2026-11-05")
	if h := of(lead); h.AskedBack().IsZero() {
		t.Error("the day they named is not known")
	}
	if h := of(lead, Event{At: at("2026-11-05"), Type: Dismiss, Of: lead.At}); !h.AskedBack().IsZero() {
		t.Error("a day named in a dismissed message still counts")
	}
	if h := of(touch("2026-11-02"), machine("2026-11-04", reply.OutOfOffice, "2026-12-01"), Event{At: at("2026-11-05"), Type: Dismiss, Of: at("2026-11-04")}); h.Absence != nil || len(h.Replies) != 0 {
		t.Error("a dismissed note of a machine is no reply")
	}
}

func TestPromisesAreCarried(t *testing.T) {
	owed := Event{At: at("2026-03-02"), Type: Promise, Text: "the sheet"}
	if h := of(owed, touch("2026-03-02"), touch("2026-11-02")); h.Cycle != 2 || len(h.Owed()) != 1 {
		t.Errorf("cycle %d, %d promises", h.Cycle, len(h.Owed()))
	}
	if h := of(owed, touch("2026-03-02"), decided("2026-03-05", "break-up"), touch("2026-11-02")); len(h.Owed()) != 0 {
		t.Error("a promise outlived letting them go")
	}
}

func TestAccount(t *testing.T) {
	for _, c := range []struct {
		about           string
		contact         Contact
		talking, second bool
	}{
		{"a reply this week", Contact{At: at("2026-11-18"), Type: Reply}, true, true},
		{"a reply ten working days ago", Contact{At: at("2026-11-06"), Type: Reply}, true, true},
		{"a reply eleven working days ago", Contact{At: at("2026-11-05"), Type: Reply}, false, true},
		{"a conversation", Contact{At: at("2026-11-18"), Type: Touch, Channel: "conversation"}, true, true},
		{"a touch of ours", Contact{At: at("2026-11-18"), Type: Touch, Channel: "email"}, false, true},
		{"a meeting booked", Contact{At: at("2026-12-18"), Type: Meeting}, true, false},
		{"a reply that is still to come", Contact{At: at("2026-12-18"), Type: Reply}, false, false},
	} {
		h := Of(Record{Now: at(noon), Zone: time.UTC, Account: []Contact{c.contact}}, playbook.Balanced())
		if got := h.Talking(playbook.Balanced()) != nil; got != c.talking || h.SecondContact() != c.second {
			t.Errorf("%s: talking %t, second contact %t", c.about, got, h.SecondContact())
		}
	}
}

func TestWhereTheyCanBeReached(t *testing.T) {
	p := playbook.Balanced()
	if h := of(); !slices.Equal(h.Untried(p), []string{"email", "call", "voicemail"}) {
		t.Errorf("without a profile: %v", h.Untried(p))
	}
	if h := of(touch("2026-11-02"), called("2026-11-03", WrongNumber)); len(h.Untried(p)) != 0 || h.Possible("voicemail") {
		t.Errorf("after a wrong number: %v", h.Untried(p))
	}
	bounced := touch("2026-11-03")
	bounced.Bounced = true
	if h := of(touch("2026-11-02"), bounced); !h.WrongAddress() {
		t.Error("the last mail did not arrive")
	}
	if h := of(bounced, touch("2026-11-04")); h.WrongAddress() {
		t.Error("a later mail arrived")
	}
}

func TestUnseen(t *testing.T) {
	r := Record{Now: at(noon), Prospect: Prospect{Email: "kim@acme.example", Slug: "kim"}, Events: []Event{touch("2026-11-10")}}
	for _, c := range []struct {
		about string
		seen  *Seen
		want  []string
	}{
		{"taken as complete", nil, []string{}},
		{"never", &Seen{}, []string{"gmail", "linkedin"}},
		{"before the touch", &Seen{Gmail: at("2026-11-09"), LinkedIn: at("2026-11-11")}, []string{"gmail"}},
		{"after it", &Seen{Gmail: at("2026-11-11"), LinkedIn: at("2026-11-11")}, []string{}},
	} {
		r.Seen = c.seen
		if h := Of(r, playbook.Balanced()); !slices.Equal(h.Unseen(), c.want) {
			t.Errorf("%s: %v, want %v", c.about, h.Unseen(), c.want)
		}
	}
}

// TestOneMoment: of what is of one moment, what we did comes first, then what
// both did, then what they answered, then what was decided.
func TestOneMoment(t *testing.T) {
	h := of(decided("2026-11-10", "last-try"), wrote("2026-11-10"), touch("2026-11-10"))
	if len(h.Unanswered) != 0 || h.LastDecision() == nil {
		t.Errorf("%d unanswered, decision %v", len(h.Unanswered), h.LastDecision())
	}
}

func TestMinutes(t *testing.T) {
	entered := touch("2026-11-02")
	entered.Minutes = 30
	h := of(entered, touch("2026-11-03"), called("2026-11-04", Connected), Event{At: at("2026-11-05"), Type: Meeting, Disposition: Completed}, Event{At: at("2026-11-06"), Type: Meeting, Disposition: NoShow})
	if m := playbook.Balanced().Minutes; h.Minutes != 30+m["email"]+m["conversation"]+m["meeting"] {
		t.Errorf("%d minutes", h.Minutes)
	}
}
