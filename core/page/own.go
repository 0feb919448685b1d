package page

import (
	"slices"
	"strings"
)

// Own is what the rep says is theirs, beyond what a page shows: their other
// addresses, and the domains of their own company.
type Own struct {
	Addresses []string `json:"addresses"`
	Domains   []string `json:"domains"`
}

// Sends reports an address of the rep's own.
func (o Own) Sends(address string) bool {
	return slices.ContainsFunc(o.Addresses, func(a string) bool { return SameMailbox(a, address) })
}

// Holds reports an address that is no prospect's: the rep's, or a colleague's.
func (o Own) Holds(address string) bool {
	_, domain, _ := strings.Cut(strings.ToLower(address), "@")
	return o.Sends(address) || slices.ContainsFunc(o.Domains, func(d string) bool {
		return domain != "" && (domain == d || strings.HasSuffix(domain, "."+d))
	})
}
