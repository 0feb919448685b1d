package replica

import (
	"maps"
	"slices"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/reply"
	"cleanbreak/core/seal"
)

func indexOf(t *testing.T, first byte) seal.Index {
	t.Helper()
	key := make([]byte, seal.KeySize)
	key[0] = first
	index, err := seal.NewIndex(key)
	if err != nil {
		t.Fatal(err)
	}
	return index
}

func minute(n int) time.Time { return time.Date(2026, 11, 2, 9, n, 0, 0, time.UTC) }

// stamped is an event as it came back from a team's server.
func stamped(e Event, seq int64, author, role string) Event {
	e.Stamp = Stamp{Seq: seq, Author: author, Role: role, Received: e.At.UnixMilli()}
	return e
}

func decided(id, verdict string, at int, base ...string) Event {
	return Event{ID: id, Kind: Decision, Who: []string{"kim"}, At: minute(at), Clear: Clear{ByHand: true, Verdict: verdict, Base: base}}
}

func verdicts(s State) (out []string) {
	for _, d := range s.Decisions {
		out = append(out, d.Verdict)
	}
	return out
}

func TestDecisionsOfATeam(t *testing.T) {
	cases := []struct {
		about  string
		events []Event
		want   []string
	}{
		{"one who saw the other replaces it", []Event{
			stamped(decided("1", "break-up", 1), 1, "anna", Manager), stamped(decided("2", "keep", 2, "1"), 2, "ben", Rep),
		}, []string{"keep"}},
		{"two who did not see each other clash, the stronger first", []Event{
			stamped(decided("1", "keep", 1), 1, "anna", Manager), stamped(decided("2", "break-up", 2), 2, "ben", Rep),
		}, []string{"break-up", "keep"}},
		{"a rep's lift-stop ends nothing", []Event{
			stamped(decided("1", "stop", 1), 1, "anna", Manager), stamped(decided("2", "lift-stop", 2, "1"), 0, "ben", Rep),
		}, []string{"stop"}},
		{"a manager's ends the stop that it names", []Event{
			stamped(decided("1", "stop", 1), 1, "ben", Rep), stamped(decided("2", "lift-stop", 2, "1"), 2, "anna", Manager),
		}, nil},
		{"and not one that it did not see", []Event{
			stamped(decided("1", "stop", 1), 1, "ben", Rep), stamped(decided("3", "stop", 0), 3, "carl", Rep), stamped(decided("2", "lift-stop", 2, "1"), 2, "anna", Manager),
		}, []string{"stop"}},
		{"without a team the user is the manager and has seen it all", []Event{
			decided("1", "stop", 1), decided("2", "lift-stop", 2), decided("3", "keep", 3), decided("4", "pause", 4),
		}, []string{"pause"}},
		{"a stop is not taken back by a rep", []Event{
			stamped(decided("1", "stop", 1), 1, "ben", Rep), stamped(unlogOf("1", 2), 2, "ben", Rep),
		}, []string{"stop"}},
		{"anything else is, by who wrote it", []Event{
			stamped(decided("1", "keep", 1), 1, "ben", Rep), stamped(decided("2", "pause", 1), 2, "carl", Rep),
			stamped(unlogOf("1", 2), 3, "ben", Rep), stamped(unlogOf("2", 2), 4, "ben", Rep),
		}, []string{"pause"}},
	}
	for _, c := range cases {
		s := Fold(c.events, []string{"kim"})
		if got := verdicts(s); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.about, got, c.want)
		}
		if s.Stopped() != slices.Contains(c.want, "stop") || (s.Clash() != nil) != (len(c.want) > 1) {
			t.Errorf("%s: stopped %v, clash %v", c.about, s.Stopped(), s.Clash())
		}
	}
}

func unlogOf(id string, at int) Event {
	return Event{ID: "u" + id, Kind: Unlog, Who: []string{"kim"}, At: minute(at), Clear: Clear{ByHand: true, Target: id}}
}

