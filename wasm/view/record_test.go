package view

import (
	"strings"
	"testing"

	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
)

func TestTheRecordOfAPerson(t *testing.T) {
	kim := page.Person{Name: "Kim & Co/../?", Email: "kim+x@acme.example", Slug: "kim-olsen"}
	for template, want := range map[string]string{
		"":                                      "",
		"https://crm.example/deals?q={email}":   "https://crm.example/deals?q=kim%2Bx%40acme.example",
		"https://crm.example/{name}#{linkedin}": "https://crm.example/Kim%20%26%20Co%2F..%2F%3F#kim-olsen",
		"https://crm.example/{company}":         "", // not known
	} {
		if got := record(template, kim); got != want {
			t.Errorf("%s: %s", template, got)
		}
	}
	for _, field := range playbook.RecordFields {
		if record("https://crm.example/{"+field+"}", page.Person{Name: "a", Email: "a", Company: "a", Slug: "a"}) != "https://crm.example/a" {
			t.Errorf("the playbook takes {%s}, and the panel does not fill it", field)
		}
	}
	if strings.Contains(record("https://crm.example/{name}", page.Person{Name: "{email}", Email: "x"}), "{") {
		t.Error("a name is filled in like a template")
	}
}
