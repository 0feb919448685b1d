package replica

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/reply"
	"cleanbreak/core/verdict"
)

func TestByHand(t *testing.T) {
	later := start.AddDate(0, 0, 7)
	cases := []struct {
		about   string
		in      history.Event
		against string
		wrong   string // part of the message; "" where it is taken
	}{
		{"a call", history.Event{Type: Touch, Channel: "call", Disposition: history.NoAnswer, Minutes: 3}, "", ""},
		{"an unknown channel", history.Event{Type: Touch, Channel: "telepathy"}, "", `no channel is called "telepathy"`},
		{"no channel", history.Event{Type: Touch}, "", "the channel is missing"},
		{"an unknown outcome", history.Event{Type: Touch, Channel: "call", Disposition: "scheduled"}, "", "outcome"},
		{"a long day", history.Event{Type: Touch, Channel: "call", Minutes: 5000}, "", "5000 minutes"},
		{"a meeting they moved", history.Event{Type: Meeting, Disposition: history.Rescheduled, By: "them"}, "", ""},
		{"a meeting that is booked", history.Event{Type: Meeting, Disposition: history.Scheduled, Starts: later, Text: "Demo"}, "", ""},
		{"one without a day", history.Event{Type: Meeting, Disposition: history.Scheduled}, "", "day and hour"},
		{"one moved by nobody there is", history.Event{Type: Meeting, Disposition: history.Rescheduled, By: "fate"}, "", `no side is called "fate"`},
		{"a promise", history.Event{Type: Promise, Text: " the security sheet "}, "", ""},
		{"an empty promise", history.Event{Type: Promise, Text: " "}, "", "write the promise"},
		{"an answer", history.Event{Type: Answer, Question: "budget", Text: "20,000 this year"}, "", ""},
		{"an answer to nothing", history.Event{Type: Answer, Question: "religion", Text: "x"}, "", "question"},
		{"a complaint", history.Event{Type: Complaint}, "", ""},
		{"a reaction", history.Event{Type: history.Reaction, Channel: "linkedin"}, "", ""},
		{"a decision", history.Event{Type: Decision, Verdict: "break-up", Kind: "no-budget"}, "", ""},
		{"a decision against a verdict", history.Event{Type: Decision, Verdict: "keep", Text: "They told me on the phone"}, "break-up", ""},
		{"a decision that is none", history.Event{Type: Decision, Verdict: "your-turn"}, "", "decision"},
		{"a kind that is none", history.Event{Type: Decision, Verdict: "break-up", Kind: "boring"}, "", "kind"},
		{"against an opt-out", history.Event{Type: Decision, Verdict: "keep"}, "stop", "only lifting the stop"},
		{"a stop lifted", history.Event{Type: Decision, Verdict: "lift-stop", Text: "They asked for an offer"}, "stop", ""},
		{"a signal dismissed", history.Event{Type: Dismiss, Signal: "unanswered"}, "", ""},
		{"an entry dismissed", history.Event{Type: Dismiss, Of: start}, "", ""},
		{"nothing dismissed", history.Event{Type: Dismiss}, "", "names one signal"},
		{"an opt-out dismissed", history.Event{Type: Dismiss, Signal: "stop"}, "", "only lifting the stop"},
		{"a reply", history.Event{Type: Reply, Channel: "email", Text: "Not now, thanks", Read: "full"}, "", ""},
		{"a reply without words", history.Event{Type: Reply, Channel: "email"}, "", "write the reply"},
		{"a suggestion that is dropped", history.Event{Type: Dismiss, Signal: Suggested, Text: "I will send it"}, "", ""},
		{"a promise for a day", history.Event{Type: Promise, Text: "the sheet", Until: later}, "", ""},
		{"a long text", history.Event{Type: Complaint, Text: strings.Repeat("ä", MostText+1)}, "", "at most 2000"},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			e, err := ByHand(c.in, c.against)
			switch {
			case c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)):
				t.Fatalf("error is %v; want %q", err, c.wrong)
			case c.wrong != "":
				return
			case err != nil:
				t.Fatal(err)
			}
			e.ID, e.At, e.Who = "1", start, []string{"kim"}
			s := Fold([]Event{e}, e.Who)
			got := s.History(func(Event) *reply.Reading { return nil })[0]
			want := c.in
			want.ID, want.At, want.ByHand, want.Text = "1", start, true, strings.TrimSpace(want.Text)
			if want.Type == Decision {
				want.By = "manager"
			}
			if !reflect.DeepEqual(got, want) || !e.Clear.ByHand || e.Sealed.Against != c.against {
				t.Errorf("comes back as %+v\nwant %+v", got, want)
			}
		})
	}
}

