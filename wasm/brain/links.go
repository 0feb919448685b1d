package brain

import (
	"errors"
	"slices"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/wasm/view"
)

// mostAlike is how many tracked people of one name are looked at for a link.
const mostAlike = 8

// tied adds to the State who else may be the person in view, and what the rep has
// linked to them.
func (b *Brain) tied(st *view.State, pg *shown, s replica.State, known Known, index seal.Index) error {
	offers, err := b.offers(pg, s, known, index)
	for _, o := range offers {
		st.Links = append(st.Links, view.LinkOffer{Pair: o.Pair, Seen: o.Seen, With: o.With, Reason: o.Reason, Proof: o.Proof})
	}
	here := replica.Pseudonyms(pg.person, index)
	for _, e := range slices.Backward(replica.LinksByHand(known.Events, s.Who)) {
		other := e.Who[0]
		if slices.Contains(here, other) {
			other = e.Who[1]
		}
		st.Linked = append(st.Linked, view.Linked{Pair: e.Who, With: nameOf(other, e, known.Events), Reason: e.Sealed.Text, At: e.At})
	}
	return err
}

// nameOf is who has a pseudonym: as their cards say, or the link itself.
func nameOf(who string, link replica.Event, events []replica.Event) page.Person {
	var p page.Person
	for i := range events {
		if e := &events[i]; e.Kind == replica.Card && slices.Contains(e.Who, who) && e.Sealed.Person != nil {
			p = replica.Merge(p, *e.Sealed.Person)
		}
	}
	if p == (page.Person{}) && link.Sealed.Person != nil {
		p = *link.Sealed.Person
	}
	return p
}

// offers proposes to link the person in view with others who are tracked, and
// with other addresses of theirs that the page shows.
func (b *Brain) offers(pg *shown, s replica.State, known Known, index seal.Index) ([]replica.Offer, error) {
	if len(s.Who) == 0 {
		return nil, nil
	}
	seen := replica.Seen{Person: s.Corrected(pg.person), Addresses: replica.AddressesOf(known.Events, s.Who)}
	if pg.person == pg.ctx.Prospect {
		seen.Addresses = append(seen.Addresses, pg.ctx.Contacts...)
	}
	others, events, err := b.alike(seen, s, known)
	if err != nil {
		return nil, err
	}
	offers := replica.Offers(seen, others, events, index)
	if s.Tracked {
		for _, o := range replica.AddressOffers(pg.ctx, s, known.Events, index) {
			if !slices.ContainsFunc(offers, func(p replica.Offer) bool { return slices.Equal(p.Pair, o.Pair) || p.With.Email == o.Seen.Email }) {
				offers = append(offers, o)
			}
		}
	}
	return offers, nil
}

// alike gives the tracked people who may be the person in view, and the events that
// are known of all of these and of the person in view.
func (b *Brain) alike(seen replica.Seen, s replica.State, known Known) (others []replica.Tracked, events []replica.Event, err error) {
	addresses := append(slices.Clone(seen.Addresses), seen.Person.Email)
	cards, err := b.Store.Alike(seen.Person.Name, slices.DeleteFunc(addresses, func(a string) bool { return a == "" }))
	if err != nil {
		return nil, nil, err
	}
	events, done := known.Events, slices.Clone(s.Who)
	for _, card := range cards {
		if replica.Overlap(card.Who, done) || len(others) == mostAlike {
			continue
		}
		more, err := b.load(card.Who, nil)
		if err != nil {
			return nil, nil, err
		}
		other := replica.Fold(more.Events, card.Who)
		done = append(done, other.Who...)
		events = slices.Concat(events, news(events, more.Events))
		if other.Tracked {
			others = append(others, replica.Tracked{Who: other.Who, Person: other.Person, Addresses: replica.AddressesOf(more.Events, other.Who)})
		}
	}
	return others, events, nil
}

var errNoOffer = errors.New("that proposal does not stand any more; look at the page again")

// tie follows the rep's word that two are one person, or that they are two.
func (b *Brain) tie(pg *shown, a view.Action, s replica.State, known Known, index seal.Index) error {
	offers, err := b.offers(pg, s, known, index)
	if err != nil {
		return err
	}
	kind := replica.Link
	if a.Do == view.TwoPeople {
		kind = replica.Unlink
	}
	var e replica.Event
	for _, o := range offers {
		if slices.Equal(o.Pair, a.Pair) {
			e = o.Event(kind, b.Now())
		}
	}
	made := replica.LinksByHand(known.Events, s.Who)
	if i := slices.IndexFunc(made, func(l replica.Event) bool { return slices.Equal(l.Who, a.Pair) }); i >= 0 && kind == replica.Unlink {
		e = replica.Event{Kind: kind, At: b.Now(), Who: made[i].Who, Clear: replica.Clear{ByHand: true}}
	}
	if e.Kind == "" {
		return errNoOffer
	}
	return b.add(e, e.Who, a.New)
}
