package replica

import (
	"strings"

	"cleanbreak/core/page"
	"cleanbreak/core/seal"
)

// identities of a person, normalised: "email:kim@acme.example", "slug:kim-olsen",
// "member:ACoAA…".
func identities(p page.Person) []string {
	var out []string
	if p.Email != "" {
		out = append(out, "email:"+strings.ToLower(p.Email))
	}
	if p.Slug != "" {
		out = append(out, "slug:"+strings.ToLower(p.Slug))
	}
	if p.Member != "" {
		out = append(out, "member:"+p.Member)
	}
	return out
}

// Pseudonyms of a person; none where the page gave no identity.
func Pseudonyms(p page.Person, index seal.Index) []string {
	var out []string
	for _, id := range identities(p) {
		out = append(out, index.Pseudonym(id))
	}
	return out
}

func addressPseudonyms(a page.Address, index seal.Index) []string {
	return Pseudonyms(page.Person{Email: a.Email, Slug: a.Slug, Member: a.Member}, index)
}
