package page

import (
	"strconv"
	"strings"
)

// findAddress is the first mail address in a text, in lower case.
func findAddress(text string) string {
	for _, piece := range strings.FieldsFunc(withoutMarks(text), besideAddress) {
		if address := addressIn(piece); address != "" {
			return strings.ToLower(address)
		}
	}
	return ""
}

// besideAddress are the characters that no address holds.
func besideAddress(r rune) bool {
	return strings.ContainsRune(space+`<>()[],;:"|`, r)
}

// addressIn is the mail address that a piece of text begins with. Its at sign is
// the last with a name before it and, after it, a domain with a dot inside.
func addressIn(piece string) string {
	for end := len(piece); ; {
		at := strings.LastIndexByte(piece[:end], '@')
		if at < 1 {
			return ""
		}
		domain := strings.TrimRight(piece[at+1:end], ".")
		if strings.LastIndexByte(domain, '.') > 0 {
			return piece[:at+1+len(domain)]
		}
		end = at
	}
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

// SameMailbox compares two mail addresses as their provider does: what follows
// a plus is a label, and Gmail ignores dots.
func SameMailbox(a, b string) bool {
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

func localPart(address string) string {
	local, _, _ := strings.Cut(mailbox(address), "@")
	return local
}

// isGroup knows the local parts that many people read. A person may use one, so
// they stay candidates and are never chosen by guess.
func isGroup(address string) bool {
	switch localPart(address) {
	case "accounts", "accueil", "achats", "admin", "all", "bestellung", "bestellungen", "billing", "buchhaltung",
		"buero", "büro", "careers", "comercial", "commercial", "compras", "contact", "contacto", "customerservice",
		"datenschutz", "einkauf", "empfang", "enquiries", "everyone", "finance", "hello", "help", "hi", "hr",
		"info", "inquiries", "it", "jobs", "kontakt", "legal", "list", "mail", "marketing", "office", "orders",
		"post", "press", "privacy", "procurement", "purchasing", "recepcion", "reception", "rechnung",
		"rechnungen", "rh", "rrhh", "sales", "sekretariat", "service", "staff", "support", "team", "ventas",
		"verkauf", "vertrieb", "webmaster", "zentrale":
		return true
	}
	return false
}

// isMachine knows the local parts that no person reads, in any spelling:
// "no_reply", "jobs-noreply".
func isMachine(address string) bool {
	local := strings.NewReplacer("-", "", "_", "", ".", "").Replace(localPart(address))
	switch local {
	case "bounce", "bounces", "calendarnotification", "donotreply", "notification", "notifications":
		return true
	}
	return IsMailServer(address) || strings.HasPrefix(local, "noreply") || strings.HasSuffix(local, "noreply")
}

// IsMailServer knows the local parts under which mail servers write that a mail
// did not arrive. Exchange puts a number behind its name.
func IsMailServer(address string) bool {
	switch local := localPart(address); local {
	case "mailer-daemon", "mailerdaemon", "postmaster":
		return true
	default:
		return strings.HasPrefix(local, "microsoftexchange")
	}
}

// isLinkedIn reports a host of LinkedIn's, in lower case: the bare domain or one
// below it, as www and dk.
func isLinkedIn(host string) bool {
	return host == "linkedin.com" || strings.HasSuffix(host, ".linkedin.com")
}

// SiteOf is the site that is served at an origin, "" for any other.
func SiteOf(origin string) string {
	host, secure := strings.CutPrefix(origin, "https://")
	switch {
	case !secure:
		return ""
	case host == "mail.google.com":
		return Gmail
	case isLinkedIn(host):
		return LinkedIn
	}
	return ""
}

// ProfileAt is whom the address of a LinkedIn profile names, by slug or member id
// alone; nobody where it is no such address.
func ProfileAt(address string) Person {
	rest, secure := strings.CutPrefix(address, "https://")
	host, path, _ := strings.Cut(rest, "/")
	if !secure || !strings.HasPrefix(path, "in/") || !isLinkedIn(host) {
		return Person{}
	}
	slug, member := profileOf("/" + path)
	return Person{Slug: slug, Member: member}
}

// profileOf reads the slug or member id from a LinkedIn profile's address.
func profileOf(link string) (slug, member string) {
	written := after(link, "/in/", func(rest string) int { return run(rest, inPath) })
	if written == "" {
		return "", ""
	}
	name, ok := unescape(written)
	if !ok {
		name = written
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

// inPath tells what one step of a path may hold.
func inPath(c byte) bool { return c != '/' && c != '?' && c != '#' }

// pathOf is the path of an address as a browser gives it, still escaped: "" for
// one without a host, as about:blank, or with broken escapes. Package net/url
// is 260 kB of the brain.
func pathOf(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	scheme, rest, found := strings.Cut(address, "://")
	slash := strings.IndexByte(rest, '/')
	if _, ok := unescape(rest); !ok || !found || slash < 0 || strings.ContainsAny(scheme, ":/") {
		return ""
	}
	return rest[slash:]
}

// unescape decodes %41 and its likes. Without two hex digits after every percent
// sign it fails.
func unescape(text string) (string, bool) {
	var out strings.Builder
	for {
		plain, rest, found := strings.Cut(text, "%")
		out.WriteString(plain)
		if !found {
			return out.String(), true
		}
		if len(rest) < 2 {
			return "", false
		}
		c, err := strconv.ParseUint(rest[:2], 16, 8)
		if err != nil {
			return "", false
		}
		out.WriteByte(byte(c))
		text = rest[2:]
	}
}
