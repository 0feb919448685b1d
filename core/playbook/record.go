package playbook

import (
	"slices"
	"strings"

	"cleanbreak/core/strict"
)

// RecordFields are those of a person that the address of a record may hold.
var RecordFields = []string{"email", "name", "company", "linkedin"}

// longestRecord is how many bytes the address of a record has at most.
const longestRecord = 500

func (p *Playbook) checkRecord(doc *strict.Document) error {
	const path, as = "crm.record", "write it as https://crm.example/deals?q={email}"
	record := p.CRM.Record
	if record == "" {
		return nil
	}
	rest, secure := strings.CutPrefix(record, "https://")
	host := rest[:strings.IndexAny(rest+"/", "/?#")]
	switch {
	case !secure:
		return doc.Fault(path, "does not begin with https://; "+as)
	case len(record) > longestRecord:
		return doc.Fault(path, "has {} characters; at most {} are taken", len(record), longestRecord)
	case strings.ContainsFunc(record, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("\"'<>\\`", r) }):
		return doc.Fault(path, "holds a character that no address holds; "+as)
	case strings.Trim(host, ".:-") != host || host == "" || strings.ContainsAny(host, "{}@"):
		return doc.Fault(path, "has no host of its own, \"{}\": what differs from person to person comes after it; {}", host, as)
	}
	for left := rest; ; {
		_, after, found := strings.Cut(left, "{")
		field, next, closed := strings.Cut(after, "}")
		switch {
		case !found && strings.Contains(left, "}"), found && !closed:
			return doc.Fault(path, "has a brace without its other; "+as)
		case !found && left == rest:
			return doc.Fault(path, "names no field, so that it is the same for everybody; there are: {}", strings.Join(RecordFields, ", "))
		case !found:
			return nil
		case strings.Contains(left[:len(left)-len(after)-1], "}"):
			return doc.Fault(path, "has a brace without its other; "+as)
		case !slices.Contains(RecordFields, field):
			return doc.Fault(path, "no field is called \"{}\"; there are: {}", field, strings.Join(RecordFields, ", "))
		}
		left = next
	}
}
