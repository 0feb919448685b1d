package playbook

import "testing"

func TestTracks(t *testing.T) {
	p, err := Load([]byte(`{"name": "Northwind", "extends": "balanced", "tracking": {
		"own": ["northwind.example"], "never": ["Kim@Acme.example", "kims-brother", "family.example"], "always": ["fjordline.example", "jo@acme.example"]}}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		about      string
		asked      bool
		identities []string
		want       bool
	}{
		{"asked for", true, []string{"mara@lumen.example"}, true},
		{"not asked for", false, []string{"mara@lumen.example"}, false},
		{"asked for, and nothing is known of them", true, nil, true},
		{"our own domain", true, []string{"anna@northwind.example"}, false},
		{"one of its subdomains", true, []string{"anna@sales.Northwind.example"}, false},
		{"a domain that ends like ours", true, []string{"anna@mynorthwind.example"}, true},
		{"on the never-list, in another case", true, []string{"kim@acme.example"}, false},
		{"their colleague is not", true, []string{"lea@acme.example"}, true},
		{"on it by one of two identities", true, []string{"tom@lumen.example", "kims-brother"}, false},
		{"on it by the domain", true, []string{"a@family.example"}, false},
		{"a profile is no domain", true, []string{"family.example.com"}, true},
		{"a rule by domain", false, []string{"mara@fjordline.example"}, true},
		{"a rule by address", false, []string{"jo@acme.example"}, true},
		{"a rule for somebody else", false, []string{"lea@acme.example"}, false},
	} {
		ok, because := p.Tracks(nil, c.asked, c.identities...)
		if ok != c.want || ok != (because == "") {
			t.Errorf("%s: tracked %t, because %q", c.about, ok, because)
		}
	}
	both := *p
	both.Tracking.Always = append(both.Tracking.Always, "northwind.example")
	if ok, _ := both.Tracks(nil, false, "anna@northwind.example"); ok {
		t.Error("a rule tracks somebody of our own")
	}
}
