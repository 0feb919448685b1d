package brain

import (
	"testing"

	"cleanbreak/wasm/view"
)

func TestLint(t *testing.T) {
	const reproach = "Grüße 👋 {first_name}, I am disappointed that you never answered."
	rules := func(all []view.Finding) (out string) {
		for _, f := range all {
			out += f.Rule + " "
		}
		return out
	}
	for _, c := range []struct{ about, purpose, part, text, want string }{
		{"a reproach in a goodbye that ends nothing", "last-try", "body", reproach, "guilt blame no-stop no-door "},
		{"the same as a subject, which ends nothing", "last-try", "subject", "I am disappointed", "guilt "},
		{"no goodbye needs to end anything", "next", "short", "Hi {first_name}, here is {value}.", ""},
		{"a goodbye as it should be", "goodbye", "short", "Hi {first_name}, I'll stop here and won't write again. If that changes, you can reach me any time. {me}", ""},
		{"a purpose that nobody knows", "x", "short", "Hi [{company}]", ""},
	} {
		got := Lint("en", c.purpose, c.part, c.text)
		if rules(got) != c.want || got == nil {
			t.Errorf("%s: %+v", c.about, got)
		}
		for _, f := range got {
			if f.Better == "" {
				t.Errorf("%s: no better way for %s", c.about, f.Rule)
			}
		}
	}
	f := Lint("en", "last-try", "body", reproach)[0]
	if f.From != 25 || f.To != 40 || f.Quote != "am disappointed" {
		t.Errorf("the place counts UTF-16 units, as browsers do: %+v", f)
	}
}
