//go:build !js

package sim

import (
	"fmt"
	"slices"
	"strconv"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
)

// mail is one message between us and a person. Two members have it in their
// mailboxes, under ids of their own.
type mail struct {
	person   int
	out      bool
	at       int64
	subject  string
	text     string
	linkedin bool // seen by one member only
}

const people = 3

// identity gives one of a person's identities: an address, another, a slug.
func identity(person, which int) page.Person {
	name := []string{"Kim Olsen", "Jo Berg", "Lee Park"}[person]
	switch which {
	case 0:
		return page.Person{Name: name, Email: fmt.Sprintf("p%d@acme.example", person), Company: "Acme"}
	case 1:
		return page.Person{Name: name, Email: fmt.Sprintf("p%d@home.example", person)}
	}
	return page.Person{Name: name, Slug: fmt.Sprintf("person-%d", person)}
}

var texts = []string{"Not interested, thanks.", "Please remove me from your list.", "Sounds good, call me.", "We have a vendor already."}

// mailbox is whose mailbox a device shows: two of them, by member.
func (d *dev) mailbox() int { return d.n % 2 }

// look has a device see a message, collapsed or in full.
func (w *world) look(d *dev, at int, full bool) {
	m := w.mails[at]
	which := 0
	site := page.Gmail
	if m.linkedin {
		site, which = page.LinkedIn, 2
	}
	them := identity(m.person, which)
	box := d.mailbox()
	if m.linkedin {
		box = 0
	}
	ours := fmt.Sprintf("rep%d@northwind.example", box)
	msg := page.Message{ID: fmt.Sprintf("m%d-%d", at, box), At: moment(m.at + int64(box)*4_000), Direction: page.In, Read: page.ReadSnippet}
	from, to := page.Address{Email: them.Email, Slug: them.Slug}, []page.Address{{Email: "rep0@northwind.example"}, {Email: "rep1@northwind.example"}}
	msg.From, msg.To, msg.CC = from, to, []page.Address{}
	if m.out {
		msg.Direction, msg.From, msg.To = page.Out, page.Address{Email: "rep0@northwind.example"}, []page.Address{from}
	} else if full {
		msg.Read, msg.Text = page.ReadFull, m.text
	}
	ctx := page.Context{Site: site, Kind: "thread", Prospect: them, Mailbox: ours, Subject: m.subject, Messages: []page.Message{msg}}
	s := w.state(d, them)
	if s.Erased {
		return
	}
	var events []replica.Event
	if !s.Tracked {
		events = replica.Track(them, w.clock(d), w.index)
	}
	for _, e := range replica.Observe(ctx, s.Who, w.index) {
		if e.Kind != replica.Reading {
			w.contact[e.ID] = "message " + strconv.Itoa(at)
		}
		if w.bug == "mails are not united" {
			e.Clear.Same = ""
		}
		events = append(events, e)
	}
	w.own(d, events...)
}

// state is a person as a device sees them.
func (w *world) state(d *dev, p page.Person) replica.State {
	return replica.Fold(d.disk.Events(), replica.Pseudonyms(p, w.index))
}

// enter has a device's rep log something by hand.
func (w *world) enter(d *dev, p page.Person, entered history.Event) {
	s := w.state(d, p)
	if s.Erased {
		return
	}
	e, err := replica.ByHand(entered, "")
	if err != nil {
		panic(err)
	}
	if e.Kind == replica.Decision {
		e.Clear.Base = s.Base()
	}
	w.own(d, w.byHand(d, e, s.Who))
}

func (w *world) byHand(d *dev, e replica.Event, who []string) replica.Event {
	e.ID, e.Who, e.At, e.Clear.ByHand = w.tag(), who, w.clock(d), true
	return e
}

// tie links two identities of people, or parts them.
func (w *world) tie(d *dev, kind string, a, b page.Person) {
	x, y := replica.Pseudonyms(a, w.index)[0], replica.Pseudonyms(b, w.index)[0]
	if x == y || w.state(d, a).Erased || w.state(d, b).Erased {
		return
	}
	w.own(d, w.byHand(d, replica.Event{Kind: kind}, []string{x, y}))
}

// takeBack unlogs something of the device's own that was logged by hand.
func (w *world) takeBack(d *dev, n int) {
	var mine []replica.Event
	for _, e := range d.disk.Events() {
		contact := slices.Contains([]string{replica.Touch, replica.Inbound, replica.Meeting, replica.Decision}, e.Kind)
		if contact && e.Clear.ByHand && e.Stamp.Author == d.disk.Membership.Member {
			mine = append(mine, e)
		}
	}
	if len(mine) == 0 {
		return
	}
	slices.SortFunc(mine, func(a, b replica.Event) int { return a.At.Compare(b.At) })
	target := mine[n%len(mine)]
	w.own(d, w.byHand(d, replica.TakeBack(target), target.Who))
}

// rules has a device set the team's playbook; reps try, too.
func (w *world) rules(d *dev) {
	e := replica.Event{Kind: replica.Playbook, Clear: replica.Clear{Version: 1}}
	for _, old := range d.disk.Log {
		if old.Kind == replica.Playbook {
			e.Clear.Version = max(e.Clear.Version, old.Clear.Version+1)
		}
	}
	w.own(d, w.byHand(d, e, []string{w.index.EventID("playbook", "")}))
}