// TestWordsOfTheRepStayWhereTheyBelong holds the table of the package comment.
func TestWordsOfTheRepStayWhereTheyBelong(t *testing.T) {
	secret := "secret"
	for _, in := range []history.Event{
		{Type: Meeting, Disposition: history.Completed, Text: secret},
		{Type: Promise, Text: secret},
		{Type: Answer, Question: "budget", Text: secret},
		{Type: Answer, Question: "why-here", Text: secret},
		{Type: Answer, Question: "calendar", Text: secret},
		{Type: Reply, Channel: "email", Text: secret},
		{Type: Complaint, Text: secret},
		{Type: Decision, Verdict: "keep", Text: secret},
		{Type: Dismiss, Signal: secret},
	} {
		e, err := ByHand(in, "")
		if err != nil {
			t.Fatal(err)
		}
		clear, sealed, local := fmt.Sprint(e.Clear), fmt.Sprint(e.Sealed), fmt.Sprint(e.Local)
		intimate := in.Question == "why-here" || in.Question == "calendar" || in.Type == Reply || in.Type == Complaint
		if strings.Contains(clear, secret) || strings.Contains(sealed, secret) == intimate || strings.Contains(local, secret) != intimate {
			t.Errorf("%s %s: clear %s\nsealed %s\nlocal %s", in.Type, in.Question, clear, sealed, local)
		}
		if in.Question != "" && strings.Contains(clear+sealed, in.Question) == intimate {
			t.Errorf("the question %s stands in the wrong place: %s", in.Question, sealed)
		}
	}
}

func TestDescribe(t *testing.T) {
	for _, wrong := range []Facts{
		{Value: -1}, {CompanySize: -5}, {Country: "Germany"}, {Country: "1A"}, {Stage: strings.Repeat("x", 141)},
	} {
		if _, _, err := Describe(wrong, Facts{}); err == nil {
			t.Errorf("%+v was taken", wrong)
		}
	}
	var log []Event
	state := func() State { return Fold(log, []string{"kim"}) }
	say := func(days int, f Facts) bool {
		e, ok, err := Describe(f, state().Deal)
		if err != nil {
			t.Fatal(err)
		}
		if ok {
			e.ID, e.At, e.Who = fmt.Sprint(days), start.AddDate(0, 0, days), []string{"kim"}
			log = append(log, e)
		}
		return ok
	}
	for i, f := range []Facts{
		{Value: 12000, Stage: "Demo", Country: "DE"},
		{Value: 12000, Stage: "Proposal", Country: "DE", Customer: true},
		{Value: 12000, Stage: "Proposal", Country: "DE", CompanySize: 120},
		{Stage: "Proposal", CompanySize: 120},
	} {
		if !say(i, f) || say(i, f) {
			t.Errorf("%+v is to be news once", f)
		}
		if got := state().Deal; got != f {
			t.Errorf("known %+v, want %+v", got, f)
		}
	}
	if since := state().StageSince; !since.Equal(start.AddDate(0, 0, 1)) {
		t.Errorf("in its stage since %s", since)
	}
	if e := log[2]; e.Sealed.Deal.Value != 0 || e.Sealed.Deal.Stage != "" || !slices.Equal(e.Sealed.Gone, []string{"customer"}) {
		t.Errorf("what was known is said again: %+v", e.Sealed)
	}
	say(9, Facts{})
	if s := state(); s.Deal != (Facts{}) || !s.StageSince.IsZero() {
		t.Errorf("taken back: %+v", s.Deal)
	}
}