func TestALiftedStopIsNoStopForTheEngineWhateverTheClocksSay(t *testing.T) {
	read := func(Event) *reply.Reading { return nil }
	late := stamped(decided("1", "stop", 50), 1, "ben", Rep) // by a clock that is ahead
	lift := stamped(decided("2", "lift-stop", 2, "1"), 2, "anna", Manager)
	has := func(events []history.Event, verdict, by string) bool {
		return slices.ContainsFunc(events, func(e history.Event) bool { return e.Verdict == verdict && e.By == by })
	}
	if lifted := Fold([]Event{late, lift}, []string{"kim"}).History(read); has(lifted, "stop", Rep) || !has(lifted, "lift-stop", Manager) {
		t.Errorf("%+v", lifted)
	}
	other := stamped(decided("3", "stop", 0), 3, "carl", Rep)
	if stands := Fold([]Event{late, lift, other}, []string{"kim"}).History(read); !has(stands, "stop", Rep) || has(stands, "lift-stop", Manager) {
		t.Errorf("%+v", stands)
	}
}

func TestOneMailInTwoMailboxes(t *testing.T) {
	index := indexOf(t, 1)
	kim := page.Person{Name: "Kim Olsen", Email: "kim@acme.example"}
	who := Pseudonyms(kim, index)
	seen := func(mailbox, id, subject, text string, at int) []Event {
		events := Observe(page.Context{
			Site: page.Gmail, Prospect: kim, Mailbox: mailbox, Subject: subject,
			Messages: []page.Message{{
				ID: id, At: minute(at), Direction: page.In, Read: page.ReadFull, Text: text, From: page.Address{Email: "kim@acme.example"},
				To: []page.Address{{Email: "anna@northwind.example"}}, CC: []page.Address{{Email: "ben@northwind.example"}},
			}},
		}, who, index)
		for i := range events {
			events[i].Stamp.Author = mailbox
		}
		return events
	}
	events := slices.Concat(
		seen("anna@northwind.example", "a1", "Offer", "", 0), seen("ben@northwind.example", "b1", "Re: offer", "Not interested.", 1),
		seen("ben@northwind.example", "b2", "Offer", "Call me.", 30),
	)
	s := Fold(events, who)
	if s.Counts[Use{"email", "in"}] != 2 || len(s.Events) != 2 {
		t.Fatalf("counted %v, shown %+v", s.Counts, s.Events)
	}
	if s.Events[0].Local.Text != "Not interested." {
		t.Errorf("the fuller reading of the other mailbox is not taken: %+v", s.Events[0].Local)
	}
}

func TestWhatAReadingSaysTravelsWithoutAWord(t *testing.T) {
	reading := Event{Kind: Reading, At: minute(0), Who: []string{"kim"}, Clear: Clear{Target: "m", Version: 6}, Local: Local{Text: "We have no budget this year, sorry.", Read: page.ReadFull}}
	said := SaidBy(reading, time.UTC)
	reading.Sealed.Said, reading.Local = said, Local{}
	answer := Event{ID: "r", Kind: Reply, At: minute(0), Who: []string{"kim"}, Clear: Clear{Message: "m", Channel: "email"}}
	s := Fold([]Event{answer, reading}, []string{"kim"})
	got := Read(s.Events[0], time.UTC)
	if got == nil || got.Intents[0].Intent != reply.NoBudget || got.Intents[0].Quote != "" || got.Visible != "" {
		t.Errorf("%+v", got)
	}
}

func TestErasedPeopleHaveNoState(t *testing.T) {
	touch := Event{ID: "t", Kind: Touch, Who: []string{"kim"}, At: minute(1), Clear: Clear{Channel: "call"}}
	link := Event{ID: "l", Kind: Link, Who: []string{"kim", "jo"}, At: minute(1)}
	erase := Event{ID: "e", Kind: Erase, Who: []string{"kim"}, At: minute(2)}
	s := Fold([]Event{touch, link, erase}, []string{"kim"})
	if !s.Erased || s.DoNotContact || len(s.Events) != 0 {
		t.Errorf("%+v", s)
	}
	if s := Fold([]Event{touch, link, erase, decided("s", "stop", 3)}, []string{"kim"}); !s.Stopped() {
		t.Errorf("a stop that still waits is lost: %+v", s)
	}
	if s := Fold([]Event{touch, link, erase}, []string{"jo"}); s.Erased || len(s.Events) != 0 || !slices.Equal(s.Who, []string{"jo"}) {
		t.Errorf("%+v", s)
	}
}

