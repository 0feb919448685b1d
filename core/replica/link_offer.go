package replica

import (
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"

	"cleanbreak/core/page"
	"cleanbreak/core/seal"
)

// A person on a page and a tracked one may be the same. That is proposed, with
// the reason, and the rep says so or not. By themselves only the identities of
// one person link that one page shows (see [Links]).

// Reasons to propose a link, the surest first.
const (
	SameAddress        = "same-address"          // one address is shown on both
	SameMailbox        = "same-mailbox"          // kim@ and kim+news@: one provider's one mailbox
	SameNameAndCompany = "same-name-and-company" // the company by its name or by the domain of an address
	SameNameInThread   = "same-name-in-thread"   // somebody of their name writes there from another address
)

var reasons = []string{SameAddress, SameMailbox, SameNameAndCompany, SameNameInThread}

// Tracked is somebody a page's person may be.
type Tracked struct {
	Who       []string // every linked pseudonym
	Person    page.Person
	Addresses []string // all of them, where the person has more than one
}

// Offer is a link to propose.
type Offer struct {
	Seen   page.Person // on the page
	With   page.Person // the tracked one
	Reason string
	Proof  string   // what both show: the address, or the name
	Pair   []string // a pseudonym of each
}

// Seen is the person of a page with what else the page says of who they are.
type Seen struct {
	Person    page.Person
	Addresses []string // page.Context.Contacts
}

// Offers proposes links between a person in view and tracked people, the surest
// first. Whom the rep parted from them before (an unlink in events) is not
// proposed again, nor whose LinkedIn identity or whose own link says they are
// somebody else.
func Offers(seen Seen, tracked []Tracked, events []Event, index seal.Index) []Offer {
	who := Connected(events, Pseudonyms(seen.Person, index))
	if len(who) == 0 {
		return nil
	}
	var out []Offer
	for _, t := range tracked {
		if len(t.Who) == 0 || Overlap(who, t.Who) || parted(events, who, t.Who) || conflicting(seen.Person, t.Person) {
			continue
		}
		if reason, proof := same(seen, t); reason != "" {
			out = append(out, Offer{Seen: seen.Person, With: t.Person, Reason: reason, Proof: proof, Pair: []string{who[0], t.Who[0]}})
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		return slices.Index(reasons, out[i].Reason) < slices.Index(reasons, out[j].Reason)
	})
	return out
}

// AddressOffers proposes to link other addresses of a tracked person that a page
// shows: of the same mailbox, or under the same name. [MayBeTheirs] are those
// that wrote there.
func AddressOffers(ctx page.Context, s State, events []Event, index seal.Index) []Offer {
	var out []Offer
	shown := MayBeTheirs(ctx, s, events, index)
	if Overlap(Pseudonyms(ctx.Prospect, index), s.Who) {
		for _, alias := range ctx.Aliases {
			shown = append(shown, page.Address{Email: alias})
		}
	}
	done := map[string]bool{}
	for _, a := range shown {
		who := addressPseudonyms(a, index)
		if done[a.Email] || Overlap(who, s.Who) || parted(events, who, s.Who) {
			continue
		}
		done[a.Email] = true
		o := Offer{
			Seen: page.Person{Name: a.Name, Email: a.Email}, With: s.Person,
			Reason: SameMailbox, Proof: a.Email, Pair: []string{who[0], s.Who[0]},
		}
		if !page.SameMailbox(a.Email, s.Person.Email) {
			o.Reason, o.Proof = SameNameInThread, a.Name
		}
		out = append(out, o)
	}
	return out
}

// MayBeTheirs are the senders on a page whose messages may be the person's and
// are not counted as theirs: another address of the same mailbox, or the same
// full name at another address. While there is one, the page is no look at what
// the person wrote. Linking the address mends it, or saying that they are two.
func MayBeTheirs(ctx page.Context, s State, events []Event, index seal.Index) []page.Address {
	var out []page.Address
	for _, m := range ctx.Messages {
		who := addressPseudonyms(m.From, index)
		if m.Direction != page.In || m.From.Email == "" || Overlap(who, s.Who) || parted(events, who, s.Who) {
			continue
		}
		known := slices.ContainsFunc(out, func(a page.Address) bool { return a.Email == m.From.Email })
		if !known && (page.SameMailbox(m.From.Email, s.Person.Email) || sameName(m.From.Name, s.Person.Name)) {
			out = append(out, m.From)
		}
	}
	return out
}

