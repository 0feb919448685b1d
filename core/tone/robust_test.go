package tone_test

import (
	"strings"
	"testing"

	"cleanbreak/core/tone"
)

func FuzzCheck(f *testing.F) {
	for _, lang := range languages {
		for _, s := range cases(f, lang) {
			f.Add(s.Wrong[0], lang, true, 150)
			f.Add(s.Fine[0]+"\u200b"+s.Wrong[1], "", false, 0)
		}
	}
	f.Fuzz(func(t *testing.T, text, lang string, goodbye bool, rate int) {
		found := tone.Check(tone.Draft{Text: text, Lang: lang, Goodbye: goodbye})
		if found == nil {
			t.Fatal("the list is nil")
		}
		last := 0
		for _, one := range found {
			if one.From < last || one.To < one.From || one.To > len(text) || text[one.From:one.To] != one.Quote || one.Better == "" {
				t.Fatalf("%+v in %q", one, text)
			}
			last = one.From
		}
		if s := tone.Seconds(text, rate); s < 0 {
			t.Fatalf("%d seconds", s)
		}
	})
}

// TestLongTextsAreRead gives 128 kB of what could send a reader back and
// forth; one that needs the square of its length would not come back.
func TestLongTextsAreRead(t *testing.T) {
	for _, unit := range []string{"we ", "after all the ", "you have not ", "{", "____ ", "just checking in ", "sie haben ", "\u00ad", "1."} {
		text := strings.Repeat(unit, 1<<17/len(unit))
		tone.Check(tone.Draft{Text: text, Goodbye: true})
		tone.Seconds(text, 150)
	}
}

func TestInvisibleCharactersHideNothing(t *testing.T) {
	for _, text := range []string{"Just check\u200bing in.", "Just che\u00adcking i\u2060n.", "JUST CHECKING IN.", "Jüst checking\u00a0in", "ｊｕｓｔ ｃｈｅｃｋｉｎｇ ｉｎ"} {
		if !marks(tone.CheckingIn, text, "en") {
			t.Errorf("%q is not marked", text)
		}
	}
}

func TestSeconds(t *testing.T) {
	cases := []struct {
		text string
		rate int
		want int
	}{
		{"", 150, 0},
		{"anything", 0, 0},
		{"call me", 0, 0},
		{"Hello Kim, this is Jo Berg.", 150, 3},
		{"My number is 020 7946 0123.", 150, 5},
		{"My number is 020 7946 0123.", 75, 9},
		{"____", 150, 1},
		{"I help with ____.", 150, 2},
		{"Die Abwesenheitsnotiz nennt die Vertretungsregelung.", 150, 4},
		{"One. Two. Three.", 150, 2},
	}
	for _, c := range cases {
		if got := tone.Seconds(c.text, c.rate); got != c.want {
			t.Errorf("%q at %d takes %d s, want %d", c.text, c.rate, got, c.want)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	text := "Hi Kim,\n\nI have written to you about release checks a few times, and I take it that it isn't a priority at the moment. That's fine.\n\nThis is my last message about it. Unless I hear from you, I'll stop here.\n\nAll the best,\nJo Berg"
	b.ReportAllocs()
	for b.Loop() {
		tone.Check(tone.Draft{Text: text, Goodbye: true})
	}
}
