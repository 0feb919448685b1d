package page

import (
	"net/url"
	"regexp"
	"strings"
)

var mailAddress = regexp.MustCompile(`[^\s<>()\[\],;:"|]+@[^\s<>()\[\],;:"|@]+\.[^\s<>()\[\],;:"|@.]+`)

// findAddress is the first mail address in a text, in lower case.
func findAddress(text string) string {
	return strings.ToLower(mailAddress.FindString(visible(text)))
}

// addressOf reads one sender or recipient: fields "email" and "name". A name
// that only repeats the address is none.
func addressOf(p part) Address {
	a := Address{Name: p.line("name"), Email: findAddress(p.line("email"))}
	if strings.EqualFold(a.Name, a.Email) {
		a.Name = ""
	}
	return a
}

// sameMailbox compares two mail addresses as their provider does: what follows
// a plus is a label, and Gmail ignores dots.
func sameMailbox(a, b string) bool {
	return a != "" && mailbox(a) == mailbox(b)
}

func mailbox(address string) string {
	local, domain, _ := strings.Cut(strings.ToLower(address), "@")
	local, _, _ = strings.Cut(local, "+")
	if domain == "gmail.com" || domain == "googlemail.com" {
		return strings.ReplaceAll(local, ".", "") + "@gmail.com"
	}
	return local + "@" + domain
}

// groupNames are the local parts that many people read. A person may use one,
// so they stay candidates and are never chosen by guess.
var groupNames = wordSet(`admin all billing buchhaltung careers contact contacto customerservice
	einkauf everyone finance hello help hi hr info jobs kontakt list mail marketing office
	orders post press purchasing sales service staff support team vertrieb webmaster`)

// machineNames are the local parts that no person reads.
var machineNames = wordSet(`bounce bounces calendar-notification do-not-reply donotreply
	mailer-daemon mailerdaemon no-reply noreply postmaster`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

func localPart(address string) string {
	local, _, _ := strings.Cut(mailbox(address), "@")
	return local
}

func isGroup(address string) bool   { return groupNames[localPart(address)] }
func isMachine(address string) bool { return machineNames[localPart(address)] }

var profilePath = regexp.MustCompile(`/in/([^/?#]+)`)

// profileOf reads the slug or member id from a LinkedIn profile's address.
func profileOf(link string) (slug, member string) {
	hit := profilePath.FindStringSubmatch(link)
	if hit == nil {
		return "", ""
	}
	name, err := url.PathUnescape(hit[1])
	if err != nil {
		name = hit[1]
	}
	if isMember(name) {
		return "", name
	}
	return strings.ToLower(name), ""
}

// isMember tells an opaque member id, ACoAA…, from a slug.
func isMember(name string) bool {
	return len(name) > 20 && strings.HasPrefix(name, "ACoA")
}
