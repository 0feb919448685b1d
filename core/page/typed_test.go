package page

import "testing"

func TestTyped(t *testing.T) {
	for text, want := range map[string]Person{
		" Kim.Olsen@Acme.example ":                                    {Email: "kim.olsen@acme.example"},
		"Kim Olsen <kim@acme.example>":                                {Email: "kim@acme.example"},
		"mailto:kim@acme.example":                                     {Email: "kim@acme.example"},
		"https://www.linkedin.com/in/Kim-Olsen/?originalSubdomain=dk": {Slug: "kim-olsen"},
		"linkedin.com/in/kim-olsen":                                   {Slug: "kim-olsen"},
		"https://dk.linkedin.com/in/kim-olsen#about":                  {Slug: "kim-olsen"},
		"https://www.linkedin.com/in/ACoAAB1x2y3z4w5v6u7t8s9r/":       {Member: "ACoAAB1x2y3z4w5v6u7t8s9r"},
		"https://linkedin.com.evil.example/in/kim-olsen":              {},
		"https://www.linkedin.com/sales/lead/ACwAAA,NAME_SEARCH":      {},
		"https://www.linkedin.com/company/acme":                       {},
		"kim@acme.example, jo@acme.example":                           {},
		"Kim Olsen":                                                   {},
		"kim@acme":                                                    {},
		"":                                                            {},
	} {
		got, ok := Typed(text)
		if ok != (want != Person{}) || ok && got != want {
			t.Errorf("%q: %+v, %t", text, got, ok)
		}
	}
}