func TestReaddressing(t *testing.T) {
	own, teams := indexOf(t, 1), indexOf(t, 2)
	kim := page.Person{Name: "Kim Olsen", Email: "kim@acme.example", Slug: "kim-olsen", Company: "Acme"}
	ctx := page.Context{Site: page.Gmail, Prospect: kim, Mailbox: "anna@northwind.example", Messages: []page.Message{{
		ID: "m1", At: minute(1), Direction: page.In, Read: page.ReadFull, Text: "Call me.", From: page.Address{Email: kim.Email},
	}}}
	log := func(index seal.Index) []Event {
		who := Pseudonyms(kim, index)
		slices.Sort(who)
		return append(Track(kim, minute(0), index), Observe(ctx, who, index)...)
	}
	who := Pseudonyms(kim, own)
	first := Event{ID: "0123456789abcdef0123456789abcdef", Kind: Decision, Who: who, At: minute(2), Clear: Clear{ByHand: true, Verdict: "keep"}}
	second := Event{ID: "2", Kind: Decision, Who: who, At: minute(3), Clear: Clear{ByHand: true, Verdict: "pause"}}
	taken := Event{ID: "3", Kind: Unlog, Who: who, At: minute(4), Clear: Clear{ByHand: true, Target: "2"}}
	stranger := Event{ID: "s", Kind: Decision, Who: []string{own.Pseudonym("email:gone@acme.example")}, At: minute(5), Clear: Clear{Verdict: "stop"}}
	older := Event{ID: "o", Kind: Touch, Who: who, At: minute(6), Clear: Clear{Message: "tag", Channel: "email"}}

	out := Readdress(append(log(own), first, second, taken, stranger, older), own, teams)
	if len(out.Left) != 2 || out.Left[0].ID != "s" || out.Left[1].ID != "o" {
		t.Errorf("left: %+v", out.Left)
	}
	byID := map[string]Event{}
	for _, e := range out.Events {
		byID[e.ID] = e
		header := HeaderOf(e, teams.Pseudonym("key"))
		w := Wire{Header: header, Sealed: seal40()}
		if _, err := read(string(AppendWire(nil, &w))); err != nil {
			t.Errorf("%s cannot travel: %v", e.Kind, err)
		}
	}
	for _, want := range log(teams) {
		if got, same := byID[want.ID]; !same || got.Kind != want.Kind || !slices.Equal(got.Who, want.Who) {
			t.Errorf("a device of the team would call the %s otherwise", want.Kind)
		}
	}
	s := Fold(out.Events, Pseudonyms(kim, teams))
	if got := verdicts(s); !slices.Equal(got, []string{"keep"}) || s.Person != kim || len(s.Events) != 2 {
		t.Errorf("%v %+v", got, s)
	}
	if out.Who[who[0]] != Pseudonyms(kim, teams)[0] {
		t.Error("looks cannot be moved")
	}
}

func TestAKindOfANewerVersionIsKeptAndNotFolded(t *testing.T) {
	who := []string{"AAAAAAAAAAAAAAAAAAAAAA"}
	call := Event{ID: "a", Kind: Touch, Who: who, At: time.UnixMilli(1000).UTC(), Clear: Clear{Channel: "call", ByHand: true}}
	song := Event{ID: "b", Kind: "song", Who: who, At: time.UnixMilli(2000).UTC(), Clear: Clear{Channel: "call", Verdict: "stop"}}
	with, without := Fold([]Event{call, song}, who), Fold([]Event{call}, who)
	if !maps.Equal(with.Counts, without.Counts) || with.Stopped() || len(with.Decisions) != 0 {
		t.Errorf("%+v", with)
	}
}
