package page

import "strings"

// linkedin fills the Context of a LinkedIn page.
func (s snapshot) linkedin(c *Context) {
	c.Viewer.Name = s.line("viewer")
	switch s.layout {
	case "profile-2026":
		s.profile(c, s.person2026())
	case "profile-2024":
		s.profile(c, s.person2024())
	case "profile-public":
		s.profile(c, s.personPublic())
	case "sales":
		s.salesProfile(c)
	case "conversation":
		conversation(c, s.part)
	case "overlay":
		s.overlay(c)
	case "other":
		c.Kind = Other
	default: // a wall, or a layout this code does not know
		c.Kind = Unreadable
	}
}

// profile checks the person that was read against the address. The content
// script has waited for both to agree; this is the last look.
func (s snapshot) profile(c *Context, p Person) {
	slug, member := s.addressPerson()
	if slug != "" && p.Slug != "" && slug != p.Slug || member != "" && p.Member != "" && member != p.Member {
		c.Kind = Unreadable
		return
	}
	if slug == "" && member == "" {
		c.Kind = Unreadable
		return
	}
	if s.has("own") { // the viewer's own profile is nobody's
		c.Kind = Other
		c.Viewer = Address{Name: p.Name, Slug: slug, Member: p.Member}
		return
	}
	if p.Slug == "" {
		p.Slug = slug
	}
	if p.Member == "" {
		p.Member = member
	}
	if p.Name == "" {
		p.Name = titleName(s.title)
	}
	if p.Name == "" {
		c.Kind = Unreadable
		return
	}
	c.Kind = Profile
	c.Prospect = p
	for field, value := range map[string]string{"title": p.Title, "company": p.Company, "place": p.Place} {
		if value == "" {
			c.missing(field)
		}
	}
	if p.Degree == "" && s.layout != "profile-public" {
		c.missing("degree")
	}
	sortFields(c.Unread)
}

// addressPerson is who the page's address names.
func (s snapshot) addressPerson() (slug, member string) {
	return profileOf(pathOf(s.url))
}

// titleName reads "(3) Name | LinkedIn" and "Name - Role - Company | LinkedIn".
func titleName(title string) string {
	name, _, found := strings.Cut(oneLine(visible(title)), " | ")
	if !found {
		return ""
	}
	name, _, _ = strings.Cut(withoutCount(name), " - ")
	return strings.TrimSpace(name)
}

// withoutCount drops the number of unread things, "(3) " or "(99+) ", that a
// title begins with.
func withoutCount(title string) string {
	s := scan{text: title}
	s.one("(")
	s.digits(1, len(title))
	s.maybe("+")
	s.one(")")
	s.spaces()
	if s.missed {
		return title
	}
	return title[s.at:]
}

// person2024 reads the Ember layout, which has a field for everything. The
// embedded JSON is not used: it can hold the previous profile.
func (s snapshot) person2024() Person {
	slug, _ := profileOf("/in/" + s.line("slug"))
	company, _, _ := strings.Cut(s.line("company"), " · ")
	if badge := s.line("badge"); company == "" && badge != "" && !s.isSchool(badge) {
		company = badge
	}
	return Person{
		Name:    s.line("name"),
		Title:   s.line("title"),
		Company: company,
		Place:   s.line("place"),
		Slug:    slug,
		Member:  s.line("member"),
		Degree:  degree(s.line("degree")),
	}
}

// personPublic reads the logged-out page's JSON-LD.
func (s snapshot) personPublic() Person {
	place := s.line("place")
	if place == "" {
		place = s.line("country")
	}
	return Person{Name: s.line("name"), Title: s.line("title"), Company: s.line("company"), Place: place}
}

// salesProfile reads Sales Navigator by address and title; no real page of it
// was seen. Its ids are not those of profiles, so the person has a name only.
func (s snapshot) salesProfile(c *Context) {
	name := s.line("name")
	if name == "" {
		c.Kind = Unreadable
		return
	}
	c.Kind = Profile
	c.Prospect = Person{Name: name, Title: s.line("title"), Company: s.line("company"), Place: s.line("place")}
	for _, field := range []string{"slug", "member", "degree"} {
		c.missing(field)
	}
}
