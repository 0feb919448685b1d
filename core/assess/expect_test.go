package assess_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/assess"
	"cleanbreak/core/plan"
)

// compare says what of an assessment is not as a case expects. The rules stand in
// testdata/cases/README.md.
func compare(got assess.Assessment, expect []byte) (faults []string) {
	var want, have map[string]any
	data, err := json.Marshal(got)
	if err == nil {
		err = json.Unmarshal(data, &have)
	}
	if err == nil {
		err = json.Unmarshal(expect, &want)
	}
	if err != nil {
		return []string{err.Error()}
	}
	for _, field := range slices.Sorted(maps.Keys(want)) {
		if look, ok := looks[field]; ok {
			faults = append(faults, look(got, want[field])...)
			continue
		}
		if had, known := have[field]; !known {
			faults = append(faults, "expect."+field+": there is no such field")
		} else if !equal(had, want[field]) {
			faults = append(faults, fmt.Sprintf("%s is %v, want %v", field, had, want[field]))
		}
	}
	return faults
}

// looks are what a case may expect of the nested things, in short.
var looks = map[string]func(got assess.Assessment, want any) []string{
	"voices": voicesSay, "parts": partsAre, "flips": flipsAre, "steps": stepsAre,
	"says": draftsSay, "never_says": draftsNeverSay, "spoken": spokenWithin,
}

// equal compares a value: of an object only the fields that are given, in a text
// "…" stands for anything.
func equal(had, want any) bool {
	switch want := want.(type) {
	case string:
		had, ok := had.(string)
		return ok && like(had, want)
	case map[string]any:
		had, ok := had.(map[string]any)
		for name, value := range want {
			ok = ok && equal(had[name], value)
		}
		return ok
	case []any:
		had, ok := had.([]any)
		return ok && slices.EqualFunc(had, want, equal)
	}
	return had == want
}

// like compares a text with a pattern in which "…" stands for anything.
func like(text, pattern string) bool {
	first, rest, open := strings.Cut(pattern, "…")
	if !strings.HasPrefix(text, first) {
		return false
	}
	if !open {
		return text == first
	}
	for at := len(first); at <= len(text); at++ {
		if like(text[at:], rest) {
			return true
		}
	}
	return false
}

// oneLike reports that one of the ways to write a thing is as expected.
func oneLike(ways []string, want any) bool {
	pattern, ok := want.(string)
	return ok && slices.ContainsFunc(ways, func(way string) bool { return like(way, pattern) })
}

func voicesSay(got assess.Assessment, want any) (faults []string) {
	voices, _ := want.(map[string]any)
	for name, expected := range voices {
		i := slices.IndexFunc(got.Voices, func(v assess.Voice) bool { return v.Source == name })
		if i < 0 {
			faults = append(faults, "there is no voice "+name)
		} else if v := got.Voices[i]; !oneLike(ways(v.Verdict, v.Kind, v.Because), expected) {
			faults = append(faults, fmt.Sprintf("voice %s is %q, want %q", name, ways(v.Verdict, v.Kind, v.Because)[1], expected))
		}
	}
	return faults
}

// ways are a verdict alone, with its kind, and with its reason.
func ways(verdict, kind, because string) []string {
	both := strings.TrimSpace(verdict + " " + kind)
	return []string{verdict, both + ": " + because, both, verdict + ": " + because}
}

func partsAre(got assess.Assessment, want any) (faults []string) {
	parts, _ := want.(map[string]any)
	for name, expected := range parts {
		shown := false
		var points float64
		because := ""
		for _, p := range got.Parts {
			if p.Signal == name {
				shown, points, because = true, float64(p.Points), p.Because
			}
		}
		fine := shown
		switch expected := expected.(type) {
		case nil:
			fine = !shown
		case float64:
			fine = shown && points == expected
		case string:
			fine = shown && like(because, expected)
		}
		if !fine {
			faults = append(faults, fmt.Sprintf("part %s is %v %q, want %v", name, points, because, expected))
		}
	}
	return faults
}

func flipsAre(got assess.Assessment, want any) (faults []string) {
	flips, _ := want.([]any)
	for _, expected := range flips {
		if !slices.ContainsFunc(got.Flips, func(f assess.Flip) bool {
			return oneLike([]string{f.If, f.If + ": " + f.Verdict, f.If + ": " + f.Verdict + " " + f.Kind}, expected)
		}) {
			faults = append(faults, fmt.Sprintf("no flip is %q among %v", expected, got.Flips))
		}
	}
	return faults
}

func stepsAre(got assess.Assessment, want any) []string {
	steps, _ := want.([]any)
	if slices.EqualFunc(got.Plan.Steps, steps, func(s plan.Step, expected any) bool { return oneLike(stepWays(s), expected) }) {
		return nil
	}
	var had []string
	for _, s := range got.Plan.Steps {
		had = append(had, stepWays(s)[2])
	}
	return []string{fmt.Sprintf("steps are\n\t%s\nwant\n\t%s", strings.Join(had, "\n\t"), fmt.Sprint(steps...))}
}

// stepWays write a step as "send email last-try", with its day before it and with
// its words after it, or both.
func stepWays(s plan.Step) []string {
	short := s.Do
	for _, word := range []string{s.Channel, s.Purpose} {
		if word != "" {
			short += " " + word
		}
	}
	return []string{short, s.On + " " + short, s.On + " " + short + ": " + s.Body, short + ": " + s.Body}
}

func draftsSay(got assess.Assessment, want any) (faults []string) {
	texts, _ := want.([]any)
	for _, text := range texts {
		if !said(got, text) {
			faults = append(faults, fmt.Sprintf("no step says %q", text))
		}
	}
	return faults
}

func draftsNeverSay(got assess.Assessment, want any) (faults []string) {
	texts, _ := want.([]any)
	for _, text := range texts {
		if said(got, text) {
			faults = append(faults, fmt.Sprintf("a step says %q", text))
		}
	}
	return faults
}

func said(got assess.Assessment, text any) bool {
	return slices.ContainsFunc(got.Plan.Steps, func(s plan.Step) bool {
		text, ok := text.(string)
		return ok && (strings.Contains(s.Subject, text) || strings.Contains(s.Body, text))
	})
}

// spokenWithin takes [8, 14]: every voicemail of the plan takes that long, and
// there is one.
func spokenWithin(got assess.Assessment, want any) []string {
	band, _ := want.([]any)
	if len(band) != 2 {
		return []string{"spoken takes two numbers of seconds, [8, 14]"}
	}
	said := 0
	for _, s := range got.Plan.Steps {
		if s.Channel != "voicemail" || s.Seconds == nil {
			continue
		}
		said++
		if n := float64(*s.Seconds); n < band[0].(float64) || n > band[1].(float64) {
			return []string{fmt.Sprintf("a voicemail of %d seconds, want %v", *s.Seconds, band)}
		}
	}
	if said == 0 {
		return []string{"no voicemail is in the plan"}
	}
	return nil
}

func TestLike(t *testing.T) {
	for _, c := range []struct {
		text, pattern string
		want          bool
	}{
		{"keep", "keep", true}, {"keep", "kee", false}, {"keep going", "keep…", true}, {"keep going", "…going", true},
		{"keep on going", "keep … going", true}, {"keep on going", "…on…", true}, {"keep", "…", true}, {"keep", "…x", false},
	} {
		if like(c.text, c.pattern) != c.want {
			t.Errorf("%q like %q is not %t", c.text, c.pattern, c.want)
		}
	}
}
