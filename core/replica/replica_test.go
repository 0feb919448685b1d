package replica

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/seal"

	"pgregory.net/rapid"
)

var (
	key   = []byte(strings.Repeat("k", seal.KeySize))
	start = time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	kim   = page.Person{Name: "Kim Olsen", Email: "kim@acme.example"}
	jo    = page.Person{Name: "Jo Berg", Email: "jo@acme.example"}
	me    = page.Address{Email: "robin@seller.example"}
)

func index(t interface{ Fatal(...any) }) seal.Index {
	x, err := seal.NewIndex(key)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func address(p page.Person) page.Address { return page.Address{Name: p.Name, Email: p.Email} }

func message(id string, direction string, from page.Address, to ...page.Address) page.Message {
	return page.Message{ID: id, At: start, Direction: direction, From: from, To: to, Text: "text", Read: page.ReadFull}
}

func TestObserve(t *testing.T) {
	x := index(t)
	cases := []struct {
		about string
		m     page.Message
		alone bool // nobody else is on the page
		kind  string
	}{
		{"our mail to them", message("1", page.Out, me, address(kim)), true, Touch},
		{"our mail to them and a colleague", message("1", page.Out, me, address(jo), address(kim)), false, Touch},
		{"our mail to a colleague alone", message("1", page.Out, me, address(jo)), false, ""},
		{"our mail, recipients not shown, nobody else there", message("1", page.Out, me), true, Touch},
		{"our mail, recipients not shown, others there", message("1", page.Out, me), false, ""},
		{"their reply", message("1", page.In, address(kim), me), true, Reply},
		{"a colleague's reply", message("1", page.In, address(jo), me), false, ""},
		{"an unknown sender", message("1", page.Unknown, page.Address{}, me), true, ""},
		{"no id", message("", page.Out, me, address(kim)), true, ""},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			ctx := page.Context{Site: page.Gmail, Mailbox: me.Email, Messages: []page.Message{c.m}}
			if c.alone {
				ctx.Prospect = kim
			}
			got := ""
			if events := Observe(ctx, Pseudonyms(kim, x), x); len(events) > 0 {
				got = events[0].Kind
			}
			if got != c.kind {
				t.Errorf("recorded as %q, want %q", got, c.kind)
			}
		})
	}
}

func TestOurOwnWordsAreNotKept(t *testing.T) {
	x := index(t)
	ctx := page.Context{Site: page.Gmail, Prospect: kim, Messages: []page.Message{message("1", page.Out, me, address(kim))}}
	if e := Observe(ctx, Pseudonyms(kim, x), x)[0]; e.Local.Text != "" {
		t.Errorf("a touch keeps %q", e.Local.Text)
	}
}

func TestTheSameMessageInTwoMailboxesIsTwoEventsOfOneId(t *testing.T) {
	x := index(t)
	if x.EventID("gmail:a@x.example", "1") == x.EventID("gmail:b@x.example", "1") {
		t.Error("two mailboxes share an id")
	}
	if x.EventID("ab", "c") == x.EventID("a", "bc") {
		t.Error("mailbox and message run together")
	}
}

func TestNothingInTheClearNamesAnybody(t *testing.T) {
	x := index(t)
	ctx := page.Context{Site: page.Gmail, Prospect: kim, Messages: []page.Message{message("secret-id", page.In, address(kim), me)}}
	for _, e := range append(Observe(ctx, Pseudonyms(kim, x), x), Track(kim, start, x)...) {
		clear := fmt.Sprint(e.ID, e.Kind, e.Who, e.Clear)
		for _, name := range []string{"Kim", "Olsen", "kim@", "acme", "secret-id", "text"} {
			if strings.Contains(clear, name) {
				t.Errorf("%s %q stands in the clear: %s", e.Kind, name, clear)
			}
		}
	}
}