// Event is the link, once the rep says yes, or with Unlink that they are two.
// The caller adds a random id: the same two may be linked and parted again.
// It brings the seen address along, which stands on no card: the search for the
// person asks for it too.
func (o Offer) Event(kind string, at time.Time) Event {
	e := Event{Kind: kind, Who: o.Pair, At: at, Clear: Clear{ByHand: true}, Sealed: Sealed{Text: o.Reason}}
	if o.Seen.Email != "" {
		e.Sealed.Person = &page.Person{Email: o.Seen.Email}
	}
	return e
}

// LinksByHand are the links that the rep made between a person's identities and
// that stand. An unlink of the same two takes one back.
func LinksByHand(events []Event, who []string) []Event {
	var out []Event
	for _, e := range lastWords(events) {
		if e.Kind == Link && e.Clear.ByHand && slices.Contains(who, e.Who[0]) && slices.Contains(who, e.Who[1]) {
			out = append(out, *e)
		}
	}
	sortByTime(out)
	return out
}

func same(seen Seen, t Tracked) (reason, proof string) {
	ours := tidied(append(slices.Clone(seen.Addresses), seen.Person.Email))
	theirs := tidied(append(slices.Clone(t.Addresses), t.Person.Email))
	for _, a := range ours {
		if slices.Contains(theirs, a) {
			return SameAddress, a
		}
	}
	for _, a := range ours {
		if slices.ContainsFunc(theirs, func(b string) bool { return page.SameMailbox(a, b) }) {
			return SameMailbox, a
		}
	}
	if sameName(seen.Person.Name, t.Person.Name) && sameCompany(seen.Person, t.Person, ours, theirs) {
		return SameNameAndCompany, seen.Person.Name
	}
	return "", ""
}

// conflicting are two people whom LinkedIn knows as two.
func conflicting(a, b page.Person) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && !strings.EqualFold(x, y) }
	return differ(a.Slug, b.Slug) || differ(a.Member, b.Member)
}

// sameName compares full names without order, case and punctuation: "Olsen, Kim"
// is Kim Olsen. One word is no full name.
func sameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	return len(x) > 1 && slices.Equal(x, y)
}

func nameWords(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	slices.Sort(words)
	return words
}

// sameCompany compares the names of companies, the domains of addresses, and one
// with the other: "Brightwater AS" and brightwater.example.
func sameCompany(a, b page.Person, ours, theirs []string) bool {
	if name := companyName(a.Company); name != "" && name == companyName(b.Company) {
		return true
	}
	for _, x := range ours {
		domain := page.CompanyDomain(x)
		if domain != "" && slices.ContainsFunc(theirs, func(y string) bool { return page.CompanyDomain(y) == domain }) {
			return true
		}
	}
	return inDomains(a.Company, theirs) || inDomains(b.Company, ours)
}

// inDomains reports whether a company's name is a label of an address's domain.
func inDomains(company string, addresses []string) bool {
	name := strings.ReplaceAll(companyName(company), " ", "")
	if len(name) < 3 {
		return false
	}
	return slices.ContainsFunc(addresses, func(a string) bool {
		labels := strings.Split(page.CompanyDomain(a), ".")
		for _, label := range labels[:len(labels)-1] { // the last is a country's, or com
			if label != "com" && label != "mail" && strings.ReplaceAll(label, "-", "") == name {
				return true
			}
		}
		return false
	})
}

// parted reports whether the rep said that two people are two: an unlink between
// them that no newer link takes back.
func parted(events []Event, a, b []string) bool {
	var last *Event
	for i := range events {
		e := &events[i]
		if (e.Kind != Link && e.Kind != Unlink) || len(e.Who) != 2 {
			continue
		}
		between := slices.Contains(a, e.Who[0]) && slices.Contains(b, e.Who[1]) || slices.Contains(b, e.Who[0]) && slices.Contains(a, e.Who[1])
		if between && (last == nil || last.before(e)) {
			last = e
		}
	}
	return last != nil && last.Kind == Unlink
}
