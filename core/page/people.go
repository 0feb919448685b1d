package page

import (
	"slices"
	"strings"
)

// people gathers who else is on a page, in the order they appear.
type people struct {
	list     bool     // the page says it is a list's, or names many: nobody is chosen
	sentFrom []string // the viewer's other addresses
	reps     Own
	torn     []string // names of senders whose address was not read
	found    []Person
}

// add notes a person by mail address. The viewer and machines are nobody.
func (p *people) add(a Address, viewer Address) {
	if a.Email == "" || SameMailbox(a.Email, viewer.Email) || isMachine(a.Email) || slices.Contains(p.sentFrom, a.Email) || p.reps.Holds(a.Email) {
		return
	}
	for i := range p.found {
		if p.found[i].Email == a.Email {
			if p.found[i].Name == "" {
				p.found[i].Name = a.Name
			}
			return
		}
	}
	p.found = append(p.found, Person{Name: a.Name, Email: a.Email})
}

// hides reports a sender whose address was not read and whose name is neither the
// viewer's nor that of somebody who was found: one person more.
func (p *people) hides(viewer string) bool {
	known := []string{viewer}
	for i := range p.found {
		known = append(known, p.found[i].Name)
	}
	for _, name := range p.torn {
		if !slices.Contains(known, name) {
			return true
		}
	}
	return false
}

// choose makes the only other person the prospect. Several people, a list, a
// group's address or an unknown viewer leave candidates: one of them may be the
// rep's colleague, or the rep.
func (p *people) choose(c *Context) {
	certain := p.oneMailbox() && !p.list && !isGroup(p.found[0].Email) && c.Viewer.Email != ""
	if !certain {
		c.Candidates = append(c.Candidates, p.found...)
		return
	}
	main := slices.IndexFunc(p.found, func(one Person) bool { return !strings.Contains(one.Email, "+") })
	c.Prospect = p.found[max(main, 0)]
	c.Domain = CompanyDomain(c.Prospect.Email)
	for _, other := range p.found {
		if other.Email != c.Prospect.Email {
			c.Aliases = append(c.Aliases, other.Email)
		}
	}
}

// oneMailbox reports whether there is one person: one address, or several that
// their provider delivers to one mailbox.
func (p *people) oneMailbox() bool {
	return len(p.found) > 0 && !slices.ContainsFunc(p.found, func(one Person) bool {
		return !SameMailbox(one.Email, p.found[0].Email)
	})
}