// anyLog draws events about three identities, some linked.
func anyLog(t *rapid.T) []Event {
	x := index(t)
	ids := []string{x.Pseudonym("a"), x.Pseudonym("b"), x.Pseudonym("c")}
	var log []Event
	for i := range rapid.IntRange(0, 15).Draw(t, "events") {
		at := start.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, fmt.Sprint("at", i))) * time.Hour)
		who := rapid.SampledFrom(ids).Draw(t, fmt.Sprint("who", i))
		e := Event{ID: fmt.Sprint(i), At: at, Who: []string{who}}
		switch rapid.IntRange(0, 5).Draw(t, fmt.Sprint("kind", i)) {
		case 4:
			e.Kind, e.Sealed.Deal = Deal, &Facts{
				Value: float64(rapid.IntRange(0, 2).Draw(t, fmt.Sprint("value", i))),
				Stage: rapid.SampledFrom([]string{"", "demo", "proposal"}).Draw(t, fmt.Sprint("stage", i)),
				Name:  rapid.SampledFrom([]string{"", "Kim", "Jo"}).Draw(t, fmt.Sprint("name", i)),
			}
		case 5:
			e.Kind, e.Clear.Verdict = Decision, "keep"
		case 0:
			e.Kind, e.Who = Link, []string{who, rapid.SampledFrom(ids).Draw(t, fmt.Sprint("other", i))}
		case 1:
			e.Kind, e.Sealed.Person = Card, &page.Person{Name: fmt.Sprint("name ", i)}
		case 2:
			e.Kind, e.Clear.Target = Reading, fmt.Sprint("message ", i%3)
			e.Local = Local{Text: rapid.SampledFrom([]string{"", "x", "y"}).Draw(t, fmt.Sprint("text", i)), Read: rapid.SampledFrom([]string{page.ReadNone, page.ReadSnippet, page.ReadFull}).Draw(t, fmt.Sprint("read", i))}
		default:
			e.Kind, e.Clear.Message = Reply, fmt.Sprint("message ", i%3)
		}
		log = append(log, e)
	}
	return log
}

func TestFoldIgnoresOrderAndCopies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := anyLog(t)
		who := []string{index(t).Pseudonym("a")}
		want := Fold(log, who)
		again := append(rapid.Permutation(log).Draw(t, "order"), log...)
		if got := Fold(again, who); !reflect.DeepEqual(got, want) {
			t.Fatalf("in another order, with copies:\n%+v\nwant\n%+v", got, want)
		}
	})
}

func TestFoldIsTheSameFromEveryLinkedIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := anyLog(t)
		want := Fold(log, []string{index(t).Pseudonym("a")})
		for _, w := range want.Who {
			if got := Fold(log, []string{w}); !reflect.DeepEqual(got, want) {
				t.Fatalf("from %s:\n%+v\nwant\n%+v", w, got, want)
			}
		}
	})
}

func TestTheFullestReadingWins(t *testing.T) {
	x := index(t)
	m := message("1", page.In, address(kim), me)
	closed := m
	closed.Text, closed.Read = "te", page.ReadSnippet
	see := func(m page.Message) []Event {
		return Observe(page.Context{Site: page.Gmail, Prospect: kim, Messages: []page.Message{m}}, Pseudonyms(kim, x), x)
	}
	for _, log := range [][]Event{append(see(closed), see(m)...), append(see(m), see(closed)...)} {
		if s := Fold(log, Pseudonyms(kim, x)); len(s.Events) != 1 || s.Events[0].Local.Text != m.Text {
			t.Errorf("folded to %+v", s.Events)
		}
	}
}

func TestOneMailToTwoPeopleIsATouchOfEach(t *testing.T) {
	x := index(t)
	ctx := page.Context{Site: page.Gmail, Candidates: []page.Person{kim, jo}, Messages: []page.Message{message("1", page.Out, me, address(kim), address(jo))}}
	log := append(Observe(ctx, Pseudonyms(kim, x), x), Observe(ctx, Pseudonyms(jo, x), x)...)
	for _, p := range []page.Person{kim, jo} {
		if s := Fold(log, Pseudonyms(p, x)); len(s.Events) != 1 || s.Events[0].Kind != Touch {
			t.Errorf("%s: %+v", p.Name, s.Events)
		}
	}
}

func TestAMessageSeenUnderTwoIdentitiesIsOneOfThePerson(t *testing.T) {
	x := index(t)
	both := page.Person{Slug: "kim-olsen", Member: "ACoAAKim"}
	asSlug, asMember := page.Person{Slug: both.Slug}, page.Person{Member: both.Member}
	see := func(p page.Person) []Event {
		ctx := page.Context{Site: page.LinkedIn, Prospect: p, Messages: []page.Message{message("1", page.Out, me)}}
		return Observe(ctx, Pseudonyms(p, x), x)
	}
	log := append(append(see(asSlug), see(asMember)...), Links(both, start, x)...)
	if s := Fold(log, Pseudonyms(asSlug, x)); len(s.Events) != 1 {
		t.Errorf("one message counts %d times", len(s.Events))
	}
}

