package playbook

import (
	"fmt"
	"slices"
	"strings"

	"cleanbreak/core/say"
	"cleanbreak/core/strict"
)

// Tracks reports whether somebody is judged at all, by their address and profile.
// Asked says that the rep pressed Track or an import named them. Where they are
// not, because says whose list it was, or that nobody asked.
func (p *Playbook) Tracks(l *say.Language, asked bool, identities ...string) (ok bool, because string) {
	for _, id := range identities {
		for _, entry := range p.Tracking.Own {
			if covers(entry, id) {
				return false, l.Say("{} is the team's own: never tracked, and nothing is kept", entry)
			}
		}
		for _, entry := range p.Tracking.Never {
			if covers(entry, id) {
				return false, l.Say("{} is on the never-list: not tracked, and nothing is kept", entry)
			}
		}
	}
	for _, id := range identities {
		for _, entry := range p.Tracking.Always {
			asked = asked || covers(entry, id)
		}
	}
	if !asked {
		return false, l.Say("Nobody tracks them: nothing is judged, and nothing is kept")
	}
	return true, ""
}

// covers reports that an entry is an identity, or the domain of its address or one
// above it.
func covers(entry, identity string) bool {
	entry, identity = strings.ToLower(entry), strings.ToLower(identity)
	if entry == identity {
		return true
	}
	_, domain, address := strings.Cut(identity, "@")
	return address && (domain == entry || strings.HasSuffix(domain, "."+entry))
}

// Excluding gives the playbook with more that are the rep's own, domains or
// addresses, and more on the never-list, on top of its own; p is not changed.
func (p *Playbook) Excluding(own, never []string) *Playbook {
	with := *p
	with.Tracking.Own = slices.Concat(p.Tracking.Own, own)
	with.Tracking.Never = slices.Concat(p.Tracking.Never, never)
	return &with
}

func (p *Playbook) checkTracking(doc *strict.Document) error {
	for i, entry := range p.Tracking.Own {
		if !strings.Contains(entry, ".") || strings.ContainsAny(entry, "@ ") {
			return doc.Fault(fmt.Sprintf("tracking.own[%d]", i), "\"{}\" is no domain; write it as northwind.example", entry)
		}
	}
	for _, list := range []struct {
		path    string
		entries []string
	}{{"tracking.never", p.Tracking.Never}, {"tracking.always", p.Tracking.Always}} {
		for i, entry := range list.entries {
			if entry == "" || strings.Contains(entry, " ") {
				return doc.Fault(fmt.Sprintf("%s[%d]", list.path, i), "\"{}\" is nobody; write an address, a domain, or the last part of a profile's address", entry)
			}
		}
	}
	return nil
}
