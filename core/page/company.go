package page

import (
	_ "embed"
	"strings"
)

//go:embed freemail.txt
var freeMail string

// FreeMail reports a mail domain where anybody can have an address. The list is
// freemail.txt.
func FreeMail(domain string) bool {
	domain = strings.ToLower(domain)
	name, rest, _ := strings.Cut(domain, ".")
	for line := range strings.Lines(freeMail) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for known := range strings.FieldsSeq(line) {
			provider, everywhere := strings.CutSuffix(known, ".*")
			if domain == known || everywhere && name == provider && len(rest) <= len("com.au") {
				return true
			}
		}
	}
	return false
}

// CompanyDomain is the company as an address tells it: its domain, and no name
// made from that. "" where the domain is a free mailbox's.
func CompanyDomain(email string) string {
	_, domain, found := strings.Cut(strings.ToLower(email), "@")
	if !found || !strings.Contains(domain, ".") || FreeMail(domain) {
		return ""
	}
	return domain
}
