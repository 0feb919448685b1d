package view

import (
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

func TestADraftIsReadAsItStands(t *testing.T) {
	d := Draft{Goodbye: true}
	c := d.Check("Hello ____", "Hi ____,\n\nI am just checking in 🙂. ____")
	if c.Blanks != "3 blanks to fill" || c.Mend == "" {
		t.Errorf("%+v", c)
	}
	seen := map[string]Finding{}
	for _, f := range c.Findings {
		seen[f.Rule] = f
		if f.Better == "" {
			t.Errorf("no better way for %+v", f)
		}
	}
	for _, rule := range []string{"checking-in", "no-stop", "no-door"} {
		if _, found := seen[toneWords[rule]]; !found {
			t.Errorf("%s is not found in %+v", rule, c.Findings)
		}
	}
	if one := (Draft{}).Check("", "Hi ____"); one.Blanks != "1 blank to fill" || one.Mend != "" || one.Aloud != "" {
		t.Errorf("%+v", one)
	}
}

func TestABetterWayIsSaidOnceForEachRule(t *testing.T) {
	c := Draft{}.Check("", "I am just checking in. Really, I am just checking in.")
	if len(c.Findings) != 2 || c.Findings[0].Better == "" || c.Findings[1].Better != "" {
		t.Errorf("%+v", c.Findings)
	}
}

// Whatever is typed, the pieces are the text, and a finding's place is that of
// its quote as a browser counts.
func TestPiecesAreTheText(t *testing.T) {
	words := []string{"just checking in", "____", "{{name}}", " ", "\n\n", "🙂", "I am disappointed", "ü", "Hi", "\xff", "we could", ","}
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 12).Draw(t, "body"), "")
		c := Draft{Goodbye: rapid.Bool().Draw(t, "goodbye"), Spoken: true}.Check(body, body)
		for _, pieces := range [][]Piece{c.Body, c.Subject} {
			var back strings.Builder
			for _, p := range pieces {
				back.WriteString(p.Text)
			}
			if back.String() != body {
				t.Fatalf("%q came back as %q", body, back.String())
			}
		}
		units := utf16.Encode([]rune(body))
		for _, f := range c.Findings {
			if f.From > f.To || f.To > len(units) || string(utf16.Decode(units[f.From:f.To])) != string([]rune(f.Quote)) {
				t.Fatalf("%+v in %q", f, body)
			}
		}
	})
}

func TestTheTimeItTakesToSay(t *testing.T) {
	body := strings.Repeat("word ", 20)
	d := Draft{Spoken: true, Speech: Speech{WordsPerMinute: 120, From: 8, To: 14}}
	c := d.Check("", body)
	if c.Seconds != 10 || c.Aloud != "about 10 seconds aloud" || c.Outside || c.Band == "" {
		t.Errorf("%+v", c)
	}
	if long := d.Check("", body+body); !long.Outside || long.Band != "longer than 8 to 14 seconds" {
		t.Errorf("%+v", long)
	}
	if short := d.Check("", "word"); !short.Outside || short.Band != "shorter than 8 to 14 seconds" {
		t.Errorf("%+v", short)
	}
	unknown := Draft{Spoken: true}.Check("", body)
	if unknown.Seconds != 8 || unknown.Band != "" { // at 150 words a minute, with no band
		t.Errorf("%+v", unknown)
	}
	if got := Timer(99, 10); got != "10 of 10 s" {
		t.Error(got)
	}
}

func TestHooks(t *testing.T) {
	d := Draft{Hooks: []Hook{{"I liked your post.", ""}, {"Welcome to the new role.", ""}}}
	mail := "Hi Kim,\n\nOne thing.\n\nAnna"
	with := d.WithHook(mail, d.Hooks[0].Text)
	if with != "Hi Kim,\n\nI liked your post.\n\nOne thing.\n\nAnna" {
		t.Errorf("%q", with)
	}
	other := d.WithHook(with, d.Hooks[1].Text)
	if other != "Hi Kim,\n\nWelcome to the new role.\n\nOne thing.\n\nAnna" {
		t.Errorf("%q", other)
	}
	if back := d.WithHook(other, d.Hooks[1].Text); back != mail {
		t.Errorf("%q", back)
	}
	short := d.WithHook("One thing. Anna", d.Hooks[0].Text)
	if short != "I liked your post. One thing. Anna" || d.WithHook(short, d.Hooks[0].Text) != "One thing. Anna" {
		t.Errorf("%q", short)
	}
}