func TestSilenceIsKnownOnlyOfAPageThatShowsAll(t *testing.T) {
	fine := message("1", page.In, address(kim), me)
	cases := []struct {
		about string
		ctx   page.Context
		want  bool
	}{
		{"everything placed", page.Context{Prospect: kim, Messages: []page.Message{fine}}, true},
		{"no message", page.Context{Prospect: kim}, false},
		{"messages missing", page.Context{Prospect: kim, Messages: []page.Message{fine}, Unread: []string{"messages"}}, false},
		{"an unknown sender", page.Context{Prospect: kim, Messages: []page.Message{fine, message("2", page.Unknown, page.Address{})}}, false},
		{"a draft of ours", page.Context{Prospect: kim, Messages: []page.Message{fine, message("", page.Out, me)}}, true},
		{"one without an id", page.Context{Prospect: kim, Messages: []page.Message{message("", page.In, address(kim))}}, false},
		{"a name alone, among several", page.Context{Messages: []page.Message{message("1", page.In, page.Address{Name: "Kim"})}}, false},
	}
	for _, c := range cases {
		if got := ShowsAll(c.ctx); got != c.want {
			t.Errorf("%s: %t", c.about, got)
		}
	}
}

func TestATextIsNotLostToAFullerReadingWithoutOne(t *testing.T) {
	x := index(t)
	closed, open := message("1", page.In, address(kim), me), message("1", page.In, address(kim), me)
	closed.Text, closed.Read = "Please stop writing to me.", page.ReadSnippet
	open.Text = ""
	see := func(m page.Message) []Event {
		return Observe(page.Context{Site: page.Gmail, Prospect: kim, Messages: []page.Message{m}}, Pseudonyms(kim, x), x)
	}
	if s := Fold(append(see(closed), see(open)...), Pseudonyms(kim, x)); s.Events[0].Local.Text != closed.Text {
		t.Errorf("kept %+v", s.Events[0].Local)
	}
}

func TestTheSubjectIsThatOfTheFirstMessage(t *testing.T) {
	x := index(t)
	ctx := page.Context{Site: page.Gmail, Prospect: kim, Subject: "Automatic reply: Hello", Messages: []page.Message{
		message("1", page.In, address(kim), me), message("2", page.In, address(kim), me),
	}}
	subjects := func() (all []string) {
		for _, e := range Observe(ctx, Pseudonyms(kim, x), x) {
			if e.Kind == Reading {
				all = append(all, e.Local.Subject)
			}
		}
		return all
	}
	if got := subjects(); !slices.Equal(got, []string{ctx.Subject, ""}) {
		t.Errorf("subjects %q", got)
	}
	ctx.Unread = []string{"messages"} // the first on the page may not be the first of the thread
	if got := subjects(); !slices.Equal(got, []string{"", ""}) {
		t.Errorf("of a page that misses some: %q", got)
	}
}

func TestAMailThatCameBackIsOfTheOnlyPersonThere(t *testing.T) {
	for _, server := range []string{"mailer-daemon@googlemail.com", "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@acme.example"} {
		cameBackFrom(t, server)
	}
}

func cameBackFrom(t *testing.T, server string) {
	t.Helper()
	x := index(t)
	back := message("2", page.In, page.Address{Email: server}, me)
	back.At = start.Add(time.Minute)
	back.Text = "Address not found. Your message wasn't delivered to kim@acme.example because the address couldn't be found."
	ctx := page.Context{Site: page.Gmail, Prospect: kim, Messages: []page.Message{message("1", page.Out, me, address(kim)), back}}
	s := Fold(Observe(ctx, Pseudonyms(kim, x), x), Pseudonyms(kim, x))
	if len(s.Events) != 2 || !Read(s.Events[1], time.UTC).Machine {
		t.Errorf("events %+v", s.Events)
	}
	ctx.Messages[1].Text = "Hello"
	if got := Observe(ctx, Pseudonyms(kim, x), x); len(got) != 1 {
		t.Errorf("a word of a mail server that says nothing of the kind is taken: %+v", got)
	}
	ctx.Prospect = page.Person{}
	ctx.Messages[1] = back
	if got := Observe(ctx, Pseudonyms(kim, x), x); len(got) != 1 {
		t.Errorf("taken among several people: %+v", got)
	}
}
