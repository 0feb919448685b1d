package playbook_test

import (
	"strings"
	"testing"

	"cleanbreak/core/playbook"
)

func TestTheAddressOfARecord(t *testing.T) {
	for _, good := range []string{
		"", "https://crm.example/deals?q={email}", "https://crm.example:8443/{company}/{name}", "https://crm.example?who={linkedin}#{email}",
	} {
		p, err := playbook.Load([]byte(`{"name": "Team", "extends": "balanced", "crm": {"record": "` + good + `"}}`))
		if err != nil || p.CRM.Record != good {
			t.Errorf("%s: %v", good, err)
		}
	}
	for bad, want := range map[string]string{
		"http://crm.example/{email}":                             "https",
		"javascript:alert({email})":                              "https",
		"https://{email}/":                                       "host",
		"https:///{email}":                                       "host",
		"https://crm.example@evil.example/{name}":                "host",
		"https://crm.example{email}":                             "host",
		"https://crm.example/{phone}":                            "no field is called",
		"https://crm.example/{email":                             "brace",
		"https://crm.example/email}":                             "brace",
		"https://crm.example/{email}}":                           "brace",
		"https://crm.example/}{email}":                           "brace",
		"https://crm.example/{{email}}":                          "no field is called",
		"https://crm.example/deals":                              "names no field",
		"https://crm.example/a b/{email}":                        "character",
		"https://crm.example/é/{email}":                          "character",
		"https://crm.example/<{email}>":                          "character",
		"https://crm.example/{email}" + strings.Repeat("x", 500): "at most 500",
	} {
		_, err := playbook.Load([]byte(`{"name": "Team", "extends": "balanced", "crm": {"record": "` + bad + `"}}`))
		if err == nil || !strings.Contains(err.Error(), "crm.record") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
