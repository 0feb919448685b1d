package page

import "strings"

// Typed reads what a rep types or pastes to name a person: a mail address, or
// the address of a LinkedIn profile, with or without https. It is false where it
// is neither, or names more than one.
func Typed(text string) (Person, bool) {
	text = strings.TrimSpace(text)
	if slug, member := profileOf(text); slug+member != "" {
		host, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(text), "https://"), "http://"), "/")
		return Person{Slug: slug, Member: member}, isLinkedIn(host)
	}
	address := findAddress(text)
	return Person{Email: address}, address != "" && strings.Count(text, "@") == 1
}
