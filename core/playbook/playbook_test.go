package playbook

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestEveryNumberHasItsReason walks the file: an object that holds a number says
// why.
func TestEveryNumberHasItsReason(t *testing.T) {
	var tree map[string]any
	if err := json.Unmarshal(file("balanced"), &tree); err != nil {
		t.Fatal(err)
	}
	var walk func(path string, node map[string]any)
	walk = func(path string, node map[string]any) {
		numbers := false
		for name, v := range node {
			switch v := v.(type) {
			case float64:
				numbers = true
			case map[string]any:
				walk(path+"."+name, v)
			}
		}
		if why, _ := node["why"].(string); numbers && why == "" && path != ".minutes" {
			t.Errorf("%s gives numbers and no reason", path)
		}
	}
	walk("", tree)
}

func TestLoadNamesTheWrongLine(t *testing.T) {
	cases := []struct{ about, from, to, want string }{
		{"unknown field", `"floor"`, `"flor"`, "line 6, column 3: flor: unknown field"},
		{"a number below one", `"touches": 3`, `"touches": 0`, "line 7, column 16: floor.touches: is 0"},
		{"an unknown channel", `"email", "call"`, `"mail", "call"`, `channels[0]: no channel is called "mail"`},
		{"a bad quiet day", `"12-24"`, `"24-12"`, `quiet[0]: "24-12" is no day of the year`},
		{"an unknown rule", `"second-no", "final`, `"second-now", "final`, `said[0]: no rule is called "second-now"`},
		{"a rule in the wrong list", `"second-no", "final`, `"chase", "final`, `said[0]: no rule is called "chase"`},
		{"minutes of no channel", `"fax": 5`, `"telex": 5`, `minutes.telex: no channel is called "telex"`},
		{"a band upside down", `"from": 8, "to": 14`, `"from": 14, "to": 8`, "speech.to: is 8, less than speech.from"},
		{"an unknown language", `"language": "en"`, `"language": "tlh"`, `language: is "tlh"; there are: en, de, fr, es`},
		{"an unknown base", `"name": "balanced"`, `"name": "x", "extends": "gut feeling"`, `line 2, column 27: extends: no playbook is called "gut feeling"; there are: balanced, hoffman`},
		{"a bad holiday", `"language"`, `"holidays": ["7 December"], "language"`, `holidays[0]: "7 December" is no day`},
		{"a country in words", `"ideal": {`, `"ideal": {"countries": ["Germany"], `, `ideal.countries[0]: "Germany" is no country`},
		{"a stage in capitals", `"demo": {`, `"Demo": {`, "stages.Demo: write the stage in lower case, as demo"},
		{"days below one", `"touches": 8, "days": 15`, `"touches": 8, "days": -15`, "persistence.cold.days: is -15"},
		{"a year without a working day", `"from": "12-24", "to": "01-01"`, `"from": "01-01", "to": "12-31"`, "quiet: leaves no working day"},
		{"a channel twice", `["email", "call",`, `["email", "email",`, `channels[1]: "email" is there twice`},
		{"one document", `"language"`, `"documents": ["the overview"], "language"`, "documents: holds one"},
		{"points for silence", `"unanswered": {"points": -4`, `"unanswered": {"points": 4`, "weights.unanswered.points: is 4"},
		{"a template with an unknown field", `"language"`, `"templates": {"en": {"last-try": {"short": "Dear {nickname}"}}}, "language"`, "nickname"},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			_, err := Load([]byte(strings.Replace(string(file("balanced")), c.from, c.to, 1)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestATeamsFileNamesItselfAndKnownSignals(t *testing.T) {
	for file, want := range map[string]string{
		`{"extends": "balanced"}`: "name: is missing",
		`{"name": "Northwind", "extends": "balanced", "weights": {"idel": {"points": -2}}}`: `weights.idel: no signal is called "idel"; there are: absence,`,
	} {
		if _, err := Load([]byte(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v, want %q in it", file, err, want)
		}
	}
	if _, err := Load([]byte(`{"$schema": "schema.json", "name": "Northwind", "extends": "lange"}`)); err != nil {
		t.Error(err)
	}
}

// TestATeamsFileIsAboutItself takes the words about a playbook from its own file alone,
// and writes none where there are none.
func TestATeamsFileIsAboutItself(t *testing.T) {
	for file, about := range map[string]string{
		`{"name": "Northwind", "extends": "balanced"}`:                             "",
		`{"name": "Northwind", "extends": "balanced", "about": "Ours since May."}`: "Ours since May.",
	} {
		p, err := Load([]byte(file))
		if err != nil || p.About != about {
			t.Fatalf("%s: about is %q, %v", file, p.About, err)
		}
		written, err := json.Marshal(p)
		if err != nil || strings.Contains(string(written), `"about"`) != (about != "") || strings.Contains(string(written), `"$schema"`) {
			t.Errorf("%s is written as %.200s, %v", file, written, err)
		}
	}
}

func TestATeamOverridesWhatDiffers(t *testing.T) {
	p, err := Load([]byte(`{
		"name": "Northwind", "extends": "balanced",
		"floor": {"touches": 4}, "channels": ["call", "sms"], "holidays": ["12-07"],
		"persistence": {"cold": {"touches": 12, "days": 30}},
		"ideal": {"size_from": 50, "responsible_for": ["payroll"]}, "minutes": {"call": 6}, "speech": {"words_per_minute": 130},
		"retention": {"months": 12}, "templates": {"en": {"last-try": {"short": "Hi {first_name}, this is my last message, and the door stays open."}}},
		"weights": {"idle": {"points": -2, "free": 5, "most": -20, "why": "Ours go cold faster."}}
	}`))
	if err != nil {
		t.Fatal(err)
	}
	base := Balanced()
	switch {
	case p.Floor.Touches != 4, p.Persistence.Cold.Touches != 12, p.Speech.WordsPerMinute != 130, p.Weights["idle"].Points != -2:
		t.Error("an override was not taken")
	case p.Ceilings != base.Ceilings, p.Persistence.Inbound != base.Persistence.Inbound, p.Weights["replies"] != base.Weights["replies"]:
		t.Error("what was not overridden has changed")
	case p.Speech.To != base.Speech.To, p.Minutes["call"] != 6, p.Minutes["email"] != base.Minutes["email"]:
		t.Error("an object was replaced where one number of it was given")
	case !slices.Equal(p.Channels, []string{"call", "sms"}):
		t.Errorf("channels are %v", p.Channels)
	case base.Floor.Touches != 3, base.Minutes["call"] != 4, base.Weights["idle"].Points != -1:
		t.Error("the shared playbook was written over")
	}
}

func TestTheVoicesDifferInTheirRulesOnly(t *testing.T) {
	for _, name := range Voices {
		p, err := Named(name)
		if err != nil {
			t.Fatal(err)
		}
		if p.Extends != "balanced" || p.About == "" || p.Name != name || p.Waits.BeforeGoodbye != 5 {
			t.Errorf("%s: extends %q, about %q, waits %d", name, p.Extends, p.About, p.Waits.BeforeGoodbye)
		}
		if p.Floor != Balanced().Floor {
			t.Errorf("%s has a floor of its own", name)
		}
	}
}

// TestReviewReadsTheWords: a template that no kind, honest seller would send is named,
// with its place and a better way.
func TestReviewReadsTheWords(t *testing.T) {
	file := func(short string) []byte {
		return []byte(`{"name": "Northwind", "extends": "balanced", "templates": {"en": {"last-try": {"short": "` + short + `"}}}}`)
	}
	_, err := Review(file("Hi {first_name}, I am disappointed that you never answered. I'll stop here; you can reach me any time."))
	if err == nil || !strings.Contains(err.Error(), "line 1, column ") || !strings.Contains(err.Error(), "templates.en.last-try.short: says ") {
		t.Errorf("a reproach is accepted: %v", err)
	}
	if _, err := Review(file("Hi {first_name}, this is my last message. You can reach me any time. {me}")); err != nil {
		t.Error(err)
	}
	for _, name := range BuiltIn {
		if _, err := Review([]byte(`{"name": "Northwind", "extends": "` + name + `"}`)); err != nil {
			t.Error(err)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(file("balanced"))
	f.Add(file("lange"))
	f.Add([]byte(`{"name":"x","extends":"balanced","weights":{"idle":{"points":-2}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := Load(data); err == nil && p.Name == "" {
			t.Error("a playbook without a name was taken")
		}
	})
}