func TestAccounts(t *testing.T) {
	x := index(t)
	same := func(a, b page.Person) bool {
		return slices.ContainsFunc(Accounts(a, x), func(p string) bool { return slices.Contains(Accounts(b, x), p) })
	}
	cases := []struct {
		about string
		a, b  page.Person
		want  bool
	}{
		{"one domain", page.Person{Email: "kim@acme.example"}, page.Person{Email: "jo@ACME.example"}, true},
		{"two domains", page.Person{Email: "kim@acme.example"}, page.Person{Email: "jo@other.example"}, false},
		{"a free mailbox", page.Person{Email: "kim@gmail.com"}, page.Person{Email: "jo@gmail.com"}, false},
		{"a free mailbox of a country", page.Person{Email: "kim@yahoo.co.uk"}, page.Person{Email: "jo@yahoo.co.uk"}, false},
		{"a company named like one", page.Person{Email: "kim@outlook-travel.example"}, page.Person{Email: "jo@outlook-travel.example"}, true},
		{"one company, written twice", page.Person{Company: "Acme GmbH & Co. KG"}, page.Person{Company: "ACME"}, true},
		{"legal form with dots", page.Person{Company: "Fabrik S.A."}, page.Person{Company: "Fabrik"}, true},
		{"a company that is only a legal form", page.Person{Company: "Co"}, page.Person{Company: "CO"}, true},
		{"two companies", page.Person{Company: "Acme"}, page.Person{Company: "Acme Foods"}, false},
		{"no company", page.Person{Company: "Self-employed"}, page.Person{Company: "self employed"}, false},
		{"domain here, name there", page.Person{Email: "kim@acme.example", Company: "Acme"}, page.Person{Company: "Acme Inc."}, true},
		{"nothing known", page.Person{}, page.Person{}, false},
	}
	for _, c := range cases {
		if got := same(c.a, c.b); got != c.want {
			t.Errorf("%s: %t", c.about, got)
		}
	}
}

func TestWordsAreThoseOfTheEngine(t *testing.T) {
	for _, kind := range []string{
		verdict.Ghosting, verdict.NoBudget, verdict.NoAuthority, verdict.NoFit, verdict.NotInterested, verdict.Competitor,
		verdict.TireKicker, verdict.OverInvested, verdict.NotNow, verdict.NotWorthIt, verdict.Away, verdict.Waiting,
		verdict.LetGo, verdict.Satisfied,
	} {
		if !slices.Contains(kinds, kind) {
			t.Errorf("no decision can be of kind %s", kind)
		}
	}
	for _, v := range []string{verdict.YourTurn, verdict.Invest, verdict.Keep, verdict.LastTry, verdict.BreakUp, verdict.Pause, verdict.Stop, verdict.HandOff} {
		if !slices.Contains(disputed, v) {
			t.Errorf("one cannot disagree with %s", v)
		}
	}
}

func TestWhatTheRepCorrectsOutranksEveryPage(t *testing.T) {
	read := page.Person{Name: "kim.olsen", Email: "kim@acme.example", Title: "IT", Company: "Acme"}
	x := index(t)
	day := func(n int) time.Time { return start.AddDate(0, 0, n) }
	events, who := Track(read, day(1), x), Pseudonyms(read, x)
	say := func(d int, now Facts) Event {
		t.Helper()
		e, ok, err := Describe(now, Fold(events, who).Deal)
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		e.ID, e.At, e.Who = fmt.Sprint("said ", d), day(d), who
		e.Clear.Accounts = Accounts(page.Person{Company: e.Sealed.Deal.Company}, x)
		events = append(events, e)
		return e
	}
	said := say(2, Facts{Name: " Kim Olsen ", Company: "Acme Nord"})
	later := read
	later.Name, later.Title, later.Company = "K. Olsen", "Head of IT", "Acme Group"
	events = append(events, Track(later, day(3), x)...)
	want := later
	want.Name, want.Company = "Kim Olsen", "Acme Nord"
	if got := Fold(events, who); got.Person != want || got.Corrected(read).Name != "Kim Olsen" || got.Corrected(read).Title != "IT" {
		t.Errorf("corrected: %+v, and beside a page %+v", got.Person, got.Corrected(read))
	}
	slices.Reverse(events)
	if got := Fold(events, who).Person; got != want {
		t.Errorf("in another order: %+v", got)
	}
	say(4, Facts{Company: "Acme Nord"}) // the name is the page's again
	want.Name = later.Name
	if got := Fold(events, who).Person; got != want {
		t.Errorf("taken back: %+v", got)
	}
	header := HeaderOf(said, "key")
	if clear := string(AppendHeader(nil, &header)); strings.Contains(clear, "Kim") || strings.Contains(clear, "Nord") {
		t.Errorf("the server reads who they are: %s", clear)
	}
	moved := Readdress(events, x, indexOf(t, 2)).Events
	if got := Fold(moved, Pseudonyms(read, indexOf(t, 2))); got.Person != want || !Overlap(got.Accounts, Accounts(page.Person{Company: "Acme Nord"}, indexOf(t, 2))) {
		t.Errorf("in a team: %+v of %v", got.Person, got.Accounts)
	}
	if _, _, err := Describe(Facts{Place: strings.Repeat("x", mostFact+1)}, Facts{}); err == nil {
		t.Error("a place of any length is taken")
	}
}
