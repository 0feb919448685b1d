package brain_test

import (
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

func TestErasingByAddress(t *testing.T) {
	b, m, _ := teamed(t)
	for _, wrong := range []string{"", "kim", "kim acme.example", "https://www.linkedin.com/feed/", "https://acme.example/in/kim", "kim@acme"} {
		if err := b.Erase(wrong, "x"); err == nil {
			t.Errorf("%q was taken", wrong)
		}
	}
	if err := b.Erase(" KIM@acme.example ", strings.Repeat("f", 21)+"A"); err != nil {
		t.Fatal(err)
	}
	if len(m.events) != 1 || len(m.kept(replica.Erase)) != 1 {
		t.Errorf("%+v", m.events)
	}
}

func TestErasingByAProfileWithAnUmlaut(t *testing.T) {
	b, m, _ := teamed(t)
	key, _ := m.Key()
	index, err := seal.NewIndex(key)
	if err != nil {
		t.Fatal(err)
	}
	who := replica.Pseudonyms(page.Person{Slug: "jörg-m"}, index) // as the page reader keeps it
	m.events = map[string]replica.Event{"card": {ID: "card", Kind: replica.Touch, Who: who, At: now}}
	if err := b.Erase("https://www.linkedin.com/in/J%C3%B6rg-M/", strings.Repeat("f", 21)+"A"); err != nil {
		t.Fatal(err)
	}
	if erased := m.kept(replica.Erase); len(m.events) != 1 || len(erased) != 1 || !slices.Equal(erased[0].Who, who) {
		t.Errorf("%+v", m.events)
	}
}
