package replica

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/reply"
	"cleanbreak/core/seal"
)

// Observe gives the events that a page in view adds for one tracked person, of
// whom who are all the pseudonyms. A message counts when the page gave it an id,
// a time and a direction; an inbound one belongs to its sender, an outbound one
// to those it was sent to.
func Observe(ctx page.Context, who []string, index seal.Index) []Event {
	var events []Event
	alone := sharesIdentity(Pseudonyms(ctx.Prospect, index), who)
	for i := range ctx.Messages {
		m := &ctx.Messages[i]
		if placed(m) && (concerns(m, who, alone, index) || (alone && cameBack(m))) {
			events = append(events, observed(ctx, i, who, index)...)
		}
	}
	return events
}

// placed reports a message that the page showed well enough to count it.
func placed(m *page.Message) bool {
	return m.ID != "" && !m.At.IsZero() && m.Direction != page.Unknown
}

var channels = map[string]string{page.Gmail: "email", page.LinkedIn: "linkedin"}

// observed is the event of one message for one person, and for a reply what was
// read of it. Our own words are not kept.
func observed(ctx page.Context, i int, who []string, index seal.Index) []Event {
	m := &ctx.Messages[i]
	message := index.EventID(ctx.Site+":"+ctx.Mailbox, m.ID)
	e := Event{
		ID: index.EventID(message, who[0]), Kind: Touch, Who: who, At: m.At,
		Clear: Clear{Message: message, Channel: channels[ctx.Site]},
	}
	if m.Direction == page.Out {
		return []Event{e}
	}
	e.Kind = Reply
	reading := Event{
		ID: index.EventID(e.ID, m.Read), Kind: Reading, Who: who, At: m.At,
		Clear: Clear{Target: message}, Local: Local{Text: m.Text, Read: m.Read},
	}
	if m.Text == "" {
		reading.ID = index.EventID(e.ID, m.Read+", no text") // the text may come yet
	}
	if i == 0 && !slices.Contains(ctx.Unread, "messages") {
		reading.Local.Subject = ctx.Subject // of a later message the page does not show it
	}
	return []Event{e, reading}
}

// cameBack reports a mail server's word that a mail of ours did not arrive.
func cameBack(m *page.Message) bool {
	local, _, _ := strings.Cut(strings.ToLower(m.From.Email), "@")
	if m.Direction != page.In || !slices.Contains([]string{"mailer-daemon", "mailerdaemon", "postmaster"}, local) {
		return false
	}
	r := reply.Read(reply.Mail{Text: m.Text})
	return r.Machine && r.Intents[0].Intent == reply.Bounce
}

// concerns reports whether a message is from or to the person. Where the page
// shows no recipients and nobody else is on it, it is to them.
func concerns(m *page.Message, who []string, alone bool, index seal.Index) bool {
	if m.Direction == page.In {
		from := addressPseudonyms(m.From, index)
		return sharesIdentity(from, who) || (alone && len(from) == 0)
	}
	to := slices.Concat(m.To, m.CC)
	if len(to) == 0 {
		return alone
	}
	return slices.ContainsFunc(to, func(a page.Address) bool {
		return sharesIdentity(addressPseudonyms(a, index), who)
	})
}

// ShowsAll reports whether a page leaves no doubt about what a person wrote on
// it: it holds messages, none is missing, and each that may be theirs could be
// given to somebody. Only then is their silence on it known.
func ShowsAll(ctx page.Context) bool {
	if len(ctx.Messages) == 0 || slices.Contains(ctx.Unread, "messages") {
		return false
	}
	alone := ctx.Prospect != (page.Person{})
	return !slices.ContainsFunc(ctx.Messages, func(m page.Message) bool {
		nobodys := m.Direction == page.In && m.From.Email == "" && m.From.Slug == "" && m.From.Member == "" && !alone
		return nobodys || (m.Direction != page.Out && !placed(&m))
	})
}

func sharesIdentity(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// Track gives the events that make a person tracked: their card, and links
// where one page shows several identities of the same person. The card's id is
// made from what it says, so saying it again adds nothing.
func Track(p page.Person, at time.Time, index seal.Index) []Event {
	who := Pseudonyms(p, index)
	if len(who) == 0 {
		return nil
	}
	text, err := json.Marshal(p)
	if err != nil {
		panic("a person is not JSON: " + err.Error()) // texts always are
	}
	accounts := Accounts(p, index)
	card := Event{
		ID: index.EventID("card", string(text)+strings.Join(accounts, "")), Kind: Card, Who: who, At: at,
		Clear: Clear{Accounts: accounts}, Sealed: Sealed{Person: &p},
	}
	return append(Links(p, at, index), card)
}

// Links ties together the identities that one page shows of one person.
func Links(p page.Person, at time.Time, index seal.Index) []Event {
	var events []Event
	who := Pseudonyms(p, index)
	for i := 1; i < len(who); i++ {
		pair := []string{who[0], who[i]}
		events = append(events, Event{ID: index.EventID("link", pair[0]+pair[1]), Kind: Link, Who: pair, At: at})
	}
	return events
}
