package signal

import (
	"fmt"
	"strings"
	"testing"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"

	"pgregory.net/rapid"
)

func TestWordsOfAText(t *testing.T) {
	s := scanner{text: "We're back-to-back, \"Übermorgen\"!\nJ’ai 40 sièges … Straße"}
	var got []string
	for s.next() {
		got = append(got, fmt.Sprintf("%s=%s", s.text[s.from:s.to], s.word()))
	}
	want := "We=we re=re back=back to=to back=back Übermorgen=ubermorgen J=j ai=ai sièges=sieges Straße=straße"
	if strings.Join(got, " ") != want {
		t.Errorf("words are %q, want %q", strings.Join(got, " "), want)
	}
}

func TestAnyTextHasWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scanner{text: rapid.String().Draw(t, "text")}
		for last := 0; s.next(); last = s.to {
			if s.from < last || s.to <= s.from || len(s.word()) == 0 {
				t.Fatalf("a word %q at %d to %d, after %d", s.word(), s.from, s.to, last)
			}
		}
		sentence(s.text, len(s.text), len(s.text))
		mentions(s.text, rapid.String().Draw(t, "word"))
	})
}

func TestMentions(t *testing.T) {
	cases := []struct {
		text, word string
		want       bool
	}{
		{"tooling", "tool", true},
		{"Leitung Einkauf", "einkauf", true},
		{"stool", "tool", false},
		{"IT and security", "it", true},
		{"items", "IT", false},
		{"audit", "IT", false},
		{"information security", "Information Security", true},
		{"", "tool", false},
		{"tooling", " ", false},
	}
	for _, c := range cases {
		if mentions(c.text, c.word) != c.want {
			t.Errorf("%q mentions %q: %t", c.text, c.word, !c.want)
		}
	}
}

func TestAffirms(t *testing.T) {
	for text, want := range map[string]bool{
		"Yes, no problem": true, "40,000 this year": true, "Kim decides": true, "ja": true, "Sí, este año": true,
		"no": false, "Not before May": false, "we don't know": false, "noch offen": false, "pas encore": false,
		"todavía no": false, "unknown": false, "...": false, "": false,
	} {
		if affirms(text) != want {
			t.Errorf("%q affirms: %t", text, !want)
		}
	}
}

func TestWhatIsQuoted(t *testing.T) {
	long := strings.Repeat("a very long line ", 20)
	cases := []struct {
		about       string
		text, typed string
		read, want  string
	}{
		{"one line", "Hi.\r\n\tSend  me the price.", "", "full", "Hi. Send me the price."},
		{"what they typed", "Yes.\n> Do you?", "Yes.", "full", "Yes."},
		{"160 characters", long, "", "full", strings.TrimSpace(long[:160]) + "…"},
		{"cut between words", strings.Repeat("é", 159) + " b", "", "full", strings.Repeat("é", 159) + "…"},
		{"not cut", strings.Repeat("é", 158) + "\nb", "", "full", strings.Repeat("é", 158) + " b"},
		{"nothing", " \n", "", "full", "No text"},
		{"not read", "", "", "none", "Text not read"},
	}
	for _, c := range cases {
		e := history.Event{Text: c.text, Read: c.read}
		if c.typed != "" {
			e.Reading = &reply.Reading{Visible: c.typed}
		}
		if got := written(&history.History{})(&e); got != c.want {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}
