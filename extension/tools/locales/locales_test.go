package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/say"
)

const root = "../../.."

// TestCatalogues fails where a phrase was added, changed or taken out and the
// catalogues do not know it: make locales, then translate.
func TestCatalogues(t *testing.T) {
	phrases, err := gather(root)
	if err != nil {
		t.Fatal(err)
	}
	english := read(t, "en")
	want := catalogueOf(phrases, english)
	for name, m := range want {
		if english[name].Message != m.Message {
			t.Errorf("en has no %q, of %s: make locales", m.Message, m.Description)
		}
	}
	for name, m := range english {
		if _, said := want[name]; !said {
			t.Errorf("en has %q, which is said no more: make locales", m.Message)
		}
	}
	for _, lang := range Languages {
		c := read(t, lang)
		for _, name := range c.missing(english) {
			t.Errorf("%s: no translation of %s, %q", lang, name, english[name].Message)
		}
		for name, m := range c {
			if problem := differs(english[name].Message, m.Message); problem != "" {
				t.Errorf("%s: %s: %s: %q", lang, name, problem, m.Message)
			}
		}
	}
}

func read(t *testing.T, lang string) catalogue {
	c, err := load(root, lang)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var value = regexp.MustCompile(`\$[1-9]`)

// differs says what a translation has other than the English: its forms, and the
// values in them.
func differs(english, words string) string {
	if english == "" {
		return "said no more: make locales"
	}
	ours, theirs := strings.Split(english, "|"), strings.Split(words, "|")
	if len(ours) != len(theirs) {
		return fmt.Sprintf("%d forms, and the English has %d", len(theirs), len(ours))
	}
	for i := range ours {
		if want, got := values(ours[i]), values(theirs[i]); !slices.Equal(want, got) {
			return fmt.Sprintf("values %v, and the English has %v", got, want)
		}
	}
	return ""
}

func values(words string) []string {
	found := value.FindAllString(words, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestDiffers(t *testing.T) {
	for _, c := range [][2]string{{"$1 at $2", "um $2 $1"}, {"1 day|$1 days", "1 Tag|$1 Tage"}} {
		if problem := differs(c[0], c[1]); problem != "" {
			t.Errorf("%q: %s", c, problem)
		}
	}
	for _, c := range [][2]string{{"", "weg"}, {"$1 at $2", "$1"}, {"$1", "$1 $2"}, {"1 day|$1 days", "$1 Tage"}} {
		if differs(c[0], c[1]) == "" {
			t.Errorf("%q passes", c)
		}
	}
}

// TestNames fails where two phrases would be told apart by nobody: browsers know
// names without their case, the programs by the hash.
func TestNames(t *testing.T) {
	phrases, err := gather(root)
	if err != nil {
		t.Fatal(err)
	}
	names, hashes := map[string]string{}, map[uint32]string{}
	for phrase := range phrases {
		name, hash := say.Name(phrase), say.Hash(phrase)
		if other, twice := hashes[hash]; twice {
			t.Errorf("%q and %q have one hash", phrase, other)
		}
		if other, twice := names[strings.ToLower(name)]; twice {
			t.Errorf("%q and %q are both called %s", phrase, other, name)
		}
		names[strings.ToLower(name)], hashes[hash] = phrase, phrase
	}
}

// TestFrenchMarksStayWithTheirWord: a mark that French sets apart never begins a line.
func TestFrenchMarksStayWithTheirWord(t *testing.T) {
	loose := regexp.MustCompile(`\S [;!?]|\S :(\s|$)|« | »`)
	for name, m := range read(t, "fr") {
		if at := loose.FindString(m.Message); at != "" {
			t.Errorf("%s: a plain space at %q, where it takes a no-break one: %q", name, at, m.Message)
		}
	}
}
