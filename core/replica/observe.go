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
	alone := Overlap(Pseudonyms(ctx.Prospect, index), who)
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
// read of it. It names the identities that the message does, so that it stays
// with them should the rep say that two people were taken for one.
func observed(ctx page.Context, i int, who []string, index seal.Index) []Event {
	m := &ctx.Messages[i]
	theirs, copied := namedIn(m, who, index)
	if len(theirs) == 0 {
		theirs = common(who, Pseudonyms(ctx.Prospect, index))
	}
	source := Source{ctx.Site + ":" + ctx.Mailbox, m.ID, sameMail(ctx, m)}
	e := Event{
		Kind: Touch, Who: theirs, At: m.At,
		Clear: Clear{Channel: channels[ctx.Site], Copied: copied}, Local: Local{Source: source},
	}
	if m.Direction == page.Out {
		e.Tag(index)
		return []Event{e}
	}
	e.Kind = Reply
	e.Tag(index)
	reading := Event{Kind: Reading, Who: theirs, At: m.At, Local: Local{Text: m.Text, Read: m.Read, Source: source}}
	reading.Tag(index)
	if i == 0 && !slices.Contains(ctx.Unread, "messages") {
		reading.Local.Subject = ctx.Subject // of a later message the page does not show it
	}
	return []Event{e, reading}
}

// namedIn gives which of a person's pseudonyms a message is from or to, and
// whether they stand in CC only.
func namedIn(m *page.Message, who []string, index seal.Index) (theirs []string, copied bool) {
	if m.Direction == page.In {
		return common(who, addressPseudonyms(m.From, index)), false
	}
	to, cc := common(who, pseudonymsOf(m.To, index)), common(who, pseudonymsOf(m.CC, index))
	return common(who, slices.Concat(to, cc)), len(to) == 0 && len(cc) > 0
}

func pseudonymsOf(all []page.Address, index seal.Index) []string {
	var out []string
	for _, a := range all {
		out = append(out, addressPseudonyms(a, index)...)
	}
	return out
}

// common are those of a that are in b.
func common(a, b []string) []string {
	var out []string
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// Tag makes the tags of an event of a page's message from its source: its id, its
// message's or target's, and that of the same mail elsewhere.
func (e *Event) Tag(index seal.Index) {
	from := e.Local.Source
	message := index.EventID(from.Mailbox, from.Message)
	e.ID = index.EventID(message, e.Who[0])
	if e.Kind != Reading {
		e.Clear.Message = message
		if from.Same != "" {
			e.Clear.Same = index.EventID("same", from.Same)
		}
		if e.Clear.Copied { // seen closed before, it was taken for one to them
			e.ID = index.EventID(e.ID, "copied")
		}
		return
	}
	e.Clear.Target, e.Clear.Version = message, 1+fullness(e.Local.Read)
	if e.Local.Text == "" {
		e.ID = index.EventID(e.ID, e.Local.Read+", no text") // the text may come yet
		return
	}
	e.ID = index.EventID(e.ID, e.Local.Read)
	e.Clear.Version += len(readings)
}

// sameMail is what one mail shows alike in every mailbox that has it: its
// direction, sender, recipients and subject. "" where the page does not show them.
func sameMail(ctx page.Context, m *page.Message) string {
	to := []string{}
	for _, a := range slices.Concat(m.To, m.CC) {
		to = append(to, a.Email)
	}
	to = tidied(to)
	if ctx.Site != page.Gmail || m.From.Email == "" || len(to) == 0 || ctx.Subject == "" {
		return ""
	}
	return strings.Join([]string{m.Direction, strings.ToLower(m.From.Email), strings.Join(to, ","), plainSubject(ctx.Subject)}, "\n")
}

// plainSubject is a subject without case, and without the marks of answers and
// forwarding before it.
func plainSubject(subject string) string {
	subject = strings.ToLower(strings.Join(strings.Fields(subject), " "))
	for {
		mark, rest, found := strings.Cut(subject, ":")
		if !found || !slices.Contains([]string{"re", "aw", "antw", "sv", "fw", "fwd", "wg", "tr", "rv", "rif"}, mark) {
			return subject
		}
		subject = strings.TrimSpace(rest)
	}
}

// cameBack reports a mail server's word that a mail of ours did not arrive.
func cameBack(m *page.Message) bool {
	if m.Direction != page.In || !page.IsMailServer(m.From.Email) {
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
		return Overlap(from, who) || (alone && len(from) == 0)
	}
	if len(m.To)+len(m.CC) == 0 {
		return alone
	}
	theirs, _ := namedIn(m, who, index)
	return len(theirs) > 0
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

// Overlap reports that two lists of pseudonyms, or of accounts, have one in common.
func Overlap(a, b []string) bool {
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
	return append(Links(p, at, index), cardOf(p, at, index))
}

func cardOf(p page.Person, at time.Time, index seal.Index) Event {
	text, err := json.Marshal(p)
	if err != nil {
		panic("a person is not JSON: " + err.Error()) // texts always are
	}
	accounts := Accounts(p, index)
	return Event{
		ID: index.EventID("card", string(text)+strings.Join(accounts, "")), Kind: Card, Who: Pseudonyms(p, index), At: at,
		Clear: Clear{Accounts: accounts}, Sealed: Sealed{Person: &p},
	}
}

// Links ties together the identities that one page shows of one person.
func Links(p page.Person, at time.Time, index seal.Index) []Event {
	var events []Event
	who := Pseudonyms(p, index)
	for i := 1; i < len(who); i++ {
		pair := []string{who[0], who[i]}
		events = append(events, Event{ID: linkID(pair, index), Kind: Link, Who: pair, At: at})
	}
	return events
}

func linkID(pair []string, index seal.Index) string { return index.EventID("link", pair[0]+pair[1]) }
