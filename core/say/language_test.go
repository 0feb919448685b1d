package say

import (
	"fmt"
	"testing"
	"time"
)

func german() *Language {
	line := func(phrase, words string) string { return Name(phrase) + "\t" + words + "\n" }
	return Learn("de", line("{} at {}", "um $2 Uhr: $1")+line("Call", "Anruf")+line(Counted("reply", "replies"), "keine Antwort|1 Antwort|$1 Antworten")+"broken\n\n")
}

func TestSay(t *testing.T) {
	var english *Language
	for got, want := range map[string]string{
		english.Say("{} at {}", "Call", "10:05"):  "Call at 10:05",
		english.Say("{} and {}", "{}", "b"):       "{} and b",
		english.Count(0, "reply", "replies"):      "no replies",
		english.Count(1, "reply", "replies"):      "1 reply",
		english.Count(12345, "reply", "replies"):  "12345 replies",
		german().Say("{} at {}", "$2", "10:05"):   "um 10:05 Uhr: $2",
		german().Say("Never said"):                "Never said",
		german().Count(0, "reply", "replies"):     "keine Antwort",
		german().Count(12345, "reply", "replies"): "12.345 Antworten",
		Learn("fr", "").Choose(0, "1 a|{} b"):     "1 a",
		Learn("es", "").Choose(0, "1 a|{} b"):     "0 b",
		fmt.Sprint(Learn("en", "") == nil):        "true",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDaysAndNumbers(t *testing.T) {
	day := time.Date(2026, 9, 24, 0, 0, 0, 0, time.UTC)
	for code, want := range map[string]string{
		"en": "24 Sep · Thu 24 Sep 2026 · 1,234,567.5",
		"de": "24. Sept. · Do., 24. Sept. 2026 · 1.234.567,5",
		"fr": "24 sept. · jeu. 24 sept. 2026 · 1\u202f234\u202f567,5",
		"es": "24 sept · jue, 24 sept 2026 · 1.234.567,5",
	} {
		l := Learn(code, "")
		if got := l.Date(day, 2026) + " · " + l.Weekday(day, 2025) + " · " + l.Number(1234567.5); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func ExampleName() {
	fmt.Println(Name("Your turn: answer them"))
	// Output: your_turn_answer_them_3820e481
}
