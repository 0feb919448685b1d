package page

// people gathers who else is on a page, in the order they appear.
type people struct {
	list  bool // the page says it is a list's, or names many: nobody is chosen
	found []Person
}

// add notes a person by mail address. The viewer and machines are nobody.
func (p *people) add(a Address, viewer Address) {
	if a.Email == "" || sameMailbox(a.Email, viewer.Email) || isMachine(a.Email) {
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

// choose makes the only other person the prospect. Several people, a list, a
// group's address or an unknown viewer leave candidates: one of them may be the
// rep's colleague, or the rep.
func (p *people) choose(c *Context) {
	certain := len(p.found) == 1 && !p.list && !isGroup(p.found[0].Email) && c.Viewer.Email != ""
	if certain {
		c.Prospect = p.found[0]
		return
	}
	c.Candidates = append(c.Candidates, p.found...)
}
