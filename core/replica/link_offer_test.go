package replica

import (
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/page"

	"pgregory.net/rapid"
)

func TestOffers(t *testing.T) {
	x := index(t)
	maren := page.Person{Name: "Maren Holt", Slug: "maren-holt", Member: "ACoAAMaren", Company: "Brightwater AS"}
	cases := []struct {
		about     string
		seen      page.Person
		addresses []string // on the page besides
		with      page.Person
		want      string
	}{
		{"the address in the contact info", maren, []string{"maren@home.example"}, page.Person{Name: "M. Holt", Email: "Maren@home.example"}, SameAddress},
		{"a plus-address", page.Person{Email: "kim+news@acme.example"}, nil, kim, SameMailbox},
		{"dots at Gmail", page.Person{Email: "k.i.m@gmail.com"}, nil, page.Person{Email: "kim@googlemail.com"}, SameMailbox},
		{"name, and company by the domain", maren, nil, page.Person{Name: "Holt, Maren", Email: "maren.holt@brightwater.example"}, SameNameAndCompany},
		{"the other way round", page.Person{Name: "maren holt", Email: "maren.holt@brightwater.example"}, nil, maren, SameNameAndCompany},
		{"name and company by name", maren, nil, page.Person{Name: "Maren Holt", Company: "BRIGHTWATER", Email: "m@gmail.com"}, SameNameAndCompany},
		{"name and domain", page.Person{Name: "Kim Olsen", Email: "k@acme.example"}, nil, kim, SameNameAndCompany},
		{"a domain in two words", page.Person{Name: "Jonas Weidner", Slug: "jw", Company: "Kesselbau Adler GmbH"}, nil, page.Person{Name: "Jonas Weidner", Email: "j@kesselbau-adler.example"}, SameNameAndCompany},
		{"the name alone", maren, nil, page.Person{Name: "Maren Holt", Email: "maren@other.example"}, ""},
		{"the name at a free mailbox", maren, nil, page.Person{Name: "Maren Holt", Email: "maren.holt@gmail.com"}, ""},
		{"the company alone", maren, nil, page.Person{Name: "Ole Vik", Email: "ole@brightwater.example"}, ""},
		{"a first name", page.Person{Name: "Kim", Slug: "kim", Company: "Acme"}, nil, page.Person{Name: "Kim", Email: "kim@acme.example"}, ""},
		{"no name and no company", page.Person{Slug: "x"}, nil, page.Person{Email: "y@acme.example"}, ""},
		{"two profiles of one name and company", maren, nil, page.Person{Name: "Maren Holt", Slug: "maren-holt-2", Company: "Brightwater"}, ""},
		{"a top-level domain is no company", page.Person{Name: "Maren Holt", Slug: "m", Company: "Example"}, nil, page.Person{Name: "Maren Holt", Email: "m@brightwater.example"}, ""},
	}
	for _, c := range cases {
		offers := Offers(Seen{c.seen, c.addresses}, []Tracked{{Who: Pseudonyms(c.with, x), Person: c.with}}, nil, x)
		got := ""
		if len(offers) > 0 {
			got = offers[0].Reason
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}

func TestOffersAreNotRepeated(t *testing.T) {
	x := index(t)
	seen := Seen{Person: page.Person{Name: "Kim Olsen", Slug: "kim-olsen", Company: "Acme"}}
	tracked := []Tracked{{Who: Pseudonyms(kim, x), Person: kim}}
	offers := Offers(seen, tracked, nil, x)
	if len(offers) != 1 {
		t.Fatalf("offers %+v", offers)
	}
	link, part := offers[0].Event(Link, start), offers[0].Event(Unlink, start.Add(1))
	link.ID, part.ID = "a", "b"
	if got := Offers(seen, []Tracked{{Who: Connected([]Event{link}, Pseudonyms(kim, x)), Person: kim}}, []Event{link}, x); len(got) != 0 {
		t.Errorf("linked, and offered again: %+v", got)
	}
	if got := Offers(seen, tracked, []Event{part}, x); len(got) != 0 {
		t.Errorf("parted, and offered again: %+v", got)
	}
	if got := LinksByHand([]Event{link, link}, offers[0].Pair); len(got) != 1 {
		t.Errorf("links %+v", got)
	}
	if got := LinksByHand([]Event{part, link}, offers[0].Pair); len(got) != 0 {
		t.Errorf("a link taken back stands: %+v", got)
	}
}

func TestTheSurestOfferComesFirst(t *testing.T) {
	x := index(t)
	seen := Seen{page.Person{Name: "Kim Olsen", Slug: "kim-olsen", Company: "Acme"}, []string{"k@home.example"}}
	home := page.Person{Name: "Kim", Email: "k@home.example"}
	offers := Offers(seen, []Tracked{{Who: Pseudonyms(kim, x), Person: kim}, {Who: Pseudonyms(home, x), Person: home}}, nil, x)
	if len(offers) != 2 || offers[0].With != home || offers[0].Proof != "k@home.example" {
		t.Errorf("offers %+v", offers)
	}
}

func TestAddressOffers(t *testing.T) {
	x := index(t)
	log := Track(kim, start, x)
	s := Fold(log, Pseudonyms(kim, x))
	alias := page.Address{Name: "Kim Olsen", Email: "kim+news@acme.example"}
	home := page.Address{Name: "Kim Olsen", Email: "kim@home.example"}
	ctx := page.Context{Site: page.Gmail, Prospect: kim, Aliases: []string{alias.Email}, Messages: []page.Message{
		message("1", page.In, alias, me), message("2", page.In, alias, me), message("3", page.In, home, me),
		message("4", page.In, address(kim), me), message("5", page.In, address(jo), me), message("6", page.Out, me, home),
	}}
	offers := AddressOffers(ctx, s, log, x)
	var got []string
	for _, o := range offers {
		got = append(got, o.Seen.Email+" "+o.Reason)
	}
	if want := []string{"kim+news@acme.example same-mailbox", "kim@home.example same-name-in-thread"}; !slices.Equal(got, want) {
		t.Fatalf("offers %q, want %q", got, want)
	}
	if mine := MayBeTheirs(ctx, s, log, x); len(mine) != 2 {
		t.Errorf("may be theirs: %+v", mine)
	}
	yes := offers[0].Event(Link, start)
	yes.ID = "1"
	no := offers[1].Event(Unlink, start)
	no.ID = "2"
	log = append(log, yes, no)
	s = Fold(log, Pseudonyms(kim, x))
	if got := AddressOffers(ctx, s, log, x); len(got) != 0 {
		t.Errorf("both answered, and still offered: %+v", got)
	}
	if mine := MayBeTheirs(ctx, s, log, x); len(mine) != 0 {
		t.Errorf("both answered, and still in doubt: %+v", mine)
	}
	if n := len(Observe(ctx, s.Who, x)); n != 6 { // three replies of theirs now, each with its reading
		t.Errorf("%d events", n)
	}
}

// A link says who only to devices.
func TestALinksReasonIsSealed(t *testing.T) {
	o := Offer{Seen: page.Person{Email: "k@home.example"}, Reason: SameAddress, Proof: "k@home.example", Pair: []string{"a", "b"}}
	e := o.Event(Link, start)
	if e.Sealed.Text != SameAddress || e.Clear.Message+e.Clear.Target+strings.Join(e.Clear.Accounts, "")+e.Local.Text != "" {
		t.Errorf("link %+v", e)
	}
}

// Whoever is offered shares an address, a mailbox, or a name and a company.
func TestOffersHaveAReason(t *testing.T) {
	x := index(t)
	person := rapid.Custom(func(t *rapid.T) page.Person {
		pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
		return page.Person{
			Name: pick("name", "", "Kim", "Kim Olsen", "Olsen Kim", "Jo Berg"), Email: pick("email", "", "kim@acme.example", "kim+x@acme.example", "jo@gmail.com"),
			Slug: pick("slug", "", "kim", "jo"), Company: pick("company", "", "Acme", "Self-employed", "Other AG"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := person.Draw(t, "a"), person.Draw(t, "b")
		there, back := one(Offers(Seen{Person: a}, []Tracked{{Who: Pseudonyms(b, x), Person: b}}, nil, x)), ""
		if len(Pseudonyms(b, x)) > 0 && len(Pseudonyms(a, x)) > 0 {
			back = one(Offers(Seen{Person: b}, []Tracked{{Who: Pseudonyms(a, x), Person: a}}, nil, x))
			if there != back {
				t.Fatalf("%+v and %+v: %q there and %q back", a, b, there, back)
			}
		}
		if there == SameNameAndCompany && !sameName(a.Name, b.Name) || there != "" && conflicting(a, b) {
			t.Fatalf("%+v and %+v: %q", a, b, there)
		}
	})
}

func one(offers []Offer) string {
	if len(offers) == 0 {
		return ""
	}
	return offers[0].Reason
}
