package view

import (
	"strings"

	"cleanbreak/core/page"
)

// record is the address of a person's record in the CRM, from the playbook's
// template; "" where the template asks for what is not known.
func record(template string, who page.Person) string {
	known := map[string]string{"email": who.Email, "name": who.Name, "company": who.Company, "linkedin": who.Slug}
	var out strings.Builder
	for left := template; ; {
		before, rest, found := strings.Cut(left, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		field, after, _ := strings.Cut(rest, "}")
		if known[field] == "" {
			return ""
		}
		out.WriteString(escaped(known[field]))
		left = after
	}
}
