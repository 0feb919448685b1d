package page

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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
	if p.Name == "" || s.fields["name"].by > 0 && !strings.Contains(oneLine(withoutMarks(s.title)), p.Name) {
		p.Name = s.nameInTitle(slug) // a name found elsewhere than usual is another's unless the title has it
	}
	if p.Name == "" {
		c.Kind = Unreadable
		return
	}
	if s.anotherInTitle(p.Name, slug) {
		c.doubt("identity", "name")
		return
	}
	c.Kind = Profile
	c.Prospect = p
	c.Hooks = append(c.Hooks, s.hooks(p)...)
	c.Contacts = append(c.Contacts, s.contacts()...)
	for field, value := range map[string]string{"title": p.Title, "company": p.Company, "place": p.Place} {
		if value == "" {
			c.missing(field)
		}
	}
	if p.Degree == "" && s.layout != "profile-public" {
		c.missing("degree")
	}
	slices.Sort(c.Unread)
}

// addressPerson is who the page's address names.
func (s snapshot) addressPerson() (slug, member string) {
	return profileOf(pathOf(s.url))
}

// nameInTitle is the title's name where the address has a word of it too: a
// title changes after the page, and may be of another page.
func (s snapshot) nameInTitle(slug string) string {
	if name := titleName(s.title); inSlug(name, slug) {
		return name
	}
	return ""
}

// inSlug reports a word of a name in a profile's address.
func inSlug(name, slug string) bool { return sharesWord(name, slug, 3) }

// alike reports two names of one person: one has a word of the other, as "Dr.
// Maren Holt" and "Maren Holt-Berg". Where a name is not known it is no other.
func alike(a, b string) bool {
	return a == "" || b == "" || sharesWord(a, strings.ToLower(b), 2) || strings.EqualFold(a, b)
}

// sharesWord reports a word of a name, of so many letters at least, in a text in
// small letters.
//
//go:noinline
func sharesWord(name, text string, least int) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(name), notLetter) {
		if utf8.RuneCountInString(word) >= least && strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// anotherInTitle reports that header and title name two people, and the address
// does not speak for the header: what should be the name may be somebody else's.
// A title of one word, as "Feed", names nobody.
func (s snapshot) anotherInTitle(name, slug string) bool {
	title := titleName(s.title)
	return strings.Contains(title, " ") && !alike(name, title) && !inSlug(name, slug)
}

// titleName reads "(3) Name | LinkedIn" and "Name - Role - Company | LinkedIn".
func titleName(title string) string {
	name, _, found := strings.Cut(oneLine(withoutMarks(title)), " | ")
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

// contacts are the addresses in the profile's contact info, where the page's
// address says that this is open.
func (s snapshot) contacts() (all []string) {
	if !strings.Contains(pathOf(s.url), "/overlay/contact-info") {
		return nil
	}
	for _, a := range addresses(s.part, "contacts") {
		all = append(all, a.Email)
	}
	return all
}

// hooks are the present role and the school, as far as two places of the page
// agree on them.
func (s snapshot) hooks(p Person) []Hook {
	switch s.layout {
	case "profile-2026":
		_, badges := s.topCard(p.Name)
		lines := s.items("roles")
		if len(lines) < 3 {
			return s.school2026(badges)
		}
		return append(roleHook(lines[0].line("text"), lines[1].line("text"), p.Company, lines[2].line("text")), s.school2026(badges)...)
	case "profile-2024":
		return append(roleHook(s.line("role"), s.line("company"), p.Company, s.line("dates")), schoolHook(s.line("school"), fromEducation)...)
	case "profile-public":
		return schoolHook(s.line("school"), fromEducation)
	}
	return nil
}

// person2024 reads the Ember layout, which has a field for everything. The
// embedded JSON is not used: it can hold the previous profile. Where several
// roles at one company stand together, the line of the company holds a length
// of time; then the top card's badge tells the company.
func (s snapshot) person2024() Person {
	slug, _ := profileOf("/in/" + s.line("slug"))
	line, badge := s.line("company"), s.line("badge")
	if s.isSchool(badge) {
		badge = ""
	}
	company, _, _ := strings.Cut(line, " · ")
	if company != badge && (company == "" || strings.ContainsAny(line, "0123456789")) {
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
	slug, member := profileOf("/in/" + s.line("slug"))
	return Person{Name: s.line("name"), Title: s.line("title"), Company: s.line("company"), Place: place, Slug: slug, Member: member}
}

// salesProfile reads Sales Navigator by address and title; no real page of it
// was seen. Its ids are not those of profiles, so the person has a name only.
func (s snapshot) salesProfile(c *Context) {
	name := s.line("name")
	if name == "" {
		c.Kind = Unreadable
		return
	}
	if s.anotherInTitle(name, "") {
		c.doubt("identity", "name")
		return
	}
	c.Kind = Profile
	c.Prospect = Person{Name: name, Title: s.line("title"), Company: s.line("company"), Place: s.line("place")}
	for _, field := range []string{"slug", "member", "degree"} {
		c.missing(field)
	}
}
