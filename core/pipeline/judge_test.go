package pipeline

import "testing"

// TestReasonsInShort leaves out what a cell holds, and keeps what is wrong with it.
func TestReasonsInShort(t *testing.T) {
	for why, want := range map[string]string{
		`at: "not a date" is not a date`:                "at is not a date",
		`Create Date: "a \"b\": c" is not a date`:       "Create Date is not a date",
		"Créé le\u00a0: \"bientôt\" n’est pas une date": "Créé le n’est pas une date",
		"is closed already: lost":                       "is closed already",
		"belongs to no row of the pipeline":             "belongs to no row of the pipeline",
	} {
		if got := inShort(why); got != want {
			t.Errorf("%s: %q, want %q", why, got, want)
		}
	}
}
