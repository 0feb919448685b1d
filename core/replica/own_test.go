package replica

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/reply"
)

// ourMail is a page with one message of ours to Kim, and more of it as it opens.
func ourMail(read, text string) page.Context {
	return page.Context{Site: page.Gmail, Kind: page.Thread, Mailbox: "robin@seller.example", Prospect: kim, Messages: []page.Message{{
		ID: "m1", At: start, Direction: page.Out, Read: read, Text: text,
		From: page.Address{Email: "robin@seller.example"}, To: []page.Address{{Email: kim.Email}},
	}}}
}

func TestOfOurOwnMessagesOnlyPromisesAreKept(t *testing.T) {
	x := index(t)
	who := Pseudonyms(kim, x)
	secret := "Between us, the price is a secret. I'll send you the security sheet by Friday. See https://us.example/guide"
	closed, open := ourMail(page.ReadSnippet, "Between us"), ourMail(page.ReadFull, secret)

	touches := Observe(closed, who, x)
	if got := OwnReadings(closed, touches, nil, x); len(got) != 0 {
		t.Fatalf("a closed message was read: %+v", got)
	}
	log := append(touches, Observe(open, who, x)...)
	readings := OwnReadings(open, touches, log, x)
	if len(readings) != 1 || len(OwnReadings(open, touches, append(log, readings...), x)) != 0 {
		t.Fatalf("readings %+v, to be made once", readings)
	}
	if kept := fmt.Sprint(readings); strings.Contains(kept, "secret") {
		t.Errorf("our words are kept: %s", kept)
	}
	s := Fold(append(log, readings...), who)
	unread := Fold(log, who).History(func(Event) *reply.Reading { return nil })
	read := s.History(func(Event) *reply.Reading { return nil })
	if len(read) != 1 || read[0].GaveValue == nil || !*read[0].GaveValue || unread[0].GaveValue != nil {
		t.Errorf("read it says %+v, unread %+v", read, unread)
	}

	zone := time.FixedZone("", 3600)
	got := Suggestions(s, start.AddDate(0, 0, -1), zone)
	friday := time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, zone)
	for friday.Weekday() != time.Friday {
		friday = friday.AddDate(0, 0, 1)
	}
	if len(got) != 1 || got[0].Text != "I'll send you the security sheet by Friday." || !got[0].On.Equal(friday) || !got[0].Sent.Equal(start) {
		t.Errorf("suggested %+v, want it for %s", got, friday)
	}
	if late := Suggestions(s, start.AddDate(0, 0, 1), zone); len(late) != 0 {
		t.Errorf("an old message suggests %+v", late)
	}
	for _, said := range []Event{
		{ID: "1", Kind: Promise, Who: who, At: start, Sealed: Sealed{Text: got[0].Text}},
		{ID: "2", Kind: Dismiss, Who: who, At: start, Sealed: Sealed{Signal: Suggested, Text: got[0].Text}},
	} {
		if left := Suggestions(Fold(append(append(log, readings...), said), who), start.AddDate(0, 0, -1), zone); len(left) != 0 {
			t.Errorf("after a %s it is asked again", said.Kind)
		}
	}
}

func TestWhoeverStandsInCopyIsCopied(t *testing.T) {
	x := index(t)
	jo := page.Address{Email: "jo@acme.example"}
	to := page.Address{Email: kim.Email}
	for _, c := range []struct {
		about  string
		to, cc []page.Address
		copied bool
		counts bool
	}{
		{"to them", []page.Address{to}, []page.Address{jo}, false, true},
		{"in copy", []page.Address{jo}, []page.Address{to}, true, true},
		{"both", []page.Address{jo, to}, []page.Address{to}, false, true},
		{"to others", []page.Address{jo}, nil, false, false},
		{"nobody shown", nil, nil, false, true},
	} {
		ctx := ourMail(page.ReadFull, "Hello")
		ctx.Messages[0].To, ctx.Messages[0].CC = c.to, c.cc
		events := Observe(ctx, Pseudonyms(kim, x), x)
		if (len(events) == 1) != c.counts || c.counts && events[0].Clear.Copied != c.copied {
			t.Errorf("%s: %+v", c.about, events)
		}
	}
	closed, open := ourMail(page.ReadSnippet, "Hello"), ourMail(page.ReadFull, "Hello")
	closed.Messages[0].To = nil
	open.Messages[0].To, open.Messages[0].CC = []page.Address{jo}, []page.Address{to}
	who := Pseudonyms(kim, x)
	log := append(Observe(closed, who, x), Observe(open, who, x)...)
	for _, order := range [][]Event{{log[0], log[1]}, {log[1], log[0]}} {
		s := Fold(order, who)
		h := s.History(func(Event) *reply.Reading { return nil })
		if len(h) != 1 || !h[0].CC {
			t.Errorf("seen closed and then in full, it is %+v", h)
		}
	}
}

func TestAMessageNamesTheIdentityItHas(t *testing.T) {
	x := index(t)
	work, home := Pseudonyms(kim, x), Pseudonyms(page.Person{Email: "kim@home.example"}, x)
	link := Event{ID: "l", Kind: Link, Who: []string{work[0], home[0]}, At: start, Clear: Clear{ByHand: true}}
	both := Connected([]Event{link}, work)
	log := append(Observe(ourMail(page.ReadFull, "Hello"), both, x), link)
	part := Event{ID: "p", Kind: Unlink, Who: []string{home[0], work[0]}, At: start.Add(time.Hour), Clear: Clear{ByHand: true}}
	again := Event{ID: "q", Kind: Link, Who: []string{work[0], home[0]}, At: start.Add(2 * time.Hour), Clear: Clear{ByHand: true}}
	for _, c := range []struct {
		about      string
		said       []Event
		work, home int
	}{
		{"linked", nil, 1, 1}, {"taken apart", []Event{part}, 1, 0}, {"linked again", []Event{part, again}, 1, 1},
	} {
		all := append(c.said, log...)
		if w, h := len(Fold(all, work).Events), len(Fold(all, home).Events); w != c.work || h != c.home {
			t.Errorf("%s: %d of the one and %d of the other, want %d and %d", c.about, w, h, c.work, c.home)
		}
	}
}

func TestWhatOurMessageGave(t *testing.T) {
	x := index(t)
	for _, c := range []struct {
		about, text string
		links       []string
		attached    bool
		want        bool
	}{
		{"nothing", "Hello Kim, did you see it?", nil, false, false},
		{"an attachment", "Hello Kim.", nil, true, true},
		{"words that are a link", "Hello Kim, here is\nthe guide we spoke of.", []string{"here is the guide"}, false, true},
		{"a link in the signature", "Hello Kim.\n\n-- \nRobin Vale\nSeller", []string{"Seller"}, false, false},
		{"a link in what is quoted", "Hello Kim.\n\n> the guide", []string{"the guide"}, false, false},
		{"the tag of a template", "Hello Kim. #value", nil, false, true},
	} {
		ctx := ourMail(page.ReadFull, c.text)
		ctx.Messages[0].Links, ctx.Messages[0].Attached = c.links, c.attached
		who := Pseudonyms(kim, x)
		got := OwnReadings(ctx, Observe(ctx, who, x), nil, x)
		if len(got) != 1 || got[0].Local.GaveValue != c.want {
			t.Errorf("%s: %+v", c.about, got)
		}
	}
}
